import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { FORMAT_VERSION } from '@core/load/migrations'
import { openDocument } from '@core/load/open-document'
import { serializeDocument } from '@core/load/serialize'
import { allRecords } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { must } from '../../helpers/must'
import { sampleCard, smallDocument } from '../../helpers/sample-records'
import { seededRandom } from '../../helpers/sim-disk'

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const tools = { sha256, decode: (bytes: Uint8Array) => Buffer.from(bytes).toString() }
const mark = { generation: 4, lastSeq: 17, open: false }
const write = (records: readonly AnyRecord[]): string => serializeDocument(records, mark, ['key1'], sha256)
const open = (text: string | Uint8Array) => openDocument(typeof text === 'string' ? Buffer.from(text) : text, tools)
const outcome = (text: string | Uint8Array) => {
  const opened = open(text)
  return opened.ok ? 'opens' : opened.error
}

const SAMPLE = [...smallDocument(), sampleCard(1), sampleCard(2)]

test('what is written is one JSON document, a record on each line, and opens as it was', () => {
  const text = write(SAMPLE)
  expect(text.split('\n').length).toBe(SAMPLE.length + 4)
  expect(JSON.parse(text)).toMatchObject({
    format: 'polyphony-session',
    formatVersion: FORMAT_VERSION,
    ...mark,
    records: SAMPLE,
  })
  const opened = must(open(text))
  expect(opened).toMatchObject({ mark, keys: ['key1'], edited: false })
  expect([...allRecords(opened.tables)]).toEqual(SAMPLE)
})

test('fields this version does not know survive, at every depth', () => {
  const records = SAMPLE.map((record) => Object.assign({}, record, { later: { deep: [1, { x: true }] } }))
  const session = records[0] as unknown as { stage: object }
  session.stage = { ...session.stage, later: 'kept' }
  const opened = must(open(write(records)))
  expect(JSON.parse(write([...allRecords(opened.tables)])).records).toEqual(JSON.parse(JSON.stringify(records)))
})

test.each([
  ['', { code: 'NotJson' }],
  ['hello', { code: 'NotJson' }],
  ['\0'.repeat(500), { code: 'NotJson' }],
  ['{"format":"polyphony-session",', { code: 'NotJson' }],
  ['[]', { code: 'NotOurs' }],
  ['null', { code: 'NotOurs' }],
  ['{"format":"another"}', { code: 'NotOurs' }],
  ['{"format":"polyphony-session"}', { code: 'BadSchema', where: 'header/formatVersion' }],
  ['{"format":"polyphony-session","formatVersion":999}', { code: 'NewerFormat', formatVersion: 999 }],
  ['{"format":"polyphony-session","formatVersion":1}', { code: 'BadSchema', where: 'header/generation' }],
  [
    '{"format":"polyphony-session","formatVersion":1,"generation":1,"lastSeq":0,"open":false,"sha256":""}',
    { code: 'BadSchema', where: 'records' },
  ],
])('%j is refused by name', (text, failure) => {
  expect(outcome(text)).toMatchObject(failure)
})

test('a record that does not fit is named with its place', () => {
  const bad = { ...sampleCard(9), text: '' } as AnyRecord
  expect(outcome(write([...SAMPLE, bad]))).toEqual({ code: 'BadSchema', where: 'records/4/card/text' })
  const unknown = { type: 'poll', id: 'p1' } as unknown as AnyRecord
  expect(outcome(write([...SAMPLE, unknown]))).toEqual({ code: 'BadSchema', where: 'records/4/type' })
  expect(outcome(write([...SAMPLE, sampleCard(1)]))).toEqual({ code: 'BadSchema', where: 'records/4/id' })
  expect(outcome(write([]))).toEqual({ code: 'BadSchema', where: 'records/session' })
})

test('edited by hand: it opens, and says so', () => {
  const text = write(SAMPLE)
  expect(must(open(text.replace('Families lab', 'Family lab'))).edited).toBe(true)
  expect(must(open(JSON.stringify(JSON.parse(text), null, 2))).edited).toBe(true)
  expect(must(open(`\ufeff${text}`)).edited).toBe(false)
})

test('a first line that is damaged is not believed: the hashed end is', () => {
  const opened = must(open(write(SAMPLE).replace('"lastSeq":17,"open":false', '"lastSeq":19,"open":false')))
  expect(opened).toMatchObject({ mark, edited: true })
})

test('words of every script, emoji and lone surrogates come back as they were', () => {
  for (const text of ['Čas za družino 👩‍👧', 'שלום \u202Eabc', 'a\u0000b', 'half \ud83d of one', 'e\u0301 é', '\u2028']) {
    const opened = must(open(write([...smallDocument(), sampleCard(1, text)])))
    expect(opened.tables.card.get('card1')?.text).toBe(text)
  }
})

test('mutated files: an answer each time, never an exception, within 2 s', { timeout: 300_000 }, () => {
  const count = process.env['POLYPHONY_LONG'] ? 10_000 : 1_000
  const whole = Buffer.from(write([...SAMPLE, ...Array.from({ length: 20 }, (_, i) => sampleCard(i + 10))]))
  const random = seededRandom(77)
  const pick = (limit: number): number => Math.floor(random() * limit)
  const tricks: readonly ((bytes: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer>)[] = [
    (bytes) => bytes.fill(pick(256), pick(bytes.length), pick(bytes.length)),
    (bytes) => bytes.subarray(0, pick(bytes.length)),
    (bytes) => bytes.subarray(pick(bytes.length)),
    (bytes) => Buffer.concat([bytes, bytes]),
    (bytes) => Buffer.concat([bytes.subarray(0, pick(bytes.length)), Buffer.from('{"__proto__":{"x":1}}'), bytes]),
    (bytes) => Buffer.from(bytes.toString().replace(/"[a-zA-Z]+":/, () => `"${'x'.repeat(pick(40))}":`)),
    (bytes) =>
      Buffer.from(bytes.toString().replaceAll(/\d+/g, () => ['1e999', '-0', '9007199254740993', '1'][pick(4)] ?? '1')),
    (bytes) =>
      Buffer.from(
        bytes
          .toString()
          .split('\n')
          .toSorted(() => random() - 0.5)
          .join('\n'),
      ),
    (bytes) => Buffer.from(bytes.toString().replace(/:"[^"]*"/, () => ':[[[[null]]]]')),
  ]
  for (let i = 0; i < count; i += 1) {
    let bytes = Buffer.from(whole)
    for (let times = 1 + pick(3); times > 0; times -= 1) bytes = tricks[pick(tricks.length)]?.(bytes) ?? bytes
    const started = performance.now()
    const opened = openDocument(bytes, tools)
    expect(performance.now() - started).toBeLessThan(2_000)
    if (opened.ok) expect(opened.value.tables.session.size).toBe(1)
  }
  expect(({} as Record<string, unknown>)['x']).toBe(undefined)
})
