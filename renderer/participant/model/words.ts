import { createLookup } from '@core/text/lookup'
import type { Catalog, Lookup } from '@core/text/lookup'
import { pseudo } from '@core/text/pseudo'
import {
  axis,
  bring,
  closeness,
  country,
  effect,
  effort,
  group,
  heading,
  influence,
  interest,
  known,
  level,
  part,
  pulse,
  question,
  round,
  sort,
  stage,
  step,
  theme,
  voice,
  who,
} from '../../../resources/locales/en/boards.json'
import participant from '../../../resources/locales/en/participant.json'

const NAMESPACES = ['participant', 'phoneMore', 'tablet', 'boards', 'result']

/** In the page itself: it is the first language and fills every gap, also without a network. */
const english: Record<string, Catalog> = {
  participant,
  // What is on the ballot, on the cards' places and asked on phones; instructions stand on the projector.
  boards: {
    axis,
    bring,
    closeness,
    country,
    effect,
    effort,
    group,
    heading,
    influence,
    interest,
    known,
    level,
    part,
    pulse,
    question,
    round,
    sort,
    stage,
    step,
    theme,
    voice,
    who,
  },
}

/** Other languages are files, fetched when chosen: only what a phone shows, nothing of the laptop's pages. */
const files = import.meta.glob<string>(
  [
    '../../../resources/locales/*/{participant,phoneMore,tablet,boards,result}.json',
    '!../../../resources/locales/en/*.json',
  ],
  { query: '?url&no-inline', import: 'default', eager: true },
)

/** Screens that come later bring their words with them. */
export const addEnglish = (namespace: string, words: Catalog): void => {
  english[namespace] = words
}

export type Words = { readonly t: Lookup; readonly lang: string }

const pathOf = (lang: string, namespace: string): string => `../../../resources/locales/${lang}/${namespace}.json`

/** A language exists for phones as soon as it has this page's words. */
export const phoneLanguages = (): string[] =>
  [
    'en',
    ...Object.keys(files).flatMap((path) => (path.endsWith('/participant.json') ? (path.split('/').at(-2) ?? []) : [])),
  ].toSorted()

/** What the phone's own settings ask for, as far as it exists. */
export const pickLang = (kept: string | null, wished: readonly string[]): string => {
  const present = phoneLanguages()
  const asked = [kept ?? '', ...wished].map((lang) => present.find((one) => lang === one || lang.startsWith(`${one}-`)))
  return asked.find((lang) => lang !== undefined) ?? 'en'
}

const catalogOf = async (lang: string): Promise<Catalog> => {
  if (lang === 'en') return english
  const parts = await Promise.all(NAMESPACES.map((name) => fetchWords(files[pathOf(lang, name)])))
  return Object.fromEntries(NAMESPACES.map((name, index) => [name, parts[index] ?? {}]))
}

const fetchWords = async (url: string | undefined): Promise<Catalog> => {
  if (url === undefined) return {}
  const answer = await fetch(url)
  return answer.ok ? ((await answer.json()) as Catalog) : {} // a locale file of this build
}

/** English fills what a language does not have yet. `?lang=qps` shows the pseudo-locale. */
export const loadWords = async (lang: string): Promise<Words> => {
  const t = createLookup(await catalogOf(lang), lang, english)
  if (new URLSearchParams(location.search).get('lang') !== 'qps') return { t, lang }
  return { t: (key, params) => pseudo(t(key, params)), lang }
}

/** A language by its own name. */
export const nameOfLang = (lang: string): string => {
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1)
}
