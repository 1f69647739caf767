import { useId } from 'react'
import type { Tone } from '@core/charts/vote-grids'
import { useT } from '../../shared/i18n/use-t'
import { GridTable } from '../../shared/charts/grid-table'
import { useFormat } from '../app/use-format'
import type { LabPriorities, Moves } from './priorities-model'
import { movesOf } from './priorities-model'

/** First place is darkest; what was not among the first stays pale. */
const toneOf = (rank: number | null): Tone => (rank === null ? 0 : rank === 1 ? 2 : 1)

/** The topic that rose most from its first to its last place, in a sentence. */
const useRise = ({ topics }: Moves): string | null => {
  const t = useT()
  const rises = topics.flatMap(({ text, ranks }) => {
    const known = ranks.flatMap((rank) => rank ?? [])
    const [from = 0, to = 0] = [known[0], known.at(-1)]
    return from > to ? [{ text, from, to }] : []
  })
  const [most] = rises.toSorted((a, b) => b.from - b.to - (a.from - a.to))
  return most === undefined ? null : t('compare:moves.rose', most)
}

const Table = ({ moves }: { readonly moves: Moves }) => {
  const t = useT()
  const { day, number } = useFormat()
  const id = useId()
  const rose = useRise(moves)
  return (
    <div className="compare-moves">
      <h3 id={id}>{t('compare:moves.title')}</h3>
      {rose === null ? null : <p>{rose}</p>}
      <GridTable
        labelledBy={id}
        corner={t('report:column.topic')}
        columns={moves.lines.map((line) => ({
          id: line.id,
          head: <span title={line.question}>{day(line.day, 'medium')}</span>,
        }))}
        rows={moves.topics.map(({ text, ranks }) => ({
          id: text,
          head: text,
          cells: ranks.map((rank, at) => ({
            id: moves.lines[at]?.id ?? String(at),
            shown: rank === null ? '–' : number(rank),
            ...(rank === null ? { spoken: t('compare:moves.notFirst') } : {}),
            fill: toneOf(rank),
            strong: rank === 1,
          })),
        }))}
      />
      {moves.topics.some(({ ranks }) => ranks.includes(null)) ? (
        <p className="small quiet">{t('compare:moves.read')}</p>
      ) : null}
    </div>
  )
}

/** Where a lab voted on the same topics again: their places from vote to vote. */
export const MovesTable = ({ lab }: { readonly lab: LabPriorities }) => {
  const moves = movesOf(lab)
  return moves === null ? null : <Table moves={moves} />
}
