import type { ProposalKind } from '@core/model/step'
import type { BallotValue } from '@core/model/vote'
import type { Failure, FailureCode } from '@core/protocol/failures'
import { keep, kept } from '../../shared/lib/storage'

/** A card of this phone. waiting: not yet at the host. withdrawing: the host has yet to hear of it. */
export type OwnCard = {
  readonly id: string
  readonly secret: string
  readonly text: string
  readonly entryIds: readonly string[]
  readonly quote: 'none' | 'role'
  readonly state: 'waiting' | 'sent' | 'withdrawing' | 'refused'
  readonly problem?: FailureCode
  /** What the host last took, while a change of it is under way. */
  readonly before?: string
  /** It travels to the next round, as its author said. */
  readonly released?: boolean
}

/** What this phone proposes. `sent`: the host has it; a copy stays here so that it can be taken back. */
export type OwnOffer = {
  readonly id: string
  readonly secret: string
  readonly kind: ProposalKind
  readonly text: string
  readonly taskId?: string
  readonly sent: boolean
}

/** A ballot of this phone. `values` is what the person is choosing. */
export type OwnBallot = {
  readonly voteId: string
  readonly values: readonly BallotValue[]
  /** Why somebody stands aside or objects. */
  readonly reason?: string
  readonly rev: number
  readonly state: 'choosing' | 'waiting' | 'counted' | 'late'
  /** What the host is known to count, even if the newest was late; empty after the close, null if nothing. */
  readonly counted: readonly BallotValue[] | null
  readonly countedReason?: string
  /** Why the host did not take what was handed in last. */
  readonly problem?: Failure
  /** The vote was shut while something was chosen that was never handed in. */
  readonly unsent?: boolean
  /** Of a vote that is over: the person has read what became of the ballot. */
  readonly seen?: boolean
}

/** What this phone keeps of one session; nothing of it is sent but by the deeds of the person. */
export type Mine = {
  readonly entered: boolean
  /** Absent: not asked yet. Null: rather not say. */
  readonly voiceId?: string | null
  readonly quote?: 'none' | 'role'
  readonly cards: readonly OwnCard[]
  readonly ballots: { readonly [roundId: string]: OwnBallot }
  /** Codes of slips, by the round that each is for. */
  readonly slips?: { readonly [roundId: string]: string }
  /** Of several votes at once: the round this person went to, or the list of all. */
  readonly at?: string
  readonly draft: { readonly text: string; readonly entryIds: readonly string[] }
  readonly offers: readonly OwnOffer[]
  /** The step that this person is done with. */
  readonly done?: string
  /** This phone's id among those who wish to speak. */
  readonly wish?: string
  /** The feedback, as it is being given; `done` once the host has counted it. */
  readonly pulse?: {
    readonly values: { readonly [id: string]: number }
    readonly remark: string
    readonly done: boolean
  }
}

export const NOTHING: Mine = { entered: false, cards: [], ballots: {}, draft: { text: '', entryIds: [] }, offers: [] }

/** `slip`: the code of a printed slip that was scanned. */
export type Ticket = {
  readonly device?: string
  readonly secret?: string
  readonly code?: string
  readonly slip?: string
}

const TICKET = 'polyphony.ticket'
const LAST = 'polyphony.session'

const read = <T extends object>(key: string, fallback: T): T => {
  try {
    const value: unknown = JSON.parse(kept(key) ?? 'null')
    return typeof value === 'object' && value !== null ? { ...fallback, ...(value as T) } : fallback // own writing
  } catch {
    return fallback
  }
}

const readTicket = (): Ticket => read<Ticket>(TICKET, {})
const keepTicket = (ticket: Ticket): void => keep(TICKET, JSON.stringify(ticket))

/** The session this phone was in last, so that its voice is in the first message of a new connection. */
const lastSession = (): string | null => kept(LAST)

/** Where a phone keeps what is its own. The tablet keeps nothing: it goes from hand to hand. */
export type Memory = {
  readonly readTicket: () => Ticket
  readonly keepTicket: (ticket: Ticket) => void
  readonly lastSession: () => string | null
  readonly readMine: (sessionId: string) => Mine
  readonly keepMine: (sessionId: string, mine: Mine) => void
}

const readMine = (sessionId: string): Mine => read(`polyphony.mine.${sessionId}`, NOTHING)
const keepMine = (sessionId: string, mine: Mine): void => {
  keep(LAST, sessionId)
  keep(`polyphony.mine.${sessionId}`, JSON.stringify(mine))
}

export const phoneMemory: Memory = { readTicket, keepTicket, lastSession, readMine, keepMine }
