import type { AnyRecord } from '@core/model/records'

/** Fields that say what a record is or where it belongs: words in them would be no words. */
const NOT_WORDS = new Set([
  'id',
  'type',
  'order',
  'key',
  'topic',
  'lang',
  'look',
  'colour',
  'color',
  'state',
  'kind',
  'codeHash',
  'dataUrl',
  'level',
])
/** Authors and the contact of a published form sign it: they are printed as typed. A method of voting is no words. */
const SIGNED = new Set(['authors', 'contact', 'method'])
/** Where a card came from is a code; where the figures of an indicator come from is words. */
const CODES = new Set(['card.source'])
const WORDS = new Set([
  'text',
  'title',
  'name',
  'alias',
  'wording',
  'rationale',
  'place',
  'source',
  'unit',
  'note',
  'addressee',
  'ties',
  'country',
  'aim',
  'question',
  'targetGroup',
  'funderNotice',
  'progress',
  'reply',
  'org',
  'short',
])

type Planted = {
  readonly records: AnyRecord[]
  readonly needles: readonly string[]
  readonly fields: ReadonlySet<string>
}

const contactOf = (at: number): string =>
  [
    `+386 41 55${at % 10} 0${10 + (at % 90)}`,
    `040-555-${100 + at}`,
    `0101990${500_000 + at}`,
    `person${at}@example.org`,
  ][at % 4] ?? ''

/** 200 people, and in each field of words of each record the name of one of them with a number or an address. */
export const plantPeople = (records: readonly AnyRecord[]): Planted => {
  const names = Array.from({ length: 200 }, (_, at) => `Canary${at}Person`)
  const aliases = names.map((_, at) => `Alias${at}Of`)
  const contacts = names.map((_, at) => contactOf(at))
  const fields = new Set<string>()
  let used = 0
  const next = (): string => {
    used += 1
    const at = used % 200
    return `${used % 5 === 0 ? (aliases[at] ?? '') : (names[at] ?? '')} ${contacts[at] ?? ''}`
  }
  const planted = (value: unknown, key: string, path: string): unknown => {
    if (typeof value === 'string') {
      if (NOT_WORDS.has(key) || CODES.has(path) || value === '' || (!WORDS.has(key) && !/\s/.test(value))) return value
      fields.add(path)
      return `${value} ${next()}`
    }
    if (Array.isArray(value)) return value.map((one: unknown) => planted(one, key, path))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        SIGNED.has(name) ? one : planted(one, name, `${path}.${name}`),
      ]),
    )
  }
  const people = names.map((name, at): AnyRecord => ({
    type: 'person',
    id: `canary-id-${at}`,
    order: `zz${at}`,
    name,
    alias: aliases[at] ?? '',
    present: true,
    consent: { quote: 'none' },
  }))
  // The shape stays that of the record: only words in it became longer.
  const known = records.map((record) => planted(record, '', record.type) as AnyRecord)
  return { records: [...known, ...people], needles: [...names, ...aliases, ...contacts, 'canary-id-'], fields }
}
