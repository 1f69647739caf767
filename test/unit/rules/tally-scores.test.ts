import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot, VoteMethod } from '@core/model/vote'
import { meanRankShares, rankShares } from '@core/rules/divergence'
import { countBallots } from '@core/rules/tally-count'
import { medianOf, positionsOf, scoresOf, spreadOf } from '@core/rules/tally-scores'
import { ballotsFor, methodsFor } from '../../helpers/ballots'

/** Every figure once more from the ballots themselves, option by option and person by person, without a tally. */

const OPTIONS = 4
type Plain = { readonly value: number | null; readonly share: number | null; readonly keys: readonly number[] }

const numbersAt = (ballots: readonly Ballot[], option: number): number[] =>
  ballots.flatMap(({ values }) => {
    const value = values[option]
    return typeof value === 'number' ? [value] : []
  })
const pairsAt = (ballots: readonly Ballot[], option: number, part: 0 | 1): number[] =>
  ballots.flatMap(({ values }) => {
    const value = values[option]
    return Array.isArray(value) ? [value[part] ?? 0] : []
  })
const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0)
const mean = (list: readonly number[]): number | null => (list.length === 0 ? null : total(list) / list.length)
const onHundred = (value: number | null): number | null => (value === null ? null : (value - 1) * 25)

const plainly = (method: VoteMethod, ballots: readonly Ballot[], option: number): Plain => {
  const own = numbersAt(ballots, option)
  const everywhere = [0, 1, 2, 3].flatMap((index) => numbersAt(ballots, index))
  const part = (some: number, all: number): number | null => (all > 0 ? (100 * some) / all : null)
  switch (method.name) {
    case 'dots':
    case 'share-100':
      return { value: total(own), share: part(total(own), total(everywhere)), keys: [total(own)] }
    case 'approval':
      return { value: total(own), share: part(total(own), ballots.length), keys: [total(own)] }
    case 'rating':
      return { value: mean(own), share: onHundred(mean(own)), keys: [mean(own) ?? 0] }
    case 'ranking': {
      const points = total(own.map((place) => OPTIONS - place))
      return { value: points, share: part(points, ballots.length * (OPTIONS - 1)), keys: [points] }
    }
    case 'effort-effect': {
      const effect = mean(pairsAt(ballots, option, 1))
      return { value: effect, share: onHundred(effect), keys: [effect ?? 0, -(mean(pairsAt(ballots, option, 0)) ?? 0)] }
    }
    case 'consent': {
      const count = (stance: number): number => own.filter((one) => one === stance).length
      return { value: count(0), share: part(count(0), own.length), keys: [-count(2), count(0)] }
    }
  }
}

const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((key, index) => Math.abs(key - (b[index] ?? 0)) > 1e-9)
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

describe.each(methodsFor(OPTIONS))('$name', (method) => {
  test('values, shares and positions are those of a plain count', () => {
    fc.assert(
      fc.property(ballotsFor(method, OPTIONS), (ballots) => {
        const scores = scoresOf(method, countBallots(method, OPTIONS, ballots))
        const plain = [0, 1, 2, 3].map((option) => plainly(method, ballots, option))
        for (const [index, { value, share }] of plain.entries()) {
          if (value === null) expect(scores[index]?.value).toBeNull()
          else expect(scores[index]?.value).toBeCloseTo(value)
          if (share === null) expect(scores[index]?.share).toBeNull()
          else expect(scores[index]?.share).toBeCloseTo(share)
        }
        const places = plain.map((one) => 1 + plain.filter((other) => isBefore(other.keys, one.keys)).length)
        expect(positionsOf(scores)).toEqual(places)
      }),
      { numRuns: 80 },
    )
  })

  test('rank shares: every two options compared on every ballot', () => {
    fc.assert(
      fc.property(ballotsFor(method, OPTIONS, 10), (ballots) => {
        fc.pre(ballots.length > 0)
        const means = [0, 1, 2, 3].map((option) => {
          const each = ballots.map((ballot) => {
            const keys = [0, 1, 2, 3].map((index) => plainly(method, [ballot], index).keys)
            const own = keys[option] ?? []
            const others = keys.filter((_, index) => index !== option)
            return total(others.map((other) => (isBefore(own, other) ? 1 : isBefore(other, own) ? 0 : 0.5))) / 3
          })
          return total(each) / each.length
        })
        const weighed = ballots.map((ballot) => ({ ballot, times: 1 }))
        const shares = meanRankShares(method, OPTIONS, weighed)
        for (const [index, share] of means.entries()) expect(shares[index]).toBeCloseTo(share, 3)
        // Three people with one ballot are three ballots.
        const thrice = meanRankShares(method, OPTIONS, [{ ballot: ballots[0] ?? { values: [] }, times: 3 }])
        const [first] = ballots
        expect(thrice).toEqual(meanRankShares(method, OPTIONS, first ? Array(3).fill({ ballot: first, times: 1 }) : []))
      }),
      { numRuns: 40 },
    )
  })
})

test('dots against are taken off, and a topic with more against than for has no share', () => {
  const method: VoteMethod = { name: 'dots', budget: 4, cap: 2, negative: 2 }
  const values = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: OPTIONS, maxLength: OPTIONS })
  fc.assert(
    fc.property(fc.array(values, { maxLength: 9 }), (lists) => {
      const nets = [0, 1, 2, 3].map((option) => total(lists.map((list) => list[option] ?? 0)))
      const left = total(nets.filter((net) => net > 0))
      const scores = scoresOf(
        method,
        countBallots(
          method,
          OPTIONS,
          lists.map((list) => ({ values: list })),
        ),
      )
      expect(scores.map(({ value }) => value)).toEqual(nets)
      for (const [index, net] of nets.entries()) {
        if (left === 0) expect(scores[index]?.share).toBeNull()
        else expect(scores[index]?.share).toBeCloseTo(net > 0 ? (net / left) * 100 : 0)
      }
    }),
    { numRuns: 60 },
  )
})

test('only options that are shown are compared with each other', () => {
  fc.assert(
    fc.property(ballotsFor({ name: 'consent' }, OPTIONS, 8), fc.subarray([0, 1, 2, 3]), (ballots, shown) => {
      const weighed = ballots.map((ballot) => ({ ballot, times: 1 }))
      const shares = meanRankShares({ name: 'consent' }, OPTIONS, weighed, shown)
      const without = ballots.map((ballot) => ({ values: shown.map((index) => ballot.values[index] ?? null) }))
      const alone = meanRankShares(
        { name: 'consent' },
        shown.length,
        without.map((ballot) => ({ ballot, times: 1 })),
      )
      expect(shown.map((index) => shares[index])).toEqual(alone)
      expect(shares.filter((_, index) => !shown.includes(index)).every((share) => share === 0)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('median and spread: the middle of the sorted list, and the root of the mean square distance', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 }), (list) => {
      const counts = [1, 2, 3, 4, 5].map((value) => list.filter((one) => one === value).length)
      const twice = [...list, ...list].toSorted((a, b) => a - b)
      // In the doubled list the two middle ones are those of the list.
      expect(medianOf(counts)).toBe(((twice[list.length - 1] ?? 0) + (twice[list.length] ?? 0)) / 2)
      // Half the mean square distance of any two people is the variance.
      const pairs = list.flatMap((a) => list.map((b) => (a - b) ** 2))
      expect(spreadOf(counts)).toBeCloseTo(Math.sqrt(total(pairs) / pairs.length / 2))
    }),
    { numRuns: 80 },
  )
})

test('rank shares of two hundred options in one long tie are all one half', () => {
  const tally = countBallots({ name: 'approval' }, 200, [{ values: Array.from({ length: 200 }, () => 1) }])
  expect(new Set(rankShares({ name: 'approval' }, tally))).toEqual(new Set([0.5]))
})
