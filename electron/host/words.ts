import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createLookup } from '@core/text/lookup'
import type { Catalog, Lookup } from '@core/text/lookup'
import { readJson } from './json-file'

export type Words = {
  readonly english: Lookup
  /** The words of a language, and the language they are really in. */
  readonly of: (lang: string) => { readonly t: Lookup; readonly lang: string }
}

/** All locale files; what a language does not have is said in English. */
export const readWords = async (resources: string): Promise<Words> => {
  const folder = join(resources, 'locales')
  const langs = (await readdir(folder).catch(() => [])).filter((name) => /^[a-z]{2}(-[A-Za-z]{2,4})?$/.test(name))
  const catalogs = new Map<string, Catalog>()
  for (const lang of langs) catalogs.set(lang, await readCatalog(join(folder, lang)))
  const english = catalogs.get('en') ?? {}
  return {
    english: createLookup(english, 'en'),
    of: (lang) => {
      const catalog = catalogs.get(lang)
      return catalog
        ? { t: createLookup(catalog, lang, english), lang }
        : { t: createLookup(english, 'en'), lang: 'en' }
    },
  }
}

const readCatalog = async (folder: string): Promise<Catalog> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'))
  const parts = await Promise.all(
    names.map(async (name) => [name.slice(0, -'.json'.length), await readJson(join(folder, name))] as const),
  )
  return Object.fromEntries(parts.filter(([, words]) => typeof words === 'object' && words !== null)) as Catalog // files of strings, checked by a test
}
