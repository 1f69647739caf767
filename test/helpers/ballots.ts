import fc from 'fast-check'
import type { Ballot, BallotValue, VoteMethod } from '@core/model/vote'

/** One of each kind. The budget of dots lets everybody use the cap everywhere. */
export const methodsFor = (options: number): readonly VoteMethod[] => [
  { name: 'dots', budget: 2 * options, cap: 2 },
  { name: 'approval' },
  { name: 'rating' },
  { name: 'ranking' },
  { name: 'effort-effect' },
  { name: 'consent' },
  { name: 'share-100' },
]

const ranking = (options: number): fc.Arbitrary<BallotValue[]> => {
  const indexes = Array.from({ length: options }, (_, index) => index)
  return fc
    .tuple(fc.shuffledSubarray(indexes, { minLength: options }), fc.nat({ max: options }))
    .map(([order, placed]) => indexes.map((index) => (order.indexOf(index) < placed ? order.indexOf(index) + 1 : null)))
}

/** The values of a valid ballot, blank ones too. */
export const valuesFor = (method: VoteMethod, options: number): fc.Arbitrary<BallotValue[]> => {
  const each = (value: fc.Arbitrary<BallotValue>) => fc.array(value, { minLength: options, maxLength: options })
  switch (method.name) {
    case 'dots':
      return each(fc.constantFrom(0, 0, 1, 2, null))
    case 'approval':
      return each(fc.constantFrom(0, 1, null))
    case 'rating':
      return each(fc.option(fc.integer({ min: 1, max: 5 })))
    case 'ranking':
      return ranking(options)
    case 'effort-effect':
      return each(fc.option(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 2 })))
    case 'consent':
      return each(fc.constantFrom(0, 0, 1, 2, null))
    case 'share-100':
      return each(fc.integer({ min: 0, max: Math.floor(100 / options) }))
  }
}

/** Ballots of up to four voices and of people without a voice. */
export const ballotsFor = (method: VoteMethod, options: number, maxLength = 24): fc.Arbitrary<Ballot[]> =>
  fc.array(
    fc
      .record({ values: valuesFor(method, options), voiceId: fc.constantFrom('a', 'b', 'c', 'd', undefined) })
      .map(({ values, voiceId }) => (voiceId === undefined ? { values } : { values, voiceId })),
    { maxLength },
  )
