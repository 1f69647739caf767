import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { ByeReason, ClientMessage, HostMessage, PushName, Pushes, Welcome } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { RequestArgs, RequestName, RequestResult } from '@core/protocol/requests'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import type { Snapshot } from '@core/protocol/views'
import { createEmitter } from '../lib/emitter'
import type { Emitter } from '../lib/emitter'
import { Connection } from './connection'
import { createPending } from './pending'
import type { Pending } from './pending'
import type { Timers } from './timers'
import { pageTimers } from './timers'
import type { OpenWire } from './wire'

/** What the page says of itself at each connection; asked anew each time, so that a kept credential is used. */
export type HelloParts = Pick<
  Extract<ClientMessage, { t: 'hello' }>,
  'role' | 'proof' | 'voiceId' | 'lang' | 'groupId' | 'turn'
>

/** online: the host answered the hello. offline: trying again by itself. refused: only `retry` tries again. */
export type ClientStatus = 'connecting' | 'online' | 'offline' | 'refused'

/** Why there is no connection, when the host said so. */
export type Ending =
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'bye'; readonly reason: ByeReason }

export type Client = {
  readonly request: <N extends RequestName>(name: N, args: RequestArgs<N>) => Promise<Result<RequestResult<N>, Failure>>
  /** As `request`, with the id under which the host names the change it makes. */
  readonly begin: <N extends RequestName>(
    name: N,
    args: RequestArgs<N>,
  ) => { readonly id: number; readonly reply: Promise<Result<RequestResult<N>, Failure>> }
  readonly on: <N extends PushName>(name: N, listener: (data: Pushes[N]) => void) => () => void
  readonly status: () => ClientStatus
  readonly onStatus: (listener: (status: ClientStatus) => void) => () => void
  /** Of the present or the last connection. */
  readonly welcome: () => Welcome | null
  readonly onWelcome: (listener: (welcome: Welcome) => void) => () => void
  readonly ending: () => Ending | null
  /** Tells the host which voice this phone speaks for. */
  readonly chooseVoice: (voiceId: string | null) => void
  /** Connects again now, after a refusal too. */
  readonly retry: () => void
  /** Forgets where the replica was, so that the next welcome brings the whole document. */
  readonly resync: () => void
  /** Requests without an answer yet. */
  readonly waiting: () => number
  readonly clockSkew: () => number
  readonly close: () => void
}

export type ClientOptions = {
  readonly openWire: OpenWire
  readonly hello: () => HelloParts
  readonly timers?: Timers
  /** Requests that may reach the host twice without harm; others fail as `offline` when the answer is lost. */
  readonly resend?: (name: string) => boolean
  /** Milliseconds after which a refusal is tried again; null = never by itself. */
  readonly retryRefused?: (failure: Failure) => number | null
}

const FINAL_BYES: readonly ByeReason[] = ['replaced', 'removed', 'misuse', 'refused']

const readsOnly = (name: string): boolean => /\.(view|networks|plan|removed|get|mine|search|hello)$/.test(name)

/** Keeps one connection to the host alive and matches answers to requests. Connects at once. */
export const createClient = (options: ClientOptions): Client => new RoomClient(options)

class RoomClient implements Client {
  readonly #options: ClientOptions
  readonly #timers: Timers
  readonly #pending: Pending
  readonly #connection: Connection
  readonly #pushes = new Map<PushName, Emitter<unknown>>()
  readonly #statuses = createEmitter<ClientStatus>()
  readonly #welcomes = createEmitter<Welcome>()
  #status: ClientStatus = 'connecting'
  #welcome: Welcome | null = null
  #ending: Ending | null = null
  #resume: { readonly sessionId: string; readonly seq: number } | null = null
  #skew = 0
  #closed = false

  constructor(options: ClientOptions) {
    this.#options = options
    this.#timers = options.timers ?? pageTimers
    this.#pending = createPending(options.resend ?? readsOnly)
    this.#connection = new Connection({
      openWire: options.openWire,
      timers: this.#timers,
      greeting: () => ({ t: 'hello', v: PROTOCOL_VERSION, ...options.hello(), resume: this.#resume }),
      onMessage: this.#receive,
      onLost: () => this.#become('offline'),
    })
    addEventListener('online', this.#hurry)
    document.addEventListener('visibilitychange', this.#hurry)
    this.#connection.connect()
  }

  request: Client['request'] = (name, args) => this.begin(name, args).reply

  begin: Client['begin'] = (name, args) => {
    type Reply = Result<RequestResult<typeof name>, Failure>
    let settle: (reply: Reply) => void = () => undefined
    const reply = new Promise<Reply>((resolve) => {
      settle = resolve
    })
    const id = this.#pending.add(name, args, (result) => settle(result as Reply)) // the host answers with the named result
    const hopeless = this.#closed || (this.#status === 'refused' && !this.#connection.willRetry())
    if (hopeless) this.#pending.settle(id, err(failure('offline')))
    else if (this.#status === 'online') this.#pending.flush(this.#connection.send)
    return { id, reply }
  }

  on: Client['on'] = (name, listener) => {
    const emitter = this.#pushes.get(name) ?? createEmitter<unknown>()
    this.#pushes.set(name, emitter)
    return emitter.on((data) => listener(data as Parameters<typeof listener>[0])) // kept by name
  }

  status = (): ClientStatus => this.#status
  onStatus: Client['onStatus'] = (listener) => this.#statuses.on(listener)
  welcome = (): Welcome | null => this.#welcome
  onWelcome: Client['onWelcome'] = (listener) => this.#welcomes.on(listener)
  ending = (): Ending | null => this.#ending
  waiting = (): number => this.#pending.count()
  clockSkew = (): number => this.#skew

  chooseVoice = (voiceId: string | null): void => {
    if (this.#status === 'online') this.#connection.send({ t: 'voice', voiceId })
  }

  retry = (): void => {
    this.#become('connecting')
    this.#connection.tryNow()
  }

  resync = (): void => {
    this.#resume = null
    this.#connection.lost()
  }

  close = (): void => {
    this.#closed = true
    this.#connection.close()
    this.#pending.failAll(failure('offline'))
    removeEventListener('online', this.#hurry)
    document.removeEventListener('visibilitychange', this.#hurry)
  }

  #receive = (message: HostMessage): void => {
    switch (message.t) {
      case 'welcome':
        return this.#arrive(message)
      case 'refused':
        return this.#refuse({ kind: 'refused', failure: message.failure })
      case 'res':
        return this.#pending.settle(message.id, message.ok ? ok(message.result) : err(message.failure))
      case 'push':
        this.#followPush(message)
        return this.#pushes.get(message.name)?.emit(message.data)
      case 'pong':
        this.#skew = message.now - this.#timers.now()
        return
      case 'bye':
        if (FINAL_BYES.includes(message.reason)) return this.#refuse({ kind: 'bye', reason: message.reason })
        this.#ending = { kind: 'bye', reason: message.reason }
        return this.#connection.lost()
    }
  }

  #arrive(welcome: Welcome): void {
    this.#welcome = welcome
    this.#ending = null
    this.#skew = welcome.now - this.#timers.now()
    this.#follow(welcome)
    this.#connection.settled()
    this.#welcomes.emit(welcome)
    // After the listeners: a replica has the missed changes before an unanswered request is given up.
    this.#pending.giveUpSent()
    this.#become('online')
    this.#pending.flush(this.#connection.send)
  }

  #follow({ session }: Welcome): void {
    if (session.kind === 'none') this.#resume = null
    if (session.kind === 'snapshot') this.#resumeFrom(session.snapshot)
    if (session.kind === 'missed' && this.#resume) {
      this.#resume = { ...this.#resume, seq: session.changes.at(-1)?.seq ?? this.#resume.seq }
    }
  }

  #followPush(message: Extract<HostMessage, { t: 'push' }>): void {
    if (message.name === 'doc.changed' && this.#resume) this.#resume = { ...this.#resume, seq: message.data.seq }
    if (message.name === 'session.left') this.#resume = null
    if (message.name === 'session.opened') this.#resumeFrom(message.data.snapshot)
  }

  #resumeFrom({ sessionId, seq }: Snapshot): void {
    this.#resume = { sessionId, seq }
  }

  #refuse(why: Ending): void {
    this.#ending = why
    this.#connection.drop()
    const again = why.kind === 'refused' ? (this.#options.retryRefused?.(why.failure) ?? null) : null
    if (again !== null) this.#connection.tryLater(again)
    const asBefore = this.#status === 'refused'
    this.#become('refused')
    // The room was full and is locked now: what people read is another thing.
    if (asBefore) this.#statuses.emit('refused')
    if (again === null) this.#pending.failAll(why.kind === 'refused' ? why.failure : failure('offline'))
  }

  #become(status: ClientStatus): void {
    if (this.#status === status) return
    this.#status = status
    this.#statuses.emit(status)
  }

  #hurry = (): void => {
    if (document.visibilityState !== 'visible') return
    if (this.#status === 'offline') this.#connection.connect()
    if (this.#status === 'online') this.#connection.check()
  }
}
