import { WIRE_LIMITS } from '@core/model/limits'
import type { Result } from '@core/lib/result'
import { ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import type { GrantRole } from '../grants'
import type { Connection, HostConnection } from '../seat'
import type { Route } from './http-listener'
import { startListener } from './http-listener'
import type { Page, Pages } from './pages'
import { pagesFor } from './pages'
import { acceptSockets } from './ws-adapter'

const MOST_SOCKETS = 2_500
/** Screens and helpers, and what comes back before the old one is noticed to be dead. */
const MOST_GRANTED = 60
/** The page that is handed round is the phones' own, at another address. */
const TABLET = '/tablet'
const PHONE = { '/': '/participant.html', '/participant.html': '/participant.html' } as const
const PROJECTOR = { '/projector': '/projector.html', '/projector.html': '/projector.html' } as const
/** A helper sees on the board's page what the projector shows: both pages. */
const FACILITATOR = { '/facilitator': '/index.html', ...PROJECTOR } as const

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
  /** Whether anything of these was given to a computer in the room. */
  readonly has: (...roles: readonly GrantRole[]) => boolean
}

/**
 * The listener of the room, bound to the chosen network only: the phones' page, and the pages of other roles only while
 * somebody was given one. The facilitator's own role is never let in here.
 */
export const startLanServer = async (
  address: string,
  ports: readonly number[],
  deps: Deps,
): Promise<Result<LanServer, Failure>> => {
  const listener = await startListener({
    address,
    ports,
    names: [],
    pages: { get: pagesOf(deps) },
    routes: deps.routes,
    randomBytes: deps.randomBytes,
  })
  if (!listener.ok) return listener
  const endSockets = acceptSockets(listener.value, deps.attach, [
    { path: '/ws', from: 'lan', maxPayload: WIRE_LIMITS.participant, most: MOST_SOCKETS },
    {
      path: '/ws/granted',
      from: 'granted',
      maxPayload: WIRE_LIMITS.facilitator,
      most: MOST_GRANTED,
      isOpen: () => deps.has('projector', 'co-facilitator', 'kiosk'),
    },
  ])
  const stop = async (): Promise<void> => {
    endSockets()
    await listener.value.stop()
  }
  return ok({ address, port: listener.value.port, stop })
}

/** What a page reaches is looked for when it is first given out. */
const pagesOf = ({ pages, has }: Deps): ((path: string) => Page | undefined) => {
  const phone = pagesFor(pages, PHONE)
  let projector: Pages | null = null
  let facilitator: Pages | null = null
  return (path) => {
    const found = phone.get(path)
    if (found) return found
    if (path === TABLET) return has('kiosk') ? phone.get('/') : undefined
    if (has('co-facilitator')) return (facilitator ??= pagesFor(pages, FACILITATOR)).get(path)
    return has('projector') ? (projector ??= pagesFor(pages, PROJECTOR)).get(path) : undefined
  }
}
