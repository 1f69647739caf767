import { createHmac } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { datasetRows } from '@core/dataset/rows'
import { DATASET, DATASET_TABLES } from '@core/dataset/schema'
import type { DatasetTable } from '@core/dataset/schema'
import type { DocumentView } from '@core/model/document'
import type { Lookup } from '@core/text/lookup'
import { TableWriter } from './table-writer'

/** Letters of a pseudonym: 80 bits, no two of a data set alike by chance. */
const PSEUDONYM = 16

export type Dataset = {
  /** False for a document without session or lab. */
  readonly add: (view: DocumentView) => Promise<boolean>
  /** Rows per table. Nothing is whole before this has answered. */
  readonly close: () => Promise<{ readonly [table: string]: number }>
}

/**
 * Starts a data set in `folder`: six tables as CSV and Parquet and `schema.json`. Sessions are added one at a time and
 * written as they come. `key` makes the pseudonyms: 32 fresh random bytes that are kept nowhere, so that two data sets
 * cannot be joined and nobody finds the way back to a file.
 */
export const startDataset = async (folder: string, key: Uint8Array, t: Lookup): Promise<Dataset> => {
  await mkdir(folder, { recursive: true })
  const writers = new Map<DatasetTable, TableWriter>()
  for (const table of DATASET_TABLES) writers.set(table, await TableWriter.create(folder, table, DATASET[table]))
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
      await writeFile(join(folder, 'schema.json'), `${JSON.stringify(schemaOf(counts), null, 2)}\n`)
      return counts
    },
  }
}

const schemaOf = (counts: { readonly [table: string]: number }): unknown => ({
  format: 'polyphony-dataset',
  version: 1,
  rules: 'public profile: no names, words only where released by role, small voices joined; ids are pseudonyms',
  tables: DATASET_TABLES.map((table) => ({ table, rows: counts[table] ?? 0, columns: DATASET[table] })),
})
