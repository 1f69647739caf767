import type { Role } from '@core/protocol/roles'
import type { Outgoing } from './outgoing'
import type { TokenBucket } from './token-bucket'

/** What an adapter (WebSocket, Electron IPC, memory) gives the host for one connection. */
export type Connection = {
  /** window: in-process, its role is given by the shell. loopback: this machine. lan: the room. granted: the room, by a grant. */
  readonly from: 'window' | 'loopback' | 'lan' | 'granted'
  /** Only with `from: 'window'`. */
  readonly windowRole?: Role
  /** For slowing wrong codes; never stored. */
  readonly address: string
  readonly send: (message: Outgoing) => void
  /** Bytes accepted but not yet taken by the network. */
  readonly buffered: () => number
  readonly close: () => void
}

/** What the adapter calls. `receive` takes one parsed message; a message that cannot be parsed comes as `undefined`. */
export type HostConnection = {
  readonly receive: (message: unknown) => void
  readonly ended: () => void
}

/** Roles that see the same share one view, so that each push is filtered and encoded once for all of them. */
export type View = 'laptop' | 'projector' | 'phone'

export const viewOf = (role: Role): View => {
  switch (role) {
    case 'facilitator':
    case 'co-facilitator':
      return 'laptop'
    case 'projector':
      return 'projector'
    case 'participant':
    case 'kiosk':
      return 'phone'
  }
}

/** One connection on the host's side, from the first byte to the end. */
export type Seat = {
  readonly id: number
  readonly connection: Connection
  readonly bucket: TokenBucket
  /** Messages over the rate so far. */
  refused: number
  state: 'waiting' | 'greeting' | 'ready' | 'closed'
  role: Role | null
  /** Changes up to this sequence number are in what the seat was given at its welcome. */
  since: number
  /** The phone's random part of its signed token; empty for others. */
  device: string
  voiceId: string | null
  /** The parallel group of a phone or projector; null: everybody. It may have been removed meanwhile. */
  groupId: string | null
  /** What let it in from another computer of the room; null for all others. */
  grantId: string | null
  /** Token of `POST /file`. */
  upload: string | null
  lastHeard: number
}

/** Who asks: the seat and the number of its request. */
export type Caller = { readonly seat: Seat; readonly req: number }
