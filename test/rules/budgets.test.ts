import { describe, expect, test } from 'vitest'
import { field, filesUnder, nameOf, placeOf, productCode, treeOf, walk } from './sources'

const LONGEST = 400
const folders = ['core', 'electron', 'renderer', 'scripts', 'test']
const everything = folders.flatMap((folder) => filesUnder(folder, /\.(tsx?|mjs|css)$/))

describe('budgets', () => {
  test('no file is longer than 400 lines', () => {
    const long = everything.filter((file) => file.lines > LONGEST).map((file) => `${file.path}: ${file.lines}`)
    expect(long).toEqual([])
  })

  test('file names are kebab-case', () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/
    expect(everything.map((file) => file.path).filter((path) => !name.test(path.split('/').at(-1) ?? ''))).toEqual([])
  })

  test('a rule is switched off only for one line and with its reason', () => {
    const switchedOff = everything
      .filter((file) => !file.path.startsWith('test/rules/'))
      .flatMap((file) =>
        file.text
          .split('\n')
          .map((line, at) => ({ line, place: `${file.path}:${at + 1}` }))
          .filter(({ line }) => /(oxlint|eslint)-disable/.test(line))
          .filter(({ line }) => !/-disable-(next-)?line .+ -- \S/.test(line)),
      )
    expect(switchedOff.map(({ place }) => place)).toEqual([])
  })

  test('there are no barrels', () => {
    const barrels = productCode().flatMap((source) => {
      const found: string[] = []
      walk(treeOf(source), (node) => {
        if (node.type === 'ExportAllDeclaration') found.push(placeOf(source, node))
      })
      return found
    })
    expect(barrels).toEqual([])
  })
})

describe('core is pure', () => {
  // The linter refuses Date.now, Math.random and the globals; a clock read in this way it cannot tell apart.
  test('no date is made from the clock', () => {
    const fromClock = filesUnder('core', /\.ts$/).flatMap((source) => {
      const found: string[] = []
      walk(treeOf(source), (node) => {
        const made = node.type === 'NewExpression' || node.type === 'CallExpression'
        if (!made || nameOf(field(node, 'callee')) !== 'Date') return
        const args = node['arguments']
        if (node.type === 'CallExpression' || (Array.isArray(args) && args.length === 0))
          found.push(placeOf(source, node))
      })
      return found
    })
    expect(fromClock).toEqual([])
  })
})

describe('colours', () => {
  // The look holds the tokens themselves, and what pages outside the theme (icons, the logo) need.
  const look = 'renderer/shared/look/'
  // A QR code is black on white in every theme, or cameras miss it.
  const literal = /#(?!fff\b|000\b)(?:[0-9a-f]{3,4}){1,2}\b|\b(?:rgba?|hsla?|oklch|oklab)\(\s*[\d.]/i

  test('come from the tokens only', () => {
    const styled = filesUnder('renderer', /\.css$/).filter((file) => !file.path.startsWith(look))
    const literals = styled.flatMap((file) =>
      file.text
        .split('\n')
        .flatMap((line, at) => (literal.test(line) ? [`${file.path}:${at + 1} ${line.trim()}`] : [])),
    )
    expect(literals).toEqual([])
  })
})
