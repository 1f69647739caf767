import { describe, expect, test } from 'vitest'
import { field, filesUnder, importsOf, nameOf, productCode, resolveImport, stringOf, treeOf, walk } from './sources'
import type { Node, Source } from './sources'

const isType = (parents: readonly Node[]): boolean => parents.some((parent) => parent.type.startsWith('TS'))

/** Whether a file mentions a name outside its types: as an identifier, or as a member such as `window.name`. */
function mentions(source: Source, name: string): boolean {
  let found = false
  walk(treeOf(source), (node, parents) => {
    const named = node.type === 'Identifier' || node.type === 'JSXIdentifier'
    // `{ type X }` and `import type` name a type only.
    const typed = isType(parents) || parents.some((parent) => parent['importKind'] === 'type')
    if (named && !typed && node['name'] === name) found = true
  })
  return found
}

const mentioning = (sources: readonly Source[], name: string): readonly string[] =>
  sources.filter((source) => source.text.includes(name) && mentions(source, name)).map((source) => source.path)

/** The name under which the preload script shows the wire to a page. */
function preloadGlobal(): string | null {
  let name: string | null = null
  for (const source of filesUnder('electron/preload', /\.ts$/)) {
    walk(treeOf(source), (node) => {
      const callee = node.type === 'CallExpression' ? field(node, 'callee') : null
      if (callee === null || nameOf(field(callee, 'property')) !== 'exposeInMainWorld') return
      const first = (node['arguments'] as readonly Node[])[0] ?? null
      name = stringOf(first) ?? name
    })
  }
  return name
}

describe('each raw seam is touched by one file only', () => {
  test.each([
    ['ipcMain', 'electron'],
    ['ipcRenderer', 'electron'],
    ['WebSocket', 'renderer'],
  ])('%s in %s/', (name, folder) => {
    expect(mentioning(filesUnder(folder, /\.tsx?$/), name).length).toBeLessThanOrEqual(1)
  })

  test('the ws package', () => {
    const users = productCode().filter((source) => importsOf(source).some((one) => one.from === 'ws' && !one.typeOnly))
    expect(users.length).toBeLessThanOrEqual(1)
  })

  test('the name the preload script gives the wire', () => {
    const name = preloadGlobal()
    const users = name === null ? [] : mentioning(filesUnder('renderer', /\.tsx?$/), name)
    expect(users.length).toBeLessThanOrEqual(1)
  })

  test.each(['@dnd-kit', 'recharts', 'lowdb'])('%s stays behind one folder', (library) => {
    const users = productCode().filter((source) =>
      importsOf(source).some((one) => !one.typeOnly && (one.from === library || one.from.startsWith(`${library}/`))),
    )
    expect(new Set(users.map((source) => source.path.replace(/\/[^/]+$/, ''))).size).toBeLessThanOrEqual(1)
  })

  test('a mention is told from a type and from a comment', () => {
    const source = (text: string): Source => ({ path: 'planted.ts', text, lines: 1 })
    expect(mentions(source('// WebSocket\nexport const a = 1'), 'WebSocket')).toBe(false)
    expect(mentions(source('export type A = WebSocket'), 'WebSocket')).toBe(false)
    expect(mentions(source('export const a = new WebSocket("")'), 'WebSocket')).toBe(true)
    expect(mentions(source('export const a = window.polyphony'), 'polyphony')).toBe(true)
  })
})

/** What a file loads at run time, directly or through others: packages by name, with the file that asks. */
function packagesLoadedBy(entry: string, all: ReadonlyMap<string, Source>): ReadonlyMap<string, string> {
  const packages = new Map<string, string>()
  const seen = new Set<string>()
  const queue = [all.get(entry)]
  for (const source of queue) {
    if (source === undefined || seen.has(source.path)) continue
    seen.add(source.path)
    for (const { from, typeOnly } of importsOf(source)) {
      if (typeOnly || /\.(css|json|svg|woff2)(\?\w+)?$/.test(from)) continue
      const target = resolveImport(source, from, all)
      if (target) queue.push(target)
      else packages.set(from, source.path)
    }
  }
  return packages
}

describe('the phone page', () => {
  const all = new Map(productCode().map((source) => [source.path, source]))

  test('loads Preact and our own code, nothing else, however deep', () => {
    const loaded = [...packagesLoadedBy('renderer/participant/main.tsx', all)]
    expect(loaded.filter(([name]) => !/^preact(\/|$)/.test(name))).toEqual([])
  })

  test('a package behind two files is found', () => {
    const planted = [
      ['a.ts', `import { b } from './b'\nexport const a = b`],
      ['b.ts', `import type { R } from 'react'\nexport { c as b } from './c'\nexport type Q = R`],
      ['c.ts', `import { z } from 'zod'\nexport const c = z`],
    ] as const
    const sources = new Map(planted.map(([path, text]) => [path, { path, text, lines: 1 }]))
    expect([...packagesLoadedBy('a.ts', sources)]).toEqual([['zod', 'c.ts']])
  })
})
