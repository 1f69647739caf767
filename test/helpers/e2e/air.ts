import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** The Wi-Fi between one phone and the laptop: a proxy that can be cut at the level of TCP, as walking away does. */
export type Air = {
  readonly server: string
  readonly lose: () => void
  readonly find: () => void
  readonly stop: () => Promise<void>
}

const pass = (from: IncomingMessage, to: ServerResponse): void => {
  const onward = request(from.url ?? '', { method: from.method, headers: from.headers, agent: false }, (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(to)
  })
  onward.on('error', () => to.destroy())
  from.pipe(onward)
}

export const createAir = async (): Promise<Air> => {
  let lost = false
  const open = new Set<Duplex>()
  const keep = (socket: Duplex): void => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => open.delete(socket))
  }
  const air = createServer(pass)
  air.on('connection', (socket: Socket) => {
    keep(socket)
    if (lost) socket.destroy()
  })
  // A WebSocket asks for a tunnel.
  air.on('connect', (asked: IncomingMessage, near: Duplex) => {
    const { hostname, port } = new URL(`http://${asked.url ?? ''}`)
    const far = connect(Number(port), hostname, () => {
      near.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      near.pipe(far).pipe(near)
    })
    keep(far)
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
  })
  await new Promise<void>((done) => air.listen(0, '127.0.0.1', done))
  const { port } = air.address() as AddressInfo // it listens on TCP
  const cut = (): void => {
    for (const socket of open) socket.destroy()
  }
  return {
    server: `http://127.0.0.1:${port}`,
    lose: () => {
      lost = true
      cut()
    },
    find: () => {
      lost = false
    },
    stop: () =>
      new Promise((done) => {
        air.close(() => done())
        cut()
      }),
  }
}
