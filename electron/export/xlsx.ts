import writeXlsxFile from 'write-excel-file/node'
import type { CellObject, Sheet, SheetData } from 'write-excel-file/node'
import type { Cell, Figure, ReportModel, TableBlock, Words } from '@core/report/model'
import { kindWords } from '@core/report/kind-words'
import { plain, say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import type { ExportContext, ExportFile } from './export-file'
import { officeText } from './office-text'
import { allQuotes, bareCell, uniqueTables } from './report-tables'

/** What Excel takes in one cell, characters; more makes it repair the file. */
const CELL_LIMIT = 32_767
/** Letters of a sheet's name that Excel takes. */
const NAME_LIMIT = 31
/** Widths in characters. */
const WIDEST = 60
const NARROWEST = 9

/**
 * One sheet a table, with what the report is on the first: typed cells, the header row stays in view, nothing that a
 * spreadsheet could run (text is written as text, never as a formula).
 */
export const exportXlsx = async (model: ReportModel, context: ExportContext): Promise<readonly ExportFile[]> => {
  const names = new Set<string>()
  const { reader } = context
  const quotes = allQuotes(model)
  const sheets = [
    sheetOf(reader.words(say('xlsx.about')), aboutRows(model, context), names, { head: false }),
    ...uniqueTables(model).map((table) => sheetOf(reader.words(table.title), tableRows(table, reader), names)),
    ...(quotes.length > 0 ? [sheetOf(reader.words(say('part.contributions')), quoteRows(model, reader), names)] : []),
  ]
  const bytes = await writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer()
  return [{ suffix: '.xlsx', bytes }]
}

type OneSheet = Sheet<Buffer> // the bytes of pictures; these sheets have none

const sheetOf = (title: string, data: SheetData, names: Set<string>, { head = true } = {}): OneSheet => ({
  data,
  sheet: freeName(title, names),
  columns: widthsOf(data),
  ...(head ? { stickyRowsCount: 1 } : {}),
})

/** Sheet names are short, without some signs, and each only once, whatever the case. */
const freeName = (title: string, names: Set<string>): string => {
  const clean = officeText(title)
    .replaceAll(/[\\/?*[\]:]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^['\s]+|['\s]+$/g, '')
  const base = cutTo(clean === '' ? 'Table' : clean, NAME_LIMIT)
  let name = base
  for (let copy = 2; names.has(name.toLowerCase()); copy += 1) {
    const end = ` ${copy}`
    name = `${cutTo(base, NAME_LIMIT - end.length)}${end}`
  }
  names.add(name.toLowerCase())
  return name
}

/** Never through the middle of a sign. */
const cutTo = (text: string, most: number): string => {
  let cut = ''
  for (const letter of text) {
    if (cut.length + letter.length > most) break
    cut += letter
  }
  return cut.trimEnd()
}

const widthsOf = (data: SheetData): { width: number }[] => {
  const widths: number[] = []
  for (const row of data) {
    for (const [index, cell] of row.entries()) {
      const value = cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : null
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
      const letters = text.split('\n').reduce((most, line) => Math.max(most, line.length), 0)
      widths[index] = Math.max(widths[index] ?? NARROWEST, Math.min(WIDEST, letters + 2))
    }
  }
  return widths.map((width) => ({ width }))
}

const headCell = (text: string, right = false): CellObject => ({
  value: officeText(text),
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'bottom',
  bottomBorderStyle: 'medium',
  ...(right ? { align: 'right' as const } : {}),
})

const textCells = (text: string, notice: string): CellObject => {
  const clean = officeText(text)
  const fits = clean.length <= CELL_LIMIT
  return {
    value: fits ? clean : `${cutTo(clean, CELL_LIMIT - notice.length - 1)} ${notice}`,
    type: String,
    wrap: true,
    alignVertical: 'top',
  }
}

const tableRows = (table: TableBlock, reader: Reader): SheetData => [
  table.columns.map((column) => headCell(reader.words(column.title), column.kind === 'figure')),
  ...table.rows.map((row) => row.map((cell) => dataCell(cell, reader))),
  ...(table.note ? [[], [textCells(reader.words(table.note), '')]] : []),
]

const dataCell = (cell: Cell, reader: Reader): CellObject | null => {
  if (cell.t === 'day')
    return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' }
  const value = bareCell(cell, reader)
  if (value === null) return null
  if (typeof value === 'number') {
    return { value, type: Number, alignVertical: 'top', format: cell.t === 'figure' ? formatOf(cell) : '0.###' }
  }
  return textCells(value, reader.words(say('xlsx.cut')))
}

/** Percentages stay on their scale of 0-100, the same number as in every other format. */
const formatOf = ({ unit, value }: Figure): string => {
  if (unit === 'percent') return '0.#"%"'
  return value !== null && Number.isInteger(value) ? '0' : '0.###'
}

const quoteRows = (model: ReportModel, reader: Reader): SheetData => [
  [say('column.contribution'), say('column.voice'), say('column.place')].map((title) => headCell(reader.words(title))),
  ...allQuotes(model).map((quote) => [
    textCells(reader.words(quote.words), reader.words(say('xlsx.cut'))),
    textCells(quote.by ? reader.words(quote.by.name) : '', ''),
    textCells(quote.place ?? '', ''),
  ]),
]

const aboutRows = (model: ReportModel, { reader, madeAt }: ExportContext): SheetData => {
  const line = (words: Words): SheetData[number] => [textCells(reader.words(words), '')]
  const { authors, organisations, funderNotice } = model.meta
  return [
    [{ ...headCell(reader.words(model.title)), fontSize: 16 }],
    line(model.lab),
    line({ t: 'day', day: model.day }),
    line(kindWords(model)),
    ...(organisations.length > 0 ? [line(plain(organisations.join(' · ')))] : []),
    ...(authors.length > 0 ? [line(say('cover.authors', { names: authors.join(', ') }))] : []),
    ...(funderNotice === null ? [] : [line(plain(funderNotice))]),
    line(say('cover.madeAt', { when: { t: 'day', day: madeAt.slice(0, 10) } })),
    ...model.summary.flatMap((block) => (block.b === 'lead' ? [[], ...block.words.map((words) => line(words))] : [])),
  ]
}
