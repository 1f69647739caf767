import type { BallotValue, Tally, TallyGroup, VoteMethod } from '../model/vote'
import type { Weighed } from './hands'
import { countBallots, onlyRows } from './tally-count'
import { compareScores, scoresOf } from './tally-scores'

export type DivergenceBand = 'low' | 'some' | 'high'
export type Divergence = { readonly value: number; readonly band: DivergenceBand }

/**
 * The rank share of each option in a tally (of one ballot or many): how many of the other options stand lower, ties
 * counting half, as a share of all others. First = 1, last = 0, and tied options share the mean of their ranks (ridit
 * scores: I. D. J. Bross, How to use ridit analysis, Biometrics 14, 1958).
 */
export const rankShares = (method: VoteMethod, tally: Tally): number[] => {
  return sharesOfKeys(scoresOf(method, tally).map(({ keys }) => keys))
}

const sharesOfKeys = (keys: readonly (readonly number[])[]): number[] => {
  const others = keys.length - 1
  if (others < 1) return keys.map(() => 0.5)
  const keysOf = (index: number): readonly number[] => keys[index] ?? []
  const falling = keys.map((_, index) => index).toSorted((a, b) => compareScores(keysOf(a), keysOf(b)))
  const shares = keys.map(() => 0)
  for (let start = 0, end = 0; start < falling.length; start = end) {
    const first = keysOf(falling[start] ?? 0)
    while (end < falling.length && compareScores(first, keysOf(falling[end] ?? 0)) === 0) end += 1
    const tied = end - start
    for (const index of falling.slice(start, end)) shares[index] = (falling.length - end + (tied - 1) / 2) / others
  }
  return shares
}

/** A ranking is read as it stands: the tally of one would hold every two options of two hundred. */
const sharesOnBallot = (method: VoteMethod, values: readonly BallotValue[]): number[] =>
  method.name === 'ranking'
    ? sharesOfKeys(values.map((place) => [typeof place === 'number' ? values.length - place : 0]))
    : rankShares(method, countBallots(method, values.length, [{ values: [...values] }]))

/**
 * The mean rank share of each option over some ballots, each person counting the same: taken at the close, while there are
 * ballots. Rounded to four places. Only among the options at the indexes `shown`; the others have 0, which says nothing.
 */
export const meanRankShares = (
  method: VoteMethod,
  options: number,
  ballots: readonly Weighed[],
  shown: readonly number[] = Array.from({ length: options }, (_, index) => index),
): number[] => {
  const sums = Array.from({ length: options }, () => 0)
  let people = 0
  for (const { ballot, times } of ballots) {
    people += times
    const values = shown.map((index) => ballot.values[index] ?? null)
    const shares = sharesOnBallot(method, values)
    for (const [at, index] of shown.entries()) sums[index] = (sums[index] ?? 0) + (shares[at] ?? 0) * times
  }
  const isShown = new Set(shown)
  return sums.map((sum, index) => {
    if (!isShown.has(index)) return 0
    return people === 0 ? 0.5 : Math.round((sum / people) * 10_000) / 10_000
  })
}

/**
 * The mean rank shares of groups among the options at the indexes `shown`. Where one group has none (raised hands do not
 * tell who said what), those of the totals for all groups: the two kinds cannot be compared.
 */
export const groupRankShares = (
  method: VoteMethod,
  groups: readonly Pick<TallyGroup, 'tally' | 'rankShares'>[],
  shown: readonly number[],
): readonly (readonly number[])[] => {
  const known = groups.flatMap((group) => (group.rankShares ? [group.rankShares] : []))
  return known.length === groups.length
    ? known.map((shares) => shown.map((index) => shares[index] ?? 0))
    : groups.map(({ tally }) => rankShares(method, onlyRows(tally, shown)))
}

/**
 * How differently the shown groups rank the options, 0-100: for each option the gap between the highest and the lowest
 * mean rank share of any two groups; the largest of these gaps, times 100. 0: on average all groups rank alike; 100:
 * what everyone in one group puts first, everyone in another puts last. `shares` holds one list per group that voted; null
 * with fewer than two groups or two options. Bands: under 34 low, under 67 some, from 67 high.
 */
export const divergenceOf = (shares: readonly (readonly number[])[]): Divergence | null => {
  const options = shares[0]?.length ?? 0
  if (shares.length < 2 || options < 2) return null
  let widest = 0
  for (let option = 0; option < options; option += 1) {
    const here = shares.map((list) => list[option] ?? 0)
    widest = Math.max(widest, Math.max(...here) - Math.min(...here))
  }
  const value = Math.round(widest * 100)
  return { value, band: value < 34 ? 'low' : value < 67 ? 'some' : 'high' }
}
