import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import Papa from 'papaparse'
import { afterEach, describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { DATASET, DATASET_TABLES } from '@core/dataset/schema'
import type { DatasetTable } from '@core/dataset/schema'
import { startDataset } from '../../../electron/export/dataset/write-dataset'
import { aPerson, anIndicator } from '../../helpers/builders'
import { closedSession, englishReader, viewOf } from '../../helpers/report'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'polyphony-dataset-'))
  folders.push(folder)
  return folder
}

const made = async (sessions: readonly (readonly AnyRecord[])[]) => {
  const folder = await freshFolder()
  const set = await startDataset(folder, new Uint8Array(32).fill(7), englishReader().t)
  for (const records of sessions) expect(await set.add(viewOf(records))).toBe(true)
  return { folder, counts: await set.close() }
}

const parquet = async (folder: string, table: DatasetTable): Promise<Record<string, unknown>[]> => {
  const bytes = await readFile(join(folder, `${table}.parquet`))
  return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) })
}

const csv = async (folder: string, table: DatasetTable): Promise<string> =>
  readFile(join(folder, `${table}.csv`), 'utf8')

/** As a CSV has it: nothing for null, a day without its time. */
const asWritten = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

describe('the research data set', () => {
  test('has the same rows in CSV and Parquet, and says what they are', async () => {
    const { folder, counts } = await made([closedSession()])
    const schema = JSON.parse(await readFile(join(folder, 'schema.json'), 'utf8'))
    for (const table of DATASET_TABLES) {
      const rows = await parquet(folder, table)
      expect(rows.length).toBe(counts[table])
      expect(schema.tables).toContainEqual(expect.objectContaining({ table, rows: rows.length }))
      const [head] = (await csv(folder, table)).slice(1).split('\r\n')
      expect(head).toBe(DATASET[table].map(({ name }) => name).join(','))
      if (rows[0]) expect(Object.keys(rows[0])).toEqual(DATASET[table].map(({ name }) => name))
    }
    expect(counts['cards']).toBeGreaterThan(20)
    const [session] = await parquet(folder, 'sessions')
    expect(session).toMatchObject({ people_present: 26, state: 'closed', day: new Date('2026-10-27T00:00:00Z') })
  })

  test('says the same in CSV and Parquet, cell by cell', async () => {
    const indicator = { baseline: { value: 17, on: '2026-01-01' }, target: { value: 10, on: '2026-12-01' } }
    const { folder } = await made([
      [
        ...closedSession(),
        anIndicator({ id: 'i-1', name: 'A "quoted", two\nlined name', unit: '%', ...indicator }),
        anIndicator({ id: 'i-2', name: ' leading and trailing ', unit: 'days; nights', ...indicator }),
      ],
    ])
    for (const table of DATASET_TABLES) {
      const [head = [], ...cells] = Papa.parse<string[]>((await csv(folder, table)).slice(1).trimEnd(), {
        delimiter: ',',
      }).data
      expect(head).toEqual(DATASET[table].map(({ name }) => name))
      const rows = (await parquet(folder, table)).map((row) => Object.values(row).map(asWritten))
      expect(cells).toEqual(rows)
    }
  })

  test('given up halfway, leaves the set before it as it was', async () => {
    const { folder } = await made([closedSession()])
    const before = (await readdir(folder)).toSorted()
    const cards = await csv(folder, 'cards')
    const set = await startDataset(folder, new Uint8Array(32).fill(8), englishReader().t)
    await set.add(viewOf(closedSession()))
    await set.abandon()
    expect((await readdir(folder)).toSorted()).toEqual(before)
    expect(await csv(folder, 'cards')).toBe(cards)
  })

  test('carries no id, no name and no word that was not released', async () => {
    const secret = 'Zdenka Testova'
    const records = [
      ...closedSession().map((record): AnyRecord => {
        if (record.type === 'card') return { ...record, text: `Unreleased-${record.id}`, quote: 'none' }
        if (record.type === 'task') return { ...record, text: `${secret} calls the school` }
        if (record.type === 'decision') return { ...record, wording: `What ${secret} said` }
        return record
      }),
      aPerson({ id: 'person-x', alias: secret }),
    ]
    const { folder } = await made([records])
    const all = (await Promise.all(DATASET_TABLES.map((table) => csv(folder, table)))).join('\n')
    expect(all).not.toContain('Unreleased')
    expect(all).not.toContain(secret)
    for (const { id } of records) if (id.length > 12) expect(all).not.toContain(id)
    const bytes = await Promise.all(DATASET_TABLES.map((table) => readFile(join(folder, `${table}.parquet`))))
    for (const one of bytes) expect(one.includes(secret)).toBe(false)
  })

  test('shows no voice under the threshold alone', async () => {
    const { folder } = await made([closedSession()])
    const rows = await parquet(folder, 'votes')
    expect(rows.length).toBeGreaterThan(5)
    for (const { ballots, k } of rows) expect(Number(ballots)).toBeGreaterThanOrEqual(Number(k))
  })

  test('writes many sessions in groups that read back whole', async () => {
    const many = Array.from({ length: 120 }, () => closedSession())
    const { folder, counts } = await made(many)
    const rows = await parquet(folder, 'cards')
    expect(rows.length).toBe(counts['cards'])
    expect(rows.length).toBeGreaterThan(5_000)
    expect(new Set(rows.map((row) => row['layout']))).toEqual(new Set(['columns', 'matrix']))
    expect((await csv(folder, 'cards')).trimEnd().split('\r\n').length).toBe(rows.length + 1)
  })
})
