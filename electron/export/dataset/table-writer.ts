import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { ColumnType, DatasetColumn, DatasetRow, DatasetValue } from '@core/dataset/schema'
import { csvField } from '../csv'

/** Rows held in memory before they are written: one group of rows of the Parquet file. */
const GROUP = 5_000
const MS_PER_DAY = 86_400_000

type Element = {
  readonly name: string
  readonly type: 'BYTE_ARRAY' | 'INT32' | 'DOUBLE' | 'BOOLEAN'
  readonly converted_type?: 'UTF8' | 'DATE'
  readonly repetition_type: 'OPTIONAL'
}

const ELEMENTS: { readonly [T in ColumnType]: Pick<Element, 'type' | 'converted_type'> } = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int: { type: 'INT32' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
}

/** One table as CSV and as Parquet, written group by group: the memory it takes does not grow with the rows. */
export class TableWriter {
  readonly #columns: readonly DatasetColumn[]
  readonly #csv: FileHandle
  readonly #parquetFile: FileHandle
  readonly #bytes = new ByteWriter()
  readonly #parquet: ParquetWriter
  #rows: DatasetRow[] = []
  count = 0

  private constructor(columns: readonly DatasetColumn[], csv: FileHandle, parquetFile: FileHandle) {
    this.#columns = columns
    this.#csv = csv
    this.#parquetFile = parquetFile
    this.#parquet = new ParquetWriter({
      writer: this.#bytes,
      createdBy: 'Polyphony',
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map(({ name, type }): Element => ({ name, ...ELEMENTS[type], repetition_type: 'OPTIONAL' })),
      ],
    })
  }

  /** Replaces files of that name in `folder`, which must be there. */
  static async create(folder: string, table: string, columns: readonly DatasetColumn[]): Promise<TableWriter> {
    const csv = await open(join(folder, `${table}.csv`), 'w')
    const parquet = await open(join(folder, `${table}.parquet`), 'w')
    await csv.writeFile(`\uFEFF${columns.map(({ name }) => name).join(',')}\r\n`)
    return new TableWriter(columns, csv, parquet)
  }

  async add(rows: readonly DatasetRow[]): Promise<void> {
    for (const row of rows) this.#rows.push(row)
    this.count += rows.length
    if (this.#rows.length >= GROUP) await this.#writeGroup()
  }

  async close(): Promise<void> {
    if (this.#rows.length > 0) await this.#writeGroup()
    await this.#parquet.finish()
    await this.#flush()
    for (const file of [this.#csv, this.#parquetFile]) {
      await file.sync()
      await file.close()
    }
  }

  /** After a fault: lets go of the files, whatever state they are in. */
  async abandon(): Promise<void> {
    for (const file of [this.#csv, this.#parquetFile]) await file.close().catch(() => undefined)
  }

  async #writeGroup(): Promise<void> {
    const rows = this.#rows
    this.#rows = []
    await this.#csv.writeFile(rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join(''))
    await this.#parquet.write({
      columnData: this.#columns.map(({ name, type }, index) => ({
        name,
        data: rows.map((row) => parquetCell(row[index] ?? null, type)),
      })),
      rowGroupSize: rows.length,
    })
    await this.#flush()
  }

  /** What the writer has so far goes to the file; offsets in it count from the file's beginning. */
  async #flush(): Promise<void> {
    await this.#parquetFile.writeFile(new Uint8Array(this.#bytes.buffer, 0, this.#bytes.index))
    this.#bytes.index = 0
  }
}

const csvCell = (value: DatasetValue): string =>
  value === null ? '' : typeof value === 'string' ? csvField(value) : String(value)

const parquetCell = (value: DatasetValue, type: ColumnType): DatasetValue | Date => {
  if (value === null || value === '') return null
  if (type !== 'date') return value
  const day = Date.parse(`${String(value)}T00:00:00Z`)
  return Number.isNaN(day) ? null : new Date(Math.floor(day / MS_PER_DAY) * MS_PER_DAY)
}
