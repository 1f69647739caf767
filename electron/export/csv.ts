import type { QuoteBlock, TableBlock } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import type { ExportFile, Exporter } from './export-file'
import { utf8 } from './export-file'
import { allQuotes, bareCell, uniqueTables } from './report-tables'

/** One file per table, RFC 4180, UTF-8 with a byte order mark (Excel reads it as UTF-8 only with one). */
export const exportCsv: Exporter = (model, { reader }) => {
  const tables = uniqueTables(model)
  const names = csvNames(tables)
  const quotes = allQuotes(model)
  return [
    ...tables.map((table): ExportFile =>
      csvFile(names.get(table.id) ?? table.id, [
        table.columns.map((column) => reader.words(column.title)),
        ...rowsOf(table, reader),
      ]),
    ),
    ...(quotes.length > 0 ? [quoteFile(quotes, reader)] : []),
  ]
}

/** Ids that the app makes: nobody can read them. */
const MADE = /[0-9a-z]{20,}/g

/** What the file of each table is called, by the table's id: boards and votes are counted in the order of the report. */
export const csvNames = (tables: readonly Pick<TableBlock, 'id'>[]): ReadonlyMap<string, string> => {
  const numbers = new Map<string, Map<string, number>>()
  const numberOf = (made: string, at: number, id: string): string => {
    const kind = id.slice(0, at)
    const known = numbers.get(kind) ?? new Map<string, number>()
    numbers.set(kind, known)
    const number = known.get(made) ?? known.size + 1
    known.set(made, number)
    return String(number)
  }
  const taken = new Set(tables.map(({ id }) => id))
  return new Map(
    tables.map(({ id }) => {
      const name = id.replaceAll(MADE, numberOf)
      return [id, name !== id && taken.has(name) ? id : name]
    }),
  )
}

/** Figures as bare numbers with a point, so that programs read them; a held-back figure is an empty cell. */
const rowsOf = (table: TableBlock, reader: Reader): string[][] =>
  table.rows.map((row) => row.map((cell) => String(bareCell(cell, reader) ?? '')))

const quoteFile = (quotes: readonly QuoteBlock[], reader: Reader): ExportFile =>
  csvFile('contributions', [
    [reader.words(say('column.contribution')), reader.words(say('column.voice')), reader.words(say('column.place'))],
    ...quotes.map((quote) => [
      reader.words(quote.words),
      quote.by ? reader.words(quote.by.name) : '',
      quote.place ?? '',
    ]),
  ])

const csvFile = (id: string, rows: readonly (readonly string[])[]): ExportFile => ({
  suffix: `.${id}.csv`,
  bytes: utf8(`\uFEFF${rows.map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`),
})

/** Spreadsheets run what begins with these, also after white space or in full-width form; a number of ours and a unit stay what they are. */
const FORMULA = /^[\s\u0000]*(?:[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]|[|%].)/s
const NUMBER = /^-?\d+(\.\d+)?$/

/** A field that no spreadsheet takes for a formula: an apostrophe goes before what looks like one. */
export const csvField = (text: string): string => {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n;\t]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
