import type { Board } from '../model/board'
import { LIMITS } from '../model/limits'
import type { Label } from '../model/text'

/** What a column of somebody's table can hold. */
export const COLUMN_ROLES = ['text', 'first', 'second', 'voice', 'place', 'tags', 'ignore'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** A table as it was read: cells are text, the first row may be its head. */
export type TextTable = readonly (readonly string[])[]

/** Names that the session does not know, as people settled them: by `role words` → id, '' for none. */
export type Settled = ReadonlyMap<string, string>
export const settledKey = (role: 'first' | 'second' | 'voice', value: string): string => `${role} ${sameWords(value)}`

export type ImportTarget = {
  readonly board: Board
  readonly voices: readonly { readonly id: string; readonly name: string }[]
  readonly labelOf: (label: Label) => string
  /** Texts that are on the board already, by `sameWords`. */
  readonly present: ReadonlySet<string>
  readonly settled?: Settled
  /** A cell left empty says what the one above it says: people write a heading once for the rows below it. */
  readonly fillsDown?: boolean
}

export type ImportedCard = {
  readonly text: string
  readonly zone: readonly string[]
  readonly voiceId?: string
  readonly place?: string
  readonly tags: readonly string[]
  /** The same words stand in an earlier row or on the board. */
  readonly twice: boolean
  /** Row in the table, counted from 1 with the head: what people see in their own program. */
  readonly row: number
}

export const REMARKS = [
  'empty',
  'too-long',
  'over',
  'twice',
  'placed',
  'nowhere',
  'voice-unknown',
  'shortened',
  'cleaned',
] as const

/**
 * Why a row did not become a card as it stands. `placed`: it did, in the first place, for its own was not found; `nowhere`: for it named none; `shortened`:
 * a tag or a place was longer than there is room for, or there were too many tags; `cleaned`: it had signs that cannot be
 * seen.
 */
export type ImportRemark = {
  readonly row: number
  readonly what: (typeof REMARKS)[number]
  readonly value: string
  /** Of a name that is not known: the column it stood in. */
  readonly role?: 'first' | 'second' | 'voice'
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
  const known = knownNames(target)
  const above = new Map<ColumnRole, string>()
  for (const [index, row] of table.entries()) {
    if (index === 0 && hasHead) continue
    const number = index + 1
    // A name is kept whole: it is looked up by it, and may become one here.
    const say: Say = (what, value = '', role) =>
      remarks.push({ row: number, what, ...(role ? { value, role } : { value: value.slice(0, QUOTED) }) })
    const cellOf: ValueOf = (role) => visible(row[roles.indexOf(role)] ?? '').trim()
    for (const role of FILLED) above.set(role, cellOf(role) || above.get(role) || '')
    const valueOf: ValueOf = (role) => cellOf(role) || (target.fillsDown && above.get(role)) || ''
    const text = valueOf('text').normalize('NFC').replaceAll(/\r\n?/g, '\n')
    if (text === '') {
      if (row.some((cell) => cell.trim() !== ''))
        say(
          'empty',
          row.find((cell) => cell.trim() !== ''),
        )
      continue
    }
    if (text.length > LIMITS.statement) {
      say('too-long', text)
      continue
    }
    if (cards.length >= IMPORT_LIMIT) {
      say('over', text)
      continue
    }
    if (roles.some((role, at) => role !== 'ignore' && visible(row[at] ?? '') !== (row[at] ?? ''))) say('cleaned', text)
    const words = sameWords(text)
    const twice = seen.has(words)
    if (twice) say('twice', text)
    seen.add(words)
    cards.push({
      text,
      row: number,
      twice,
      ...placed(known, valueOf, (role) => roles.includes(role), say),
      ...about(known, valueOf, say),
    })
  }
  return { cards, remarks }
}

/** What is written once for many rows. */
const FILLED: readonly ColumnRole[] = ['first', 'second', 'voice', 'place']

/** Whether `fillsDown` would change anything: some cell is empty below one that is not. */
export const hasGaps = (table: TextTable, roles: readonly ColumnRole[], hasHead: boolean): boolean =>
  FILLED.some((role) => {
    const at = roles.indexOf(role)
    if (at < 0) return false
    const filled = table.map((row) => (row[at] ?? '').trim() !== '')
    const first = filled.indexOf(true, hasHead ? 1 : 0)
    return (
      first >= 0 &&
      table.some((row, index) => index > first && !filled[index] && row.some((cell) => cell.trim() !== ''))
    )
  })

/** Letters of a row that a remark repeats. */
const QUOTED = 60

/** Control characters but line ends and tabs, and signs that turn the direction of the text around them. */
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g

const visible = (text: string): string => text.replaceAll(UNSEEN, '')

type Say = (what: ImportRemark['what'], value?: string, role?: ImportRemark['role']) => unknown
type ValueOf = (role: ColumnRole) => string

type Axes = readonly { readonly ids: ReadonlyMap<string, string>; readonly first: string }[]
type Known = { readonly axes: Axes; readonly voices: ReadonlyMap<string, string>; readonly settled: Settled }

/** Entries and voices by their name or id, looked up once: thousands of rows name the same few. */
const knownNames = ({ board, voices, labelOf, settled = new Map() }: ImportTarget): Known => ({
  axes: board.axes.map(({ entries }) => ({
    ids: new Map(entries.flatMap(({ id, label }) => [[sameWords(labelOf(label)), id] as const, [id, id] as const])),
    first: entries[0]?.id ?? '',
  })),
  voices: new Map(voices.flatMap(({ id, name }) => [[sameWords(name), id] as const, [id, id] as const])),
  settled,
})

/** An entry by its name or id; else the first one, said. */
const placed = (
  { axes, settled }: Known,
  valueOf: ValueOf,
  isAsked: (role: ColumnRole) => boolean,
  say: Say,
): Pick<ImportedCard, 'zone'> => ({
  zone: axes.map(({ ids, first }, index) => {
    const role = index === 0 ? 'first' : 'second'
    const value = valueOf(role)
    if (value === '') {
      if (isAsked(role)) say('nowhere')
      return first
    }
    const found = ids.get(value) ?? ids.get(sameWords(value)) ?? settled.get(settledKey(role, value))
    if (found === undefined) say('placed', value, role)
    return found ?? first
  }),
})

const about = (
  { voices, settled }: Known,
  valueOf: ValueOf,
  say: Say,
): Pick<ImportedCard, 'voiceId' | 'place' | 'tags'> => {
  const named = valueOf('voice')
  const voiceId =
    named === ''
      ? undefined
      : (voices.get(named) ?? voices.get(sameWords(named)) ?? settled.get(settledKey('voice', named)))
  if (voiceId === undefined && named !== '') say('voice-unknown', named, 'voice')
  const place = valueOf('place')
  const tags = valueOf('tags')
    .split(/[,;|\n]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  const taken = [...new Set(tags.map((tag) => tag.slice(0, TAG_LIMIT)))].slice(0, LIMITS.tags)
  const lost =
    place.length > PLACE_LIMIT || tags.some((tag) => tag.length > TAG_LIMIT) || new Set(tags).size > LIMITS.tags
  if (lost) say('shortened', place.length > PLACE_LIMIT ? place : tags.join(', '))
  return {
    ...(voiceId === undefined || voiceId === '' ? {} : { voiceId }),
    ...(place === '' ? {} : { place: place.slice(0, PLACE_LIMIT) }),
    tags: taken,
  }
}
