import { LANGUAGES, dirOf, languageFor } from '@core/text/languages'
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

const NAMESPACES = ['participant', 'ballot', 'phoneMore', 'tablet', 'boards', 'result']

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
    '../../../resources/locales/*/{participant,ballot,phoneMore,tablet,boards,result}.json',
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

/** English, longer and accented: what stays plain is hard-coded, what is cut has too little room. */
const PSEUDO = 'pseudo'

/** Only who asks for it in the address sees it: `?lang=pseudo`. */
const asksForPseudo = (): boolean => ['pseudo', 'qps'].includes(new URLSearchParams(location.search).get('lang') ?? '')

/** English first; then those that a phone has words for, in the order of the list. */
export const phoneLanguages = (): string[] => [
  ...LANGUAGES.map(({ code }) => code).filter(
    (code) => code === 'en' || files[pathOf(code, 'participant')] !== undefined,
  ),
  ...(asksForPseudo() ? [PSEUDO] : []),
]

/** Nobody who speaks it has read it yet: people are told. */
export const isReviewed = (lang: string): boolean => languageFor(lang)?.reviewed === true

/** What the phone's own settings ask for, as far as it exists. */
export const pickLang = (kept: string | null, wished: readonly string[]): string => {
  const present = phoneLanguages()
  const asked = [kept ?? (asksForPseudo() ? PSEUDO : ''), ...wished]
  const found = asked.map((lang) => (lang === PSEUDO ? lang : languageFor(lang)?.code))
  return found.find((lang) => lang !== undefined && present.includes(lang)) ?? 'en'
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

/** English fills what a language does not have yet. */
export const loadWords = async (lang: string): Promise<Words> => {
  if (lang !== PSEUDO) return { t: createLookup(await catalogOf(lang), lang, english), lang }
  const t = createLookup(english, 'en')
  return { t: (key, params) => pseudo(t(key, params)), lang }
}

/** As browsers know it. */
export const tagOf = (lang: string): string => (lang === PSEUDO ? 'en-XA' : lang)

/** What the document says of its language, for screen readers, hyphens and fonts. */
export const applyLang = (lang: string): void => {
  const { documentElement } = document
  documentElement.lang = tagOf(lang)
  documentElement.dir = dirOf(lang)
}

/** A language by its own name. */
export const nameOfLang = (lang: string): string =>
  LANGUAGES.find(({ code }) => code === lang)?.name ??
  new Intl.DisplayNames([tagOf(lang)], { type: 'language' }).of(tagOf(lang)) ??
  lang
