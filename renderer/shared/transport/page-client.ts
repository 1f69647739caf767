import type { Proof } from '@core/protocol/envelope'
import { keep, kept } from '../lib/storage'
import { createClient } from './client'
import type { Client } from './client'
import { GRANTED_SOCKET, inDesktopApp, pickWire } from './pick-wire'

export type PageRole = 'facilitator' | 'co-facilitator' | 'projector'

/** Where the listener of the room gives out the board to a helper's computer. */
const HELPER_PAGE = '/facilitator'

/** The page of the board is the facilitator's own, or a helper's on another computer of the room. */
export const boardRole = (): PageRole =>
  !inDesktopApp() && location.pathname === HELPER_PAGE ? 'co-facilitator' : 'facilitator'

/**
 * The client of a laptop page. In a window of the desktop app the window proves the role; in a browser the one-time
 * token of the address does (`#k=…` on this computer, `#g=…` on another one of the room), and from then on the
 * credential the host answered, which survives a reload.
 */
export const createPageClient = (role: PageRole, lang?: string): Client => {
  const address = takeAddress()
  const stores = { link: `polyphony.link.${role}`, grant: `polyphony.grant.${role}` } as const
  const kind = wayIn(role, address, stores)
  const store = stores[kind]
  let token = address[kind]
  // A new link in the tab that shows the page already changes nothing but the fragment: the page begins anew.
  addEventListener('hashchange', () => /^#[kg]=/.test(location.hash) && location.reload())
  const proof = (): Proof => (inDesktopApp() ? { kind: 'window' } : { kind, token: token ?? kept(store) ?? '' })
  const client = createClient({
    openWire: pickWire(kind === 'grant' ? GRANTED_SOCKET : undefined),
    hello: () => ({
      role,
      proof: proof(),
      ...(address.group === null ? {} : { groupId: address.group }),
      ...(lang === undefined ? {} : { lang }),
    }),
    // A host that was too busy to say hello in time.
    retryRefused: ({ code }) => (code === 'timed-out' || code === 'internal' ? 2_000 : null),
  })
  client.onWelcome(({ credential }) => {
    if (credential === null) return
    token = null
    keep(store, credential)
  })
  client.onStatus((status) => {
    const ending = client.ending()
    if (status !== 'refused' || token === null || ending?.kind !== 'refused') return
    // The address was used before, perhaps by this very browser: then its own credential still opens.
    if (ending.failure.code !== 'link-used' && ending.failure.code !== 'wrong-token') return
    token = null
    if (kept(store) !== null) client.retry()
  })
  return client
}

type Address = { readonly link: string | null; readonly grant: string | null; readonly group: string | null }

const wayIn = (role: PageRole, address: Address, stores: { readonly link: string; readonly grant: string }) => {
  if (address.grant !== null || role === 'co-facilitator') return 'grant'
  return address.link === null && kept(stores.link) === null && kept(stores.grant) !== null ? 'grant' : 'link'
}

/**
 * Reads the token out of the address and cleans the address, so that it is in no bookmark and no picture. The group
 * stays: after a reload the projector is still that group's.
 */
const takeAddress = (): Address => {
  const parts = new URLSearchParams(location.hash.slice(1))
  const link = parts.get('k')
  const grant = parts.get('g')
  const group = parts.get('group')
  if (link !== null || grant !== null) {
    const rest = group === null ? '' : `#group=${encodeURIComponent(group)}`
    history.replaceState(null, '', location.pathname + location.search + rest)
  }
  return { link, grant, group }
}
