import { createLookup } from '@core/text/lookup'
import type { Catalog, Lookup } from '@core/text/lookup'

/** Only what a phone shows: nothing of the laptop's pages is served to the room. */
const files = import.meta.glob<Catalog>('../../../resources/locales/*/{participant,boards,result}.json', {
  import: 'default',
})
const NAMESPACES = ['participant', 'boards', 'result']

export type Words = { readonly t: Lookup; readonly lang: string }

const pathOf = (lang: string, namespace: string): string => `../../../resources/locales/${lang}/${namespace}.json`

/** A language exists for phones as soon as it has this page's words. */
export const phoneLanguages = (): string[] =>
  Object.keys(files)
    .flatMap((path) => (path.endsWith('/participant.json') ? (path.split('/').at(-2) ?? []) : []))
    .toSorted()

/** What the phone's own settings ask for, as far as it exists. */
export const pickLang = (kept: string | null, wished: readonly string[]): string => {
  const present = phoneLanguages()
  const asked = [kept ?? '', ...wished].map((lang) => present.find((one) => lang === one || lang.startsWith(`${one}-`)))
  return asked.find((lang) => lang !== undefined) ?? 'en'
}

const catalogOf = async (lang: string): Promise<Catalog> => {
  const loaded = await Promise.all(NAMESPACES.map(async (name) => (await files[pathOf(lang, name)]?.()) ?? {}))
  return Object.fromEntries(NAMESPACES.map((name, index) => [name, loaded[index] ?? {}]))
}

/** English fills what a language does not have yet. `?lang=qps` shows the pseudo-locale. */
export const loadWords = async (lang: string): Promise<Words> => {
  const english = await catalogOf('en')
  const own = lang === 'en' ? english : await catalogOf(lang)
  const t = createLookup(own, lang, english)
  if (new URLSearchParams(location.search).get('lang') !== 'qps') return { t, lang }
  const { pseudo } = await import('@core/text/pseudo')
  return { t: (key, params) => pseudo(t(key, params)), lang }
}

/** A language by its own name. */
export const nameOfLang = (lang: string): string => {
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1)
}
