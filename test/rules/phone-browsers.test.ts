import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseSync } from 'vite'
import { buildPhonePage } from '../../renderer/phone-build'
import { lintPlanted } from './planted'
import { filesUnder, nameOf, root, walk } from './sources'
import type { Node } from './sources'

/**
 * What came later than Safari 16.4, Chrome 111 or Firefox 115, or only to pages over https. The list is held against the
 * page as it is built, with all that it takes from core and shared; only names that cannot mean anything else are in it.
 */
const MEMBERS = [
  'groupBy',
  'withResolvers',
  'fromAsync',
  'symmetricDifference',
  'isSubsetOf',
  'isSupersetOf',
  'isDisjointFrom',
  'canParse',
  'isWellFormed',
  'toWellFormed',
  'Segmenter',
  'DurationFormat',
  'startViewTransition',
  'showPopover',
  'checkVisibility',
  'vibrate',
  'subtle',
  'randomUUID',
  'clipboard',
  'serviceWorker',
  'wakeLock',
  'requestIdleCallback',
] as const

/** Firefox 115 knows neither `:has()` nor nested rules; the rest came later still. */
const STYLES = /:has\(|light-dark\(|\bsubgrid\b|@scope|@starting-style|text-wrap:|anchor-name|\n\s+&/

const membersIn = (code: string): Set<string> => {
  const found = new Set<string>()
  walk(parseSync('page.js', code).program as unknown as Node, (node) => {
    if (node.type !== 'MemberExpression' && node.type !== 'Identifier') return
    const name = node.type === 'Identifier' ? nameOf(node) : nameOf(node['property'] as Node)
    if (name !== null) found.add(name)
  })
  return found
}

describe('the phone page as it is built', () => {
  let members = new Set<string>()
  beforeAll(async () => {
    const files = await buildPhonePage(resolve(root, 'renderer'))
    const code = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
    members = new Set(code.flatMap((one) => [...membersIn(one)]))
  }, 60_000)

  test('uses nothing that its oldest browsers lack', () => {
    expect(members.size).toBeGreaterThan(100)
    expect(MEMBERS.filter((name) => members.has(name))).toEqual([])
  })
})

test('the search finds what it looks for', () => {
  expect([...membersIn('Object.groupBy(a, b); const { c } = Intl; new Intl.Segmenter()')]).toEqual(
    expect.arrayContaining(['groupBy', 'Segmenter']),
  )
})

test('the style sheets of the phone page use nothing that its oldest browsers lack', () => {
  const late = filesUnder('renderer/participant', /\.css$/).filter(({ text }) =>
    STYLES.test(text.replaceAll(/\/\*[^]*?\*\//g, '')),
  )
  expect(late.map(({ path }) => path)).toEqual([])
})

test('the linter refuses them where they are written', async () => {
  const planted = MEMBERS.filter((name) => name !== 'requestIdleCallback')
  const found = await lintPlanted(
    Object.fromEntries(
      planted.map((name, index) => [
        `renderer/participant/late-${index}.ts`,
        `export const a = (b: Record<string, unknown>) => b.${name}`,
      ]),
    ),
  )
  const refused = new Set(found.filter(({ rule }) => rule.includes('no-restricted')).map(({ path }) => path))
  expect(planted.filter((_, index) => ![...refused].some((path) => path.endsWith(`late-${index}.ts`)))).toEqual([])
}, 60_000)
