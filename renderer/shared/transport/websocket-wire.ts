import type { HostMessage } from '@core/protocol/envelope'
import { createEmitter } from '../lib/emitter'
import type { Wire, WireStatus } from './wire'

/** The address of the host that served this page. */
export const hostSocketUrl = (page: { readonly protocol: string; readonly host: string }, path = '/ws'): string =>
  `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}${path}`

/** One WebSocket to the host. What is not JSON is dropped: the missing reply shows as a lost connection. */
export const openWebSocketWire = (url: string): Wire => {
  const socket = new WebSocket(url)
  const messages = createEmitter<HostMessage>()
  const statuses = createEmitter<WireStatus>()
  let status: WireStatus = 'connecting'
  const become = (next: WireStatus): void => {
    if (status === next || status === 'closed') return
    status = next
    statuses.emit(next)
  }
  socket.addEventListener('open', () => become('open'))
  socket.addEventListener('close', () => become('closed'))
  socket.addEventListener('error', () => become('closed'))
  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = typeof event.data === 'string' ? parsed(event.data) : null
    if (message !== null && status === 'open') messages.emit(message)
  })
  return {
    status: () => status,
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
    },
    onMessage: messages.on,
    onStatus: statuses.on,
    close: () => {
      become('closed')
      socket.close()
    },
  }
}

const parsed = (text: string): HostMessage | null => {
  try {
    return JSON.parse(text) as HostMessage // the host of this page is trusted to speak its own protocol
  } catch {
    return null
  }
}
