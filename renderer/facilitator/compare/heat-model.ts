import type { StatementRef, TopicCell, TopicTable } from '@core/compare/place-topics'
import type { Topic } from '@core/model/board'
import { TOPIC_GROUPS } from '@core/model/topics'

export type HeatColumn = { readonly topic: Topic; readonly column: number }

export type HeatGroup = {
  readonly id: 'theme' | 'level'
  readonly columns: readonly HeatColumn[]
  /** Topics that were only named for all rows together: they stand in one field at the end. */
  readonly band: readonly HeatColumn[]
  readonly together: readonly StatementRef[]
}

export type Chosen = { readonly row: string; readonly topic: Topic }

const keyOf = ({ sessionId, cardId }: StatementRef): string => `${sessionId} ${cardId}`

export const uniqueRefs = (refs: readonly StatementRef[]): StatementRef[] => [
  ...new Map(refs.map((ref) => [keyOf(ref), ref])).values(),
]

export const countOf = (cell: TopicCell | undefined): number => (cell?.kind === 'count' ? cell.statements.length : 0)

/** Themes and levels answer two questions and stand in two tables. */
export const heatGroups = (table: TopicTable): readonly HeatGroup[] =>
  (['theme', 'level'] as const).flatMap((id) => {
    const wanted: readonly Topic[] = TOPIC_GROUPS[id]
    const all = table.topics.flatMap((topic, column) => (wanted.includes(topic) ? [{ topic, column }] : []))
    if (all.length === 0) return []
    const isBand = ({ column }: HeatColumn): boolean =>
      table.rows.length > 1 && table.rows.every(({ cells }) => cells[column]?.kind === 'together')
    const band = all.filter(isBand)
    const refs = band.flatMap(({ column }) =>
      table.rows.flatMap(({ cells }) => {
        const cell = cells[column]
        return cell?.kind === 'together' ? cell.statements : []
      }),
    )
    return [{ id, columns: all.filter((one) => !isBand(one)), band, together: uniqueRefs(refs) }]
  })

export const mostOf = (table: TopicTable, { columns }: HeatGroup): number =>
  Math.max(1, ...columns.flatMap(({ column }) => table.rows.map(({ cells }) => countOf(cells[column]))))

/** The least number of the darkest step; everything from 1 below it has the middle one. */
export const darkFrom = (most: number): number => (most > 1 ? Math.ceil((most * 2) / 3) : 2)

export type Tone = 0 | 1 | 2
export const toneOf = (count: number, most: number): Tone => (count === 0 ? 0 : count >= darkFrom(most) ? 2 : 1)

/** From one cell of the table to the one beside it by the arrow keys. Null where the table ends. */
export const arrowStep = (key: string): readonly [number, number] | null => {
  switch (key) {
    case 'ArrowUp':
      return [-1, 0]
    case 'ArrowDown':
      return [1, 0]
    case 'ArrowLeft':
      return [0, -1]
    case 'ArrowRight':
      return [0, 1]
    default:
      return null
  }
}
