import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { WIRE_LIMITS } from '@core/model/limits'
import type { Connection, HostConnection } from '../seat'
import type { Listener } from './http-listener'

/** One address of a listener at which sockets are taken. */
export type Door = {
  readonly path: string
  readonly from: Connection['from']
  /** Bytes of one message, once the host knows who is there. */
  readonly maxPayload: number
  /** Sockets open at once. */
  readonly most: number
  /** Shut for the time being, it is as if it were not there. */
  readonly isOpen?: () => boolean
}

type Attach = (connection: Connection) => HostConnection
type Opened = { readonly door: Door; readonly sockets: WebSocketServer }

/** WebSockets of a listener, for callers with its exact Host and Origin. The answer ends them all. */
export const acceptSockets = (listener: Listener, attach: Attach, doors: readonly Door[]): (() => void) => {
  const opened = doors.map((door): Opened => {
    const { maxPayload } = door
    const sockets = new WebSocketServer({ noServer: true, maxPayload, maxFragments: 32, perMessageDeflate: false })
    return { door, sockets }
  })
  listener.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const asked = opened.find(({ door }) => door.path === request.url && door.isOpen?.() !== false)
    const status = statusOf(request, listener, asked)
    if (status !== 101 || !asked) return refuse(socket, status)
    asked.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      join(webSocket, request.socket.remoteAddress ?? '', asked.door.from, attach)
    })
  })
  return () => {
    for (const { sockets } of opened) {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    }
  }
}

const statusOf = (request: IncomingMessage, listener: Listener, asked: Opened | undefined): number => {
  if (!listener.hosts.has(request.headers.host ?? '')) return 421
  if (!asked) return 404
  if (!listener.origins.has(request.headers.origin ?? '')) return 403
  return asked.sockets.clients.size >= asked.door.most ? 503 : 101
}

const refuse = (socket: Duplex, status: number): void => {
  socket.end(`HTTP/1.1 ${status} \r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

const join = (socket: WebSocket, address: string, from: Connection['from'], attach: Attach): void => {
  const seat = attach({
    from,
    address,
    send: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(message.text())
    },
    buffered: () => socket.bufferedAmount,
    close: () => close(socket),
  })
  let known = false
  // One Buffer: binaryType is the default 'nodebuffer'.
  socket.on('message', (data: Buffer, isBinary) => {
    // The first message comes from somebody nobody knows yet.
    const tooLong = !known && data.length > WIRE_LIMITS.participant
    known = true
    seat.receive(isBinary || tooLong ? undefined : parsed(data))
  })
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

const parsed = (data: Buffer): unknown => {
  try {
    return JSON.parse(data.toString('utf8'))
  } catch {
    return undefined
  }
}
