import writeXlsxFile from 'write-excel-file/node'
import type { CellObject, Sheet, SheetData } from 'write-excel-file/node'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { Cell, Figure, ReportModel, TableBlock, Words } from '@core/report/model'
import { footWords, kindWords } from '@core/report/kind-words'
import { plain, say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import type { ExportContext, ExportFile } from './export-file'
import { officeText } from './office-text'
import { allQuotes, bareCell, tableTitles, uniqueTables } from './report-tables'
import { inOneLine } from './running'
import type { SheetPaper } from './xlsx-print'
import { paperFeature } from './xlsx-print'

/** What Excel takes in one cell, characters; more makes it repair the file. */
const CELL_LIMIT = 32_767
/** Letters of a sheet's name that Excel takes. */
const NAME_LIMIT = 31
/** Widths in characters; a day is written with ten. Of many columns none is wider than its share of a page on its side. */
const WIDEST = 60
const PAGE_WIDTH = 150
const LEAST_CAP = 18
const NARROWEST = 9
const DAY_WIDTH = 12
/** What fits beside each other on upright A4 at full size; wider sheets are printed on their side. */
const UPRIGHT = 92
/** Points: of a line, and the most that Excel takes for a row. */
const LINE_HEIGHT = 15
const TALLEST = 405
/** Letters are narrower than the figures that widths are counted in. */
const ITS_LETTERS = 1.03
const HEAD_COLOUR = THEME_COLOURS.light.well
const RULE_COLOUR = THEME_COLOURS.light.rule

/**
 * One sheet a table, with what the report is and what the sheets hold on the first: typed cells, the header row stays in view
 * and on every printed page, nothing that a spreadsheet could run (text is written as text, never as a formula).
 */
export const exportXlsx = async (model: ReportModel, context: ExportContext): Promise<readonly ExportFile[]> => {
  const { reader } = context
  const about = reader.words(say('xlsx.about'))
  const names = new Set([about.toLowerCase()])
  const titles = tableTitles(model, reader)
  const tables = uniqueTables(model).map((table): NamedSheet => {
    const title = titles.get(table.id) ?? ''
    return { name: freeName(title, names), title, data: tableRows(table, reader), head: true }
  })
  const quotes = reader.words(say('part.annex'))
  const sheets: NamedSheet[] =
    allQuotes(model).length > 0
      ? [...tables, { name: freeName(quotes, names), title: quotes, data: quoteRows(model, reader), head: true }]
      : tables
  const first: NamedSheet = { name: about, title: about, data: aboutRows(model, context, sheets), head: false }
  const all = [first, ...sheets]
  const papers = new Map(all.map((sheet): [string, SheetPaper] => [sheet.name, paperOf(sheet)]))
  const foot = { title: inOneLine(reader.words(model.title)), page: reader.words(say('page')) }
  const bytes = await writeXlsxFile(all.map(sheetOf), {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [paperFeature(papers, foot)],
  }).toBuffer()
  return [{ suffix: '.xlsx', bytes }]
}

type OneSheet = Sheet<Buffer> // the bytes of pictures; these sheets have none
type NamedSheet = {
  readonly name: string
  readonly title: string
  readonly data: SheetData
  readonly head: boolean
}

const sheetOf = ({ name, data, head }: NamedSheet): OneSheet => {
  const columns = head ? widthsOf(data, head) : ABOUT_COLUMNS
  return {
    data: tallEnough(data, columns),
    sheet: name,
    columns,
    showGridLines: head,
    ...(head ? { stickyRowsCount: 1 } : {}),
  }
}

const paperOf = ({ title, data, head }: NamedSheet): SheetPaper => ({
  title,
  head,
  wide: head && widthsOf(data, head).reduce((sum, { width }) => sum + width, 0) > UPRIGHT,
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

/** A head wraps: it asks for its longest word and half of its letters. What goes over several columns asks for nothing. */
const lettersOf = (cell: SheetData[number][number], isHead: boolean): number => {
  if (cell === null || typeof cell !== 'object' || !('value' in cell)) return 0
  if ('columnSpan' in cell) return 0
  if (cell.value instanceof Date) return DAY_WIDTH
  const text = typeof cell.value === 'string' || typeof cell.value === 'number' ? String(cell.value) : ''
  const longest = (parts: readonly string[]): number => parts.reduce((most, part) => Math.max(most, part.length), 0)
  const letters = longest(text.split('\n'))
  return 2 + (isHead ? Math.max(longest(text.split(/\s+/)) + 1, Math.ceil(letters / 2)) : letters)
}

const widthsOf = (data: SheetData, head: boolean): { width: number }[] => {
  const columns = data.reduce((most, row) => Math.max(most, row.length), 0)
  const widest = Math.min(WIDEST, Math.max(LEAST_CAP, Math.floor(PAGE_WIDTH / Math.max(1, columns))))
  const widths: number[] = []
  for (const [at, row] of data.entries()) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? NARROWEST, Math.min(widest, lettersOf(cell, head && at === 0)))
    }
  }
  return widths.map((width) => ({ width }))
}

/** LibreOffice does not look for the height of a row whose words wrap: it is given, a little too high rather than too low. */
const tallEnough = (data: SheetData, widths: readonly { readonly width: number }[]): SheetData =>
  data.map((row) => {
    const lines = row.reduce<number>((most, cell, at) => Math.max(most, linesOf(cell, widths[at]?.width ?? WIDEST)), 1)
    const [first, ...rest] = row
    if (lines === 1 || first === null || typeof first !== 'object' || !('value' in first)) return row
    return [{ ...first, height: Math.min(TALLEST, lines * LINE_HEIGHT) }, ...rest]
  })

const linesOf = (cell: SheetData[number][number], width: number): number => {
  if (cell === null || typeof cell !== 'object' || !('value' in cell) || typeof cell.value !== 'string') return 1
  if ('columnSpan' in cell) return 1
  const bold = 'fontWeight' in cell ? 1.12 : 1
  return cell.value
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * bold) / (width * ITS_LETTERS))), 0)
}

const headCell = (text: string, right = false): CellObject => ({
  value: officeText(text),
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'bottom',
  backgroundColor: HEAD_COLOUR,
  bottomBorderStyle: 'medium',
  ...(right ? { align: 'right' as const } : {}),
})

/** Words below a table, over all its columns: a row of joined cells does not find its height by itself. */
const noteRow = (text: string, columns: readonly { width: number }[]): SheetData[number] => {
  const width = Math.max(
    40,
    columns.reduce((sum, one) => sum + one.width, 0),
  )
  const cell: CellObject = { ...textCells(text, ''), height: LINE_HEIGHT * Math.ceil((text.length * 1.1) / width) }
  return columns.length > 1
    ? [{ ...cell, columnSpan: columns.length }, ...columns.slice(1).map(() => null)]
    : [{ ...cell, columnSpan: 1 }]
}

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

const tableRows = (table: TableBlock, reader: Reader): SheetData => {
  const rows = [
    table.columns.map((column, at) => ({
      ...headCell(reader.words(column.title), column.kind === 'figure'),
      ...besideOthers(table, at),
    })),
    ...table.rows.map((row) =>
      row.map((cell, at): CellObject => ({
        ...ruled(dataCell(cell, reader), table.columns[at]?.kind === 'figure'),
        ...besideOthers(table, at),
      })),
    ),
  ]
  return table.note ? [...rows, [], noteRow(reader.words(table.note), widthsOf(rows, true))] : rows
}

/** Words behind another column: they would touch. */
const besideOthers = ({ columns }: TableBlock, at: number): CellObject =>
  at > 0 && columns[at]?.kind === 'words' ? { align: 'left', indent: 1 } : {}

/** A hairline below each row; what stands in a column of figures stands right. */
const ruled = (cell: CellObject | null, right: boolean): CellObject => ({
  ...cell,
  bottomBorderStyle: 'thin',
  bottomBorderColor: RULE_COLOUR,
  ...(right ? { align: 'right' as const } : {}),
})

const dataCell = (cell: Cell, reader: Reader): CellObject | null => {
  if (cell.t === 'day')
    return {
      value: new Date(`${cell.day}T00:00:00Z`),
      type: Date,
      format: 'yyyy-mm-dd',
      align: 'left',
      alignVertical: 'top',
    }
  const value = bareCell(cell, reader)
  if (value === null) return null
  if (typeof value === 'number') {
    return {
      value,
      type: Number,
      alignVertical: 'top',
      format: cell.t === 'figure' ? formatOf(cell) : formatOf({ unit: 'value', value }),
    }
  }
  return textCells(value, reader.words(say('xlsx.cut')))
}

/** Percentages stay on their scale of 0-100, the same number as in every other format. A whole number has no point. */
const formatOf = ({ unit, value }: Pick<Figure, 'unit' | 'value'>): string => {
  const isWhole = value !== null && Number.isInteger(value)
  if (unit === 'percent') return isWhole ? '0"%"' : '0.0"%"'
  return isWhole ? '0' : '0.###'
}

const quoteRows = (model: ReportModel, reader: Reader): SheetData => [
  [say('column.contribution'), say('column.voice'), say('column.place')].map((title) => headCell(reader.words(title))),
  ...allQuotes(model).map((quote) =>
    [
      textCells(reader.words(quote.words), reader.words(say('xlsx.cut'))),
      textCells(reader.words(quote.by ? quote.by.name : say('unstated')), ''),
      textCells(quote.place ?? '', ''),
    ].map((cell) => ruled(cell, false)),
  ),
]

const aboutRows = (model: ReportModel, { reader, madeAt }: ExportContext, sheets: readonly NamedSheet[]): SheetData => {
  const line = (words: Words): SheetData[number] => [{ ...textCells(reader.words(words), ''), columnSpan: 2 }, null]
  const long = (words: Words): SheetData[number] => noteRow(reader.words(words), ABOUT_COLUMNS)
  const { authors, organisations, funderNotice } = model.meta
  const title = textCells(reader.words(model.title), '')
  const titleLines = Math.max(1, Math.ceil(reader.words(model.title).length / TITLE_LETTERS))
  return [
    [{ ...title, fontWeight: 'bold', fontSize: 16, columnSpan: 2, height: TITLE_LINE * titleLines }, null],
    line(model.lab),
    line({ t: 'day', day: model.day }),
    line(kindWords(model)),
    ...(organisations.length > 0 ? [long(plain(organisations.join(' · ')))] : []),
    ...(authors.length > 0 ? [long(say('cover.authors', { names: authors.join(' · ') }))] : []),
    ...model.summary.flatMap((block) => (block.b === 'lead' ? [[], ...block.words.map(long)] : [])),
    [],
    ...(sheets.length > 0
      ? [[headCell(reader.words(say('xlsx.sheet'))), headCell(reader.words(say('xlsx.holds')))]]
      : []),
    ...sheets.map(({ name, title }) => [textCells(name, ''), textCells(title, '')].map((cell) => ruled(cell, false))),
    [],
    ...(funderNotice === null ? [] : [long(plain(funderNotice))]),
    line(footWords(model)),
    line(say('cover.madeAt', { when: { t: 'day', day: madeAt.slice(0, 10) } })),
  ]
}

/** Of its large title: letters on a line, and the height of one in points. */
const TITLE_LETTERS = 58
const TITLE_LINE = 23

/** Of the first sheet: the longest name of a sheet, and what it holds. */
const ABOUT_COLUMNS = [{ width: NAME_LIMIT + 3 }, { width: WIDEST }]
