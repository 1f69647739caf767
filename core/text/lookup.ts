/** A locale file: strings, nested by key. */
export type Catalog = { readonly [key: string]: string | Catalog }
export type TextParams = { readonly [name: string]: string | number }
export type Lookup = (key: string, params?: TextParams) => string

/**
 * The same words as i18next gives, in a kilobyte, for phones and the host: keys `namespace:path.to.key` in one catalog
 * of namespaces, `{name}` filled in, plural forms `key_one`, `key_two`, … by `params.count`. A key without words
 * answers itself, so that a gap shows.
 */
export const createLookup = (catalogs: Catalog, lang: string, fallback?: Catalog): Lookup => {
  const plurals = new Intl.PluralRules(lang)
  const english = new Intl.PluralRules('en')
  return (key, params = {}) => {
    const words = find(catalogs, key, params, plurals) ?? (fallback && find(fallback, key, params, english))
    return words === undefined ? key : fill(words, params)
  }
}

const find = (catalog: Catalog, key: string, params: TextParams, rules: Intl.PluralRules): string | undefined => {
  const path = key.split(/[:.]/)
  if (typeof params['count'] !== 'number') return at(catalog, path)
  const last = path.length - 1
  const form = (name: string): string | undefined =>
    at(
      catalog,
      path.map((part, index) => (index === last ? `${part}_${name}` : part)),
    )
  return form(rules.select(params['count'])) ?? form('other') ?? at(catalog, path)
}

const at = (catalog: Catalog, path: readonly string[]): string | undefined => {
  let place: string | Catalog | undefined = catalog
  for (const part of path) {
    if (typeof place !== 'object' || !Object.hasOwn(place, part)) return undefined
    place = place[part]
  }
  return typeof place === 'string' ? place : undefined
}

const fill = (words: string, params: TextParams): string =>
  words.replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(params[name] ?? gap))
