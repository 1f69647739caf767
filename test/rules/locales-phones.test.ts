import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, dirOf, languageFor } from '@core/text/languages'
import { createLookup } from '@core/text/lookup'
import type { Catalog } from '@core/text/lookup'
import { placeholdersOf } from './keys'
import { root } from './sources'

const FOLDER = 'resources/locales'
const WHOLE = ['participant', 'phoneMore', 'tablet', 'ballot', 'result'] as const
/** Of this, what phones show: the names that the English page brings along. */
const IN_PART = { boards: 'renderer/participant/model/words.ts' } as const
const NAMESPACES = [...WHOLE, 'boards'] as const

type Words = ReadonlyMap<string, string>

const read = (path: string): string => readFileSync(resolve(root, path), 'utf8')

const flatten = (prefix: string, value: unknown): (readonly [string, string])[] =>
  typeof value === 'string'
    ? [[prefix, value]]
    : Object.entries(value ?? {}).flatMap(([name, child]) => flatten(prefix === '' ? name : `${prefix}.${name}`, child))

const wordsOf = (lang: string, namespace: string): Words => {
  const path = `${FOLDER}/${lang}/${namespace}.json`
  return new Map(existsSync(resolve(root, path)) ? flatten('', JSON.parse(read(path))) : [])
}

/** The names in `import { … } from '…/en/boards.json'`. */
const broughtAlong = (namespace: keyof typeof IN_PART): readonly string[] => {
  const found = new RegExp(`import \\{([^}]*)\\} from '[^']*/en/${namespace}\\.json'`).exec(read(IN_PART[namespace]))
  return [...(found?.[1] ?? '').matchAll(/\w+/g)].map(([name]) => name)
}

const isPart = (namespace: string): namespace is keyof typeof IN_PART => Object.hasOwn(IN_PART, namespace)

const english = (namespace: string): Words => {
  const all = wordsOf('en', namespace)
  if (!isPart(namespace)) return all
  const names = new Set(broughtAlong(namespace))
  return new Map([...all].filter(([key]) => names.has(key.split('.')[0] ?? '')))
}

const PLURAL = /_(zero|one|two|few|many|other)$/
const stem = (key: string): string => key.replace(PLURAL, '')

/** English keys with the plural forms of another language in place of English ones. */
const expected = (lang: string, words: Words): readonly string[] => {
  const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories
  const keys = [...words.keys()].flatMap((key) =>
    PLURAL.test(key) ? forms.map((form) => `${stem(key)}_${form}`) : [key],
  )
  return [...new Set(keys)].toSorted()
}

/** What may stand open: as in English; a form for one may follow the English one, which can do without the number. */
const allowed = (words: Words, key: string): readonly string[] => {
  const open = (name: string): string => placeholdersOf(words.get(name) ?? '').join(' ')
  if (!PLURAL.test(key)) return [open(key)]
  const other = open(`${stem(key)}_other`)
  return key.endsWith('_one') ? [other, open(`${stem(key)}_one`)] : [other]
}

describe.each(LANGUAGES.filter(({ code }) => code !== 'en').map(({ code }) => code))('%s', (lang) => {
  test.each(NAMESPACES)('%s has the keys of English, in all plural forms of the language', (namespace) => {
    expect([...wordsOf(lang, namespace).keys()].toSorted()).toEqual(expected(lang, english(namespace)))
  })

  test.each(NAMESPACES)('%s leaves the same places open', (namespace) => {
    const source = english(namespace)
    const others = [...wordsOf(lang, namespace)].filter(
      ([key, words]) => !allowed(source, key).includes(placeholdersOf(words).join(' ')),
    )
    expect(others.map(([key]) => key)).toEqual([])
  })

  test.each(NAMESPACES)('%s has no empty sentence, and ends sentences where English does', (namespace) => {
    const source = english(namespace)
    const ends = (words: string): boolean => /[.?!]$/.test(words)
    const odd = [...wordsOf(lang, namespace)].filter(([key, words]) => {
      const same = source.get(key) ?? source.get(`${stem(key)}_other`) ?? ''
      return words.trim() === '' || ends(words) !== ends(same)
    })
    expect(odd.map(([key]) => key)).toEqual([])
  })

  test('has no words that nobody could see', () => {
    const files = readdirSync(resolve(root, FOLDER, lang)).map((name) => name.replace('.json', ''))
    expect(files.toSorted()).toEqual([...NAMESPACES].toSorted())
  })
})

test('a number is said in the form that the language has for it', () => {
  const say = (lang: string, count: number): string => {
    const ballot = JSON.parse(read(`${FOLDER}/${lang}/ballot.json`)) as Catalog // as the tests above found it
    return createLookup({ ballot }, lang)('ballot:screen.dotsLeft', { count, budget: 200 })
  }
  expect([1, 2, 3, 5, 101, 102].map((count) => say('sl', count))).toEqual([
    'še 1 pika od 200',
    'še 2 piki od 200',
    'še 3 pike od 200',
    'še 5 pik od 200',
    'še 101 pika od 200',
    'še 102 piki od 200',
  ])
  expect([1, 2].map((count) => say('nb', count))).toEqual(['1 prikk igjen av 200', '2 prikker igjen av 200'])
})

describe('the list of languages', () => {
  test('is what the folder holds, each with a name of its own', () => {
    expect(LANGUAGES.map(({ code }) => code).toSorted()).toEqual(readdirSync(resolve(root, FOLDER)).toSorted())
    expect(new Set(LANGUAGES.map(({ name }) => name)).size).toBe(LANGUAGES.length)
  })

  test('says which ones nobody has read over yet', () => {
    expect(LANGUAGES.filter(({ reviewed }) => !reviewed).map(({ code }) => code)).toEqual(['nb', 'sl'])
  })

  test('finds a language by what phones call it', () => {
    const found = ['sl-SI', 'SL', 'nb-NO', 'no', 'nn-NO', 'en-GB', 'de'].map((asked) => languageFor(asked)?.code)
    expect(found).toEqual(['sl', 'sl', 'nb', 'nb', 'nb', 'en', undefined])
  })

  test('knows the direction to write in', () => {
    expect([...LANGUAGES.map(({ code }) => dirOf(code)), dirOf('ar-EG')]).toEqual(['ltr', 'ltr', 'ltr', 'rtl'])
  })
})
