/** @jsxImportSource preact */
import { render } from 'preact'
import { hostSocketUrl, openWebSocketWire } from '../shared/transport/websocket-wire'
import { App } from './app'
import { Phone } from './model/phone'
import { applyPrefs, readPrefs } from './model/prefs'
import { loadWords, pickLang } from './model/words'
import { loadLater, loadVoting } from './parts/later'

/** Reads the secret and the slip's code of a QR square and cleans the address: it is in no bookmark and no picture. */
const takeScanned = (): { readonly secret: string | null; readonly slip: string | null } => {
  const parts = new URLSearchParams(location.hash.slice(1))
  const [secret, slip] = [parts.get('s'), parts.get('b')]
  if (secret !== null || slip !== null) history.replaceState(null, '', location.pathname + location.search)
  return { secret, slip }
}

// The square of another room, scanned into this very tab, changes nothing but the fragment: the page begins anew.
addEventListener('hashchange', () => /^#[sb]=/.test(location.hash) && location.reload())

const prefs = readPrefs()
applyPrefs(prefs)
const lang = pickLang(prefs.lang, navigator.languages)
const place = document.querySelector('#app')
/** After the first screen stands: the others are there then, also when the network is not. */
const LATER = 4_000

const startPhone = async (): Promise<void> => {
  const phone = new Phone({ openWire: () => openWebSocketWire(hostSocketUrl(location)), ...takeScanned(), lang })
  const words = await loadWords(lang)
  document.querySelector('#paper')?.remove()
  if (place) render(<App phone={phone} words={words} prefs={prefs} />, place)
  // Painted first; then a vote can come while the network is away.
  setTimeout(() => void loadVoting().catch(() => undefined))
  setTimeout(() => void loadLater().catch(() => undefined), LATER)
}

/** This page is also the one that is handed round, on the laptop: in a window of the app, or at an address of its own. */
const startTablet = async (): Promise<void> => {
  const [tablet, words] = await Promise.all([import('./tablet/start'), loadWords(lang), loadVoting()])
  document.querySelector('#paper')?.remove()
  if (place) tablet.startTablet(place, words)
}

void ('polyphonyWire' in window || location.pathname === '/tablet' ? startTablet() : startPhone())
