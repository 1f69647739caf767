import type { Board } from '../model/board'
import { LIMITS } from '../model/limits'
import type { Label } from '../model/text'

/** What a column of somebody's table can hold. */
export const COLUMN_ROLES = ['text', 'first', 'second', 'voice', 'place', 'tags', 'ignore'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** A table as it was read: cells are text, the first row may be its head. */
export type TextTable = readonly (readonly string[])[]

export type ImportTarget = {
  readonly board: Board
  readonly voices: readonly { readonly id: string; readonly name: string }[]
  readonly labelOf: (label: Label) => string
  /** Texts that are on the board already, by `sameWords`. */
  readonly present: ReadonlySet<string>
}

export type ImportedCard = {
  readonly text: string
  readonly zone: readonly string[]
  readonly voiceId?: string
  readonly place?: string
  readonly tags: readonly string[]
  /** Row in the table, counted from 1 with the head: what people see in their own program. */
  readonly row: number
}

/** Why a row did not become a card as it stands. `placed`: it did, in the first place, for its own was not found. */
export type ImportRemark = {
  readonly row: number
  readonly what: 'empty' | 'too-long' | 'twice' | 'placed' | 'voice-unknown' | 'over'
  readonly value: string
}

export type ImportPlan = { readonly cards: readonly ImportedCard[]; readonly remarks: readonly ImportRemark[] }

/** Cards of one import. */
export const IMPORT_LIMIT = 5_000
const PLACE_LIMIT = 200
const TAG_LIMIT = 60

export const sameWords = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ')

const NAMES: { readonly [R in Exclude<ColumnRole, 'first' | 'second' | 'ignore'>]: RegExp } = {
  text: /^(text|card|statement|contribution|challenge|beschreibung|opis|besedilo|izjava|tekst|utsagn|kort)\b/i,
  voice: /^(voice|role|group|who|glas|vloga|skupina|stemme|rolle|gruppe)\b/i,
  place: /^(place|country|region|city|municipality|kraj|država|občina|sted|land|kommune)\b/i,
  tags: /^(tags?|labels?|keywords?|oznak|emneord)/i,
}

/**
 * A first guess at what each column holds, from its heading and from what stands in it: headings named like the axes of
 * the board, else the longest texts are the statements. Only a proposal: people see it and change it.
 */
export const guessRoles = (table: TextTable, target: ImportTarget): ColumnRole[] => {
  const [head = []] = table
  const width = Math.max(0, ...table.map((row) => row.length))
  const roles = Array.from({ length: width }, (_, column) => namedRole(head[column] ?? '', target))
  if (!roles.includes('text')) {
    const free = roles.flatMap((role, column) => (role === 'ignore' ? [column] : []))
    const longest = free.toSorted((a, b) => meanLength(table, b) - meanLength(table, a))[0]
    if (longest !== undefined) roles[longest] = 'text'
  }
  return onceEach(roles)
}

const namedRole = (heading: string, { board, labelOf }: ImportTarget): ColumnRole => {
  const name = heading.trim()
  const axis = board.axes.findIndex(({ label }) => sameWords(labelOf(label)) === sameWords(name))
  if (axis >= 0) return axis === 0 ? 'first' : 'second'
  for (const role of ['text', 'voice', 'place', 'tags'] as const) if (NAMES[role].test(name)) return role
  return 'ignore'
}

const meanLength = (table: TextTable, column: number): number =>
  table.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0) / Math.max(1, table.length)

/** Two columns cannot be the same thing: the first keeps it. */
const onceEach = (roles: readonly ColumnRole[]): ColumnRole[] => {
  const seen = new Set<ColumnRole>()
  return roles.map((role) => {
    if (role === 'ignore' || !seen.has(role)) {
      seen.add(role)
      return role
    }
    return 'ignore'
  })
}

/**
 * The cards that a table gives with these roles, and what is worth saying of its rows. Nothing is left out silently: a row
 * without words, longer than a card can be, or over the limit is named.
 */
export const planImport = (
  table: TextTable,
  roles: readonly ColumnRole[],
  hasHead: boolean,
  target: ImportTarget,
): ImportPlan => {
  const cards: ImportedCard[] = []
  const remarks: ImportRemark[] = []
  const seen = new Set(target.present)
  for (const [index, row] of table.entries()) {
    if (index === 0 && hasHead) continue
    const number = index + 1
    const say = (what: ImportRemark['what'], value = ''): unknown => remarks.push({ row: number, what, value })
    const valueOf = (role: ColumnRole): string => (row[roles.indexOf(role)] ?? '').trim()
    const text = valueOf('text').normalize('NFC').replaceAll(/\r\n?/g, '\n')
    if (text === '') {
      if (row.some((cell) => cell.trim() !== '')) say('empty')
      continue
    }
    if (text.length > LIMITS.statement) {
      say('too-long', text.slice(0, 60))
      continue
    }
    if (cards.length >= IMPORT_LIMIT) {
      say('over')
      continue
    }
    const words = sameWords(text)
    if (seen.has(words)) say('twice', text.slice(0, 60))
    seen.add(words)
    cards.push({ text, row: number, ...placed(target, valueOf, say), ...about(target, valueOf, say) })
  }
  return { cards, remarks }
}

type Say = (what: ImportRemark['what'], value?: string) => unknown
type ValueOf = (role: ColumnRole) => string

/** An entry by its name or id; else the first one, said. */
const placed = ({ board, labelOf }: ImportTarget, valueOf: ValueOf, say: Say): Pick<ImportedCard, 'zone'> => ({
  zone: board.axes.map((axis, index) => {
    const value = valueOf(index === 0 ? 'first' : 'second')
    const found = axis.entries.find(
      ({ id, label }) => id === value || (value !== '' && sameWords(labelOf(label)) === sameWords(value)),
    )
    if (!found && value !== '') say('placed', value)
    return found?.id ?? axis.entries[0]?.id ?? ''
  }),
})

const about = (
  { voices }: ImportTarget,
  valueOf: ValueOf,
  say: Say,
): Pick<ImportedCard, 'voiceId' | 'place' | 'tags'> => {
  const named = valueOf('voice')
  const voice = voices.find(({ id, name }) => id === named || (named !== '' && sameWords(name) === sameWords(named)))
  if (!voice && named !== '') say('voice-unknown', named)
  const place = valueOf('place').slice(0, PLACE_LIMIT)
  const tags = valueOf('tags')
    .split(/[,;|]/)
    .map((tag) => tag.trim().slice(0, TAG_LIMIT))
    .filter((tag) => tag !== '')
  return {
    ...(voice ? { voiceId: voice.id } : {}),
    ...(place === '' ? {} : { place }),
    tags: [...new Set(tags)].slice(0, LIMITS.tags),
  }
}
