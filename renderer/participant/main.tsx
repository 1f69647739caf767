/** @jsxImportSource preact */
import { render } from 'preact'
import { hostSocketUrl, openWebSocketWire } from '../shared/transport/websocket-wire'
import { App } from './app'
import { Phone } from './model/phone'
import { applyPrefs, readPrefs } from './model/prefs'
import { loadWords, pickLang } from './model/words'
import { loadLater } from './parts/later'

/** Reads the secret of the QR code and cleans the address, so that it is in no bookmark and no picture. */
const takeSecret = (): string | null => {
  const secret = new URLSearchParams(location.hash.slice(1)).get('s')
  if (secret !== null) history.replaceState(null, '', location.pathname + location.search)
  return secret
}

// The square of another room, scanned into this very tab, changes nothing but the fragment: the page begins anew.
addEventListener('hashchange', () => location.hash.startsWith('#s=') && location.reload())

const prefs = readPrefs()
applyPrefs(prefs)
const lang = pickLang(prefs.lang, navigator.languages)
const place = document.querySelector('#app')
/** After the first screen stands: the others are there then, also when the network is not. */
const LATER = 4_000

const startPhone = async (): Promise<void> => {
  const phone = new Phone({ openWire: () => openWebSocketWire(hostSocketUrl(location)), secret: takeSecret(), lang })
  const words = await loadWords(lang)
  document.querySelector('#paper')?.remove()
  if (place) render(<App phone={phone} words={words} prefs={prefs} />, place)
  setTimeout(() => void loadLater().catch(() => undefined), LATER)
}

/** This page is also the one that is handed round, on the laptop: in a window of the app, or at an address of its own. */
const startTablet = async (): Promise<void> => {
  const [tablet, words] = await Promise.all([import('./tablet/start'), loadWords(lang)])
  document.querySelector('#paper')?.remove()
  if (place) tablet.startTablet(place, words)
}

void ('polyphonyWire' in window || location.pathname === '/tablet' ? startTablet() : startPhone())
