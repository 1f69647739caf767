/** @jsxImportSource preact */
import { render } from 'preact'
import tablet from '../../../resources/locales/en/tablet.json'
import { keep, kept } from '../../shared/lib/storage'
import type { Proof } from '@core/protocol/envelope'
import { GRANTED_SOCKET, inDesktopApp, pickWire } from '../../shared/transport/pick-wire'
import { NOTHING } from '../model/memory'
import type { Memory } from '../model/memory'
import { Phone } from '../model/phone'
import { addEnglish } from '../model/words'
import type { Words } from '../model/words'
import { loadLater } from '../parts/later'
import { TabletApp } from './tablet-app'

/** By a link of this computer, or by a grant to another one of the room: each has a credential of its own. */
const STORES = { link: 'polyphony.link.kiosk', grant: 'polyphony.grant.kiosk' } as const
type Kind = keyof typeof STORES

/** Nothing outlives a turn: neither words nor voice nor how the page was read. */
const noMemory: Memory = {
  readTicket: () => ({}),
  keepTicket: () => undefined,
  lastSession: () => null,
  readMine: () => ({ ...NOTHING, entered: true }),
  keepMine: () => undefined,
}

/** Reads the one-time token and cleans the address; from then on the browser shows what it was given for it. */
const takeToken = (): { readonly kind: Kind; readonly token: string | null } => {
  const parts = new URLSearchParams(location.hash.slice(1))
  const link = parts.get('k')
  const grant = parts.get('g')
  if (link !== null || grant !== null) history.replaceState(null, '', location.pathname)
  if (grant !== null) return { kind: 'grant', token: grant }
  const isGranted = link === null && kept(STORES.link) === null && kept(STORES.grant) !== null
  return { kind: isGranted ? 'grant' : 'link', token: link }
}

/** The page that goes from hand to hand. Each turn is a connection of its own, so that nothing ties two people together. */
export const startTablet = (place: Element, words: Words): void => {
  addEnglish('tablet', tablet)
  document.documentElement.dataset['tablet'] = ''
  // A new link in the tab that shows the page already changes nothing but the fragment: the page begins anew.
  addEventListener('hashchange', () => /^#[kg]=/.test(location.hash) && location.reload())
  const { kind, token: first } = takeToken()
  let token = first
  const proof = (): Proof => (inDesktopApp() ? { kind: 'window' } : { kind, token: token ?? kept(STORES[kind]) ?? '' })
  const credential = (given: string): void => {
    token = null
    keep(STORES[kind], given)
  }
  const openWire = pickWire(kind === 'grant' ? GRANTED_SOCKET : undefined)
  const newPhone = (): Phone =>
    new Phone({ openWire, secret: null, lang: words.lang, tablet: { memory: noMemory, proof, credential } })
  void loadLater().catch(() => undefined)
  render(<TabletApp newPhone={newPhone} words={words} />, place)
}
