import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDocument } from '@core/load/open-document'
import { FORMAT_VERSION } from '@core/load/migrations'
import { fromVersion1 } from '@core/load/migrations/from-version-1'
import { serializeDocument } from '@core/load/serialize'
import { allRecords } from '@core/model/document'
import { brokenRecords } from '@core/rules/integrity'
import { must } from '../../helpers/must'

const golden = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/documents/${name}.polyphony.json`, import.meta.url))
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const open = (bytes: Uint8Array) => must(openDocument(bytes, { sha256, decode: (one) => Buffer.from(one).toString() }))

type Plain = { readonly [field: string]: unknown }
const recordsIn = (bytes: Buffer): Plain[] => JSON.parse(bytes.toString()).records

test('a file of version 1 opens whole, as it was written, and says so', () => {
  const { tables, migratedFrom, edited, keys, mark } = open(golden('1-groups'))
  expect({ migratedFrom, edited, keys, mark }).toEqual({
    migratedFrom: 1,
    edited: false,
    keys: ['key40'],
    mark: { generation: 5, lastSeq: 40, open: false },
  })
  expect(brokenRecords(tables)).toEqual([])
})

test('names of groups become groups, each with the step it does', () => {
  const { tables } = open(golden('1-groups'))
  // An event has the id that the first group would have had.
  expect([...tables.group.values()]).toEqual([
    { type: 'group', id: 'group-2', order: 'group-2', label: { text: 'North room' }, stage: { view: 'step' } },
    {
      type: 'group',
      id: 'group-3',
      order: 'group-3',
      label: { text: 'South room' },
      stage: { view: 'step' },
      currentStepId: 'step3',
    },
  ])
  expect([...tables.step.values()].map(({ id, groupId }) => [id, groupId])).toEqual([
    ['step1', undefined],
    ['step2', 'group-2'],
    ['step3', 'group-3'],
    ['step4', 'group-2'],
    ['step5', undefined],
  ])
  expect(tables.session.get('ses1')?.currentStepId).toBeUndefined()
})

test('what was counted of the feedback was typed in from paper', () => {
  const { tables } = open(golden('1-groups'))
  expect(tables.pulse.get('pulse1')).toMatchObject({ answers: { paper: [0, 1, 2, 3, 4] }, remarks: ['More time.'] })
  expect(tables.pulse.get('pulse2')?.answers).toEqual({})
})

test('nothing else changes, and fields that no version knows are kept', () => {
  const bytes = golden('1-groups')
  const after = new Map([...allRecords(open(bytes).tables)].map((record) => [record.id, record as unknown as Plain]))
  for (const before of recordsIn(bytes)) {
    const { group: _group, counts: _counts, currentStepId: _current, ...same } = before
    expect(after.get(String(before['id']))).toMatchObject(same)
    for (const gone of ['group', 'counts']) expect(after.get(String(before['id']))).not.toHaveProperty(gone)
  }
})

test('what is saved is of the version of today and opens the same without a migration', () => {
  const first = open(golden('1-groups'))
  const text = serializeDocument(allRecords(first.tables), first.mark, first.keys, sha256)
  expect(JSON.parse(text).formatVersion).toBe(FORMAT_VERSION)
  const again = open(Buffer.from(text))
  expect(again.migratedFrom).toBeUndefined()
  expect([...allRecords(again.tables)]).toEqual([...allRecords(first.tables)])
})

test.each([
  [{}],
  [{ records: null }],
  [{ records: [null, 1, 'x', [], { type: 'step', group: 7 }, { type: 'pulse', counts: 'many' }, { type: 'pulse' }] }],
])('whatever else is in the file, it does not stop: %j', (document) => {
  expect(fromVersion1.migrate(document)).toMatchObject({ formatVersion: 2 })
})
