import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { THEME_COLOURS, THEME_NAMES } from '@core/charts/theme-colours'
import type { ThemeName } from '@core/charts/theme-colours'
import { VOICE_LOOKS, VOICE_SLOTS } from '@core/charts/voice-looks'

const FOLDER = new URL('../../../renderer/shared/look/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const expected = (theme: ThemeName): ReadonlyMap<string, string> => {
  const pairs = Object.entries(THEME_COLOURS[theme]).map(([name, value]) => [kebab(name), value] as const)
  const looks = [
    ...VOICE_SLOTS.map((slot) => [`v${slot}`, VOICE_LOOKS[slot]] as const),
    ['vj', VOICE_LOOKS.joined] as const,
  ]
  const voices = looks.flatMap(([name, { colours }]) => [
    [name, colours[theme].fill] as const,
    [`${name}t`, colours[theme].text] as const,
    [`${name}s`, colours[theme].second] as const,
  ])
  return new Map([...pairs, ...voices].map(([name, value]) => [`--${name}`, value.toLowerCase()]))
}

/** The colour declarations of the one block that follows `opening`. */
const declared = (css: string, opening: string): ReadonlyMap<string, string> => {
  const start = css.indexOf(opening)
  expect(start, opening).toBeGreaterThanOrEqual(0)
  const block = css.slice(start + opening.length, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/(--[\w-]+): (#[\da-f]{6});/gi)].map(([, name = '', value = '']) => [name, value.toLowerCase()]),
  )
}

describe('themes.css', () => {
  const css = read('themes.css')

  it.each(THEME_NAMES)('writes out the data for a chosen %s theme', (theme) => {
    expect(declared(css, `:root[data-theme='${theme}'] {`)).toEqual(expected(theme))
  })

  it.each([
    ['prefers-color-scheme: dark', 'dark'],
    ['prefers-contrast: more', 'contrast'],
  ] as const)('follows the system: %s', (query, theme) => {
    const within = css.slice(css.indexOf(`@media (${query})`))
    expect(declared(within, ':root:not([data-theme]) {')).toEqual(expected(theme))
  })

  it('lets the wish for contrast win over the wish for dark', () => {
    expect(css.indexOf('prefers-contrast: more')).toBeGreaterThan(css.indexOf('prefers-color-scheme: dark'))
  })

  it('hands every colour to the system under forced colours', () => {
    const forced = css.slice(css.indexOf('forced-colors: active'))
    for (const name of expected('light').keys()) {
      if (name !== '--heat0') expect(forced).toContain(`${name}: `)
    }
    expect(forced).not.toMatch(/#[\da-f]{6}/i)
  })
})

describe('the other styles', () => {
  const names = ['base', 'patterns', 'controls', 'fields', 'surfaces', 'focus', 'mantine']

  it.each(names)('%s.css uses only tokens for colours', (name) => {
    expect(read(`${name}.css`)).not.toMatch(/#[\da-f]{3,8}\b|rgba?\(|hsla?\(/i)
  })

  it.each(names)('%s.css uses only tokens that exist', (name) => {
    const css = read(`${name}.css`)
    const known = new Set(expected('light').keys())
    const own = `${read('tokens.css')}${read('themes.css')}${read('patterns.css')}${css}`
    for (const [, token = ''] of own.matchAll(/(--[\w-]+):/g)) known.add(token)
    const used = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, token = '']) => token)
    expect(used.filter((token) => !known.has(token) && !token.startsWith('--mantine'))).toEqual([])
  })

  it('stops all motion when the system asks for it', () => {
    const css = read('tokens.css')
    const reduced = css.slice(css.indexOf('prefers-reduced-motion: reduce'))
    const moving = [...css.matchAll(/(--m-[\w-]+): [1-9]/g)].map(([, token = '']) => token)
    expect(moving.length).toBeGreaterThan(0)
    for (const token of moving) expect(reduced).toContain(`${token}: 0ms`)
  })
})
