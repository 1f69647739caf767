/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Page, usePage, usePhoneChanges } from './context'
import type { Panel } from './context'
import type { Phone } from './model/phone'
import { keepPrefs } from './model/prefs'
import type { Prefs } from './model/prefs'
import { screenOf } from './model/screen'
import { loadWords, pickLang } from './model/words'
import type { Words } from './model/words'
import { Head } from './parts/head'
import { OfflineBanner } from './parts/offline-banner'
import { BallotScreen } from './screens/ballot'
import { CodeScreen } from './screens/code'
import { ConsentScreen } from './screens/consent'
import { CountedScreen } from './screens/counted'
import { MineScreen } from './screens/mine'
import { RefusedScreen } from './screens/refused'
import { ResultScreen } from './screens/result'
import { EndedScreen, NothingScreen, VoteOverScreen, WaitScreen } from './screens/still'
import { VoiceScreen } from './screens/voice'
import { WelcomeScreen } from './screens/welcome'
import { WriteScreen } from './screens/write'
import { YouScreen } from './screens/you'

type AppProps = { readonly phone: Phone; readonly words: Words; readonly prefs: Prefs }

/** What was said must not be found on a later screen, ms. */
const SAID = 5_000

export const App = ({ phone, words: firstWords, prefs: firstPrefs }: AppProps) => {
  const [words, setWords] = useState(firstWords)
  const [prefs, setKeptPrefs] = useState(firstPrefs)
  const [panel, setPanel] = useState<Panel>(null)
  const live = useRef<HTMLParagraphElement>(null)
  usePhoneChanges(phone)
  const ballot = waitingBallot(phone)
  useEffect(() => {
    // A vote that opens is not missed by somebody who reads their own cards.
    if (ballot !== null) setPanel((shown) => (shown === 'mine' ? null : shown))
  }, [ballot])
  useEffect(() => {
    document.documentElement.lang = words.lang
  }, [words.lang])

  const setPrefs = (part: Partial<Prefs>): void => {
    const next = { ...prefs, ...part }
    keepPrefs(next)
    setKeptPrefs(next)
    const lang = pickLang(next.lang, navigator.languages)
    if (lang !== words.lang) void loadWords(lang).then(setWords)
  }
  const say = (message: string): void => {
    if (!live.current) return
    // Emptied first, so that the same words are said again.
    live.current.textContent = ''
    live.current.textContent = message
    setTimeout(() => live.current?.replaceChildren(), SAID)
  }

  return (
    <Page.Provider value={{ ...words, phone, prefs, setPrefs, panel, setPanel, say }}>
      <Head />
      <OfflineBanner />
      {panel === 'you' ? <YouScreen /> : panel === 'mine' ? <MineScreen /> : <Current />}
      <p ref={live} class="visually-hidden" role="status" />
    </Page.Provider>
  )
}

/** The round that waits for this person's ballot. */
const waitingBallot = ({ view, mine }: Phone): string | null => {
  const screen = view && screenOf(view, mine)
  return screen?.kind === 'ballot' ? screen.round.id : null
}

/** What the connection and the session ask for now. */
const Current = () => {
  const { phone } = usePage()
  const { status, ending, client, view } = phone
  if (status === null) return <CodeScreen problem={null} />
  if (status === 'refused' && ending) return <RefusedScreen ending={ending} />
  if (status === 'offline' && ending?.kind === 'bye' && ending.reason === 'room-closed') {
    return <RefusedScreen ending={ending} />
  }
  if (!view || !client?.welcome()) return <NothingScreen connecting />
  const screen = screenOf(view, phone.mine)
  switch (screen.kind) {
    case 'nothing':
      return <NothingScreen connecting={false} />
    case 'welcome':
      return <WelcomeScreen />
    case 'voice':
      return <VoiceScreen />
    case 'consent':
      return <ConsentScreen />
    case 'ballot':
      return <BallotScreen key={screen.round.id} {...screen} />
    case 'counted':
      return <CountedScreen key={screen.round.id} {...screen} />
    case 'vote-over':
      return <VoteOverScreen key={screen.round.id} {...screen} />
    case 'result':
      return <ResultScreen key={screen.round.id} {...screen} />
    case 'contribute':
      return <WriteScreen key={screen.step.id} step={screen.step} />
    case 'wait':
      return <WaitScreen key={screen.step?.id ?? 'none'} step={screen.step} />
    case 'ended':
      return screen.result ? <ResultScreen key={screen.result.round.id} {...screen.result} ended /> : <EndedScreen />
  }
}
