import { describe, expect, test } from 'vitest'
import { isUsed, keysInResources, partsInResources, readLocale, usesIn } from './keys'
import type { Locale } from './keys'
import { filesUnder, productCode } from './sources'
import type { Source } from './sources'

const english = readLocale(filesUnder('resources/locales/en', /\.json$/))
const namespacesOf = (locale: Locale): ReadonlySet<string> =>
  new Set([...locale.keys()].map((key) => key.split(':')[0] ?? ''))

describe('English, the source of all words', () => {
  const namespaces = namespacesOf(english)
  const uses = usesIn(productCode(), namespaces)
  for (const key of keysInResources(namespaces)) uses.keys.set(key, 'resources')
  for (const part of partsInResources()) uses.parts.add(part)

  test('every call of t() names a key as namespace:path', () => {
    expect(uses.badCalls).toEqual([])
  })

  test('no key is missing', () => {
    const missing = [...uses.keys].filter(([key]) => !english.has(key)).map(([key, place]) => `${place} ${key}`)
    expect(missing).toEqual([])
  })

  test('no key that is put together finds nothing', () => {
    const keys = [...english.keys()]
    const empty = [...uses.patterns].filter(([, pattern]) => !keys.some((key) => pattern.test(key)))
    expect(empty.map(([text]) => text)).toEqual([])
  })

  test('no key is unused', () => {
    expect([...english.keys()].filter((key) => !isUsed(key, uses))).toEqual([])
  })

  test('no sentence is empty', () => {
    expect([...english].filter(([, texts]) => texts.some((text) => text.trim() === '')).map(([key]) => key)).toEqual([])
  })
})

describe('the search for keys', () => {
  const planted = (text: string): Source => ({ path: 'planted.tsx', text, lines: 1 })
  const locale = readLocale([
    {
      path: 'en/board.json',
      text: JSON.stringify({
        title: 'Board',
        cards_one: '{count} card',
        cards_other: '{count} cards',
        state: { open: 'Open', shut: 'Shut' },
      }),
    },
  ])
  const find = (text: string) => usesIn([planted(text)], namespacesOf(locale))

  test('reads plurals as one key', () => {
    expect([...locale.keys()]).toEqual(['board:title', 'board:cards', 'board:state.open', 'board:state.shut'])
  })

  test('finds a key in a call, in a table and in a type', () => {
    const uses = find(`t('board:title'); export const a = { key: 'board:cards' }; export type B = 'board:state.open'`)
    expect([...uses.keys.keys()].toSorted()).toEqual(['board:cards', 'board:state.open', 'board:title'])
  })

  test('counts a key put together as used only for parts that occur in code', () => {
    const uses = find("export const a = (s: 'open' | 'closed') => t(`board:state.${s}`)")
    expect(isUsed('board:state.open', uses)).toBe(true)
    expect(isUsed('board:state.shut', uses)).toBe(false)
    expect(isUsed('board:title', uses)).toBe(false)
  })

  test('reads both ways of a choice, and short keys on the phone page', () => {
    const phone = { path: 'renderer/participant/planted.tsx', text: `t(a ? 'one' : 'two.three')`, lines: 1 }
    const uses = usesIn([phone], namespacesOf(locale))
    expect([...uses.keys.keys()]).toEqual(['participant:one', 'participant:two.three'])
  })

  test('refuses a call without a namespace elsewhere', () => {
    expect(find(`t('title'); i18n.t('board:title')`).badCalls).toEqual(['planted.tsx:1 title'])
  })
})
