import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { RawData, WebSocket } from 'ws'
import type { Connection, HostConnection } from '../seat'
import type { Listener } from './http-listener'

export type SocketOptions = {
  readonly from: Connection['from']
  /** Bytes of one message. */
  readonly maxPayload: number
  /** Sockets open at once. */
  readonly most: number
  readonly attach: (connection: Connection) => HostConnection
}

/** WebSockets at `/ws` of a listener, for callers with its exact Host and Origin. The answer ends them all. */
export const acceptSockets = (listener: Listener, options: SocketOptions): (() => void) => {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.maxPayload,
    maxFragments: 32,
    perMessageDeflate: false,
  })
  listener.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const status = statusOf(request, listener, sockets.clients.size >= options.most)
    if (status !== 101) return refuse(socket, status)
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      join(webSocket, request.socket.remoteAddress ?? '', options)
    })
  })
  return () => {
    for (const client of sockets.clients) client.terminate()
    sockets.close()
  }
}

const statusOf = (request: IncomingMessage, listener: Listener, full: boolean): number => {
  if (!listener.hosts.has(request.headers.host ?? '')) return 421
  if (request.url !== '/ws') return 404
  if (!listener.origins.has(request.headers.origin ?? '')) return 403
  return full ? 503 : 101
}

const refuse = (socket: Duplex, status: number): void => {
  socket.end(`HTTP/1.1 ${status} \r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

const join = (socket: WebSocket, address: string, options: SocketOptions): void => {
  const seat = options.attach({
    from: options.from,
    address,
    send: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(message.text())
    },
    buffered: () => socket.bufferedAmount,
    close: () => close(socket),
  })
  socket.on('message', (data, isBinary) => seat.receive(isBinary ? undefined : parsed(data)))
  socket.on('close', seat.ended)
  // ws closes the socket itself after a protocol error; what it was is of no use here.
  socket.on('error', () => undefined)
}

/** What was sent before goes out first; who does not answer the close, or reads nothing, is cut off. */
const close = (socket: WebSocket): void => {
  if (socket.bufferedAmount > 64 * 1024) return socket.terminate()
  socket.close(1000)
  setTimeout(() => socket.terminate(), 1_000).unref()
}

const parsed = (data: RawData): unknown => {
  try {
    return JSON.parse((data as Buffer).toString('utf8')) // one Buffer: binaryType is the default 'nodebuffer'
  } catch {
    return undefined
  }
}
