import type { Ballot, Tally, TallyGroup, VoteMethod } from '../model/vote'
import { countBallots } from './tally-count'
import { compareScores, scoresOf } from './tally-scores'

export type DivergenceBand = 'low' | 'some' | 'high'
export type Divergence = { readonly value: number; readonly band: DivergenceBand }

/**
 * The rank share of each option in a tally (of one ballot or many): how many of the other options stand lower, ties counting half, as a share
 * of all others. First = 1, last = 0, and tied options share the mean of their ranks.
 */
export const rankShares = (method: VoteMethod, tally: Tally): number[] => {
  const scores = scoresOf(method, tally)
  const others = scores.length - 1
  if (others < 1) return scores.map(() => 0.5)
  return scores.map(({ keys }, index) => {
    let lower = 0
    for (const [at, other] of scores.entries()) {
      if (at === index) continue
      const order = compareScores(keys, other.keys)
      lower += order < 0 ? 1 : order === 0 ? 0.5 : 0
    }
    return lower / others
  })
}

/**
 * The mean rank share of each option over some ballots, each ballot counting the same: taken at the close, while there are
 * ballots. Rounded to four places.
 */
export const meanRankShares = (method: VoteMethod, options: number, ballots: readonly Ballot[]): number[] => {
  const sums = Array.from({ length: options }, () => 0)
  for (const ballot of ballots) {
    const shares = rankShares(method, countBallots(method, options, [ballot]))
    for (const [index, share] of shares.entries()) sums[index] = (sums[index] ?? 0) + share
  }
  return sums.map((sum) => (ballots.length === 0 ? 0.5 : Math.round((sum / ballots.length) * 10_000) / 10_000))
}

/** A group's mean rank shares; of a result without them, the rank shares of its totals. */
export const groupRankShares = (
  method: VoteMethod,
  group: Pick<TallyGroup, 'tally' | 'rankShares'>,
): readonly number[] => group.rankShares ?? rankShares(method, group.tally)

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
