import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot, HandsRow, RoundResult, Vote, VoteMethod } from '@core/model/vote'
import { handsByVoice, peopleByHand } from '@core/rules/hands'
import { resultView } from '@core/rules/result-view'
import type { CastBallot } from '@core/rules/tally'
import { tallyRound } from '@core/rules/tally'
import { aVoice, aVote, seededRandom } from '../../helpers/builders'

const OPTIONS = ['o1', 'o2', 'o3'].map((id) => ({ id, text: id }))
const present = new Map([
  ['a', 6],
  ['b', 5],
  ['c', 1],
])

type Person = { readonly voiceId: string | undefined; readonly byHand: boolean; readonly values: number[] }

const people = (values: fc.Arbitrary<number[]>): fc.Arbitrary<Person[]> =>
  fc.array(fc.record({ voiceId: fc.constantFrom('a', 'b', 'c', undefined), byHand: fc.boolean(), values }), {
    maxLength: 24,
  })

const ballotOf = ({ voiceId, values }: Person): Ballot => (voiceId === undefined ? { values } : { values, voiceId })
const cast = (list: readonly Person[]): CastBallot[] =>
  list.map((person) => ({ channel: 'phone', ballot: ballotOf(person) }))

/** One row for every hand that is raised; what a facilitator counts is their sum. */
const rowsOf = (vote: Pick<Vote, 'method' | 'options'>, list: readonly Person[]): HandsRow[] => {
  const counted = new Map<string, HandsRow>()
  for (const { voiceId = null, values } of list) {
    for (const [index, value] of values.entries()) {
      const optionId = vote.options[index]?.id ?? ''
      const stance = vote.method.name === 'consent' ? value : 0
      if (vote.method.name !== 'consent' && value === 0) continue
      const key = `${voiceId} ${optionId} ${stance}`
      counted.set(key, { voiceId, optionId, stance, count: (counted.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...counted.values()]
}

const both = (vote: Vote, list: readonly Person[], withPeople = false): [RoundResult, RoundResult] => {
  const raised = list.filter(({ byHand }) => byHand)
  const voices = [...new Set(raised.map(({ voiceId }) => voiceId ?? null))]
  const handsPeople = voices.map((voiceId) => ({
    voiceId,
    people: raised.filter((person) => (person.voiceId ?? null) === voiceId).length,
  }))
  const mixed = tallyRound(
    vote,
    cast(list.filter(({ byHand }) => !byHand)),
    present,
    { random: seededRandom(1) },
    {
      hands: rowsOf(vote, raised),
      ...(withPeople ? { handsPeople } : {}),
    },
  )
  return [mixed, tallyRound(vote, cast(list), present, { random: seededRandom(1) })]
}

/** But for the channel everything is the same. */
const sameButChannels = (mixed: RoundResult, ballots: RoundResult, byHand: number): void => {
  expect(mixed.channels).toEqual({ ...ballots.channels, phone: ballots.channels.phone - byHand, hands: byHand })
  expect({ ...mixed, channels: null }).toEqual({ ...ballots, channels: null })
}
const withoutShares = (result: RoundResult): RoundResult => ({
  ...result,
  groups: result.groups.map(({ rankShares: _shares, ...group }) => group),
})

const oneOf = (count: number) => fc.nat({ max: count - 1 }).map((at) => OPTIONS.map((_, i) => (i === at ? 1 : 0)))
const handsVote = (method: VoteMethod, options = OPTIONS): Vote =>
  aVote({ method, options, channels: ['phone', 'hands'], secret: false })

describe('raised hands count as ballots do', () => {
  test('with one dot, exactly', () => {
    const vote = handsVote({ name: 'dots', budget: 1, cap: 1 })
    fc.assert(
      fc.property(people(oneOf(3)), (list) => {
        const [mixed, ballots] = both(vote, list)
        sameButChannels(mixed, ballots, list.filter(({ byHand }) => byHand).length)
      }),
      { numRuns: 100 },
    )
  })

  test('in consent to one proposal, exactly', () => {
    const vote = handsVote({ name: 'consent' }, OPTIONS.slice(0, 1))
    fc.assert(
      fc.property(people(fc.tuple(fc.nat({ max: 2 }))), (list) => {
        const [mixed, ballots] = both(vote, list)
        sameButChannels(mixed, ballots, list.filter(({ byHand }) => byHand).length)
      }),
      { numRuns: 100 },
    )
  })

  test('in approval and in consent to several, but for what each person said', () => {
    const chosen = fc.array(fc.nat({ max: 1 }), { minLength: 3, maxLength: 3 }).filter((list) => list.includes(1))
    const stances = fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 3 })
    for (const [vote, values] of [
      [handsVote({ name: 'approval' }), chosen],
      [handsVote({ name: 'consent' }), stances],
    ] as const) {
      fc.assert(
        fc.property(people(values), (list) => {
          const [mixed, ballots] = both(vote, list, true)
          const byHand = list.filter((person) => person.byHand)
          sameButChannels(withoutShares(mixed), withoutShares(ballots), byHand.length)
          for (const group of mixed.groups) {
            const own = byHand.some(({ voiceId }) =>
              voiceId === undefined ? group.unstated : group.voiceIds.includes(voiceId),
            )
            expect(group.rankShares === undefined).toBe(own)
          }
        }),
        { numRuns: 60 },
      )
    }
  })

  test('every shown group has k people, however they voted', () => {
    const vote = handsVote({ name: 'dots', budget: 1, cap: 1 })
    fc.assert(
      fc.property(people(oneOf(3)), (list) => {
        const [{ groups, overall }] = both(vote, list)
        for (const { tally } of groups) expect(tally.ballots).toBeGreaterThanOrEqual(vote.k.room)
        if (groups.length > 0) expect(groups.reduce((sum, { tally }) => sum + tally.ballots, 0)).toBe(overall.ballots)
      }),
      { numRuns: 60 },
    )
  })
})

describe('how many people that is', () => {
  const row = (voiceId: string | null, optionId: string, count: number, stance = 0): HandsRow => ({
    voiceId,
    optionId,
    stance,
    count,
  })
  const counted = (vote: Vote, hands: HandsRow[], handsPeople: { voiceId: string | null; people: number }[] = []) =>
    Object.fromEntries([...peopleByHand(vote, { hands, handsPeople })].map(([id, count]) => [String(id), count]))

  test.each<[string, VoteMethod, HandsRow[], { voiceId: string | null; people: number }[], object]>([
    ['one dot: all hands', { name: 'dots', budget: 1, cap: 1 }, [row('a', 'o1', 4), row('a', 'o2', 2)], [], { a: 6 }],
    ['approval: the most hands for one', { name: 'approval' }, [row('a', 'o1', 4), row('a', 'o2', 2)], [], { a: 4 }],
    ['approval: as given', { name: 'approval' }, [row('a', 'o1', 4)], [{ voiceId: 'a', people: 7 }], { a: 7 }],
    [
      'consent: the proposal with the most answers',
      { name: 'consent' },
      [row('a', 'o1', 3), row('a', 'o1', 1, 2), row('a', 'o2', 2, 1)],
      [],
      { a: 4 },
    ],
    ['no voice given', { name: 'approval' }, [row(null, 'o1', 2)], [], { undefined: 2 }],
    ['an option that is not on the ballot', { name: 'approval' }, [row('a', 'o9', 2)], [], {}],
    ['nobody', { name: 'approval' }, [row('a', 'o1', 0)], [{ voiceId: 'b', people: 0 }], {}],
    ['a method without hands', { name: 'rating' }, [row('a', 'o1', 2)], [], {}],
  ])('%s', (_, method, hands, handsPeople, expected) => {
    expect(counted(handsVote(method), hands, handsPeople)).toEqual(expected)
  })

  test('people who raised no hand at all took part and left everything empty', () => {
    const vote = handsVote({ name: 'approval' })
    const handsPeople = [{ voiceId: 'a', people: 6 }]
    const result = tallyRound(vote, [], present, { random: seededRandom(1) }, { hands: [], handsPeople })
    expect(result).toMatchObject({ cast: 6, blank: 6, overall: { ballots: 0 }, channels: { hands: 6 } })
    expect(handsByVoice(vote, { handsPeople })[0]?.tally).toBeNull()
  })
})

test('where hands hide who said what, no voice is measured by single ballots', () => {
  const vote = handsVote({ name: 'approval' })
  const list = (voiceId: string, byHand: boolean, ...lists: number[][]): Person[] =>
    lists.map((values) => ({ voiceId, byHand, values }))
  const everybody = [
    ...list('a', true, [1, 1, 0], [1, 0, 0], [1, 1, 0], [0, 1, 1]),
    ...list('b', false, [1, 1, 0], [1, 0, 0], [1, 1, 0], [0, 1, 1]),
  ]
  const [result] = both(vote, everybody, true)
  const voices = ['a', 'b'].map((id, index) => aVoice({ id, slot: index + 1, present: 4 }))
  const closed = { ...vote, rounds: [{ id: 'r', number: 1, state: 'closed' as const, result }] }
  // The same people with the same answers: no difference, although only one voice has ballots.
  expect(resultView(closed, 0, voices, 'room')?.divergence).toEqual({ value: 0, band: 'low' })
})
