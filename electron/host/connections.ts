import { clientMessageSchema } from '@core/protocol/envelope'
import type { ByeReason, ClientMessage } from '@core/protocol/envelope'
import { failure } from '@core/protocol/failures'
import type { Failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import type { Outgoing } from './outgoing'
import { outgoing } from './outgoing'
import type { HostDeps } from './ports'
import type { Connection, HostConnection, Seat } from './seat'
import { createTokenBucket } from './token-bucket'

const HELLO_TIME = 5_000
/** Clients ping every 10 s. */
const SILENCE = 35_000
const SWEEP = 5_000
const MIB = 1024 * 1024
/**
 * Bytes that may lie unread when the next message comes: what a page does not read is not piled up here. One message is
 * always let through, however long: a session or a notebook with pictures takes its time over a weak Wi-Fi.
 */
const UNREAD = { lan: 4 * MIB, granted: 16 * MIB, loopback: 16 * MIB, window: 16 * MIB } as const
const PHONE_RATE = { perSecond: 10, burst: 30 } as const
const LAPTOP_RATE = { perSecond: 500, burst: 5_000 } as const
/** A helper's board or a projector elsewhere in the room. */
const GRANTED_RATE = { perSecond: 100, burst: 1_000 } as const
const RATES = { lan: PHONE_RATE, granted: GRANTED_RATE, loopback: LAPTOP_RATE, window: LAPTOP_RATE } as const
/** A phone that goes on sending far beyond its rate is no phone of ours. */
const MOST_REFUSED = 200

export type Hello = Extract<ClientMessage, { t: 'hello' }>
type Ask = Extract<ClientMessage, { t: 'req' }>

export type ConnectionHandlers = {
  /** Answers the welcome itself, or why the connection is refused. */
  readonly greet: (seat: Seat, hello: Hello) => Promise<Failure | null>
  readonly ask: (seat: Seat, ask: Ask) => void
  readonly voice: (seat: Seat, voiceId: string | null) => void
  readonly left: (seat: Seat) => void
}

type Deps = Pick<HostDeps, 'clock' | 'timers' | 'log'>

/** All connections and the rules every one of them is held to. */
export class Connections {
  readonly #deps: Deps
  readonly #handlers: ConnectionHandlers
  readonly #seats = new Set<Seat>()
  /** Phones that are in, by device: a thousand of them join without being searched through. */
  readonly #phones = new Map<string, Seat>()
  #nextId = 1
  #cancelSweep: () => void

  constructor(deps: Deps, handlers: ConnectionHandlers) {
    this.#deps = deps
    this.#handlers = handlers
    this.#cancelSweep = deps.timers.after(SWEEP, this.#sweep)
  }

  phones = (): number => this.#phones.size
  phonesHere = (): Iterable<Seat> => this.#phones.values()
  phone = (device: string): Seat | undefined => this.#phones.get(device)

  attach = (connection: Connection): HostConnection => {
    const { clock, timers } = this.#deps
    const rate = RATES[connection.from]
    const seat: Seat = {
      id: this.#nextId++,
      connection,
      bucket: createTokenBucket(rate.perSecond, rate.burst, clock.now),
      refused: 0,
      state: 'waiting',
      role: null,
      since: 0,
      device: '',
      voiceId: null,
      groupId: null,
      grantId: null,
      upload: null,
      lastHeard: clock.now(),
    }
    this.#seats.add(seat)
    timers.after(HELLO_TIME, () => {
      if (seat.state === 'waiting') this.#refuse(seat, failure('timed-out'))
    })
    return { receive: (raw) => this.#receive(seat, raw), ended: () => this.end(seat, null) }
  }

  send = (seat: Seat, message: Outgoing): void => {
    if (seat.state === 'closed') return
    if (seat.connection.buffered() > UNREAD[seat.connection.from]) this.end(seat, 'too-slow')
    else seat.connection.send(message)
  }

  end(seat: Seat, reason: ByeReason | null): void {
    if (seat.state === 'closed') return
    const wasReady = seat.state === 'ready'
    if (reason) seat.connection.send(outgoing({ t: 'bye', reason }))
    seat.state = 'closed'
    this.#seats.delete(seat)
    if (this.#phones.get(seat.device) === seat) this.#phones.delete(seat.device)
    seat.connection.close()
    if (wasReady) this.#handlers.left(seat)
  }

  /** Lets a greeted connection in. The same phone's or grant's older one, not yet noticed to be dead, goes. */
  admit(seat: Seat, as: Pick<Seat, 'role' | 'device' | 'voiceId' | 'since' | 'groupId' | 'grantId'>): void {
    const older = as.grantId === null ? this.#phones.get(as.device) : this.granted(as.grantId)
    if (older) this.end(older, 'replaced')
    Object.assign(seat, as, { state: 'ready' })
    // The tablet is no phone: a new device at every turn, and nobody to be sent away.
    if (as.device !== '' && as.role !== 'kiosk') this.#phones.set(as.device, seat)
  }

  /** The connection of a grant, if it is here. */
  granted(grantId: string | null): Seat | undefined {
    if (grantId === null) return undefined
    for (const seat of this.ready()) if (seat.grantId === grantId) return seat
    return undefined
  }

  /** Connections that were let in; of these roles, if any are named. */
  *ready(...roles: Role[]): Generator<Seat> {
    for (const seat of this.#seats) {
      const fits = roles.length === 0 || (seat.role !== null && roles.includes(seat.role))
      if (seat.state === 'ready' && fits) yield seat
    }
  }

  /** One text for all of them. */
  tell(roles: readonly Role[], message: Outgoing): void {
    for (const seat of this.ready(...roles)) this.send(seat, message)
  }

  endAll(reason: ByeReason, ...from: readonly Connection['from'][]): void {
    for (const seat of this.#seats) if (from.length === 0 || from.includes(seat.connection.from)) this.end(seat, reason)
  }

  stop(): void {
    this.#cancelSweep()
    this.endAll('shutting-down')
  }

  #receive(seat: Seat, raw: unknown): void {
    if (seat.state === 'closed') return
    seat.lastHeard = this.#deps.clock.now()
    const isAllowed = seat.bucket.take()
    const message = messageOf(raw)
    if (!message) return this.#misuse(seat)
    if (seat.state !== 'ready') return this.#beforeWelcome(seat, message)
    if (!isAllowed) return this.#tooFast(seat, message)
    switch (message.t) {
      case 'hello':
        return this.#misuse(seat)
      case 'ping':
        return this.send(seat, outgoing({ t: 'pong', now: this.#deps.clock.now() }))
      case 'voice':
        return this.#handlers.voice(seat, message.voiceId)
      case 'req':
        return this.#handlers.ask(seat, message)
    }
  }

  #beforeWelcome(seat: Seat, message: ClientMessage): void {
    if (message.t === 'ping') return
    if (message.t !== 'hello' || seat.state !== 'waiting') return this.#misuse(seat)
    if (message.v !== PROTOCOL_VERSION) {
      return this.#refuse(seat, failure(message.v < PROTOCOL_VERSION ? 'protocol-too-old' : 'protocol-too-new'))
    }
    seat.state = 'greeting'
    this.#handlers.greet(seat, message).then(
      (why) => why && this.#refuse(seat, why),
      () => this.#refuse(seat, failure('internal')),
    )
  }

  /** What is over the rate is refused by name, so that an honest phone sends it again. */
  #tooFast(seat: Seat, message: ClientMessage): void {
    seat.refused += 1
    if (seat.refused > MOST_REFUSED) return this.#misuse(seat)
    if (message.t !== 'req') return
    this.send(seat, outgoing({ t: 'res', id: message.id, ok: false, failure: failure('too-many-messages') }))
  }

  #misuse(seat: Seat): void {
    if (seat.state === 'ready') this.end(seat, 'misuse')
    else this.#refuse(seat, failure('bad-message'))
  }

  #refuse(seat: Seat, why: Failure): void {
    if (seat.state === 'closed') return
    seat.connection.send(outgoing({ t: 'refused', failure: why, v: PROTOCOL_VERSION }))
    this.end(seat, null)
  }

  #sweep = (): void => {
    const limit = this.#deps.clock.now() - SILENCE
    for (const seat of this.#seats) {
      if (seat.connection.from !== 'window' && seat.lastHeard < limit) this.end(seat, null)
    }
    this.#cancelSweep = this.#deps.timers.after(SWEEP, this.#sweep)
  }
}

/** Requests, by far the most frequent, are checked by hand; everything else by the schema. */
const messageOf = (raw: unknown): ClientMessage | null => {
  if (typeof raw !== 'object' || raw === null) return null
  const { t, id, name, args } = raw as { t?: unknown; id?: unknown; name?: unknown; args?: unknown }
  if (t === 'req') {
    const fits = typeof name === 'string' && name.length <= 60 && Number.isSafeInteger(id) && (id as number) >= 1
    return fits ? { t, id: id as number, name, args } : null // checked in the line before
  }
  const checked = clientMessageSchema.safeParse(raw)
  return checked.success ? checked.data : null
}
