import Papa from 'papaparse'
import type { TextTable } from '@core/import/card-table'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { TextEncodingName } from './text-encoding'
import { decodedText, encodingOf } from './text-encoding'

/** Of a file, bytes; and of the table in it. */
const MOST_BYTES = 20 * 1024 * 1024
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200

export type TableProblem = 'file-too-large' | 'too-many' | 'bad-encoding' | 'not-ours' | 'text-empty'

/** What stands between the cells; `none`: every line is one cell. */
export const SEPARATORS = [',', ';', '\t', '|', 'none'] as const
export type Separator = (typeof SEPARATORS)[number]

/** What people chose instead of what was found. */
export type ReadChoices = {
  readonly encoding?: TextEncodingName
  readonly separator?: Separator
  /** Of an Excel file: which sheet, from 0. */
  readonly sheet?: number
}

export type ReadTable = {
  readonly table: TextTable
  /** How the text was read: for people to see when letters look wrong. */
  readonly encoding: TextEncodingName | 'xlsx'
  readonly separator: Separator | null
  /** Names of all sheets; empty for text. */
  readonly sheets: readonly string[]
  readonly sheet: number
  /** A quotation mark was opened and never closed: quotation marks were read as letters, so that no row is swallowed. */
  readonly openQuote: boolean
}

/** A spreadsheet is a zip file; everything else is taken for text. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/**
 * CSV, tab-separated text or a sheet of an Excel file → rows of text. Separator and encoding are found out; `choices`
 * overrule what was found. The spreadsheet reader is loaded when there is one to read.
 */
export const readTable = async (
  bytes: Uint8Array,
  choices: ReadChoices = {},
): Promise<Result<ReadTable, TableProblem>> => {
  if (bytes.byteLength > MOST_BYTES) return err('file-too-large')
  return isZip(bytes) ? readSheet(bytes, choices.sheet ?? 0) : readText(bytes, choices)
}

const readSheet = async (bytes: Uint8Array, wanted: number): Promise<Result<ReadTable, TableProblem>> => {
  try {
    const { default: readXlsxFile } = await import('read-excel-file/universal')
    const sheets = await readXlsxFile(new Blob([new Uint8Array(bytes)]))
    const sheet = sheets[wanted] ? wanted : 0
    const table = (sheets[sheet]?.data ?? []).map((row) => row.map(cellText))
    const filled = table.filter((row) => row.some((cell) => cell.trim() !== '')).length > 0
    const names = sheets.map((one) => one.sheet)
    // An empty first sheet is no reason to refuse a file with others.
    if (!filled && names.length < 2) return err('text-empty')
    return checked({ table, encoding: 'xlsx', separator: null, sheets: names, sheet, openQuote: false })
  } catch {
    return err('not-ours')
  }
}

/** Days as ISO, with the hour where there is one; numbers without the noise of binary fractions. */
const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dayText(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : ''
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : ''
}

const dayText = (value: Date): string => {
  if (Number.isNaN(value.getTime())) return ''
  const [day = '', time = ''] = value.toISOString().split('T')
  const hours = time.slice(0, 5)
  // A time alone is kept by spreadsheets as a part of the day before 1900 began.
  if (value.getUTCFullYear() < 1900) return hours
  return hours === '00:00' ? day : `${day} ${hours}`
}

/** No text has it, so every line stays one cell. */
const NOWHERE = '\u001F'

/** Rows that the separator is guessed from; empty ones would spoil the guess. */
const GUESSED = 200

const guessedSeparator = (text: string): string =>
  Papa.parse(text, {
    skipEmptyLines: 'greedy',
    preview: GUESSED,
    delimitersToGuess: SEPARATORS.filter((one) => one !== 'none'),
  }).meta.delimiter

/** Empty lines stay: they keep the numbers of the rows right. */
const parsed = (text: string, delimiter: string, quotes: boolean): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false, ...(quotes ? {} : { quoteChar: '\u0001' }) })

const isSeparator = (value: string): value is Separator => SEPARATORS.some((one) => one === value)

/** A table pasted or saved as text. Empty lines at its end are nothing. */
const readText = (bytes: Uint8Array, choices: ReadChoices): Result<ReadTable, TableProblem> => {
  const encoding = choices.encoding ?? encodingOf(bytes)
  const text = decodedText(bytes, encoding)
  if (text.includes('\u0000')) return err('bad-encoding')
  const wanted = choices.separator === 'none' ? NOWHERE : choices.separator
  const delimiter = wanted ?? guessedSeparator(text)
  const first = parsed(text, delimiter, true)
  const openQuote = first.errors.some(({ code }) => code === 'MissingQuotes')
  const result = openQuote ? parsed(text, delimiter, false) : first
  const table = withoutEnd(result.data)
  // One column has nothing between its cells: what was guessed says nothing.
  const separator =
    choices.separator ?? (table.every((row) => row.length < 2) ? 'none' : isSeparator(delimiter) ? delimiter : ',')
  return checked({ table, encoding, separator, sheets: [], sheet: 0, openQuote })
}

const withoutEnd = (rows: readonly string[][]): string[][] => {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  return rows.slice(0, last + 1)
}

const checked = (read: ReadTable): Result<ReadTable, TableProblem> => {
  if (read.table.length === 0 && read.sheets.length < 2) return err('text-empty')
  const tooWide = read.table.some((row) => row.length > MOST_COLUMNS)
  return tooWide || read.table.length > MOST_ROWS ? err('too-many') : ok(read)
}
