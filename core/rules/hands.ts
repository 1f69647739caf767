import { assertNever } from '../lib/assert-never'
import type { Ballot, HandsRow, Round, Tally, Vote, VoteMethod } from '../model/vote'
import type { Failure } from '../protocol/failures'
import { failure } from '../protocol/failures'
import { addTallies } from './tally-count'

type VoteParts = Pick<Vote, 'method' | 'options'>
export type RoundHands = Pick<Round, 'hands' | 'handsPeople'>

/** A ballot that so many people have. */
export type Weighed = { readonly ballot: Ballot; readonly times: number }

/** The people of one voice who voted by raised hand; without `voiceId` those who gave no voice. */
export type HandsOfVoice = {
  readonly voiceId: string | undefined
  readonly people: number
  /** What they said; null where no hand was raised at all: they took part and left everything empty. */
  readonly tally: Tally | null
  /** Their ballots, where raised hands tell exactly what these would be; null where only totals are known. */
  readonly ballots: readonly Weighed[] | null
}

/**
 * How many people the raised hands of one voice prove. With one dot, everybody raises one hand in all; in consent, one for
 * every proposal; in approval, one for each option that they approve of.
 */
const provenBy = (method: VoteMethod, rows: readonly HandsRow[]): number => {
  const byOption = new Map<string, number>()
  for (const { optionId, count } of rows) byOption.set(optionId, (byOption.get(optionId) ?? 0) + count)
  const counts = [...byOption.values()]
  switch (method.name) {
    case 'dots':
      return counts.reduce((sum, count) => sum + count, 0)
    case 'approval':
    case 'consent':
      return Math.max(0, ...counts)
    case 'rating':
    case 'ranking':
    case 'effort-effect':
    case 'share-100':
      return 0
    default:
      return assertNever(method)
  }
}

/** The failure when `people` of a voice cannot have raised these hands; null when they can, or when `people` is not given. */
export const checkHands = (
  method: VoteMethod,
  rows: readonly HandsRow[],
  people: number | undefined,
): Failure | null => {
  const count = provenBy(method, rows)
  return people !== undefined && count > people ? failure('too-many-hands', { count, people }) : null
}

/** The raised hands of a round by voice, only voices with people. */
export const handsByVoice = (vote: VoteParts, { hands = [], handsPeople = [] }: RoundHands): HandsOfVoice[] => {
  const options = new Set(vote.options.map((option) => option.id))
  const counted = hands.filter((row) => row.count > 0 && options.has(row.optionId))
  const voices = new Set([...counted, ...handsPeople].map((row) => row.voiceId))
  return [...voices].flatMap((voiceId) => {
    const rows = counted.filter((row) => row.voiceId === voiceId)
    const given = handsPeople.find((row) => row.voiceId === voiceId)?.people ?? 0
    const proven = provenBy(vote.method, rows)
    // Only where a person can raise several hands does it matter how many people there are.
    const people = vote.method.name === 'approval' ? Math.max(given, proven) : proven
    if (people === 0) return []
    return [
      {
        voiceId: voiceId ?? undefined,
        people,
        tally: proven === 0 ? null : tallyOf(vote, rows, people),
        ballots: ballotsOf(vote, rows),
      },
    ]
  })
}

/** People who voted by hand, by voice id; `undefined` for those who gave no voice. For the turnout. */
export const peopleByHand = (vote: VoteParts, round: RoundHands): ReadonlyMap<string | undefined, number> =>
  new Map(handsByVoice(vote, round).map(({ voiceId, people }) => [voiceId, people]))

const tallyOf = ({ method, options }: VoteParts, rows: readonly HandsRow[], people: number): Tally => ({
  ballots: people,
  rows: options.map(({ id }) => {
    const own = rows.filter((row) => row.optionId === id)
    const raised = (stance: number): number =>
      own.reduce((sum, row) => (row.stance === stance ? sum + row.count : sum), 0)
    return method.name === 'consent' ? [0, 1, 2].map(raised) : [raised(0)]
  }),
})

const ballotsOf = ({ method, options }: VoteParts, rows: readonly HandsRow[]): Weighed[] | null => {
  const isOneDot = method.name === 'dots' && method.budget === 1
  if (!isOneDot && !(method.name === 'consent' && options.length === 1)) return null
  return rows.map((row) => ({
    ballot: { values: options.map(({ id }) => (id !== row.optionId ? null : isOneDot ? 1 : row.stance)) },
    times: row.count,
  }))
}

/** The tally with what these raised hands say. */
export const withHands = (tally: Tally, hands: readonly HandsOfVoice[]): Tally =>
  hands.reduce((sum, one) => (one.tally ? addTallies(sum, one.tally) : sum), tally)
