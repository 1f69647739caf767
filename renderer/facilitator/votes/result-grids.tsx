import { findingOf } from '@core/charts/vote-findings'
import type { HeatCell, PairCell } from '@core/charts/vote-grids'
import { heatOf, pairsOf } from '@core/charts/vote-grids'
import { lookOfGroup } from '@core/charts/vote-pictures'
import type { ResultView } from '@core/rules/result-model'
import type { GridTableCell } from '../../shared/charts/grid-table'
import { GridTable } from '../../shared/charts/grid-table'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useFormat } from '../app/use-format'
import { ResultSection } from './result-section'
import { useResultWords } from './result-words'

/** More columns than these do not fit a laptop. */
const MOST_PAIRS = 16

/** Topic by voice: a table whose cells have tones. */
export const HeatPicture = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const { say, nameOf } = useResultWords()
  const { number } = useFormat()
  const heat = heatOf(result)
  const cellOf = ({ groupId: id, figure, tone }: HeatCell): GridTableCell => {
    if (figure === null) return { id, shown: '', spoken: t('charts:hidden'), fill: 'hidden' }
    if (heat.unit === 'mean') return { id, shown: number(figure, 1), fill: tone }
    return figure === 0
      ? { id, shown: t('charts:none'), spoken: '0', fill: tone }
      : { id, shown: number(figure), fill: tone }
  }
  return (
    <ResultSection
      title={say(findingOf(result, 'heat'))}
      chart={(id) => (
        <>
          <p className="small quiet">{t(`charts:heatLead.${heat.unit}`)}</p>
          <GridTable
            labelledBy={id}
            corner={t('charts:topic')}
            columns={result.groups.map((group) => ({
              id: group.id,
              head: (
                <>
                  <VoiceMark voice={lookOfGroup(group)} size={14} /> {nameOf(group)}
                </>
              ),
            }))}
            rows={heat.rows.map((row) => ({ id: row.optionId, head: row.text, cells: row.cells.map(cellOf) }))}
          />
        </>
      )}
    />
  )
}

/** Each topic against each other: ballots that put the row before the column. */
export const PairsPicture = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const { say } = useResultWords()
  const pairs = pairsOf(result, MOST_PAIRS)
  if (pairs === null) return null
  const cellOf = (cell: PairCell, at: number): GridTableCell => {
    if (cell === null) return { id: String(at), shown: '', fill: 'self' }
    const wins = cell.outcome === 'wins'
    return {
      id: String(at),
      shown: String(cell.for),
      spoken: t(`charts:pairsSpoken.${cell.outcome}`, { count: cell.for }),
      fill: wins ? 1 : 0,
      ...(wins ? { strong: true } : {}),
    }
  }
  return (
    <ResultSection
      title={say(findingOf(result, 'pairs'))}
      chart={(id) => (
        <>
          <p className="small quiet">{t('charts:pairsLead')}</p>
          <GridTable
            labelledBy={id}
            corner={t('charts:topic')}
            columns={pairs.rows.map((row, at) => ({
              id: row.optionId,
              head: (
                <>
                  {at + 1}
                  <span className="visually-hidden">{row.text}</span>
                </>
              ),
            }))}
            rows={pairs.rows.map((row, at) => ({
              id: row.optionId,
              head: (
                <>
                  {t('charts:numbered', { number: at + 1, topic: row.text })}{' '}
                  <span className="quiet">({t('charts:pairsWins', { count: row.wins })})</span>
                </>
              ),
              cells: row.cells.map(cellOf),
            }))}
          />
        </>
      )}
    >
      <p className="small quiet">
        {pairs.even > 0 ? t('charts:pairsEven', { count: pairs.even }) : ''}{' '}
        {pairs.left > 0 ? t('charts:pairsLeft', { count: pairs.left }) : ''}
      </p>
    </ResultSection>
  )
}
