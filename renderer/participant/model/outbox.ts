import type { Client } from '../../shared/transport/client'
import { ballotOf } from './ballot'
import type { Mine, OwnBallot, OwnCard } from './memory'

type Rooms = { readonly voteId: string; readonly roundId: string }

export type Outbox = {
  /** Sends what waits; what is under way already is not sent twice. */
  readonly flush: () => void
  /** After coming back: what the host counts for this phone, in case this phone has forgotten. */
  readonly compare: (rounds: readonly Rooms[]) => Promise<void>
}

type OutboxOptions = {
  readonly client: () => Client | null
  readonly mine: () => Mine
  readonly setCard: (card: OwnCard) => void
  readonly dropCard: (id: string) => void
  readonly setBallot: (roundId: string, ballot: OwnBallot) => void
  readonly forgetSlip: (roundId: string) => void
  /** What waits is sent again in a while. */
  readonly later: () => void
}

/** Not the phone's fault and not final: the words stay and are sent again. */
const PASSING: readonly string[] = [
  'offline',
  'timed-out',
  'internal',
  'slow-down',
  'too-many-messages',
  'no-session',
  'storage-stalled',
  'disk-full',
  'disk-error',
]
/** The vote went on without this ballot. */
const OVER: readonly string[] = ['vote-closed', 'vote-not-open']

/** Takes cards and ballots to the host once, however often the network or the phone fails in between. */
export const createOutbox = (options: OutboxOptions): Outbox => {
  const underWay = new Set<string>()

  const once = (key: string, work: () => Promise<void>): void => {
    if (underWay.has(key)) return
    underWay.add(key)
    void work().finally(() => underWay.delete(key))
  }

  const flush = (): void => {
    const client = options.client()
    if (!client) return
    for (const card of options.mine().cards) {
      if (card.state === 'waiting') once(card.id, () => submit(client, options, card))
      if (card.state === 'withdrawing') once(`${card.id} back`, () => withdraw(client, options, card))
    }
    for (const [roundId, ballot] of Object.entries(options.mine().ballots)) {
      if (ballot.state === 'waiting') once(`${roundId} ${ballot.rev}`, () => cast(client, options, roundId, ballot))
    }
  }

  return {
    flush,
    compare: async (rounds) => {
      const client = options.client()
      if (client) await Promise.all(rounds.map((round) => compareOne(client, options, round)))
    },
  }
}

const submit = async (client: Client, { mine, setCard, later }: OutboxOptions, card: OwnCard): Promise<void> => {
  const { id, secret, text, entryIds, quote } = card
  const reply = await client.request('card.submit', { id, secret, text, quote, entryIds: [...entryIds] })
  const present = mine().cards.find((other) => other.id === id)
  if (!present || present.state !== 'waiting') return
  const { before, problem: _problem, ...rest } = present
  if (reply.ok || reply.error.code === 'already-there') setCard({ ...rest, state: 'sent' })
  else if (PASSING.includes(reply.error.code)) later()
  // A change that is not taken leaves the card as it was.
  else if (before !== undefined) setCard({ ...rest, text: before, state: 'sent', problem: reply.error.code })
  else setCard({ ...rest, state: 'refused', problem: reply.error.code })
}

const withdraw = async (client: Client, { setCard, dropCard }: OutboxOptions, card: OwnCard): Promise<void> => {
  const reply = await client.request('card.withdraw', { id: card.id, secret: card.secret })
  if (reply.ok || reply.error.code === 'not-found') dropCard(card.id)
  else if (!PASSING.includes(reply.error.code)) setCard({ ...card, state: 'sent', problem: reply.error.code })
}

const cast = async (client: Client, options: OutboxOptions, roundId: string, ballot: OwnBallot): Promise<void> => {
  const { voteId, rev } = ballot
  const reply = await client.request('ballot.cast', {
    voteId,
    roundId,
    rev,
    ballot: ballotOf(ballot, options.mine().voiceId),
    ...slipOf(options, roundId),
  })
  const present = options.mine().ballots[roundId]
  // The news of the close may overtake the answer: a ballot taken for late can still turn out to count.
  if (!present || present.rev !== rev || (present.state !== 'waiting' && present.state !== 'late')) return
  const set = (part: Partial<OwnBallot>): void => options.setBallot(roundId, { ...present, ...part })
  if (reply.ok) options.setBallot(roundId, asCounted(present))
  else if (OVER.includes(reply.error.code)) set({ state: present.counted ? 'counted' : 'late', unsent: true })
  else if (reply.error.code === 'old-ballot') await compareOne(options.client() ?? client, options, { voteId, roundId })
  else if (PASSING.includes(reply.error.code)) options.later()
  else {
    set({ state: 'choosing', problem: reply.error })
    if (reply.error.code.startsWith('slip-')) options.forgetSlip(roundId)
  }
}

const slipOf = ({ mine }: OutboxOptions, roundId: string): { slip?: string } => {
  const slip = mine().slips?.[roundId]
  return slip === undefined ? {} : { slip }
}

const asCounted = ({ voteId, values, rev, reason }: OwnBallot): OwnBallot => ({
  voteId,
  values,
  rev,
  state: 'counted',
  counted: values,
  ...(reason === undefined ? {} : { reason, countedReason: reason }),
})

const compareOne = async (client: Client, options: OutboxOptions, { voteId, roundId }: Rooms): Promise<void> => {
  const reply = await client.request('ballot.mine', { voteId, roundId, ...slipOf(options, roundId) })
  if (!reply.ok) return
  const { rev, ballot } = reply.value
  const present = options.mine().ballots[roundId]
  if (ballot === null) {
    // The vote is closed and its ballots are destroyed: the number alone says which one counted.
    if (rev > 0 && (!present || present.state === 'late' || present.state === 'waiting')) {
      const unsent = present !== undefined && present.rev > rev
      options.setBallot(roundId, { ...asCounted({ voteId, values: [], rev, state: 'counted', counted: [] }), unsent })
    }
    return
  }
  if (present && (present.rev > rev || (present.rev === rev && present.state !== 'waiting'))) return
  const { values, reason } = ballot
  const own = { voteId, rev, values, ...(reason === undefined ? {} : { reason }) }
  options.setBallot(roundId, asCounted({ ...own, state: 'counted', counted: null }))
}
