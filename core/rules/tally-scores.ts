import { assertNever } from '../lib/assert-never'
import type { Tally, VoteMethod } from '../model/vote'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The mean of counted values 1, 2, 3…; null when nobody answered. */
export const meanOf = (counts: readonly number[]): number | null => {
  const total = sum(counts)
  return total === 0 ? null : sum(counts.map((count, index) => count * (index + 1))) / total
}

/** The median of counted values 1, 2, 3…: the middle one, or half way between the middle two; null when nobody answered. */
export const medianOf = (counts: readonly number[]): number | null => {
  const total = sum(counts)
  if (total === 0) return null
  const valueAt = (rank: number): number => {
    let seen = 0
    for (const [index, count] of counts.entries()) {
      seen += count
      if (seen >= rank) return index + 1
    }
    return counts.length
  }
  return (valueAt(Math.floor((total + 1) / 2)) + valueAt(Math.floor(total / 2) + 1)) / 2
}

/**
 * The standard deviation of counted values 1, 2, 3… in its population form (everybody who answered is counted; nothing is
 * estimated); 0 when all say the same, at most 2 on a scale of five; null when nobody answered.
 */
export const spreadOf = (counts: readonly number[]): number | null => {
  const mean = meanOf(counts)
  if (mean === null) return null
  const squares = sum(counts.map((count, index) => count * (index + 1 - mean) ** 2))
  return Math.sqrt(squares / sum(counts))
}

/**
 * Borda's count (J.-C. de Borda, Mémoire sur les élections au scrutin, 1781): with n options, place p earns n − p; an
 * option without a place earns nothing.
 */
export const bordaScores = (tally: Tally): number[] =>
  tally.rows.map((row) => sum(row.map((count, index) => count * (tally.rows.length - 1 - index))))

/**
 * Condorcet's rule (M. de Condorcet, Essai, 1785): the option that more ballots put before than after each other one;
 * null when there is none, which can happen.
 */
export const condorcetWinner = (tally: Tally): number | null => {
  const { pairs } = tally
  if (!pairs) return null
  const winner = pairs.findIndex((row, i) => row.every((wins, j) => i === j || wins > (pairs[j]?.[i] ?? 0)))
  return winner < 0 || pairs.length < 2 ? null : winner
}

/** Options that lose against none: more than one, or one that is level with another, is a tie; none, a circle. */
export const undefeated = (pairs: readonly (readonly number[])[]): number[] =>
  pairs.flatMap((row, i) => (row.every((wins, j) => i === j || wins >= (pairs[j]?.[i] ?? 0)) ? [i] : []))

/** An option's figures: `value` as it is said, `share` 0-100 for comparing voices, `keys` for ranking, highest first. */
export type Score = { readonly value: number | null; readonly share: number | null; readonly keys: readonly number[] }

const percent = (part: number, whole: number): number | null => (whole > 0 ? (part / whole) * 100 : null)
const scaled = (mean: number | null): number | null => (mean === null ? null : ((mean - 1) / 4) * 100)

/**
 * One score per option.
 * - dots, share-100 (cumulative voting: J. G. Marshall, Minorities and majorities, 1853): value = sum; share = percent of
 *   all points given, where dots against are allowed of the points left over after these (a topic with more against has none)
 * - approval (S. J. Brams and P. C. Fishburn, Approval voting, 1978): value = ballots; share = percent of ballots
 * - rating (range voting: W. D. Smith, 2000): value = mean 1-5; share = mean on 0-100
 * - ranking: value = Borda count; share = percent of the highest count possible
 * - effort-effect: value = mean effect; share = that on 0-100; ties: less effort first
 * - consent (G. Endenburg, Sociocracy, 1988: no argued objection): value = support; share = percent of answers in support;
 *   fewest objections first, then most support
 */
export const scoresOf = (method: VoteMethod, tally: Tally): Score[] => {
  const firsts = tally.rows.map((row) => row[0] ?? 0)
  switch (method.name) {
    case 'dots':
    case 'share-100': {
      const left = firsts.map((value) => Math.max(0, value))
      return firsts.map((value, index) => ({ value, share: percent(left[index] ?? 0, sum(left)), keys: [value] }))
    }
    case 'approval':
      return firsts.map((value) => ({ value, share: percent(value, tally.ballots), keys: [value] }))
    case 'rating':
      return tally.rows.map((row) => {
        const mean = meanOf(row)
        return { value: mean, share: scaled(mean), keys: [mean ?? 0] }
      })
    case 'ranking': {
      const most = tally.ballots * (tally.rows.length - 1)
      return bordaScores(tally).map((value) => ({ value, share: percent(value, most), keys: [value] }))
    }
    case 'effort-effect':
      return tally.rows.map((row) => {
        const effect = meanOf(row.slice(5))
        return { value: effect, share: scaled(effect), keys: [effect ?? 0, -(meanOf(row.slice(0, 5)) ?? 0)] }
      })
    case 'consent':
      return tally.rows.map((row) => {
        const [support = 0, , objections = 0] = row
        return { value: support, share: percent(support, sum(row)), keys: [-objections, support] }
      })
    default:
      return assertNever(method)
  }
}

/** Sums of many ballots differ in the last bits only; such scores are tied. */
const EPSILON = 1e-9

export const compareScores = (a: readonly number[], b: readonly number[]): number => {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? 0
    if (Math.abs(left - right) > EPSILON) return right - left
  }
  return 0
}

/** Positions 1, 2, 2, 4… (standard competition ranking): one more than the number of options that stand higher. */
export const positionsOf = (scores: readonly Score[]): number[] =>
  scores.map(({ keys }) => 1 + scores.filter((other) => compareScores(keys, other.keys) > 0).length)
