import type { ClientMessage, HostMessage } from '@core/protocol/envelope'
import type { Timers } from './timers'
import type { OpenWire, Wire } from './wire'

const BACKOFF = { first: 250, most: 4_000 }
const PING_EVERY = 10_000
const MISSED_PONGS = 2
/** A laptop asleep answers nothing at all; browsers would try for minutes, and long after it woke up. */
const OPENS_WITHIN = 6_000
/** A whole session over a weak Wi-Fi takes its time. */
const WELCOMES_WITHIN = 20_000
/** After the page woke up: what is alive answers a ping at once. */
const ANSWERS_WITHIN = 4_000

export type ConnectionOptions = {
  readonly openWire: OpenWire
  readonly timers: Timers
  readonly greeting: () => ClientMessage
  readonly onMessage: (message: HostMessage) => void
  readonly onLost: () => void
}

/** Opens wires one after the other: says hello on each, notices when one is dead, waits longer each time. */
export class Connection {
  readonly #options: ConnectionOptions
  #wire: Wire | null = null
  #leave: (() => void)[] = []
  #delay = BACKOFF.first
  #retry: number | null = null
  #ping: number | null = null
  /** By when the present wire must have said something. */
  #limit: number | null = null
  #missed = 0
  #closed = false

  constructor(options: ConnectionOptions) {
    this.#options = options
  }

  connect = (): void => {
    this.#stopRetry()
    if (this.#closed) return
    this.drop()
    const wire = this.#options.openWire()
    this.#wire = wire
    const greet = (): void => {
      this.#expect(WELCOMES_WITHIN)
      wire.send(this.#options.greeting())
    }
    this.#expect(OPENS_WITHIN)
    this.#leave = [
      wire.onMessage((message) => {
        this.#missed = 0
        this.#stopLimit()
        this.#options.onMessage(message)
      }),
      wire.onStatus((state) => {
        if (state === 'open') greet()
        if (state === 'closed') this.lost()
      }),
    ]
    if (wire.status() === 'open') greet()
    if (wire.status() === 'closed') this.lost()
  }

  send = (message: ClientMessage): void => this.#wire?.send(message)

  /** The host has let us in: later losses begin with a short wait again. */
  settled = (): void => {
    this.#delay = BACKOFF.first
    this.#missed = 0
    this.#stopPing()
    this.#pingLater()
  }

  /** The page woke up or the network changed: a wire that is still there says so now, or another one is opened. */
  check = (): void => {
    if (this.#wire?.status() !== 'open' || this.#limit !== null) return
    this.#expect(ANSWERS_WITHIN)
    this.send({ t: 'ping' })
  }

  lost = (): void => {
    this.drop()
    this.#options.onLost()
    // Half again at random, so that a room of phones does not come back in one instant.
    this.tryLater(this.#delay * (1 + Math.random() / 2))
    this.#delay = Math.min(this.#delay * 2, BACKOFF.most)
  }

  tryLater = (ms: number): void => {
    this.#stopRetry()
    if (!this.#closed) this.#retry = this.#options.timers.set(this.connect, ms)
  }

  willRetry = (): boolean => this.#retry !== null

  tryNow = (): void => {
    this.#delay = BACKOFF.first
    this.connect()
  }

  drop = (): void => {
    for (const leave of this.#leave) leave()
    this.#leave = []
    this.#stopPing()
    this.#stopLimit()
    const wire = this.#wire
    this.#wire = null
    wire?.close()
  }

  close = (): void => {
    this.#closed = true
    this.#stopRetry()
    this.drop()
  }

  #pingLater(): void {
    this.#ping = this.#options.timers.set(() => {
      if (this.#missed >= MISSED_PONGS) return this.lost()
      this.#missed += 1
      this.send({ t: 'ping' })
      this.#pingLater()
    }, PING_EVERY)
  }

  #stopPing(): void {
    if (this.#ping !== null) this.#options.timers.clear(this.#ping)
    this.#ping = null
  }

  #expect(ms: number): void {
    this.#stopLimit()
    this.#limit = this.#options.timers.set(this.lost, ms)
  }

  #stopLimit(): void {
    if (this.#limit !== null) this.#options.timers.clear(this.#limit)
    this.#limit = null
  }

  #stopRetry(): void {
    if (this.#retry !== null) this.#options.timers.clear(this.#retry)
    this.#retry = null
  }
}
