import type { Ballot, Vote, VoteMethod } from '@core/model/vote'
import type { AnyRecord } from '@core/model/records'
import type { Voice } from '@core/model/voice'
import type { Audience, ResultView } from '@core/rules/result-model'
import { resultView } from '@core/rules/result-view'
import { tallyRound } from '@core/rules/tally'
import { aVoice, aVote, seededRandom } from './builders'

export const METHODS: readonly VoteMethod[] = [
  { name: 'dots', budget: 5, cap: 3 },
  { name: 'approval' },
  { name: 'rating' },
  { name: 'ranking' },
  { name: 'effort-effect' },
  { name: 'consent' },
  { name: 'share-100' },
]

export const TOPICS = [
  'One plan, made with the family',
  'One person who holds the thread',
  'Fewer families per worker',
  'Say it once: shared record',
  'Time for teams to meet',
  'Regular feedback from families',
  'Rules that let services share',
]

const VOICES = [
  { id: 'families', text: 'Families', people: 9 },
  { id: 'staff', text: 'Front-line staff', people: 7 },
  { id: 'school', text: 'School and health', people: 5 },
  { id: 'managers', text: 'Managers', people: 2 },
  { id: 'policy', text: 'Policymakers', people: 3 },
] as const

/** Five voices; two of them too small to be shown alone. */
export const fiveVoices = (): Voice[] =>
  VOICES.map(({ id, text, people }, index) =>
    aVoice({ id, label: { text }, slot: index + 1, order: `k${index}`, expected: people, present: people }),
  )

/** What a voice leans to, 0 to 1, by option; every voice begins the list somewhere else. */
const lean = (voice: number, option: number, options: number): number =>
  1 - ((option + voice * 2) % options) / Math.max(1, options)

const valuesOf = (method: VoteMethod, leans: readonly number[], random: () => number): Ballot['values'] => {
  const five = (one: number): number => Math.min(5, Math.max(1, Math.round(one * 4 + 1 + (random() - 0.5) * 2)))
  const order = leans
    .map((one, index) => ({ index, weight: one + random() * 0.5 }))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ index }) => index)
  switch (method.name) {
    case 'dots':
      return leans.map((_, index) => (order[0] === index ? 3 : order[1] === index ? 2 : 0))
    case 'approval':
      return leans.map((one) => (random() < one ? 1 : 0))
    case 'rating':
      return leans.map((one) => five(one))
    case 'ranking':
      return leans.map((_, index) => order.indexOf(index) + 1)
    case 'effort-effect':
      return leans.map((one, index) => [five((index % 4) / 3), five(one)])
    case 'consent':
      return leans.map((one) => (random() < one + 0.35 ? 0 : random() < 0.6 ? 1 : 2))
    case 'share-100':
      return leans.map((_, index) => (order[0] === index ? 60 : order[1] === index ? 40 : 0))
  }
}

const REASONS = ['Not without fewer cases for each worker.', 'The school was not asked.']

export type ClosedVote = {
  readonly topics?: readonly string[]
  readonly fields?: Partial<Vote>
  readonly seed?: number
}

/** A vote of this method, closed: every person of the five voices handed in a ballot, some on paper. */
export const closedVote = (method: VoteMethod, { topics = TOPICS, fields = {}, seed = 5 }: ClosedVote = {}): Vote => {
  const random = seededRandom(seed)
  const vote = aVote({
    id: `vote-${method.name}`,
    question: 'What should we work on first?',
    method,
    options: topics.map((text, index) => ({ id: `o${index + 1}`, text })),
    ...fields,
  })
  const cast = VOICES.flatMap(({ id: voiceId, people }, voice) =>
    Array.from({ length: people }, (_, person) => {
      const values = valuesOf(
        method,
        topics.map((__, option) => lean(voice, option, topics.length)),
        random,
      )
      const speaks = method.name === 'consent' && values.includes(2)
      const reason = speaks ? REASONS[person % REASONS.length] : undefined
      const channel = person % 5 === 4 ? 'paper' : person % 5 === 3 ? 'kiosk' : 'phone'
      return { channel, ballot: { voiceId, values, ...(reason === undefined ? {} : { reason }) } } as const
    }),
  )
  const result = tallyRound(vote, cast, new Map(VOICES.map(({ id, people }) => [id, people])), { random })
  return {
    ...vote,
    rounds: [{ id: `${vote.id}-1`, number: 1, state: 'closed', closedAt: '2026-03-02T10:26:00.000Z', result }],
  }
}

export const resultOf = (vote: Vote, audience: Audience = 'room'): ResultView => {
  const result = resultView(vote, 0, fiveVoices(), audience)
  if (!result) throw new Error(`${vote.id} is not closed`)
  return result
}

/** Five voices and a closed vote of every method. */
export const votesOfAllMethods = (): AnyRecord[] => [
  ...fiveVoices(),
  ...METHODS.map((method, index) =>
    closedVote(method, {
      fields: { order: `k${index}` },
      ...(method.name === 'consent' ? { topics: TOPICS.slice(0, 3) } : {}),
    }),
  ),
]
