import type { ClientMessage, HostMessage } from '@core/protocol/envelope'
import { createEmitter } from '../lib/emitter'
import type { Wire, WireStatus } from './wire'

/** The other end of a memory wire: what a host adapter or a test holds. */
export type MemoryPeer = {
  readonly send: (message: HostMessage) => void
  readonly onMessage: (listener: (message: ClientMessage) => void) => () => void
  readonly onClose: (listener: () => void) => () => void
  readonly close: () => void
}

/**
 * Both ends in one process. Messages are copied through JSON, as on every other wire, and arrive in a microtask, so
 * that no listener runs inside `send`.
 */
export const createMemoryWire = (): { readonly wire: Wire; readonly peer: MemoryPeer } => {
  const toClient = createEmitter<HostMessage>()
  const toHost = createEmitter<ClientMessage>()
  const statuses = createEmitter<WireStatus>()
  const closed = createEmitter<null>()
  let status: WireStatus = 'open'
  const shut = (): void => {
    if (status === 'closed') return
    status = 'closed'
    statuses.emit('closed')
    closed.emit(null)
  }
  const later = <T>(message: T, deliver: (copy: T) => void): void => {
    if (status === 'closed') return
    const copy = JSON.parse(JSON.stringify(message)) as T // a copy of the same shape
    queueMicrotask(() => {
      if (status !== 'closed') deliver(copy)
    })
  }
  return {
    wire: {
      status: () => status,
      send: (message) => later(message, toHost.emit),
      onMessage: toClient.on,
      onStatus: statuses.on,
      close: shut,
    },
    peer: {
      send: (message) => later(message, toClient.emit),
      onMessage: toHost.on,
      onClose: (listener) => closed.on(listener),
      close: shut,
    },
  }
}
