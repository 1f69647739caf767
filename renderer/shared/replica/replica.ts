import type { Diff } from '@core/change/diff'
import { findStale, invertDiff } from '@core/change/diff'
import type { Result } from '@core/lib/result'
import { ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import type { DocChange, Welcome } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import type { ChangeResult } from '@core/protocol/request-kit'
import type { DocumentRequestName, RequestArgs } from '@core/protocol/requests'
import type { Snapshot } from '@core/protocol/views'
import type { Client } from '../transport/client'
import { DocumentReplica } from './document-replica'
import { createHostState } from './host-state'
import type { HostState } from './host-state'

/** What a change will do, as far as this page can tell; null when it cannot. Pages that only read have none. */
export type Guesser = <N extends DocumentRequestName>(view: DocumentView, name: N, args: RequestArgs<N>) => Diff | null

export type ChangeReply = Result<ChangeResult, Failure>

export type Replica = Pick<
  DocumentReplica,
  'version' | 'table' | 'orderedTable' | 'subscribe' | 'subscribeTable' | 'subscribeRecord'
> & {
  readonly view: DocumentView
  /** What the host says besides the document. From the first message on: it comes before the page is drawn. */
  readonly host: HostState
  /** Shows the change at once, sends it, and takes it back if the host refuses it. */
  readonly run: <N extends DocumentRequestName>(name: N, args: RequestArgs<N>) => Promise<ChangeReply>
  /** Changes without an answer yet. */
  readonly pendingCount: () => number
  readonly subscribePending: (listener: () => void) => () => void
  /** What the document was opened with (its records are in `view`); null without a session. */
  readonly snapshot: () => Snapshot | null
}

type Guess = {
  readonly req: number
  readonly name: DocumentRequestName
  readonly args: RequestArgs<DocumentRequestName>
  diff: Diff | null
  /** The host's number of the change, once it answered: the guess stands until the change itself arrives. */
  seq: number | null
}

/** The open document, kept equal to the host's, with this page's own unconfirmed changes on top. */
export const createReplica = (client: Client, guesser?: Guesser): Replica => new ClientReplica(client, guesser)

class ClientReplica implements Replica {
  readonly #client: Client
  readonly #guesser: Guesser | undefined
  readonly #document = new DocumentReplica()
  readonly host: HostState
  readonly #pendingListeners = new Set<() => void>()
  #guesses: Guess[] = []
  #snapshot: Snapshot | null = null
  #seq = 0
  #running = 0

  constructor(client: Client, guesser: Guesser | undefined) {
    this.#client = client
    this.#guesser = guesser
    this.host = createHostState(client)
    client.onWelcome(this.#welcome)
    client.on('doc.changed', (change) => this.#take([change]))
    client.on('session.opened', ({ snapshot }) => this.#open(snapshot))
    client.on('session.left', () => this.#open(null))
    const present = client.welcome()
    if (present) this.#welcome(present)
  }

  get view(): DocumentView {
    return this.#document.view
  }

  version = this.#document.version
  table = this.#document.table
  orderedTable = this.#document.orderedTable
  subscribe = this.#document.subscribe
  subscribeTable = this.#document.subscribeTable
  subscribeRecord = this.#document.subscribeRecord
  pendingCount = (): number => this.#running
  snapshot = (): Snapshot | null => this.#snapshot

  subscribePending = (listener: () => void): (() => void) => {
    this.#pendingListeners.add(listener)
    return () => this.#pendingListeners.delete(listener)
  }

  run: Replica['run'] = async (name, args) => {
    this.#count(1)
    try {
      const first = await this.#attempt(name, args)
      // The answer was lost with the connection and the change was not made: it is safe to ask again.
      return first === 'again' ? this.#answered(await this.#attempt(name, args)) : first
    } finally {
      this.#count(-1)
    }
  }

  async #attempt<N extends DocumentRequestName>(name: N, args: RequestArgs<N>): Promise<ChangeReply | 'again'> {
    const { id, reply } = this.#client.begin(name, args)
    const guess: Guess = { req: id, name, args, diff: this.#guess(name, args), seq: null }
    this.#guesses.push(guess)
    const result = (await reply) as ChangeReply // every document command answers its sequence number
    if (result.ok) {
      guess.seq = result.value.seq
      if (this.#seq >= guess.seq) this.#drop(guess)
      return result
    }
    this.#drop(guess)
    if (result.error.code !== 'offline' || this.#client.status() !== 'online' || !guess.diff) return result
    return findStale(this.view, invertDiff(guess.diff)) === null ? ok({ seq: this.#seq }) : 'again'
  }

  #answered(reply: ChangeReply | 'again'): ChangeReply {
    return reply === 'again' ? { ok: false, error: { code: 'offline' } } : reply
  }

  #guess<N extends DocumentRequestName>(name: N, args: RequestArgs<N>): Diff | null {
    const diff = this.#guesser?.(this.view, name, args) ?? null
    return diff && this.#document.apply(diff) ? diff : null
  }

  #drop(guess: Guess): void {
    if (!this.#guesses.includes(guess)) return
    this.#rebase(() => {
      this.#guesses = this.#guesses.filter((other) => other !== guess)
    })
  }

  /** Takes the guesses off, lets `change` see the confirmed document, and puts those left on again. */
  #rebase(change: () => void): void {
    this.#document.together(() => {
      for (const guess of this.#guesses.toReversed()) if (guess.diff) this.#document.apply(invertDiff(guess.diff))
      change()
      for (const guess of this.#guesses) {
        // What no longer fits is guessed anew; what cannot be is shown only when the host has decided.
        if (guess.diff && !this.#document.apply(guess.diff)) guess.diff = this.#guess(guess.name, guess.args)
      }
    })
  }

  #take(changes: readonly DocChange[]): void {
    if (this.#snapshot === null || changes.length === 0) return
    let fits = true
    this.#rebase(() => {
      for (const { seq, diff, req } of changes) {
        fits &&= this.#document.apply(diff)
        this.#seq = seq
        this.#guesses = this.#guesses.filter((guess) => guess.req !== req && !(guess.seq !== null && guess.seq <= seq))
      }
    })
    if (!fits) this.#client.resync()
  }

  #welcome = ({ session }: Welcome): void => {
    if (session.kind === 'missed') this.#take(session.changes)
    else this.#open(session.kind === 'snapshot' ? session.snapshot : null)
  }

  #open(snapshot: Snapshot | null): void {
    // The records live on in the tables; keeping the list too would hold the first state for ever.
    this.#snapshot = snapshot && { ...snapshot, records: [] }
    this.#seq = snapshot?.seq ?? 0
    this.#guesses = []
    this.#document.replace(snapshot ? snapshot.records : null)
  }

  #count(by: number): void {
    this.#running += by
    for (const listener of [...this.#pendingListeners]) listener()
  }
}
