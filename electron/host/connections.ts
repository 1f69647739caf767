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
/** What a phone does not read is not piled up here. */
const BUFFER_LIMIT = 1024 * 1024
const PHONE_RATE = { perSecond: 10, burst: 30 } as const
const LAPTOP_RATE = { perSecond: 500, burst: 5_000 } as const

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
export const createConnections = (deps: Deps, handlers: ConnectionHandlers) => {
  const seats = new Set<Seat>()
  let nextId = 1
  let stopped = false
  let cancelSweep: () => void = () => undefined

  const send = (seat: Seat, message: Outgoing): void => {
    if (seat.state === 'closed') return
    seat.connection.send(message)
    if (seat.connection.buffered() > BUFFER_LIMIT) end(seat, 'too-slow')
  }

  const end = (seat: Seat, reason: ByeReason | null): void => {
    if (seat.state === 'closed') return
    const wasReady = seat.state === 'ready'
    if (reason) seat.connection.send(outgoing({ t: 'bye', reason }))
    seat.state = 'closed'
    seats.delete(seat)
    seat.connection.close()
    if (wasReady) handlers.left(seat)
  }

  const refuse = (seat: Seat, why: Failure): void => {
    if (seat.state === 'closed') return
    seat.connection.send(outgoing({ t: 'refused', failure: why, v: PROTOCOL_VERSION }))
    end(seat, null)
  }

  const misuse = (seat: Seat): void => {
    if (seat.state === 'ready') end(seat, 'misuse')
    else refuse(seat, failure('bad-message'))
  }

  const receive = (seat: Seat, raw: unknown): void => {
    if (seat.state === 'closed') return
    seat.lastHeard = deps.clock.now()
    const allowed = seat.bucket.take()
    const message = messageOf(raw)
    if (!message) return misuse(seat)
    if (seat.state !== 'ready') {
      if (message.t === 'hello' && seat.state === 'waiting') greet(seat, message)
      else if (message.t !== 'ping') misuse(seat)
      return
    }
    if (!allowed) return tooFast(seat, message)
    switch (message.t) {
      case 'hello':
        return misuse(seat)
      case 'ping':
        return send(seat, outgoing({ t: 'pong', now: deps.clock.now() }))
      case 'voice':
        return handlers.voice(seat, message.voiceId)
      case 'req':
        return handlers.ask(seat, message)
    }
  }

  const tooFast = (seat: Seat, message: ClientMessage): void => {
    if (message.t !== 'req') return
    send(seat, outgoing({ t: 'res', id: message.id, ok: false, failure: failure('too-many-messages') }))
  }

  const greet = (seat: Seat, hello: Hello): void => {
    if (hello.v !== PROTOCOL_VERSION) {
      return refuse(seat, failure(hello.v < PROTOCOL_VERSION ? 'protocol-too-old' : 'protocol-too-new'))
    }
    seat.state = 'greeting'
    handlers.greet(seat, hello).then(
      (why) => why && refuse(seat, why),
      () => refuse(seat, failure('internal')),
    )
  }

  const attach = (connection: Connection): HostConnection => {
    const rate = connection.from === 'lan' ? PHONE_RATE : LAPTOP_RATE
    const seat: Seat = {
      id: nextId++,
      connection,
      bucket: createTokenBucket(rate.perSecond, rate.burst, deps.clock.now),
      state: 'waiting',
      role: null,
      since: 0,
      device: '',
      voiceId: null,
      upload: null,
      lastHeard: deps.clock.now(),
    }
    seats.add(seat)
    deps.timers.after(HELLO_TIME, () => {
      if (seat.state === 'waiting') refuse(seat, failure('timed-out'))
    })
    return { receive: (raw) => receive(seat, raw), ended: () => end(seat, null) }
  }

  const sweep = (): void => {
    const limit = deps.clock.now() - SILENCE
    for (const seat of seats) {
      if (seat.connection.from !== 'window' && seat.lastHeard < limit) end(seat, null)
    }
    if (!stopped) cancelSweep = deps.timers.after(SWEEP, sweep)
  }
  cancelSweep = deps.timers.after(SWEEP, sweep)

  return {
    attach,
    send,
    end,
    /** Connections that were let in. */
    ready: function* (...roles: Role[]): Generator<Seat> {
      for (const seat of seats) {
        if (seat.state === 'ready' && (roles.length === 0 || (seat.role && roles.includes(seat.role)))) yield seat
      }
    },
    /** One text for all of them. */
    tell: (roles: readonly Role[], message: Outgoing): void => {
      for (const seat of seats) {
        if (seat.state === 'ready' && seat.role && roles.includes(seat.role)) send(seat, message)
      }
    },
    endAll: (reason: ByeReason, from?: Connection['from']): void => {
      for (const seat of seats) if (!from || seat.connection.from === from) end(seat, reason)
    },
    stop: (): void => {
      stopped = true
      cancelSweep()
      for (const seat of seats) end(seat, 'shutting-down')
    },
  }
}
export type Connections = ReturnType<typeof createConnections>

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
