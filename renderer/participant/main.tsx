/** @jsxImportSource preact */
import { render } from 'preact'
import { hostSocketUrl, openWebSocketWire } from '../shared/transport/websocket-wire'
import { App } from './app'
import { Phone } from './model/phone'
import { applyPrefs, readPrefs } from './model/prefs'
import { loadWords, pickLang } from './model/words'

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
const phone = new Phone({
  openWire: () => openWebSocketWire(hostSocketUrl(location)),
  secret: takeSecret(),
  lang,
})

void loadWords(lang).then((words) => {
  const place = document.querySelector('#app')
  document.querySelector('#paper')?.remove()
  if (place) render(<App phone={phone} words={words} prefs={prefs} />, place)
})
