import { keep, kept } from '../lib/storage'
import { createClient } from './client'
import type { Client } from './client'
import { inDesktopApp, pickWire } from './pick-wire'

/**
 * The client of a laptop page. In a window of the desktop app the window proves the role; in a browser the one-time
 * token of the address does (`#k=…`), and from then on the credential the host answered, which survives a reload.
 */
export const createPageClient = (role: 'facilitator' | 'projector', lang?: string): Client => {
  const store = `polyphony.link.${role}`
  let token = takeToken()
  // A new link in the tab that shows the page already changes nothing but the fragment: the page begins anew.
  addEventListener('hashchange', () => location.hash.startsWith('#k=') && location.reload())
  const client = createClient({
    openWire: pickWire(),
    hello: () => ({
      role,
      proof: inDesktopApp() ? { kind: 'window' } : { kind: 'link', token: token ?? kept(store) ?? '' },
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

/** Reads the token out of the address and cleans the address, so that it is in no bookmark and no picture. */
const takeToken = (): string | null => {
  const token = new URLSearchParams(location.hash.slice(1)).get('k')
  if (token !== null) history.replaceState(null, '', location.pathname + location.search)
  return token
}
