import type { ResultView } from '../rules/result-model'

/** Answers 1 to 5 of one topic. */
export type AnswersRow = {
  readonly optionId: string
  readonly text: string
  readonly position: number
  /** Ballots that gave 1, 2, 3, 4 and 5. */
  readonly counts: readonly number[]
  readonly total: number
  readonly mean: number | null
  readonly median: number | null
  readonly spread: number | null
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
const five = (row: readonly number[]): number[] => Array.from({ length: 5 }, (_, index) => row[index] ?? 0)

/** How often each answer was given to each topic of a rating, by position. */
export const answersOf = (result: ResultView): AnswersRow[] =>
  result.options.map(({ id, text, position, row, value, median, spread }) => {
    const counts = five(row)
    return { optionId: id, text, position, counts, total: sum(counts), mean: value, median, spread }
  })

export type Stances = { readonly support: number; readonly aside: number; readonly object: number }

export type StancesRow = {
  readonly optionId: string
  readonly text: string
  readonly position: number
  readonly all: Stances
  readonly total: number
  /** In the order of the groups; null where the line is hidden. */
  readonly groups: readonly (Stances | null)[]
}

const stancesFrom = (row: readonly number[]): Stances => ({
  support: row[0] ?? 0,
  aside: row[1] ?? 0,
  object: row[2] ?? 0,
})

/** Support, stand aside, object for each proposal, by position. */
export const stancesOf = (result: ResultView): StancesRow[] =>
  result.options.map(({ id, text, position, row, cells }) => {
    const all = stancesFrom(row)
    const groups = result.groups.map((group) => {
      const stances = cells.find((cell) => cell.groupId === group.id)?.stances ?? null
      return stances === null ? null : stancesFrom(stances)
    })
    return { optionId: id, text, position, all, total: all.support + all.aside + all.object, groups }
  })

/** How a part of a stacked bar is filled; three stances, or five answers from little to much. */
export type StackFill = 'support' | 'aside' | 'object' | 'a1' | 'a2' | 'a3' | 'a4' | 'a5'

export const STANCE_FILLS: readonly StackFill[] = ['support', 'aside', 'object']
export const ANSWER_FILLS: readonly StackFill[] = ['a1', 'a2', 'a3', 'a4', 'a5']
