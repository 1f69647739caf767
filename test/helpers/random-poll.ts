import fc from 'fast-check'
import type { Ballot, BallotValue, Vote, VoteMethod } from '@core/model/vote'

/** A poll of up to six voices, and what each of their people says; the last list is those who name no voice. */
export type RandomPoll = {
  readonly method: VoteMethod
  readonly options: number
  readonly k: { readonly room: number; readonly public: number }
  readonly keepBallots: boolean
  readonly absent: readonly number[]
  /** By round, by voice. */
  readonly rounds: readonly (readonly (readonly Ballot[])[])[]
}

export const METHODS: readonly VoteMethod[] = [
  { name: 'dots', budget: 5, cap: 3 },
  { name: 'dots', budget: 3, cap: 2, negative: 1 },
  { name: 'approval' },
  { name: 'rating' },
  { name: 'ranking' },
  { name: 'effort-effect' },
  { name: 'consent' },
  { name: 'share-100' },
]

/** People lean to the same thing often enough that voices are unanimous. */
const leaning = (most: number) => fc.oneof({ weight: 2, arbitrary: fc.constant(1) }, fc.nat({ max: most }))

const valuesFor = (method: VoteMethod, options: number): fc.Arbitrary<BallotValue[]> => {
  const each = <T extends BallotValue>(value: fc.Arbitrary<T>) =>
    fc.array(value, { minLength: options, maxLength: options }) as fc.Arbitrary<BallotValue[]> // T is a value of a ballot
  const five = leaning(4).map((value) => value + 1)
  switch (method.name) {
    case 'dots':
      return each(fc.integer({ min: method.negative ? -1 : 0, max: Math.floor(method.budget / options) })).map(
        (values) => values.map((value, at) => (at > 0 && value === -1 ? 0 : value)),
      )
    case 'approval':
      return each(leaning(1))
    case 'rating':
      return each(fc.option(five, { freq: 8 }))
    case 'ranking':
      return fc.shuffledSubarray(Array.from({ length: options }, (_, at) => at)).map((order) => {
        const values: BallotValue[] = Array.from({ length: options }, () => null)
        for (const [place, option] of order.entries()) values[option] = place + 1
        return values
      })
    case 'effort-effect':
      return each(
        fc.option(
          fc.tuple(five, five).map(([a, b]) => [a, b]),
          { freq: 8 },
        ),
      )
    case 'consent':
      return each(leaning(2).map((value) => (value === 1 ? 0 : value === 0 ? 1 : 2)))
    case 'share-100':
      return each(fc.nat({ max: Math.floor(20 / options) }).map((value) => value * 5))
  }
}

export const aRandomPoll: fc.Arbitrary<RandomPoll> = fc
  .record({
    method: fc.constantFrom(...METHODS),
    options: fc.integer({ min: 2, max: 3 }),
    k: fc
      .record({ room: fc.integer({ min: 3, max: 5 }), more: fc.nat({ max: 3 }) })
      .map(({ room, more }) => ({ room, public: room + more })),
    keepBallots: fc.boolean(),
    absent: fc.array(fc.nat({ max: 3 }), { minLength: 7, maxLength: 7 }),
    voices: fc.integer({ min: 1, max: 6 }),
    count: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ voices, count, ...poll }) => {
    const people = fc.oneof(
      { weight: 3, arbitrary: fc.nat({ max: 3 }) },
      { weight: 2, arbitrary: fc.integer({ min: 3, max: 7 }) },
    )
    const ballots = people.chain((size) =>
      fc.array(valuesFor(poll.method, poll.options), { minLength: size, maxLength: size }),
    )
    const voice = (at: number) =>
      ballots.map((list) =>
        list.map((values): Ballot => (at === voices ? { values } : { voiceId: `voice-${at}`, values })),
      )
    const round = fc.tuple(...Array.from({ length: voices + 1 }, (_, at) => voice(at)))
    return fc.array(round, { minLength: count, maxLength: count }).map((rounds) => ({ ...poll, rounds }))
  })

/** The vote of a poll, before its first round is closed. */
export const voteOf = ({ method, options, k, keepBallots }: RandomPoll): Vote => ({
  type: 'vote',
  id: 'vote-1',
  order: 'V',
  question: 'What comes first?',
  method,
  options: Array.from({ length: options }, (_, at) => ({ id: `option-${at}`, text: `Option ${at}` })),
  admission: 'codes',
  channels: ['phone', 'kiosk', 'paper'],
  secret: true,
  keepBallots,
  k,
  rounds: [],
  resultShown: true,
})
