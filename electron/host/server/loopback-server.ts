import { WIRE_LIMITS } from '@core/model/limits'
import type { Result } from '@core/lib/result'
import { ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import type { Connection, HostConnection } from '../seat'
import type { Route } from './http-listener'
import { startListener } from './http-listener'
import type { Pages } from './pages'
import { pagesFor } from './pages'
import { acceptSockets } from './ws-adapter'

const MOST_SOCKETS = 100

export type LoopbackServer = { readonly origin: string; readonly port: number; readonly stop: () => Promise<void> }

type Deps = {
  readonly pages: Pages
  readonly routes: readonly Route[]
  readonly randomBytes: (count: number) => Uint8Array
  readonly attach: (connection: Connection) => HostConnection
}

/** The listener for the laptop's own pages in the browser version; no other machine can reach it. */
export const startLoopbackServer = async (port: number, deps: Deps): Promise<Result<LoopbackServer, Failure>> => {
  const address = '127.0.0.1'
  const listener = await startListener({
    address,
    ports: [port],
    names: ['localhost'],
    pages: pagesFor(deps.pages, {
      '/': '/index.html',
      '/index.html': '/index.html',
      '/projector': '/projector.html',
      '/projector.html': '/projector.html',
      '/tablet': '/participant.html',
    }),
    routes: deps.routes,
    randomBytes: deps.randomBytes,
  })
  if (!listener.ok) return listener
  const endSockets = acceptSockets(listener.value, deps.attach, [
    { path: '/ws', from: 'loopback', maxPayload: WIRE_LIMITS.facilitator, most: MOST_SOCKETS },
  ])
  const stop = async (): Promise<void> => {
    endSockets()
    await listener.value.stop()
  }
  return ok({ origin: `http://${address}:${listener.value.port}`, port: listener.value.port, stop })
}
