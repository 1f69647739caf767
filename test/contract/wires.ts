import { onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { ClientMessage, HostMessage, Proof } from '@core/protocol/envelope'
import type { HostConnection } from '../../electron/host/seat'
import type { PolyphonyWire } from '../../renderer/shared/transport/electron-wire'
import { openElectronWire } from '../../renderer/shared/transport/electron-wire'
import { createMemoryWire } from '../../renderer/shared/transport/memory-wire'
import { hostSocketUrl, openWebSocketWire } from '../../renderer/shared/transport/websocket-wire'
import type { Wire } from '../../renderer/shared/transport/wire'
import { must } from '../helpers/must'
import type { TestHost } from '../helpers/test-host'

/** A way between a page and the host, with what a test does to it from the host's side. */
export type Way = {
  readonly open: () => Promise<Wire>
  /** How the page proves that it is the facilitator's. */
  readonly proof: () => Proof
  /** The link breaks, as when Wi-Fi is lost or a window is closed. */
  readonly drop: (wire: Wire) => void
}

const attach = (host: TestHost, send: (message: HostMessage) => void, close: () => void): HostConnection =>
  host.attach({
    from: 'window',
    windowRole: 'facilitator',
    address: '',
    send: ({ message }) => send(message),
    buffered: () => 0,
    close,
  })

const memoryWay = (host: TestHost): Way => ({
  open: () => {
    const { wire, peer } = createMemoryWire()
    const seat = attach(host, peer.send, peer.close)
    peer.onMessage(seat.receive)
    peer.onClose(seat.ended)
    return Promise.resolve(wire)
  },
  proof: () => ({ kind: 'window' }),
  drop: (wire) => wire.close(),
})

/** What Electron does between two processes: structured clones, later, in order. */
const ipcWay = (host: TestHost): Way => ({
  open: () => {
    const listeners = new Set<(message: HostMessage) => void>()
    const toPage = (message: HostMessage): void => {
      const copy = structuredClone(message)
      setImmediate(() => listeners.forEach((listener) => listener(copy)))
    }
    const seat = attach(host, toPage, () => undefined)
    const bridge: PolyphonyWire = {
      send: (message: ClientMessage) => {
        const copy = structuredClone(message)
        setImmediate(() => seat.receive(copy))
      },
      onMessage: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    }
    return Promise.resolve(openElectronWire(bridge))
  },
  proof: () => ({ kind: 'window' }),
  drop: (wire) => wire.close(),
})

const socketWay = (host: TestHost, origin: string): Way => {
  const sockets: WebSocket[] = []
  // A browser gives the page's own Origin by itself.
  class PageSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { Origin: origin } })
      sockets.push(this)
    }
  }
  vi.stubGlobal('WebSocket', PageSocket)
  onTestFinished(() => {
    vi.unstubAllGlobals()
    for (const socket of sockets) socket.terminate()
  })
  return {
    open: async () => {
      const { protocol, host: name } = new URL(origin)
      const wire = openWebSocketWire(hostSocketUrl({ protocol, host: name }))
      await new Promise<void>((resolve) => wire.onStatus(() => resolve()))
      return wire
    },
    proof: () => ({ kind: 'link', token: new URL(host.link('facilitator') ?? '').hash.slice('#k='.length) }),
    drop: () => sockets.at(-1)?.terminate(),
  }
}

export const WAYS = {
  memory: (host: TestHost): Promise<Way> => Promise.resolve(memoryWay(host)),
  'fake IPC': (host: TestHost): Promise<Way> => Promise.resolve(ipcWay(host)),
  WebSocket: async (host: TestHost): Promise<Way> => socketWay(host, must(await host.serveLoopback(0))),
}
