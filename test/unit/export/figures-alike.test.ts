import { parse } from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Figure, ReportModel, TableBlock } from '@core/report/model'
import { csvNames } from '../../../electron/export/csv'
import { blocksOf, englishReader, figuresOf } from '../../helpers/report'
import type { Subject } from '../../helpers/report-kinds'
import { drawn, readText, reportPort, sampleKinds } from '../../helpers/report-kinds'
import type { Matrix } from '../../helpers/tables-in-files'
import { docxTables, htmlTables, markdownTables, xlsxTables } from '../../helpers/tables-in-files'

const reader = englishReader()
const port = await reportPort()

type Written = { readonly subject: Subject; readonly model: ReportModel }

const modelOf = async (subject: Subject): Promise<ReportModel> =>
  JSON.parse((await drawn(port, subject, 'json')).map(readText).join('')) as ReportModel

const written: readonly Written[] = await Promise.all(
  sampleKinds()
    .filter(({ formats }) => formats.length > 0)
    .map(async (subject) => ({ subject, model: await modelOf(subject).catch(() => null) })),
).then((all) => all.flatMap(({ subject, model }) => (model ? [{ subject, model }] : [])))

const tablesIn = (model: ReportModel): TableBlock[] =>
  blocksOf(model).flatMap((block) => (block.b === 'table' ? [block] : []))
const unique = (tables: readonly TableBlock[]): TableBlock[] => [
  ...new Map(tables.map((one) => [one.id, one])).values(),
]

const shown = (figure: Figure): string => reader.figure(figure)
/** Held back is nothing at all where programs read. */
const bare = ({ value }: Figure): string => (value === null ? '' : String(Math.round(value * 1000) / 1000))

/** Every figure stands in its own cell; page one may have fewer rows. How many were looked at. */
const compare = (
  table: TableBlock,
  matrix: Matrix | undefined,
  text: (figure: Figure) => string,
  rows = table.rows,
) => {
  let found = 0
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (cell.t !== 'figure') continue
      expect(matrix?.[at + 1]?.[column] ?? '', `${table.id} ${cell.id}`).toBe(text(cell))
      found += 1
    }
  }
  return found
}

const onPageOne = (table: TableBlock): TableBlock['rows'] => table.rows.slice(0, table.onPageOne)

describe('the same figures in every format', () => {
  test('of every kind of report', () => {
    expect(written.map(({ subject }) => subject.name)).toEqual(
      expect.arrayContaining(['session', 'minutes', 'brief', 'families', 'lab', 'guide', 'compare']),
    )
    const all = written.map(({ model }) => figuresOf(model).size)
    expect(all.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(200)
  })

  test.each(written)('$subject.name: a chart has no figure that no table has', ({ model }) => {
    const inTables = new Set(
      tablesIn(model).flatMap(({ rows }) => rows.flat().flatMap((cell) => (cell.t === 'figure' ? [cell.id] : []))),
    )
    for (const id of figuresOf(model).keys()) expect(inTables, id).toContain(id)
  })

  test.each(written)('$subject.name in HTML', async ({ subject, model }) => {
    const html = (await drawn(port, subject, 'html')).map(readText).join('')
    if (model.kind === 'families') return
    const { byId, first } = htmlTables(html)
    const summary = model.summary.flatMap((block) => (block.b === 'table' ? [block] : []))
    for (const [at, table] of summary.entries()) compare(table, first[at], shown, onPageOne(table))
    for (const { blocks } of model.parts) {
      for (const block of blocks) if (block.b === 'table') compare(block, byId.get(block.id), shown)
    }
  })

  test.each(written)('$subject.name in Markdown', async ({ subject, model }) => {
    const tables = markdownTables((await drawn(port, subject, 'md')).map(readText).join(''))
    expect(tables).toHaveLength(tablesIn(model).length)
    for (const [at, table] of tablesIn(model).entries()) compare(table, tables[at], shown)
  })

  test.each(written)('$subject.name in Word', async ({ subject, model }) => {
    const [file] = await drawn(port, subject, 'docx')
    const tables = docxTables(file?.bytes ?? new Uint8Array())
    expect(tables).toHaveLength(tablesIn(model).length)
    for (const [at, table] of tablesIn(model).entries())
      compare(table, tables[at], shown, table.rows.slice(0, (tables[at]?.length ?? 0) - 1))
  })

  const withTables = written.filter(({ subject }) => subject.formats.includes('csv'))
  test.each(withTables)('$subject.name in CSV', async ({ subject, model }) => {
    const files = await drawn(port, subject, 'csv')
    const tables = unique(tablesIn(model))
    const names = csvNames(tables)
    for (const table of tables) {
      const file = files.find(({ name }) => name.endsWith(`.${names.get(table.id)}.csv`))
      expect(file, table.id).toBeDefined()
      if (file) compare(table, parse<string[]>(readText(file)).data, bare)
    }
  })

  test.each(withTables)('$subject.name in Excel, as numbers', async ({ subject, model }) => {
    const [file] = await drawn(port, subject, 'xlsx')
    const sheets = xlsxTables(file?.bytes ?? new Uint8Array())
    let found = 0
    for (const [at, table] of unique(tablesIn(model)).entries()) found += compare(table, sheets[at + 1], bare)
    expect(found).toBeGreaterThan(0)
  })
})
