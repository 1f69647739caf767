import { describe, expect, test } from 'vitest'
import i18next from 'i18next'
import { createLookup } from '@core/text/lookup'
import type { Catalog } from '@core/text/lookup'
import english from '../../../resources/locales/en/participant.json'

const catalog: Catalog = {
  page: {
    hello: 'Hello {name}, {name}!',
    dots_one: '{count} dot',
    dots_other: '{count} dots',
    deep: { down: 'here' },
  },
}

describe('the lookup', () => {
  const t = createLookup(catalog, 'en')

  test('finds a key by namespace and path', () => {
    expect(t('page:deep.down')).toBe('here')
  })

  test('fills every place of a parameter and leaves unknown ones', () => {
    expect(t('page:hello', { name: 'Ana' })).toBe('Hello Ana, Ana!')
    expect(t('page:hello')).toBe('Hello {name}, {name}!')
  })

  test('never reads a parameter as another place', () => {
    expect(t('page:hello', { name: '{name}' })).toBe('Hello {name}, {name}!')
  })

  test('answers the key where there are no words, and for names of the language itself', () => {
    expect(t('page:gone')).toBe('page:gone')
    expect(t('page:constructor')).toBe('page:constructor')
    expect(t('page:deep')).toBe('page:deep')
  })

  test('takes what a language lacks from the fallback', () => {
    expect(createLookup({ page: {} }, 'sl', catalog)('page:dots', { count: 1 })).toBe('1 dot')
  })

  test('knows the dual of Slovene', () => {
    const slovene = createLookup(
      {
        p: {
          card_one: '{count} karta',
          card_two: '{count} karti',
          card_few: '{count} karte',
          card_other: '{count} kart',
        },
      },
      'sl',
    )
    expect([1, 2, 3, 5, 101, 102].map((count) => slovene('p:card', { count }))).toEqual([
      '1 karta',
      '2 karti',
      '3 karte',
      '5 kart',
      '101 karta',
      '102 karti',
    ])
  })

  test('says what i18next says, for every key of the phone page', async () => {
    const other = i18next.createInstance()
    await other.init({
      lng: 'en',
      resources: { en: { participant: english } },
      interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    })
    const own = createLookup({ participant: english }, 'en')
    const keys = keysOf(english).map((key) => `participant:${key.replace(/_(one|other)$/, '')}`)
    for (const count of [0, 1, 2, 7]) {
      const params = { count, used: 3, most: 9, voice: 'V', option: 'O', budget: 5, cap: 2, text: 'T' }
      expect(keys.map((key) => own(key, params))).toEqual(keys.map((key) => other.t(key, params)))
    }
  })
})

const keysOf = (words: Catalog): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [key] : keysOf(value).map((rest) => `${key}.${rest}`),
  )
