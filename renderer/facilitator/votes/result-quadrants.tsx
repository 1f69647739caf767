import { lazy, useState } from 'react'
import { findingOf } from '@core/charts/vote-findings'
import { lookOfGroup } from '@core/charts/vote-pictures'
import type { QuadrantPoint } from '@core/charts/vote-quadrants'
import { quadrantsOf } from '@core/charts/vote-quadrants'
import type { ResultView } from '@core/rules/result-model'
import type { QuadrantRow } from '../../shared/charts/quadrant-chart'
import { useT } from '../../shared/i18n/use-t'
import { Segmented } from '../../shared/look/segmented'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useFormat } from '../app/use-format'
import { FigureTable, ResultSection } from './result-section'
import { useResultWords } from './result-words'

const QuadrantChart = lazy(async () => ({
  default: (await import('../../shared/charts/quadrant-chart')).QuadrantChart,
}))

const ALL = ''

const rowsOf = (points: readonly QuadrantPoint[], groupId: string): QuadrantRow[] =>
  points.flatMap(({ optionId: id, number, text, effort, effect, voices }) => {
    const at = groupId === ALL ? { effort, effect } : voices.find((voice) => voice.groupId === groupId)
    return at === undefined ? [] : [{ id, number, text, effort: at.effort, effect: at.effect }]
  })

const QuadrantTable = ({
  result,
  points,
  id,
}: {
  readonly result: ResultView
  readonly points: readonly QuadrantPoint[]
  readonly id: string
}) => {
  const t = useT()
  const { nameOf } = useResultWords()
  const { number } = useFormat()
  return (
    <FigureTable
      labelledBy={id}
      heads={[
        t('charts:topic'),
        t('charts:column.effort'),
        t('charts:column.effect'),
        ...result.groups.flatMap((group) => [
          t('charts:column.effortOf', { voice: nameOf(group) }),
          t('charts:column.effectOf', { voice: nameOf(group) }),
        ]),
      ]}
      rows={points.map((point) => ({
        id: point.optionId,
        cells: [
          t('charts:numbered', { number: point.number, topic: point.text }),
          number(point.effort, 1),
          number(point.effect, 1),
          ...result.groups.flatMap((group) => {
            const voice = point.voices.find(({ groupId }) => groupId === group.id)
            return voice === undefined
              ? [t('charts:none'), t('charts:none')]
              : [number(voice.effort, 1), number(voice.effect, 1)]
          }),
        ],
      }))}
    />
  )
}

/** Effort by effect: numbered points, of everyone or of one voice. */
export const QuadrantsPicture = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const { say, nameOf } = useResultWords()
  const { list } = useFormat()
  const [groupId, setGroupId] = useState(ALL)
  const { points, without } = quadrantsOf(result)
  const group = result.groups.find(({ id }) => id === groupId)
  const finding = say(findingOf(result, 'quadrants'))
  return (
    <ResultSection
      title={finding}
      chart={() => (
        <>
          {result.groups.length === 0 ? null : (
            <Segmented
              name={t('charts:quadrantsFor')}
              value={group?.id ?? ALL}
              segments={[
                { value: ALL, label: t('charts:everyone') },
                ...result.groups.map((one) => ({
                  value: one.id,
                  label: nameOf(one),
                  icon: <VoiceMark voice={lookOfGroup(one)} size={13} />,
                })),
              ]}
              onChange={setGroupId}
            />
          )}
          <QuadrantChart
            label={finding}
            rows={rowsOf(points, group?.id ?? ALL)}
            {...(group === undefined ? {} : { look: lookOfGroup(group) })}
          />
          <ol className="quadrant-list">
            {points.map(({ optionId, text }) => (
              <li key={optionId} dir="auto">
                {text}
              </li>
            ))}
          </ol>
        </>
      )}
      table={(id) => <QuadrantTable result={result} points={points} id={id} />}
    >
      {without.length === 0 ? null : (
        <p className="small quiet">{t('charts:quadrantsWithout', { topics: list([...without]) })}</p>
      )}
    </ResultSection>
  )
}
