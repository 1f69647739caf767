/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Page, usePage, usePhoneChanges } from './context'
import type { Panel, Tablet } from './context'
import type { Phone } from './model/phone'
import { applyPrefs, keepPrefs } from './model/prefs'
import type { Prefs } from './model/prefs'
import { currentStep, screenOf } from './model/screen'
import type { VoteRound } from './model/screen'
import { applyLang, loadWords, pickLang } from './model/words'
import type { Words } from './model/words'
import { Head } from './parts/head'
import { Later, Voting } from './parts/later'
import { OfflineBanner } from './parts/offline-banner'
import { CodeScreen } from './screens/code'
import { ConsentScreen } from './screens/consent'
import { RefusedScreen } from './screens/refused'
import { EndedScreen, NothingScreen, VoteOverScreen, WaitScreen } from './screens/still'
import { VoiceScreen } from './screens/voice'
import { WelcomeScreen } from './screens/welcome'
import { WriteScreen } from './screens/write'
import { YouScreen } from './screens/you'

type AppProps = {
  readonly phone: Phone
  readonly words: Words
  readonly prefs: Prefs
  readonly tablet?: Tablet
}

/** What was said must not be found on a later screen, ms. */
const SAID = 5_000

export const App = ({ phone, words: firstWords, prefs: firstPrefs, tablet }: AppProps) => {
  const [words, setWords] = useState(firstWords)
  const [prefs, setKeptPrefs] = useState(firstPrefs)
  const [panel, setPanel] = useState<Panel>(null)
  const live = useRef<HTMLParagraphElement>(null)
  usePhoneChanges(phone)
  const asked = whatIsAsked(phone, tablet !== undefined)
  const before = useRef(asked)
  useEffect(() => {
    if (asked === '' || before.current === asked) return
    before.current = asked
    // What is asked next is not missed by somebody who reads their own cards. What they were writing is kept.
    setPanel((shown) => (shown === 'mine' || shown === 'propose' ? null : shown))
  }, [asked])
  useEffect(() => applyLang(words.lang), [words.lang])

  const setPrefs = (part: Partial<Prefs>): void => {
    const next = { ...prefs, ...part }
    // On the tablet they are gone with the person.
    if (tablet) applyPrefs(next)
    else keepPrefs(next)
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
    <Page.Provider value={{ ...words, phone, prefs, setPrefs, panel, setPanel, say, tablet: tablet ?? null }}>
      {tablet ? <tablet.Head /> : <Head />}
      <OfflineBanner />
      {panel ? <Opened key={panel} panel={panel} /> : <Current />}
      {tablet ? <tablet.Foot /> : null}
      <p ref={live} class="visually-hidden" role="status" />
    </Page.Provider>
  )
}

/** What the person has opened over what runs. */
const Opened = ({ panel }: { readonly panel: NonNullable<Panel> }) => {
  switch (panel) {
    case 'you':
      return <YouScreen />
    case 'mine':
      return <Later draw={({ MineScreen }) => <MineScreen />} />
    case 'propose':
      return <Later draw={({ ProposeScreen }) => <ProposeScreen />} />
    case 'notebook':
      return <Later draw={({ NotebookScreen }) => <NotebookScreen />} />
  }
}

const EndedWith = ({ result }: { readonly result: VoteRound }) => (
  <Later key={result.round.id} draw={({ ResultScreen }) => <ResultScreen {...result} ended />} />
)

/** Names the ballot or else the step that is asked for now, so that the next one can be told from it. */
const whatIsAsked = ({ view, mine, groupId }: Phone, tablet: boolean): string => {
  if (!view) return ''
  const screen = screenOf(view, mine, { groupId, tablet })
  return screen.kind === 'ballot' || screen.kind === 'slip' ? screen.round.id : (currentStep(view, groupId)?.id ?? '')
}

/** What the connection and the session ask for now. */
const Current = () => {
  const { phone, tablet } = usePage()
  const { status, ending, client, view } = phone
  if (status === null) return <CodeScreen problem={null} />
  if (status === 'refused' && ending) return <RefusedScreen ending={ending} />
  if (status === 'offline' && ending?.kind === 'bye' && ending.reason === 'room-closed') {
    return <RefusedScreen ending={ending} />
  }
  if (!view || !client?.welcome()) return <NothingScreen connecting />
  const screen = screenOf(view, phone.mine, { groupId: phone.groupId, tablet: tablet !== null })
  switch (screen.kind) {
    case 'nothing':
      return <NothingScreen connecting={false} />
    case 'welcome':
      return <WelcomeScreen />
    case 'voice':
      return <VoiceScreen />
    case 'consent':
      return <ConsentScreen />
    case 'slip':
      return <Voting key={`slip ${screen.round.id}`} draw={({ SlipScreen }) => <SlipScreen {...screen} />} />
    case 'ballot':
      return <Voting key={screen.round.id} draw={({ BallotScreen }) => <BallotScreen {...screen} />} />
    case 'counted':
      return <Voting key={`in ${screen.round.id}`} draw={({ CountedScreen }) => <CountedScreen {...screen} />} />
    case 'votes':
      return <Voting key="votes" draw={({ VotesScreen }) => <VotesScreen votes={screen.votes} />} />
    case 'vote-over':
      return <VoteOverScreen key={screen.round.id} {...screen} />
    case 'result':
      return <Later key={screen.round.id} draw={({ ResultScreen }) => <ResultScreen {...screen} />} />
    case 'contribute':
      return <WriteScreen key={screen.step.id} step={screen.step} />
    case 'pulse':
      return <Later key={screen.step.id} draw={({ PulseScreen }) => <PulseScreen />} />
    case 'wait':
      return <WaitScreen key={screen.step?.id ?? 'none'} step={screen.step} />
    case 'ended':
      return screen.result ? <EndedWith result={screen.result} /> : <EndedScreen />
  }
}
