import Papa from 'papaparse'
import type { TextTable } from '@core/import/card-table'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Separator } from './separators'
import { SEPARATORS } from './separators'
import type { TextEncodingName } from './text-encoding'
import { decodedText, encodingOf } from './text-encoding'
import type { UnpackProblem } from './unpacked'
import { unpacked } from './unpacked'

/** Of a file, bytes; and of the table in it. */
const MOST_BYTES = 20 * 1024 * 1024
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200

export type TableProblem =
  | 'file-too-large'
  | 'too-many'
  | 'bad-encoding'
  | 'text-empty'
  /** The workbook of an Excel before 2007. */
  | 'old-excel'
  | UnpackProblem

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

/**
 * CSV, tab-separated text or a sheet of an Excel file → rows of text. Separator and encoding are found out; `choices`
 * overrule what was found. The spreadsheet reader is loaded when there is one to read.
 */
export const readTable = async (
  bytes: Uint8Array,
  choices: ReadChoices = {},
): Promise<Result<ReadTable, TableProblem>> => {
  if (bytes.byteLength > MOST_BYTES) return err('file-too-large')
  if (startsWith(bytes, ZIP)) return readSheet(bytes, choices.sheet ?? 0)
  if (startsWith(bytes, COMPOUND)) return err(isLocked(bytes) ? 'locked' : 'old-excel')
  return isBinary(bytes) ? err('not-ours') : readText(bytes, choices)
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

const ZIP = [0x50, 0x4b]
/** Old Office files, and new ones with a password, which stand in such a file. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
/** PNG, JPEG, GIF, PDF, gzip, RTF, and what RIFF holds: renamed or chosen by mistake. */
const OTHERS = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x52, 0x49, 0x46, 0x46],
]

const isLocked = (bytes: Uint8Array): boolean =>
  new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2))).includes('EncryptedPackage')

/** Bytes looked at, and how many of a hundred of them may be signs that no text has (zero bytes are those of UTF-16). */
const LOOKED_AT = 4_096
const MOST_ODD = 5

const isBinary = (bytes: Uint8Array): boolean => {
  if (OTHERS.some((mark) => startsWith(bytes, mark))) return true
  const sample = bytes.subarray(0, LOOKED_AT)
  const odd = sample.filter((byte) => byte > 0 && byte < 0x20 && byte !== 0x1b && (byte < 0x09 || byte > 0x0d))
  return encodingOf(bytes) !== 'utf-16' && odd.length * 100 > sample.length * MOST_ODD
}

const readSheet = async (bytes: Uint8Array, wanted: number): Promise<Result<ReadTable, TableProblem>> => {
  const plain = await unpacked(bytes)
  if (!plain.ok) return plain
  try {
    const { default: readXlsxFile } = await import('read-excel-file/universal')
    const sheets = await readXlsxFile(new Blob([new Uint8Array(plain.value)]))
    const sheet = sheets[wanted] ? wanted : 0
    const names = sheets.map((one) => one.sheet)
    const table = withoutEnd((sheets[sheet]?.data ?? []).map((row) => row.map(cellText)))
    // An empty first sheet is no reason to refuse a file with others.
    if (table.length === 0 && names.length < 2) return err('text-empty')
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

/** Excel's own first line, `sep=;`, which it hides: what stands between the cells. */
const withoutSaying = (text: string): { readonly text: string; readonly said?: string } => {
  const [line, said] = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text) ?? []
  return line === undefined || said === undefined ? { text } : { text: text.slice(line.length), said }
}

/** A table pasted or saved as text. Empty lines at its end are nothing. */
const readText = (bytes: Uint8Array, choices: ReadChoices): Result<ReadTable, TableProblem> => {
  const encoding = choices.encoding ?? encodingOf(bytes)
  const { text, said } = withoutSaying(decodedText(bytes, encoding))
  if (text.includes('\u0000')) return err('bad-encoding')
  const wanted = choices.separator === 'none' ? NOWHERE : choices.separator
  const delimiter = wanted ?? said ?? guessedSeparator(text)
  const first = parsed(text, delimiter, true)
  const openQuote = first.errors.some(({ code }) => code === 'MissingQuotes')
  const result = openQuote ? parsed(text, delimiter, false) : first
  const table = withoutEnd(result.data)
  // One column has nothing between its cells: what was guessed says nothing.
  const separator =
    choices.separator ?? (table.every((row) => row.length < 2) ? 'none' : isSeparator(delimiter) ? delimiter : ',')
  return checked({ table, encoding, separator, sheets: [], sheet: 0, openQuote })
}

/** Without empty rows and columns at the end: spreadsheets keep a million of them that only have a format. */
const withoutEnd = (rows: readonly string[][]): string[][] => {
  const isFilled = (cell: string): boolean => cell.trim() !== ''
  const table = rows.slice(0, rows.findLastIndex((row) => row.some(isFilled)) + 1)
  const width = table.reduce((most, row) => Math.max(most, row.findLastIndex(isFilled) + 1), 1)
  return table.map((row) => row.slice(0, width))
}

const checked = (read: ReadTable): Result<ReadTable, TableProblem> => {
  if (read.table.length === 0 && read.sheets.length < 2) return err('text-empty')
  const tooWide = read.table.some((row) => row.length > MOST_COLUMNS)
  return tooWide || read.table.length > MOST_ROWS ? err('too-many') : ok(read)
}
