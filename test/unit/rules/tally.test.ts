import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot, VoteMethod } from '@core/model/vote'
import { checkBallot } from '@core/rules/tally-ballot'
import { addTallies, countBallots } from '@core/rules/tally-count'
import { bordaScores, condorcetWinner, meanOf, medianOf, positionsOf, scoresOf } from '@core/rules/tally-scores'
import { tallyRound } from '@core/rules/tally'
import { aVote, seededRandom } from '../../helpers/builders'

const OPTIONS = 4
const options = Array.from({ length: OPTIONS }, (_, i) => ({ id: `o${i}`, text: `Option ${i}` }))
const ballot = (...values: Ballot['values']): Ballot => ({ values })

const valueOf = {
  dots: fc.integer({ min: 0, max: 2 }),
  approval: fc.constantFrom(0, 1, null),
  rating: fc.option(fc.integer({ min: 1, max: 5 })),
  'effort-effect': fc.option(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 2 })),
  consent: fc.constantFrom(0, 1, 2, null),
  'share-100': fc.integer({ min: 0, max: 25 }),
} as const

const ranking = fc
  .tuple(
    fc.shuffledSubarray(
      options.map((_, i) => i),
      { minLength: OPTIONS },
    ),
    fc.nat({ max: OPTIONS }),
  )
  .map(([order, length]) => options.map((_, i) => (order.indexOf(i) < length ? order.indexOf(i) + 1 : null)))

const methods: readonly VoteMethod[] = [
  { name: 'dots', budget: 8, cap: 2 },
  { name: 'approval' },
  { name: 'rating' },
  { name: 'ranking' },
  { name: 'effort-effect' },
  { name: 'consent' },
  { name: 'share-100' },
]

const ballotsOf = (method: VoteMethod): fc.Arbitrary<Ballot[]> => {
  const values: fc.Arbitrary<Ballot['values']> =
    method.name === 'ranking'
      ? ranking
      : fc.array<Ballot['values'][number]>(valueOf[method.name], { minLength: OPTIONS, maxLength: OPTIONS })
  return fc.array(
    values.map((list) => ({ values: list })),
    { maxLength: 12 },
  )
}

describe.each(methods)('$name', (method) => {
  test('counts what a slow count by hand gives', () => {
    fc.assert(
      fc.property(ballotsOf(method), (ballots) => {
        const tally = countBallots(method, OPTIONS, ballots)
        for (const [i, row] of tally.rows.entries()) {
          const values = ballots.map(({ values: list }) => list[i] ?? null)
          const times = (wanted: number) => values.filter((value) => value === wanted).length
          const pairTimes = (at: number, wanted: number) =>
            values.filter((value) => Array.isArray(value) && value[at] === wanted).length
          const byHand = {
            dots: () => [values.reduce<number>((sum, value) => sum + Number(value), 0)],
            'share-100': () => [values.reduce<number>((sum, value) => sum + Number(value), 0)],
            approval: () => [times(1)],
            rating: () => [1, 2, 3, 4, 5].map(times),
            ranking: () => [1, 2, 3, 4].map(times),
            consent: () => [0, 1, 2].map(times),
            'effort-effect': () => [0, 1].flatMap((at) => [1, 2, 3, 4, 5].map((value) => pairTimes(at, value))),
          }
          expect(row).toEqual(byHand[method.name]())
        }
      }),
      { numRuns: 60 },
    )
  })

  test('every such ballot is valid, and groups add up to the whole', () => {
    fc.assert(
      fc.property(ballotsOf(method), ballotsOf(method), (a, b) => {
        for (const one of a) expect(checkBallot({ method, options }, one)).toBeNull()
        const together = countBallots(method, OPTIONS, [...a, ...b])
        const parts = addTallies(countBallots(method, OPTIONS, a), countBallots(method, OPTIONS, b))
        expect(parts).toEqual(together)
      }),
      { numRuns: 60 },
    )
  })

  test('a ballot of the wrong length is refused', () => {
    expect(checkBallot({ method, options }, ballot(1))?.code).toBe('wrong-ballot')
  })

  test('no ballot at all gives scores and positions', () => {
    const scores = scoresOf(method, countBallots(method, OPTIONS, []))
    expect(positionsOf(scores)).toEqual([1, 1, 1, 1])
  })
})

describe('checkBallot', () => {
  const dots: VoteMethod = { name: 'dots', budget: 5, cap: 3 }
  test.each<[string, VoteMethod, Ballot['values'], string | null]>([
    ['all dots given', dots, [3, 2, 0, null], null],
    ['one dot too many', dots, [3, 2, 1, 0], 'too-many-dots'],
    ['too many on one', dots, [4, 0, 0, 0], 'too-many-on-one'],
    ['half a dot', dots, [0.5, 0, 0, 0], 'wrong-ballot'],
    ['not a number', dots, [Number.NaN, 0, 0, 0], 'wrong-ballot'],
    ['dots against where there are none', dots, [-1, 0, 0, 0], 'wrong-ballot'],
    ['dots against', { ...dots, negative: 1 }, [-1, 3, 2, 0], null],
    ['too many dots against', { ...dots, negative: 1 }, [-1, -1, 2, 0], 'too-many-dots'],
    ['a list where a number is due', dots, [[1, 2], 0, 0, 0], 'wrong-ballot'],
    ['too many approved', { name: 'approval', most: 1 }, [1, 1, 0, 0], 'too-many-dots'],
    ['a place given twice', { name: 'ranking' }, [1, 1, 2, null], 'wrong-ballot'],
    ['a place skipped', { name: 'ranking' }, [1, 3, null, null], 'wrong-ballot'],
    ['more places than allowed', { name: 'ranking', places: 2 }, [1, 2, 3, null], 'wrong-ballot'],
    ['a rating of six', { name: 'rating' }, [6, null, null, null], 'wrong-ballot'],
    ['only effort', { name: 'effort-effect' }, [[3], null, null, null], 'wrong-ballot'],
    ['101 points', { name: 'share-100' }, [100, 1, 0, 0], 'too-many-dots'],
  ])('%s', (_, method, values, code) => {
    expect(checkBallot({ method, options }, { values })?.code ?? null).toBe(code)
  })

  test('anything at all is answered, never thrown at', () => {
    const anything = fc.oneof(fc.double(), fc.array(fc.double(), { maxLength: 3 }), fc.constant(null))
    fc.assert(
      fc.property(fc.constantFrom(...methods), fc.array(anything, { maxLength: 6 }), (method, values) => {
        checkBallot({ method, options }, { values })
      }),
    )
  })
})

describe('ranking rules', () => {
  test('Borda: first of four earns three, without a place nothing', () => {
    const tally = countBallots({ name: 'ranking' }, 4, [ballot(1, 2, 3, 4), ballot(2, 1, null, null)])
    expect(bordaScores(tally)).toEqual([3 + 2, 2 + 3, 1, 0])
  })

  test('pairs and winner agree with comparing every two options on every ballot', () => {
    fc.assert(
      fc.property(ballotsOf({ name: 'ranking' }), (ballots) => {
        const tally = countBallots({ name: 'ranking' }, OPTIONS, ballots)
        const before = (i: number, j: number) =>
          ballots.filter(({ values }) => Number(values[i] ?? 99) < Number(values[j] ?? 99)).length
        const winners = options.flatMap((_, i) =>
          options.every((_other, j) => i === j || before(i, j) > before(j, i)) ? [i] : [],
        )
        expect(tally.pairs?.[0]?.[1]).toBe(before(0, 1))
        expect(condorcetWinner(tally)).toBe(winners[0] ?? null)
      }),
      { numRuns: 60 },
    )
  })

  test('a circle has no winner', () => {
    const circle = [ballot(1, 2, 3), ballot(3, 1, 2), ballot(2, 3, 1)]
    expect(condorcetWinner(countBallots({ name: 'ranking' }, 3, circle))).toBeNull()
  })
})

test('mean and median agree with the plain list', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 20 }), (list) => {
      const counts = [1, 2, 3, 4, 5].map((value) => list.filter((one) => one === value).length)
      const sorted = list.toSorted((a, b) => a - b)
      const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
      const high = sorted[Math.floor(sorted.length / 2)] ?? 0
      expect(meanOf(counts)).toBeCloseTo(list.reduce((sum, one) => sum + one, 0) / list.length)
      expect(medianOf(counts)).toBe((low + high) / 2)
    }),
  )
})

describe('tallyRound', () => {
  const vote = aVote()
  const cast = (voiceId: string | undefined, ...values: Ballot['values']) => ({
    channel: 'phone' as const,
    ballot: { values, ...(voiceId === undefined ? {} : { voiceId }) },
  })
  const chance = { random: seededRandom(1) }

  test('counts blank and invalid ballots apart', () => {
    const ballots = [cast('families', 3, 2, 0), cast('families', 0, 0, 0), cast('families', 9, 0, 0)]
    const result = tallyRound(vote, ballots, new Map([['families', 3]]), chance)
    expect(result).toMatchObject({ cast: 3, blank: 1, invalid: 1, present: 3, overall: { ballots: 1 }, groups: [] })
    expect(result.channels).toEqual({ phone: 3, kiosk: 0, paper: 0, hands: 0 })
  })

  test('joins small voices and those who named none', () => {
    const of = (voiceId: string | undefined, count: number) =>
      Array.from({ length: count }, () => cast(voiceId, 1, 0, 0))
    const ballots = [...of('families', 6), ...of('staff', 2), ...of(undefined, 1)]
    const present = new Map([
      ['families', 6],
      ['staff', 2],
    ])
    const { groups, publicGroups } = tallyRound(vote, ballots, present, chance)
    expect(groups.map(({ id, voiceIds, unstated, tally }) => [id, voiceIds, unstated, tally.ballots])).toEqual([
      ['families', ['families'], false, 6],
      ['joined', ['staff'], true, 3],
    ])
    expect(publicGroups).toEqual([])
  })

  test('a later round keeps to the groups of the one before', () => {
    const of = (voiceId: string, count: number) => Array.from({ length: count }, () => cast(voiceId, 1, 0, 0))
    const present = new Map([
      ['families', 6],
      ['staff', 4],
      ['managers', 4],
    ])
    const first = tallyRound(vote, [...of('families', 6), ...of('staff', 2), ...of('managers', 1)], present, chance)
    const second = {
      ...vote,
      rounds: [
        { id: 'round-1', number: 1, state: 'closed' as const, result: first },
        { id: 'round-2', number: 2, state: 'open' as const },
      ],
    }
    const all = [...of('families', 6), ...of('staff', 4), ...of('managers', 4)]
    const groups = tallyRound(second, all, present, chance).groups
    expect(groups.map((group) => group.voiceIds)).toEqual([['families'], ['staff', 'managers']])
  })

  test('reasons are kept without voice, for stand-aside and object only', () => {
    const consent = aVote({ method: { name: 'consent' }, options: [{ id: 'o1', text: 'One plan' }] })
    const ballots = [0, 1, 2].map((answer) => ({
      channel: 'phone' as const,
      ballot: { voiceId: 'families', values: [answer], reason: ` because ${answer} ` },
    }))
    const result = tallyRound(consent, ballots, new Map(), chance)
    expect(result.reasons?.toSorted()).toEqual(['because 1', 'because 2'])
  })
})
