import { readdirSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { parseSync } from 'vite'

export const root = resolve(import.meta.dirname, '../..')

/** A node of the syntax tree; only what the rules look at is read from it. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

export interface Source {
  /** Path from the project's root, with `/` on every system. */
  readonly path: string
  readonly text: string
  readonly lines: number
}

const slashes = (path: string): string => path.replaceAll('\\', '/')

export function filesUnder(folder: string, ending: RegExp): readonly Source[] {
  const base = resolve(root, folder)
  let entries
  try {
    entries = readdirSync(base, { recursive: true, withFileTypes: true })
  } catch {
    return []
  }
  return entries
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => resolve(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => {
      const text = readFileSync(file, 'utf8')
      return {
        path: slashes(relative(root, file)),
        text,
        lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
      }
    })
}

const code = /\.tsx?$/

/** The product's own TypeScript: not tests, not scripts. */
export const productCode = (): readonly Source[] => ['core', 'electron', 'renderer'].flatMap((f) => filesUnder(f, code))

const trees = new Map<string, Node>()

export function treeOf(source: Source): Node {
  const known = trees.get(source.text)
  if (known) return known
  const { program, errors } = parseSync(source.path, source.text)
  if (errors.length > 0) throw new Error(`${source.path} does not parse: ${errors[0]?.message}`)
  // The parser's own types name every kind of node; the rules need only the few fields they test for.
  const tree = program as unknown as Node
  trees.set(source.text, tree)
  return tree
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

export function walk(
  node: Node,
  visit: (node: Node, parents: readonly Node[]) => void,
  parents: readonly Node[] = [],
): void {
  visit(node, parents)
  const above = [...parents, node]
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, above)
  }
}

/** `path:line` of a node, as a terminal can open it. */
export function placeOf(source: Source, node: Node): string {
  return `${source.path}:${source.text.slice(0, node.start).split('\n').length}`
}

export const field = (node: Node, name: string): Node | null => {
  const value = node[name]
  return isNode(value) ? value : null
}

export const nameOf = (node: Node | null): string | null => (typeof node?.['name'] === 'string' ? node['name'] : null)

export const stringOf = (node: Node | null): string | null =>
  node?.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null

export interface Import {
  readonly from: string
  /** A type import is gone at run time; `import { type X }` is not: the module is still loaded. */
  readonly typeOnly: boolean
}

const importing = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'])

export function importsOf(source: Source): readonly Import[] {
  const found: Import[] = []
  walk(treeOf(source), (node) => {
    if (!importing.has(node.type)) return
    const from = stringOf(field(node, 'source'))
    if (from !== null) found.push({ from, typeOnly: node['importKind'] === 'type' || node['exportKind'] === 'type' })
  })
  return found
}

/** The project file that an import of `source` means, or null for a package or a style sheet. */
export function resolveImport(source: Source, from: string, all: ReadonlyMap<string, Source>): Source | null {
  if (!from.startsWith('.') && !from.startsWith('@core/')) return null
  const target = from.startsWith('@core/')
    ? from.slice(1)
    : slashes(relative(root, resolve(root, dirname(source.path), from)))
  const found = ['', '.ts', '.tsx', '/index.ts'].map((end) => all.get(target + end)).find((one) => one !== undefined)
  return found ?? null
}
