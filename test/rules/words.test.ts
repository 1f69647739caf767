import { describe, expect, test } from 'vitest'
import { field, filesUnder, nameOf, placeOf, stringOf, treeOf, walk } from './sources'
import type { Node, Source } from './sources'

// What a person sees or hears. Names of roles, ids and the like are not words.
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
  'alt',
  'label',
])
// One letter alone is a sign: the A of a text size, the N of a key cap.
const letters = /\p{L}{2}/u
// Character references such as &nbsp; are signs, not words.
const withoutReferences = (text: string): string => text.replaceAll(/&#?\w+;/g, '')

/** Strings an expression can end in, without going into calls: `a ? 'x' : 'y'`, `a && 'x'`, `${a} x`. */
function literalsOf(node: Node | null): readonly string[] {
  if (node === null) return []
  switch (node.type) {
    case 'Literal':
      return [stringOf(node) ?? '']
    case 'TemplateLiteral':
      return (node['quasis'] as readonly { readonly value: { readonly raw: string } }[]).map((part) => part.value.raw)
    case 'ConditionalExpression':
      return [...literalsOf(field(node, 'consequent')), ...literalsOf(field(node, 'alternate'))]
    case 'LogicalExpression':
      return [...literalsOf(field(node, 'left')), ...literalsOf(field(node, 'right'))]
    case 'JSXExpressionContainer':
      return literalsOf(field(node, 'expression'))
    default:
      return []
  }
}

function wordsIn(source: Source): readonly string[] {
  const found: string[] = []
  const note = (node: Node, texts: readonly string[]): void => {
    const text = texts.find((one) => letters.test(withoutReferences(one)))
    if (text !== undefined) found.push(`${placeOf(source, node)} ${JSON.stringify(text.trim())}`)
  }
  walk(treeOf(source), (node, parents) => {
    if (node.type === 'JSXText') note(node, [String(node['value'])])
    if (node.type === 'JSXAttribute' && spoken.has(nameOf(field(node, 'name')) ?? ''))
      note(node, literalsOf(field(node, 'value')))
    const isChild = parents.at(-1)?.type === 'JSXElement' || parents.at(-1)?.type === 'JSXFragment'
    if (node.type === 'JSXExpressionContainer' && isChild) note(node, literalsOf(node))
  })
  return found
}

const asSource = (text: string): Source => ({ path: 'planted.tsx', text, lines: 1 })

describe('words for people stand in the locale files', () => {
  test('and in no page', () => {
    expect(filesUnder('renderer', /\.tsx$/).flatMap(wordsIn)).toEqual([])
  })

  test.each([
    ['text', 'export const A = () => <p>Hello</p>'],
    ['an accessible name', 'export const A = () => <p aria-label="Close" />'],
    ['a placeholder', `export const A = () => <input placeholder={'Say it'} />`],
    ['a choice', `export const A = (p: { on: boolean }) => <p>{p.on ? 'On' : 'Off'}</p>`],
    ['a sentence put together', 'export const A = (p: { n: number }) => <p title={`${p.n} cards`} />'],
  ])('%s is found', (_, text) => {
    expect(wordsIn(asSource(text))).toHaveLength(1)
  })

  test.each([
    ['a translated text', `export const A = () => <p title={t('board:title')}>{t('board:text')}</p>`],
    ['signs', 'export const A = () => <p>· 3 &nbsp; – {1}</p>'],
    ['a class name', 'export const A = () => <p className="card" id="a" role="list" />'],
  ])('%s is not', (_, text) => {
    expect(wordsIn(asSource(text))).toEqual([])
  })
})
