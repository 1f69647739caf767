/** @jsxImportSource preact */
import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import { labOf, sessionOf } from '@core/model/document'
import { keptWords } from '@core/text/ballot-words'
import type { Phone } from '../model/phone'
import type { Prefs } from '../model/prefs'
import { currentStep, openVotes } from '../model/screen'
import type { Words } from '../model/words'
import { applyLang, nameOfLang, phoneLanguages } from '../model/words'
import { Icon } from '../parts/icon'
import { Languages } from '../parts/languages'
import { Logo } from '../parts/mark'
import { PrefButtons } from './pref-buttons'
import { Shield } from './shield'

type PassScreenProps = {
  /** Null while the last turn's words are still on their way. */
  readonly phone: Phone | null
  readonly words: Words
  readonly used: number
  readonly prefs: Prefs
  readonly onPrefs: (prefs: Prefs) => void
  readonly onStart: () => void
}

const useChanges = (phone: Phone | null): void => {
  const [, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    // What came between the first drawing and this line would be lost.
    again(null)
    return phone?.subscribe(() => again(null))
  }, [phone])
}

/** Why the next one cannot begin yet, as the last part of a key. */
const notYet = (phone: Phone | null): 'connecting' | 'refused' | 'wait' | null => {
  if (phone?.status === 'refused') return 'refused'
  if (!phone?.view || phone.status !== 'online') return 'connecting'
  const session = sessionOf(phone.view)
  return session === undefined || session.state === 'closed' ? 'wait' : null
}

/** Between two people: nothing of the last one, and one button that has the focus. */
export const PassScreen = ({ phone, words, used, prefs, onPrefs, onStart }: PassScreenProps) => {
  const { t } = words
  useChanges(phone)
  const [choosing, setChoosing] = useState(false)
  const start = useRef<HTMLButtonElement>(null)
  // Not the last person's, whatever they chose.
  useEffect(() => applyLang(words.lang), [words.lang])
  useEffect(() => {
    // Nothing tells how far down the last person had read.
    scrollTo(0, 0)
    start.current?.focus()
  }, [])
  const lab = (phone?.view ? labOf(phone.view)?.name : undefined) ?? 'Polyphony'
  const why = notYet(phone)
  const vote = phone?.view ? openVotes(phone.view, currentStep(phone.view, phone.groupId), 'kiosk')[0]?.vote : undefined
  return (
    <>
      <header class="head tablet-head">
        <span class="head-you">
          <Logo />
          <span class="head-name" dir="auto">
            {lab}
          </span>
        </span>
        {phoneLanguages().length < 2 ? null : (
          <button type="button" class="tablet-tool" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            <Icon name="language" /> {nameOfLang(words.lang)}
          </button>
        )}
        <PrefButtons t={t} prefs={prefs} onChange={(part) => onPrefs({ ...prefs, ...part })} />
      </header>
      <main class="pass">
        {choosing ? (
          <div class="pass-languages">
            <Languages lang={prefs.lang ?? words.lang} t={t} onChoose={(lang) => onPrefs({ ...prefs, lang })} />
          </div>
        ) : (
          <PassDrawing />
        )}
        <h1>{t('tablet:title')}</h1>
        <p>
          {t('tablet:text')} <br />
          {t(vote ? 'tablet:yoursBallot' : 'tablet:yours')}
        </p>
        <button
          ref={start}
          type="button"
          class="pass-start"
          aria-disabled={why === null ? undefined : true}
          aria-describedby="pass-why"
          onClick={() => why === null && onStart()}
        >
          {t('tablet:start')} <Icon name="right" size={30} />
        </button>
        <p id="pass-why" class="pass-touch" role="status">
          {why === null ? (
            <>
              {t('tablet:touch')} <kbd>{t('tablet:enter')}</kbd>
            </>
          ) : (
            t(`tablet:${why}`)
          )}
        </p>
      </main>
      <footer class="kept-bar">
        <span class="kept-bar-words">
          <Shield /> <b>{t('tablet:kept')}</b> {vote ? keptWords(t, vote, true) : t('tablet:keptWords')}
        </span>
        {used === 0 ? null : <span>{t('tablet:used', { count: used })}</span>}
      </footer>
    </>
  )
}

/** From an empty hand into the next one. */
const PassDrawing = () => (
  <svg class="pass-drawing" width="208" height="116" viewBox="0 0 208 116" aria-hidden="true">
    <rect class="pass-from" x="3" y="11" width="66" height="94" rx="8" />
    <path class="pass-arrow" d="M86 58h34M107 43l15 15l-15 15" />
    <rect class="pass-to" x="138" y="3" width="66" height="110" rx="10" />
    <path class="pass-arrow" d="M165 98h12" />
  </svg>
)
