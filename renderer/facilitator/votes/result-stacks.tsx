import { lazy } from 'react'
import { findingOf } from '@core/charts/vote-findings'
import { ANSWER_FILLS, STANCE_FILLS, answersOf, stancesOf } from '@core/charts/vote-stacks'
import type { ResultView } from '@core/rules/result-model'
import { useT } from '../../shared/i18n/use-t'
import { useFormat } from '../app/use-format'
import { FigureTable, ResultSection } from './result-section'
import { useResultWords } from './result-words'

const StackChart = lazy(async () => ({ default: (await import('../../shared/charts/stack-chart')).StackChart }))

/** How often each of 1 to 5 was given to each topic; mean, median and spread. */
export const AnswersPicture = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const { say } = useResultWords()
  const { number } = useFormat()
  const shown = (value: number | null): string => (value === null ? t('charts:none') : number(value, 1))
  const rows = answersOf(result)
  const finding = say(findingOf(result, 'answers'))
  const keys = ANSWER_FILLS.map((fill) => ({ fill, name: t(`charts:answer.${fill}`) }))
  return (
    <ResultSection
      title={finding}
      chart={() => (
        <>
          <StackChart
            label={finding}
            keys={keys}
            rows={rows.map(({ optionId: id, text, counts, mean }) => ({ id, text, parts: counts, shown: shown(mean) }))}
          />
          <p className="small quiet">{t('charts:meanMedianSpread')}</p>
        </>
      )}
      table={(id) => (
        <FigureTable
          labelledBy={id}
          heads={[
            t('charts:topic'),
            ...keys.map(({ name }) => name),
            t('charts:column.mean'),
            t('charts:column.median'),
            t('charts:column.spread'),
          ]}
          rows={rows.map((row) => ({
            id: row.optionId,
            cells: [row.text, ...row.counts.map(String), shown(row.mean), shown(row.median), shown(row.spread)],
          }))}
        />
      )}
    />
  )
}

const Reasons = ({ reasons }: { readonly reasons: readonly string[] }) => {
  const t = useT()
  if (reasons.length === 0) return null
  return (
    <div className="result-reasons">
      <h3>{t('charts:reasons')}</h3>
      <ul>
        {reasons.map((reason, index) => (
          <li key={index} dir="auto">
            {reason}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Support, stand aside, object for each proposal, with the reasons word for word. */
export const StancesPicture = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const { say, nameOf } = useResultWords()
  const rows = stancesOf(result)
  const finding = say(findingOf(result, 'stances'))
  const keys = STANCE_FILLS.map((fill) => ({ fill, name: t(`charts:stance.${fill}`) }))
  const three = (of: { readonly support: number; readonly aside: number; readonly object: number }): string[] =>
    [of.support, of.aside, of.object].map(String)
  return (
    <ResultSection
      title={finding}
      chart={() => (
        <StackChart
          label={finding}
          keys={keys}
          rows={rows.map(({ optionId: id, text, all }) => ({
            id,
            text,
            parts: [all.support, all.aside, all.object],
            shown: '',
          }))}
        />
      )}
      table={(id) => (
        <FigureTable
          labelledBy={id}
          heads={[
            t('charts:topic'),
            ...keys.map(({ name }) => name),
            ...result.groups.flatMap((group) =>
              keys.map(({ name }) => t('charts:ofVoice', { voice: nameOf(group), name })),
            ),
          ]}
          rows={rows.map((row) => ({
            id: row.optionId,
            cells: [
              row.text,
              ...three(row.all),
              ...row.groups.flatMap((group) => (group === null ? keys.map(() => t('charts:hidden')) : three(group))),
            ],
          }))}
        />
      )}
    >
      <Reasons reasons={result.reasons} />
    </ResultSection>
  )
}
