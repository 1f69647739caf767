import { assertNever } from '../lib/assert-never'
import type { Ballot, Tally, VoteMethod } from '../model/vote'

type Value = Ballot['values'][number]

/** How many columns a row of the tally has; `core/model/vote.ts` says what they mean. */
const columnsOf = (method: VoteMethod, options: number): number => {
  switch (method.name) {
    case 'dots':
    case 'approval':
    case 'share-100':
      return 1
    case 'rating':
      return 5
    case 'ranking':
      return options
    case 'effort-effect':
      return 10
    case 'consent':
      return 3
    default:
      return assertNever(method)
  }
}

/** The columns that a value adds to, with how much. */
const marksOf = (method: VoteMethod, value: Value): readonly (readonly [column: number, amount: number])[] => {
  if (value === null) return []
  if (Array.isArray(value)) {
    return method.name === 'effort-effect' ? value.map((part, index) => [index * 5 + part - 1, 1] as const) : []
  }
  switch (method.name) {
    case 'dots':
    case 'approval':
    case 'share-100':
      return [[0, value]]
    case 'rating':
    case 'ranking':
      return [[value - 1, 1]]
    case 'consent':
      return [[value, 1]]
    case 'effort-effect':
      return []
    default:
      return assertNever(method)
  }
}

/** Counts valid ballots that say something. */
export const countBallots = (method: VoteMethod, options: number, ballots: readonly Ballot[]): Tally => {
  const columns = columnsOf(method, options)
  const rows = Array.from({ length: options }, () => Array.from({ length: columns }, () => 0))
  for (const { values } of ballots) {
    for (const [index, row] of rows.entries()) {
      for (const [column, amount] of marksOf(method, values[index] ?? null)) row[column] = (row[column] ?? 0) + amount
    }
  }
  const tally = { ballots: ballots.length, rows }
  return method.name === 'ranking' ? { ...tally, pairs: countPairs(options, ballots) } : tally
}

/** An option with a place stands before every option without one; two without a place say nothing about each other. */
const countPairs = (options: number, ballots: readonly Ballot[]): number[][] => {
  const pairs = Array.from({ length: options }, () => Array.from({ length: options }, () => 0))
  for (const { values } of ballots) {
    const falling = values.flatMap((value, index) => (typeof value === 'number' ? [{ value, index }] : []))
    falling.sort((a, b) => a.value - b.value)
    const behind = new Set(pairs.keys())
    for (const { index } of falling) {
      behind.delete(index)
      const row = pairs[index]
      if (row) for (const other of behind) row[other] = (row[other] ?? 0) + 1
    }
  }
  return pairs
}

const addGrids = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] =>
  a.map((row, i) => (b[i]?.length === 0 ? [] : row.map((value, j) => value + (b[i]?.[j] ?? 0))))

/** The tally of two sets of ballots together. Both must be of the same vote. A row that one does not keep is not kept. */
export const addTallies = (a: Tally, b: Tally): Tally => ({
  ballots: a.ballots + b.ballots,
  rows: addGrids(a.rows, b.rows),
  ...(a.pairs && b.pairs ? { pairs: addGrids(a.pairs, b.pairs) } : {}),
})

/** The tally of some of the options alone, by their indexes. */
export const onlyRows = ({ ballots, rows }: Tally, indexes: readonly number[]): Tally => ({
  ballots,
  rows: indexes.map((index) => rows[index] ?? []),
})
