import { field, filesUnder, nameOf, placeOf, stringOf, treeOf, walk } from './sources'
import type { Node, Source } from './sources'

const plural = /_(zero|one|two|few|many|other)$/

/** `namespace:path.to.key` without plural endings, with the sentences under it. */
export type Locale = ReadonlyMap<string, readonly string[]>

function flatten(prefix: string, value: unknown, into: Map<string, string[]>): void {
  if (typeof value === 'string') {
    const key = prefix.replace(plural, '')
    into.set(key, [...(into.get(key) ?? []), value])
    return
  }
  for (const [name, child] of Object.entries(value ?? {})) {
    flatten(prefix.endsWith(':') ? prefix + name : `${prefix}.${name}`, child, into)
  }
}

/** Reads a language's files; the name of a file is its namespace. */
export function readLocale(files: readonly Pick<Source, 'path' | 'text'>[]): Locale {
  const keys = new Map<string, string[]>()
  for (const file of files) {
    const namespace = file.path.split('/').at(-1)?.replace('.json', '') ?? ''
    flatten(`${namespace}:`, JSON.parse(file.text), keys)
  }
  return keys
}

export interface Uses {
  /** Whole keys, with the places that name them. */
  readonly keys: Map<string, string>
  /** Keys put together, such as `errors:${code}`: what stands before, between and after the parts. */
  readonly patterns: Map<string, RegExp>
  /** Every short string and member name: what a part of a key can be. */
  readonly parts: Set<string>
  /** Calls of t() whose argument is no key of a namespace. */
  readonly badCalls: string[]
}

const keyForm = /^[a-z][\w-]*:[\w-]+(\.[\w-]+)*$/
const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

const quasisOf = (node: Node): readonly string[] =>
  (node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]).map((part) => part.value.cooked)

/** The phone page loads one area's words, so its keys stand there without the namespace. */
const phone = { folder: 'renderer/participant/', namespace: 'participant' } as const

function noteTemplate(node: Node, uses: Uses, namespaces: ReadonlySet<string>): void {
  const parts = node.type === 'TemplateLiteral' ? quasisOf(node) : [stringOf(field(node, 'left')) ?? '', '']
  const namespace = /^([a-z][\w-]*):/.exec(parts[0] ?? '')?.[1]
  if (parts.length < 2 || namespace === undefined || !namespaces.has(namespace)) return
  uses.patterns.set(parts.join('${}'), new RegExp(`^${parts.map(escape).join('(.+)')}$`))
}

/** The keys an argument can be: `'a:b'`, `on ? 'a:b' : 'a:c'`. */
function keysOf(argument: Node | null): readonly string[] {
  if (argument?.type === 'ConditionalExpression') {
    return [...keysOf(field(argument, 'consequent')), ...keysOf(field(argument, 'alternate'))]
  }
  const key = stringOf(argument)
  return key === null ? [] : [key]
}

function noteCall(node: Node, source: Source, uses: Uses): void {
  const callee = field(node, 'callee')
  if ((nameOf(callee) ?? (callee && nameOf(field(callee, 'property')))) !== 't') return
  for (const written of keysOf((node['arguments'] as readonly Node[])[0] ?? null)) {
    const short = source.path.startsWith(phone.folder) && !written.includes(':')
    const key = short ? `${phone.namespace}:${written}` : written
    if (keyForm.test(key)) uses.keys.set(key, placeOf(source, node))
    else uses.badCalls.push(`${placeOf(source, node)} ${key}`)
  }
}

/** Collects every use of a key in code: in calls of t(), in tables, in types. */
export function usesIn(sources: readonly Source[], namespaces: ReadonlySet<string>): Uses {
  const uses: Uses = { keys: new Map(), patterns: new Map(), parts: new Set(), badCalls: [] }
  for (const source of sources) {
    walk(treeOf(source), (node) => {
      const text = stringOf(node)
      const name = nameOf(node)
      if (text !== null) {
        uses.parts.add(text)
        if (keyForm.test(text) && namespaces.has(text.split(':')[0] ?? '')) uses.keys.set(text, placeOf(source, node))
      }
      if (name !== null) uses.parts.add(name)
      // `field.${name}` behind a helper that adds the namespace: its fixed part is a part of a key too.
      if (node.type === 'TemplateLiteral') for (const part of quasisOf(node)) uses.parts.add(part.replace(/\.$/, ''))
      if (node.type === 'TemplateLiteral' || node.type === 'BinaryExpression') noteTemplate(node, uses, namespaces)
      if (node.type === 'CallExpression') noteCall(node, source, uses)
    })
  }
  return uses
}

/** Keys that samples and templates name: built-in words in them are `{ "key": "…" }`. */
export function keysInResources(namespaces: ReadonlySet<string>): readonly string[] {
  return filesUnder('resources', /\.json$/)
    .filter((file) => !file.path.startsWith('resources/locales/'))
    .flatMap((file) => [...file.text.matchAll(/"([a-z][\w-]*:[\w.-]+)"/g)].map((match) => match[1] ?? ''))
    .filter((key) => namespaces.has(key.split(':')[0] ?? ''))
}

/** Parts of keys that resources name, such as a template's own `"key": "homeVisit"`. */
export const partsInResources = (): readonly string[] =>
  filesUnder('resources/templates', /\.json$/).flatMap((file) =>
    [...file.text.matchAll(/"key": "(\w+)"/g)].map((match) => match[1] ?? ''),
  )

const madeFrom = (key: string, pattern: RegExp, parts: ReadonlySet<string>): boolean => {
  const match = pattern.exec(key)
  return (
    match !== null && match.slice(1).every((part) => parts.has(part) || part.split('.').every((one) => parts.has(one)))
  )
}

export const isUsed = (key: string, uses: Uses): boolean =>
  uses.keys.has(key) || [...uses.patterns.values()].some((pattern) => madeFrom(key, pattern, uses.parts))

/** The places left open in a sentence: `{count}`, `{name}`. */
export const placeholdersOf = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)[^}]*\}/g)].map((match) => match[1] ?? ''))].toSorted()
