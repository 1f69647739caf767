import type { Tally, VoteMethod } from '../model/vote'
import { compareScores, scoresOf } from './tally-scores'

export type DivergenceBand = 'low' | 'some' | 'high'
export type Divergence = { readonly value: number; readonly band: DivergenceBand }

/**
 * The rank share of each option in one group: how many of the other options stand lower, ties counting half, as a share
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
 * How differently the shown groups rank the options, 0-100: for each option the gap between the highest and the lowest
 * rank share (`rankShares`) of any two groups; the largest of these gaps, times 100. 0: all groups have the same order;
 * 100: what one group puts first, another puts last. Null with fewer than two groups that voted or fewer than two options.
 * Bands: under 34 low, under 67 some, from 67 high.
 */
export const divergenceOf = (method: VoteMethod, tallies: readonly Tally[]): Divergence | null => {
  const voted = tallies.filter((tally) => tally.ballots > 0)
  const options = voted[0]?.rows.length ?? 0
  if (voted.length < 2 || options < 2) return null
  const shares = voted.map((tally) => rankShares(method, tally))
  let widest = 0
  for (let option = 0; option < options; option += 1) {
    const here = shares.map((list) => list[option] ?? 0)
    widest = Math.max(widest, Math.max(...here) - Math.min(...here))
  }
  const value = Math.round(widest * 100)
  return { value, band: value < 34 ? 'low' : value < 67 ? 'some' : 'high' }
}
