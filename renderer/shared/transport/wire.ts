import type { ClientMessage, HostMessage } from '@core/protocol/envelope'

export type WireStatus = 'connecting' | 'open' | 'closed'

/** Moves JSON-safe messages and knows no request. One per platform, at most 60 lines each. */
export type Wire = {
  readonly status: () => WireStatus
  readonly send: (message: ClientMessage) => void
  readonly onMessage: (listener: (message: HostMessage) => void) => () => void
  readonly onStatus: (listener: (status: WireStatus) => void) => () => void
  readonly close: () => void
}

/** Opens a fresh connection; the client calls it again after each loss. */
export type OpenWire = () => Wire
