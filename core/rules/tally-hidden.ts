import type { Tally, TallyGroup, VoteMethod } from '../model/vote'

/**
 * In approval and consent, a group whose ballots all say the same about an option tells what each of its members chose. An
 * empty row (not kept) is not unanimous.
 */
const isUnanimous = (method: VoteMethod, { ballots, rows }: Tally, index: number): boolean => {
  const row = rows[index] ?? []
  if (method.name === 'approval') return ballots > 0 && (row[0] === 0 || row[0] === ballots)
  return method.name === 'consent' && row.filter((count) => count > 0).length === 1
}

/**
 * The indexes of options on which some group is unanimous. Such a line is shown and kept by voice for no group: one missing
 * figure alone would be the difference between the other groups and the overall figure.
 */
export const unanimousLines = (method: VoteMethod, groups: readonly Pick<TallyGroup, 'tally'>[]): number[] => {
  const options = Math.max(0, ...groups.map(({ tally }) => tally.rows.length))
  return Array.from({ length: options }, (_, index) => index).filter((index) =>
    groups.some(({ tally }) => isUnanimous(method, tally, index)),
  )
}

/** Lines that a result does not show by voice: those not kept, and in results of earlier versions those that should not be. */
export const hiddenLines = (method: VoteMethod, groups: readonly Pick<TallyGroup, 'tally'>[]): ReadonlySet<number> => {
  const empty = groups.flatMap(({ tally }) => tally.rows.flatMap((row, index) => (row.length === 0 ? [index] : [])))
  return new Set([...empty, ...unanimousLines(method, groups)])
}

/** The tally without these lines; their places stay. */
export const withoutLines = (tally: Tally, hidden: ReadonlySet<number>): Tally =>
  hidden.size === 0 ? tally : { ...tally, rows: tally.rows.map((row, index) => (hidden.has(index) ? [] : row)) }
