import type { ClientMessage, HostMessage } from '@core/protocol/envelope'
import { createEmitter } from '../lib/emitter'
import type { Wire, WireStatus } from './wire'

/** What the preload bridge of the desktop app puts on the page. */
export type PolyphonyWire = {
  readonly send: (message: ClientMessage) => void
  readonly onMessage: (listener: (message: HostMessage) => void) => () => void
  readonly onStatus?: (listener: (status: WireStatus) => void) => () => void
}

declare global {
  interface Window {
    readonly polyphonyWire?: PolyphonyWire
  }
}

/** The desktop app's own window: always there, unless the main process says that the host went away. */
export const openElectronWire = (bridge: PolyphonyWire): Wire => {
  const messages = createEmitter<HostMessage>()
  const statuses = createEmitter<WireStatus>()
  let status: WireStatus = 'open'
  const become = (next: WireStatus): void => {
    if (status === next) return
    status = next
    statuses.emit(next)
  }
  const leave = [bridge.onMessage((message) => messages.emit(message)), bridge.onStatus?.(become)]
  return {
    status: () => status,
    send: bridge.send,
    onMessage: messages.on,
    onStatus: statuses.on,
    close: () => {
      for (const off of leave) off?.()
      become('closed')
    },
  }
}
