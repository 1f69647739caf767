import { createContext } from 'preact'
import type { ComponentType } from 'preact'
import { useContext, useEffect, useReducer } from 'preact/hooks'
import type { Label } from '@core/model/text'
import type { Voice } from '@core/model/voice'
import { labelText } from '../shared/i18n/label'
import type { Phone } from './model/phone'
import type { Prefs } from './model/prefs'
import type { Words } from './model/words'

export type Panel = 'you' | 'mine' | 'propose' | 'notebook' | null

export type AfterProps = {
  readonly state: 'waiting' | 'refused' | 'in'
  readonly title: string
  readonly text: string
  /** The way to go on instead, where there is one. */
  readonly onAgain?: () => void
  readonly again?: string
}

/** What is other on the page that goes from hand to hand. */
export type Tablet = {
  readonly passOn: () => void
  readonly Head: ComponentType
  readonly Foot: ComponentType
  /** Shown when something was handed in; clears itself. */
  readonly After: ComponentType<AfterProps>
}

export type PageContext = Words & {
  readonly phone: Phone
  readonly prefs: Prefs
  readonly setPrefs: (part: Partial<Prefs>) => void
  readonly panel: Panel
  readonly setPanel: (panel: Panel) => void
  /** Says something to a screen reader; the newest message counts. */
  readonly say: (message: string) => void
  readonly tablet: Tablet | null
}

export const Page = createContext<PageContext | null>(null)

export const usePage = (): PageContext => {
  const page = useContext(Page)
  if (!page) throw new Error('the page context is missing')
  return page
}

/** `t` for keys of this page's own namespace. */
export const useWords = (): Words['t'] => {
  const { t } = usePage()
  return (key, params) => t(`participant:${key}`, params)
}

export const useLabel = (): ((label: Label) => string) => {
  const { t } = usePage()
  return (label) => labelText(t, label)
}

/** The voice this phone speaks for; null when it is not said or not chosen yet. */
export const useOwnVoice = (): Voice | null => {
  const { phone } = usePage()
  const { voiceId } = phone.mine
  return (voiceId == null ? undefined : phone.view?.voice.get(voiceId)) ?? null
}

/** Draws again each time something on the phone or in the session changed. */
export const usePhoneChanges = (phone: Phone): void => {
  const [, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const leave = phone.subscribe(() => again(null))
    // What came between the first drawing and this line would be lost.
    again(null)
    return leave
  }, [phone])
}

/** The host's clock, drawn again every `ms`; only while something runs out. */
export const useNow = (ms: number, running: boolean): number => {
  const { phone } = usePage()
  const [, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (!running) return undefined
    const timer = setInterval(() => again(null), ms)
    return () => clearInterval(timer)
  }, [ms, running])
  return phone.now
}
