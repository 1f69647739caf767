type Catalog = Readonly<Record<string, unknown>>

/** One chunk per language and namespace, loaded when it is asked for. */
const files = import.meta.glob<Catalog>('../../../resources/locales/*/*.json', { import: 'default' })

const pathOf = (lang: string, namespace: string): string => `../../../resources/locales/${lang}/${namespace}.json`

/** English is the source; a language exists as soon as it has the words that every page needs. */
export const languages = (): string[] =>
  Object.keys(files)
    .map((path) => path.split('/'))
    .filter((parts) => parts.at(-1) === 'common.json')
    .map((parts) => parts.at(-2) ?? 'en')
    .toSorted()

/** Null when this language has no such file. */
export const loadCatalog = async (lang: string, namespace: string): Promise<Catalog | null> => {
  const load = files[pathOf(lang, namespace)]
  return load ? await load() : null
}
