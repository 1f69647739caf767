import Papa from 'papaparse'
import readXlsxFile from 'read-excel-file/node'
import type { TextTable } from '@core/import/card-table'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'

/** Of a file, bytes; and of the table in it. */
const MOST_BYTES = 20 * 1024 * 1024
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200

export type TableProblem = 'file-too-large' | 'too-many' | 'bad-encoding' | 'not-ours' | 'text-empty'

export type ReadTable = {
  readonly table: TextTable
  /** How the text was read: for people to see when letters look wrong. */
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1250' | 'windows-1252' | 'xlsx'
  readonly separator: string | null
  /** Names of further sheets that were not read. */
  readonly otherSheets: readonly string[]
}

/** A spreadsheet is a zip file; everything else is taken for text. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/**
 * CSV, tab-separated text or the first sheet of an Excel file → rows of text. The separator (comma, semicolon, tab, bar) and
 * the encoding are found out; `encoding` overrules what was found.
 */
export const readTable = async (
  bytes: Uint8Array,
  encoding?: ReadTable['encoding'],
): Promise<Result<ReadTable, TableProblem>> => {
  if (bytes.byteLength > MOST_BYTES) return err('file-too-large')
  return isZip(bytes) ? readSheet(bytes) : readText(bytes, encoding)
}

const readSheet = async (bytes: Uint8Array): Promise<Result<ReadTable, TableProblem>> => {
  try {
    const [first, ...others] = await readXlsxFile(Buffer.from(bytes))
    if (!first) return err('text-empty')
    const table = first.data.map((row) => row.map(cellText))
    return checked({ table, encoding: 'xlsx', separator: null, otherSheets: others.map(({ sheet }) => sheet) })
  } catch {
    return err('not-ours')
  }
}

/** Days as ISO, as a program would write them; numbers as they are. */
const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const readText = (bytes: Uint8Array, wanted?: ReadTable['encoding']): Result<ReadTable, TableProblem> => {
  const encoding = wanted ?? encodingOf(bytes)
  if (encoding === 'xlsx') return err('not-ours')
  const text = decoded(bytes, encoding)
  if (text.includes('\u0000')) return err('bad-encoding')
  const parsed = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] })
  return checked({ table: parsed.data, encoding, separator: parsed.meta.delimiter, otherSheets: [] })
}

const checked = (read: ReadTable): Result<ReadTable, TableProblem> => {
  if (read.table.length === 0) return err('text-empty')
  const tooWide = read.table.some((row) => row.length > MOST_COLUMNS)
  return tooWide || read.table.length > MOST_ROWS ? err('too-many') : ok(read)
}

/** What Excel writes where people live: UTF-8 or UTF-16 with a mark, else the old code pages of Europe. */
const encodingOf = (bytes: Uint8Array): Exclude<ReadTable['encoding'], 'xlsx'> => {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'utf-16'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return centralEuropean(bytes) ? 'windows-1250' : 'windows-1252'
  }
}

const decoded = (bytes: Uint8Array, encoding: Exclude<ReadTable['encoding'], 'xlsx'>): string => {
  const label = encoding === 'utf-16' ? (bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le') : encoding
  return new TextDecoder(label).decode(bytes).replace(/^\uFEFF/, '')
}

/** č ž š ć đ of windows-1250 stand where windows-1252 has è, ž, š, æ, ð: whichever is seen more often decides. */
const CENTRAL = new Set([0xe8, 0xc8, 0xe6, 0xc6, 0xf0, 0xd0, 0x9e, 0x9a, 0x8e, 0x8a])
const NORDIC = new Set([0xe5, 0xc5, 0xf8, 0xd8, 0xe4, 0xc4, 0xf6, 0xd6, 0xf1, 0xd1, 0xe9])

const centralEuropean = (bytes: Uint8Array): boolean => {
  let central = 0
  let nordic = 0
  for (const byte of bytes) {
    if (CENTRAL.has(byte)) central += 1
    if (NORDIC.has(byte)) nordic += 1
  }
  return central > nordic
}
