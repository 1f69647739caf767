/** @jsxImportSource preact */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { App } from '../app'
import type { Tablet } from '../context'
import type { Phone } from '../model/phone'
import { applyPrefs, PLAIN } from '../model/prefs'
import type { Prefs } from '../model/prefs'
import { loadWords } from '../model/words'
import type { Words } from '../model/words'
import { After } from './after'
import { Idle } from './idle'
import { KeptBar } from './kept-bar'
import { PassScreen } from './pass-screen'
import { TabletHead } from './tablet-head'

/** What was handed in is on its way for at most so long before the connection of that turn ends, ms. */
const PATIENCE = 10_000

type Turn = { readonly number: number; readonly started: boolean; readonly prefs: Prefs }
const FIRST: Turn = { number: 0, started: false, prefs: PLAIN }

/** Ends a turn's connection as soon as nothing of it is under way. */
const retire = (phone: Phone): Promise<void> =>
  new Promise((resolve) => {
    const isDone = (): boolean =>
      phone.mine.cards.every((card) => card.state !== 'waiting') &&
      Object.values(phone.mine.ballots).every((ballot) => ballot.state !== 'waiting')
    const end = (): void => {
      clearTimeout(late)
      leave()
      phone.close()
      resolve()
    }
    const leave = phone.subscribe(() => isDone() && end())
    const late = setTimeout(end, PATIENCE)
    if (isDone()) end()
  })

type TabletAppProps = { readonly newPhone: () => Phone; readonly words: Words }

/** The words of this turn; the next one begins in the language of the tablet again. */
const useTurnWords = (own: Words, lang: string | null): Words => {
  const [other, setOther] = useState<Words | null>(null)
  useEffect(() => {
    let gone = false
    if (lang === null || lang === own.lang) setOther(null)
    else void loadWords(lang).then((words) => gone || setOther(words))
    return () => {
      gone = true
    }
  }, [lang, own])
  return lang === other?.lang ? other : own
}

/** One person after the other: pass it on, say it, pass it on. */
export const TabletApp = ({ newPhone, words: ownWords }: TabletAppProps) => {
  const [turn, setTurn] = useState(FIRST)
  const [phone, setPhone] = useState<Phone | null>(newPhone)
  const [used, setUsed] = useState(0)
  const words = useTurnWords(ownWords, turn.prefs.lang)
  const passOn = useCallback((): void => {
    applyPrefs(PLAIN)
    setUsed((count) => count + 1)
    setTurn(({ number }) => ({ ...FIRST, number: number + 1 }))
    setPhone((old) => {
      if (old) void retire(old).then(() => setPhone(newPhone()))
      return null
    })
  }, [newPhone])
  const tablet = useMemo<Tablet>(
    () => ({ passOn, Head: TabletHead, Foot: () => <KeptBar used={used} />, After }),
    [passOn, used],
  )
  useEffect(() => applyPrefs(turn.prefs), [turn.prefs])
  if (!turn.started || !phone) {
    return (
      <PassScreen
        key={turn.number}
        phone={phone}
        words={words}
        used={used}
        prefs={turn.prefs}
        onPrefs={(prefs) => setTurn({ ...turn, prefs })}
        onStart={() => setTurn({ ...turn, started: true })}
      />
    )
  }
  return (
    <>
      <App key={turn.number} phone={phone} words={words} prefs={turn.prefs} tablet={tablet} />
      <Idle key={`idle ${turn.number}`} words={words} onEnd={passOn} />
    </>
  )
}
