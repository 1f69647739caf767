import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDocument } from '@core/load/open-document'
import { FORMAT_VERSION } from '@core/load/migrations'
import { fromVersion2 } from '@core/load/migrations/from-version-2'
import { serializeDocument } from '@core/load/serialize'
import { allRecords } from '@core/model/document'
import { RECORD_TYPES } from '@core/model/records'
import { brokenRecords } from '@core/rules/integrity'
import { must } from '../../helpers/must'

const golden = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/documents/${name}.polyphony.json`, import.meta.url))
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const open = (bytes: Uint8Array) => must(openDocument(bytes, { sha256, decode: (one) => Buffer.from(one).toString() }))

type Plain = { readonly [field: string]: unknown }
const recordsIn = (bytes: Buffer): Plain[] => JSON.parse(bytes.toString()).records
/** As JSON has it: a field that is undefined is not there. */
const plain = (value: unknown): Plain => JSON.parse(JSON.stringify(value))

test.each(['2-all', '2-families', '2-small'])('%s opens whole, as it was written, and says so', (name) => {
  const bytes = golden(name)
  const { tables, migratedFrom, edited } = open(bytes)
  expect({ migratedFrom, edited }).toEqual({ migratedFrom: 2, edited: false })
  expect([...allRecords(tables)]).toHaveLength(recordsIn(bytes).length)
})

test('the golden file has every kind of record, and votes in every state', () => {
  const { tables } = open(golden('2-all'))
  expect(brokenRecords(tables)).toEqual([])
  for (const type of RECORD_TYPES) expect(tables[type].size, type).toBeGreaterThan(0)
  const states = [...tables.vote.values()].flatMap(({ rounds }) => rounds.map(({ state }) => state))
  expect(new Set(states)).toEqual(new Set(['draft', 'open', 'counting', 'closed']))
})

test('raised hands say what they mean, and the people of a voice are kept once, the most that any row said', () => {
  const rounds = open(golden('2-all')).tables.vote.get('voteOpen')?.rounds ?? []
  expect(rounds.map(({ hands, handsPeople }) => ({ hands, handsPeople }))).toEqual([
    {
      hands: [
        { voiceId: 'voice1', optionId: 'o1', stance: 0, count: 4 },
        { voiceId: 'voice1', optionId: 'o2', stance: 0, count: 3 },
        { voiceId: 'voice2', optionId: 'o1', stance: 0, count: 5 },
      ],
      handsPeople: [
        { voiceId: 'voice1', people: 7 },
        { voiceId: 'voice2', people: 8 },
      ],
    },
    {
      hands: [
        { voiceId: 'voice1', optionId: 'o1', stance: 0, count: 3, seenBy: 'Blue chair' },
        { voiceId: 'voice2', optionId: 'o3', stance: 0, count: 2 },
      ],
      handsPeople: [{ voiceId: 'voice1', people: 7 }],
    },
  ])
  expect(plain(rounds[1])['noteOfALaterProgram']).toBe('kept')
})

test.each(['2-all', '2-families'])('in %s nothing else changes: no figure, no state, no unknown field', (name) => {
  const bytes = golden(name)
  const withoutHands = (record: Plain): unknown => {
    const { rounds } = record
    if (!Array.isArray(rounds)) return record
    return { ...record, rounds: rounds.map(({ hands: _hands, handsPeople: _people, ...round }: Plain) => round) }
  }
  const after = new Map([...allRecords(open(bytes).tables)].map((record) => [`${record.type} ${record.id}`, record]))
  for (const before of recordsIn(bytes)) {
    const now = after.get(`${String(before['type'])} ${String(before['id'])}`)
    expect(withoutHands(plain(now))).toEqual(withoutHands(before))
  }
})

test('what is saved is of the version of today and opens the same without a migration', () => {
  const first = open(golden('2-all'))
  const text = serializeDocument(allRecords(first.tables), first.mark, first.keys, sha256)
  expect(JSON.parse(text).formatVersion).toBe(FORMAT_VERSION)
  const again = open(Buffer.from(text))
  expect({ migratedFrom: again.migratedFrom, edited: again.edited, keys: again.keys, mark: again.mark }).toEqual({
    migratedFrom: undefined,
    edited: false,
    keys: ['key59', 'key60'],
    mark: { generation: 7, lastSeq: 60, open: false },
  })
  expect([...allRecords(again.tables)]).toEqual([...allRecords(first.tables)])
})

test.each([
  [{}],
  [{ records: null }],
  [
    {
      records: [
        null,
        [],
        { type: 'vote' },
        { type: 'vote', rounds: 7 },
        { type: 'vote', rounds: [null, 1, { hands: 'up' }, { hands: [null, 3, {}, { present: 'all' }] }] },
      ],
    },
  ],
])('whatever else is in the file, it does not stop: %j', (document) => {
  expect(fromVersion2.migrate(document)).toMatchObject({ formatVersion: 3 })
})
