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

const MOST_SOCKETS = 2_500

export type LanServer = {
  readonly address: string
  readonly port: number
  readonly stop: () => Promise<void>
}

type Deps = {
  readonly pages: Pages
  readonly routes: readonly Route[]
  readonly randomBytes: (count: number) => Uint8Array
  readonly attach: (connection: Connection) => HostConnection
}

/** The listener of the room: the phones' page and nothing else, bound to the chosen network only. */
export const startLanServer = async (
  address: string,
  ports: readonly number[],
  deps: Deps,
): Promise<Result<LanServer, Failure>> => {
  const listener = await startListener({
    address,
    ports,
    names: [],
    pages: pagesFor(deps.pages, { '/': '/participant.html', '/participant.html': '/participant.html' }),
    routes: deps.routes,
    randomBytes: deps.randomBytes,
  })
  if (!listener.ok) return listener
  const { attach } = deps
  const endSockets = acceptSockets(listener.value, {
    from: 'lan',
    maxPayload: WIRE_LIMITS.participant,
    most: MOST_SOCKETS,
    attach,
  })
  const stop = async (): Promise<void> => {
    endSockets()
    await listener.value.stop()
  }
  return ok({ address, port: listener.value.port, stop })
}
