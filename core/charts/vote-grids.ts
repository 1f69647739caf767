import type { ResultCell, ResultView } from '../rules/result-model'
import { valueDigits } from './vote-pictures'

/** Steps of one hue: nothing or little, some, most. */
export type Tone = 0 | 1 | 2

/** `figure` null: hidden, or nobody of the group answered; it is hatched. */
export type HeatCell = { readonly groupId: string; readonly figure: number | null; readonly tone: Tone }
export type HeatRow = {
  readonly optionId: string
  readonly text: string
  readonly position: number
  readonly cells: readonly HeatCell[]
}
export type Heat = {
  /** percent: whole shares of 0 to 100; mean: of 1 to 5, one decimal. */
  readonly unit: 'percent' | 'mean'
  readonly rows: readonly HeatRow[]
}

const third = (part: number): Tone => (part < 1 / 3 ? 0 : part < 2 / 3 ? 1 : 2)

/** Topic by voice, as numbers with a tone; tones compare within the whole map. */
export const heatOf = (result: ResultView): Heat => {
  const mean = valueDigits(result) === 1
  const figureOf = (cell: ResultCell | undefined): number | null => (mean ? cell?.value : cell?.share) ?? null
  const most = Math.max(1, ...result.options.flatMap(({ cells }) => cells.map((cell) => figureOf(cell) ?? 0)))
  const toneOf = (figure: number | null): Tone =>
    figure === null || figure <= 0 ? 0 : third(mean ? (figure - 1) / 4 : figure / most)
  const rows = result.options.map(({ id, text, position, cells }) => ({
    optionId: id,
    text,
    position,
    cells: result.groups.map(({ id: groupId }) => {
      const figure = figureOf(cells.find((cell) => cell.groupId === groupId))
      return { groupId, figure, tone: toneOf(figure) }
    }),
  }))
  return { unit: mean ? 'mean' : 'percent', rows }
}

export type PairOutcome = 'wins' | 'loses' | 'even'
/** Null on the diagonal: a topic is not held against itself. */
export type PairCell = { readonly for: number; readonly against: number; readonly outcome: PairOutcome } | null
export type PairRow = {
  readonly optionId: string
  readonly text: string
  readonly position: number
  /** Against how many others it wins. */
  readonly wins: number
  readonly cells: readonly PairCell[]
}
export type Pairs = {
  readonly rows: readonly PairRow[]
  /** Topics below these, for which a square has no room. */
  readonly left: number
  /** Pairs with as many ballots on one side as on the other, among all topics. */
  readonly even: number
}

/** Each topic against each other, by position, at most `most` of them; null where the result holds no pairs. */
export const pairsOf = (result: ResultView, most: number): Pairs | null => {
  const { pairs, options } = result
  if (pairs === null) return null
  const countOf = (row: number, column: number): number => pairs[row]?.[column] ?? 0
  const cellOf = (row: number, column: number): PairCell => {
    if (row === column) return null
    const [own, other] = [countOf(row, column), countOf(column, row)]
    return { for: own, against: other, outcome: own > other ? 'wins' : own < other ? 'loses' : 'even' }
  }
  const shown = options.slice(0, most)
  let even = 0
  const rows = options.map(({ id, text, position }, row) => {
    const all = options.map((_, column) => cellOf(row, column))
    even += all.filter((cell, column) => column > row && cell?.outcome === 'even').length
    const wins = all.filter((cell) => cell?.outcome === 'wins').length
    return { optionId: id, text, position, wins, cells: all.slice(0, shown.length) }
  })
  return { rows: rows.slice(0, shown.length), left: options.length - shown.length, even }
}
