/** @jsxImportSource preact */
import { render } from 'preact'
import tablet from '../../../resources/locales/en/tablet.json'
import { keep, kept } from '../../shared/lib/storage'
import { inDesktopApp, pickWire } from '../../shared/transport/pick-wire'
import { NOTHING } from '../model/memory'
import type { Memory } from '../model/memory'
import { Phone } from '../model/phone'
import { addEnglish } from '../model/words'
import type { Words } from '../model/words'
import { loadLater } from '../parts/later'
import { TabletApp } from './tablet-app'

const CREDENTIAL = 'polyphony.link.kiosk'

/** Nothing outlives a turn: neither words nor voice nor how the page was read. */
const noMemory: Memory = {
  readTicket: () => ({}),
  keepTicket: () => undefined,
  lastSession: () => null,
  readMine: () => ({ ...NOTHING, entered: true }),
  keepMine: () => undefined,
}

/** Reads the one-time token and cleans the address; from then on the browser shows what it was given for it. */
const takeToken = (): string | null => {
  const token = new URLSearchParams(location.hash.slice(1)).get('k')
  if (token !== null) history.replaceState(null, '', location.pathname)
  return token
}

/** The page that goes from hand to hand. Each turn is a connection of its own, so that nothing ties two people together. */
export const startTablet = (place: Element, words: Words): void => {
  addEnglish('tablet', tablet)
  document.documentElement.dataset['tablet'] = ''
  let token = takeToken()
  const proof = () =>
    inDesktopApp() ? ({ kind: 'window' } as const) : ({ kind: 'link', token: token ?? kept(CREDENTIAL) ?? '' } as const)
  const credential = (given: string): void => {
    token = null
    keep(CREDENTIAL, given)
  }
  const newPhone = (): Phone =>
    new Phone({ openWire: pickWire(), secret: null, lang: words.lang, tablet: { memory: noMemory, proof, credential } })
  void loadLater().catch(() => undefined)
  render(<TabletApp newPhone={newPhone} words={words} />, place)
}
