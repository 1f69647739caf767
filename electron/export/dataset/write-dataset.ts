import { createHmac } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { datasetRows } from '@core/dataset/rows'
import { DATASET, DATASET_TABLES } from '@core/dataset/schema'
import type { DatasetTable } from '@core/dataset/schema'
import type { DocumentView } from '@core/model/document'
import type { Lookup } from '@core/text/lookup'
import { TableWriter } from './table-writer'

/** Letters of a pseudonym: 80 bits, no two of a data set alike by chance. */
const PSEUDONYM = 16

const SCHEMA = 'schema.json'

export type Dataset = {
  /** False for a document without session or lab. */
  readonly add: (view: DocumentView) => Promise<boolean>
  /** Puts the whole set under its names. Answers the rows per table; nothing of it is there before. */
  readonly close: () => Promise<{ readonly [table: string]: number }>
  /** After a fault, also one of `close`: what was written so far goes. */
  readonly abandon: () => Promise<void>
}

/**
 * Starts a data set in `folder`: six tables as CSV and Parquet and `schema.json`. Sessions are added one at a time and
 * written as they come, beside the files of an older set, which they replace at the end. `key` makes the pseudonyms: 32 fresh random bytes that are kept nowhere, so that two data sets
 * cannot be joined and nobody finds the way back to a file.
 */
export const startDataset = async (folder: string, key: Uint8Array, t: Lookup): Promise<Dataset> => {
  await mkdir(folder, { recursive: true })
  const work = await mkdtemp(join(folder, '.writing-'))
  const writers = new Map<DatasetTable, TableWriter>()
  for (const table of DATASET_TABLES) writers.set(table, await TableWriter.create(work, table, DATASET[table]))
  const pseudonym = (kind: string, id: string): string =>
    createHmac('sha256', key).update(`${kind} ${id}`).digest('hex').slice(0, PSEUDONYM)
  return {
    add: async (view) => {
      const rows = datasetRows(view, { pseudonym, t })
      if (!rows) return false
      for (const table of DATASET_TABLES) await writers.get(table)?.add(rows[table])
      return true
    },
    close: async () => {
      const counts: Record<string, number> = {}
      for (const [table, writer] of writers) {
        await writer.close()
        counts[table] = writer.count
      }
      await writeFile(join(work, SCHEMA), `${JSON.stringify(schemaOf(counts), null, 2)}\n`)
      const names = DATASET_TABLES.flatMap((table) => [`${table}.csv`, `${table}.parquet`])
      // The schema goes first and comes last: a folder with one holds a whole set.
      await rm(join(folder, SCHEMA), { force: true })
      for (const name of [...names, SCHEMA]) await rename(join(work, name), join(folder, name))
      await rm(work, { recursive: true, force: true })
      return counts
    },
    abandon: async () => {
      for (const writer of writers.values()) await writer.abandon()
      await rm(work, { recursive: true, force: true })
    },
  }
}

const schemaOf = (counts: { readonly [table: string]: number }): unknown => ({
  format: 'polyphony-dataset',
  version: 1,
  rules: 'public profile: no names, words only where released by role, small voices joined; ids are pseudonyms',
  tables: DATASET_TABLES.map((table) => ({ table, rows: counts[table] ?? 0, columns: DATASET[table] })),
})
