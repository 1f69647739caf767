import { describe, expect, test } from 'vitest'
import type { Ballot } from '@core/model/vote'
import { countBallots } from '@core/rules/tally-count'
import { bordaScores, condorcetWinner, medianOf, positionsOf, spreadOf, undefeated } from '@core/rules/tally-scores'

/** `[{ ABC: 23 }]`: 23 people put A before B before C. Letters are options in alphabetical order. */
const tallyOf = (profile: { readonly [order: string]: number }) => {
  const options = Object.keys(profile)[0]?.length ?? 0
  const ballots = Object.entries(profile).flatMap(([order, people]): Ballot[] => {
    const values = Array.from({ length: options }, (_, index) => order.indexOf(String.fromCodePoint(65 + index)) + 1)
    return Array.from({ length: people }, () => ({ values }))
  })
  return countBallots({ name: 'ranking' }, options, ballots)
}
const nameOf = (index: number | null) => (index === null ? null : String.fromCodePoint(65 + index))

describe('rankings from the literature', () => {
  // A Memphis, B Nashville, C Chattanooga, D Knoxville.
  const tennessee = tallyOf({ ABCD: 42, BCDA: 26, CDBA: 15, DCBA: 17 })

  test('the capital of Tennessee (Wikipedia, Borda count): 126, 194, 173, 107', () => {
    expect(bordaScores(tennessee)).toEqual([126, 194, 173, 107])
  })

  test('the capital of Tennessee (Wikipedia, Condorcet method): Nashville wins 58:42, 68:32, 68:32', () => {
    expect(tennessee.pairs?.[1]).toEqual([58, 0, 68, 68])
    expect(tennessee.pairs?.map((row) => row[1])).toEqual([42, 0, 32, 32])
    expect(nameOf(condorcetWinner(tennessee))).toBe('B')
  })

  test('21 voters (Borda, Mémoire sur les élections au scrutin, 1781): A leads first places, C the count', () => {
    const tally = tallyOf({ ABC: 1, ACB: 7, BCA: 7, CBA: 6 })
    expect(tally.rows.map((row) => row[0])).toEqual([8, 7, 6])
    // Borda gives 3, 2, 1 points: 37, 42, 47; with 2, 1, 0 each has 21 less.
    expect(bordaScores(tally)).toEqual([37 - 21, 42 - 21, 47 - 21])
    expect(nameOf(condorcetWinner(tally))).toBe('C')
  })

  test('60 voters (Condorcet, Essai, 1785): A beats B 33:27, B beats C 42:18, C beats A 35:25', () => {
    const tally = tallyOf({ ABC: 23, BCA: 17, BAC: 2, CAB: 10, CBA: 8 })
    expect([tally.pairs?.[0]?.[1], tally.pairs?.[1]?.[2], tally.pairs?.[2]?.[0]]).toEqual([33, 42, 35])
    expect(condorcetWinner(tally)).toBeNull()
    expect(undefeated(tally.pairs ?? [])).toEqual([])
  })

  test('81 voters (Condorcet, Essai, 1785): A wins one to one, B wins the count of Borda 109 to 101', () => {
    const tally = tallyOf({ ABC: 30, ACB: 1, BAC: 29, BCA: 10, CAB: 10, CBA: 1 })
    expect(nameOf(condorcetWinner(tally))).toBe('A')
    expect(tally.pairs?.[0]).toEqual([0, 41, 60])
    expect(bordaScores(tally)).toEqual([101, 109, 33])
  })

  test('three voters in a circle (Wikipedia, Condorcet paradox): no winner, and all level in the count', () => {
    const tally = tallyOf({ ABC: 1, BCA: 1, CAB: 1 })
    expect(condorcetWinner(tally)).toBeNull()
    expect(bordaScores(tally)).toEqual([3, 3, 3])
  })

  test('two halves: nobody wins, and both lose against none', () => {
    const tally = tallyOf({ ABC: 3, BAC: 3 })
    expect(condorcetWinner(tally)).toBeNull()
    expect(undefeated(tally.pairs ?? []).map(nameOf)).toEqual(['A', 'B'])
  })
})

describe('figures from the literature', () => {
  const countsOf = (list: readonly number[]) =>
    Array.from({ length: 9 }, (_, index) => list.filter((value) => value === index + 1).length)

  test('2, 4, 4, 4, 5, 5, 7, 9 (Wikipedia, Standard deviation): 2', () => {
    expect(spreadOf(countsOf([2, 4, 4, 4, 5, 5, 7, 9]))).toBe(2)
  })

  test.each([
    [[1, 3, 3, 6, 7, 8, 9], 6],
    [[1, 2, 3, 4, 5, 6, 8, 9], 4.5],
  ])('the median of %j (Wikipedia, Median): %d', (list, median) => {
    expect(medianOf(countsOf(list))).toBe(median)
  })

  test('places 1, 2, 2, 4 (Wikipedia, Ranking: standard competition ranking)', () => {
    const score = (key: number) => ({ value: key, share: null, keys: [key] })
    expect(positionsOf([9, 7, 7, 1].map(score))).toEqual([1, 2, 2, 4])
  })

  test('the widest spread of answers from 1 to 5 is 2, of one voice it is 0, of nobody there is none', () => {
    expect(spreadOf([7, 0, 0, 0, 7])).toBe(2)
    expect(spreadOf([0, 0, 3, 0, 0])).toBe(0)
    expect(spreadOf([0, 0, 0, 0, 0])).toBeNull()
  })
})
