import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './host-process'

const FOLDER = join(ROOT, 'resources', 'templates')

type Words = { readonly key: string }

export type TemplateStep = {
  readonly label: Words
  readonly kind: 'talk' | 'contribute' | 'cluster' | 'vote' | 'decide' | 'agreed' | 'break' | 'pulse'
  readonly board?: string
  readonly vote?: string
  readonly group?: string
  readonly contribute?: 'alone' | 'open'
  readonly show?: string
  readonly propose?: readonly string[]
}

export type SessionTemplate = {
  readonly id: string
  readonly key: string
  readonly position: number
  readonly groups?: readonly { readonly ref: string; readonly label: Words }[]
  readonly voices: readonly { readonly label: Words }[]
  readonly boards: readonly { readonly ref: string; readonly board: string; readonly label?: Words }[]
  readonly votes: readonly { readonly ref: string; readonly method: { readonly name: string } }[]
  readonly pulse: readonly Words[]
  readonly steps: readonly TemplateStep[]
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const words = read(join(ROOT, 'resources', 'locales', 'en', 'boards.json'))

/** What people read for a key such as `boards:step.welcome`. */
export const wordsOf = (key: string): string => {
  let found = words
  for (const part of key.replace('boards:', '').split('.')) found = (found as Readonly<Record<string, unknown>>)[part]
  if (typeof found !== 'string') throw new Error(`No words for ${key}`)
  return found
}

/** The templates that come with the app, in the order of the first page. A new file is tried without a new line here. */
export const sessionTemplates = (): readonly SessionTemplate[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => read(join(FOLDER, name)) as SessionTemplate) // its schema is checked where the app loads it
    .toSorted((one, other) => one.position - other.position)

export const templateName = ({ key }: SessionTemplate): string => wordsOf(`boards:template.${key}.name`)
