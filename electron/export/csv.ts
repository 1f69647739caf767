import { assertNever } from '@core/lib/assert-never'
import type { Block, Cell, QuoteBlock, ReportModel, TableBlock } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import type { ExportFile, Exporter } from './export-file'
import { utf8 } from './export-file'

/** One file per table, RFC 4180, UTF-8 with a byte order mark (Excel reads it as UTF-8 only with one). */
export const exportCsv: Exporter = (model, { reader }) => {
  const tables = uniqueTables([...model.summary, ...model.parts.flatMap((part) => part.blocks)])
  const quotes = allQuotes(model)
  return [
    ...tables.map((table): ExportFile =>
      csvFile(table.id, [table.columns.map((column) => reader.words(column.title)), ...rowsOf(table, reader)]),
    ),
    ...(quotes.length > 0 ? [quoteFile(quotes, reader)] : []),
  ]
}

const uniqueTables = (blocks: readonly Block[]): TableBlock[] => {
  const tables = new Map<string, TableBlock>()
  for (const block of blocks) if (block.b === 'table' && !tables.has(block.id)) tables.set(block.id, block)
  return [...tables.values()]
}

const rowsOf = (table: TableBlock, reader: Reader): string[][] =>
  table.rows.map((row) => row.map((cell) => plainCell(cell, reader)))

/** Figures as bare numbers with a point, so that programs read them; a held-back figure is an empty cell. */
const plainCell = (cell: Cell, reader: Reader): string => {
  switch (cell.t) {
    case 'figure':
      return cell.value === null ? '' : String(Math.round(cell.value * 1000) / 1000)
    case 'voices': {
      const names = cell.voices.map((voice) => reader.words(voice.name))
      const words = reader.words(cell.words)
      return names.includes(words) || names.length === 0 ? words : `${names.join('; ')}: ${words}`
    }
    case 'say':
    case 'plain':
    case 'said':
    case 'name':
    case 'day':
    case 'amount':
    case 'list':
    case 'withheld':
      return reader.words(cell)
    default:
      return assertNever(cell)
  }
}

const allQuotes = (model: ReportModel): QuoteBlock[] =>
  model.parts.flatMap((part) => part.blocks.flatMap((block) => (block.b === 'quote' ? [block] : [])))

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

/** Spreadsheets run what begins with these, also after white space or in full-width form; a number of ours stays one. */
const FORMULA = /^[\s\u0000]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20|%]/
const NUMBER = /^-?\d+(\.\d+)?$/

/** A field that no spreadsheet takes for a formula: an apostrophe goes before what looks like one. */
export const csvField = (text: string): string => {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n;\t]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
