import type { Block, Cell, ReportModel, TableBlock, Words } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { ON_PAGE_ONE, shortCell, shortOnPageOne, shorten } from '@core/report/shorten'
import { columnWidths } from './column-widths'
import { coverLines } from './cover-lines'

/**
 * How page one is drawn: in print, and in Word, where names stand instead of shapes and tasks take the whole width. All in CSS
 * pixels and letters a line, as measured from pages of the samples.
 */
type Layout = {
  readonly room: number
  readonly cover: number
  readonly title: readonly [letters: number, line: number]
  readonly meta: readonly [letters: number, line: number]
  readonly lead: readonly [letters: number, line: number, around: number]
  readonly heading: number
  readonly bar: readonly [letters: number, row: number, line: number]
  readonly voice: readonly [letters: number, row: number, line: number]
  readonly table: readonly [letters: number, head: number, line: number, around: number, below: number]
  readonly tasks: number
  readonly note: number
  readonly item: readonly [letters: number, line: number]
  /** Letters a line, under the chart of what matters most. */
  readonly paragraph: number
  readonly named: boolean
  readonly openBeside: boolean
}

const PAGE: Layout = {
  room: 1012,
  cover: 36,
  title: [49, 28],
  meta: [100, 20],
  lead: [102, 17.6, 13],
  heading: 32,
  bar: [21, 30, 9],
  voice: [23, 36, 16],
  table: [122, 19, 13.9, 4.5, 10],
  tasks: 80,
  note: 18,
  item: [36, 14.7],
  paragraph: 80,
  named: false,
  openBeside: true,
}

const OFFICE: Layout = {
  room: 1030,
  cover: 38,
  title: [49, 34],
  meta: [96, 18],
  lead: [94, 20, 18],
  heading: 24,
  bar: [19, 30, 9],
  voice: [19, 30, 9],
  table: [104, 18, 15.2, 2.6, 3],
  tasks: 104,
  note: 17,
  item: [104, 16],
  paragraph: 52,
  named: true,
  openBeside: false,
}

/** Above the title. */
const LOGO_ROW = 50
const LOGOS_IN_ROW = 4

const LAYOUTS = { page: PAGE, office: OFFICE } as const

const linesOf = (text: string, letters: number): number => Math.max(1, Math.ceil(text.length / letters))
const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)

/**
 * Page one on one page, also of a long session: the tables that take most room show fewer rows, and say how many more there are.
 * Everything stands in its own part.
 */
export const fitSummary = (model: ReportModel, reader: Reader, where: keyof typeof LAYOUTS): readonly Block[] => {
  if (model.kind !== 'session') return model.summary
  const layout = LAYOUTS[where]
  let blocks = model.summary
  while (heightOf(model, blocks, reader, layout) > layout.room) {
    const fewer = withLess(blocks, reader, layout)
    if (!fewer) return blocks.map(withShortCells)
    blocks = fewer
  }
  return blocks
}

/** Letters of a cell where even one row of each table is too much. */
const SHORTEST = 48

const withShortCells = (block: Block): Block =>
  block.b === 'table'
    ? { ...block, rows: block.rows.map((row) => row.map((cell) => shortCell(cell, SHORTEST))) }
    : block

/** Rows and items that stay on page one whatever else must go. */
const LEAST = { rows: 1, items: 2, bars: 3 } as const

/** One row less of the longest table; then one open question less, then one topic less; null when nothing more may go. */
const withLess = (blocks: readonly Block[], reader: Reader, layout: Layout): readonly Block[] | null => {
  const replaced = (old: Block, by: Block): readonly Block[] => blocks.map((block) => (block === old ? by : block))
  const [table] = blocks
    .filter((block) => block.b === 'table')
    .filter((one) => one.onPageOne !== undefined && shownRows(one) > LEAST.rows)
    .toSorted((a, b) => shownRows(b) - shownRows(a) || tableHeight(b, reader, layout) - tableHeight(a, reader, layout))
  if (table) return replaced(table, { ...table, onPageOne: shownRows(table) - 1 })
  const list = blocks.filter((block) => block.b === 'list').find(({ items }) => items.length > LEAST.items)
  if (list) return replaced(list, { ...list, items: fewerItems(list.items) })
  const bars = blocks
    .filter((block) => block.b === 'chart' && block.kind === 'bars')
    .find(({ rows }) => rows.length > LEAST.bars && rows.every(({ look }) => look === undefined))
  return bars?.b === 'chart' && bars.kind === 'bars' ? replaced(bars, { ...bars, rows: bars.rows.slice(0, -1) }) : null
}

/** The last line counts those that are left out. */
const fewerItems = (items: readonly Words[]): readonly Words[] => {
  const last = items.at(-1)
  const more = say('more')
  const counted = last?.t === 'say' && more.t === 'say' && last.key === more.key ? Number(last.params?.['count']) : 0
  const kept = items.slice(0, -2)
  return [...kept, say('more', { count: items.length - kept.length - (counted > 0 ? 1 : 0) + counted })]
}

const shownRows = ({ rows, onPageOne }: TableBlock): number => Math.min(rows.length, onPageOne ?? rows.length)

const heightOf = (model: ReportModel, blocks: readonly Block[], reader: Reader, layout: Layout): number => {
  const [titleLetters, titleLine] = layout.title
  const [metaLetters, metaLine] = layout.meta
  const cover =
    layout.cover +
    Math.ceil(model.meta.logos.length / LOGOS_IN_ROW) * LOGO_ROW +
    linesOf(reader.words(model.title), titleLetters) * titleLine +
    sum(coverLines(model, reader).map((line) => linesOf(line, metaLetters) * metaLine))
  const boxes: Block[][] = [[]]
  for (const block of blocks) {
    if (block.b === 'heading') boxes.push([])
    boxes.at(-1)?.push(block)
  }
  const heights = boxes.map((box) => ({
    id: box[0]?.b === 'heading' ? box[0].id : '',
    height: sum(box.map((block) => blockHeight(block, reader, layout))),
  }))
  // Beside each other they take the room of the taller one.
  const beside = (left: string, right: string): number => {
    const [a, b] = [left, right].map((id) => heights.find((box) => box.id === id)?.height ?? 0)
    return Math.min(a ?? 0, b ?? 0)
  }
  return (
    cover +
    sum(heights.map(({ height }) => height)) -
    beside('summary-people', 'summary-priorities') -
    (layout.openBeside ? beside('summary-tasks', 'summary-open') : 0)
  )
}

const blockHeight = (block: Block, reader: Reader, layout: Layout): number => {
  switch (block.b) {
    case 'heading':
      return layout.heading
    case 'lead': {
      const [letters, line, around] = layout.lead
      return linesOf(block.words.map((words) => reader.words(words)).join(' '), letters) * line + around
    }
    case 'paragraph':
      return linesOf(reader.words(block.words), layout.paragraph) * layout.item[1] + 4
    case 'list': {
      const [letters, line] = layout.item
      return sum(block.items.map((item) => linesOf(reader.words(shorten(item, ON_PAGE_ONE)), letters) * line)) + 6
    }
    case 'chart':
      return block.kind === 'bars' ? barsHeight(block, reader, layout) : 200
    case 'table':
      return tableHeight(block, reader, layout)
    default:
      return layout.heading
  }
}

const barsHeight = ({ rows }: Extract<Block, { b: 'chart'; kind: 'bars' }>, reader: Reader, layout: Layout): number => {
  const [letters, row, line] = rows.some(({ look }) => look !== undefined) ? layout.voice : layout.bar
  return 6 + sum(rows.map(({ label }) => row + (linesOf(reader.words(label), letters) - 1) * line))
}

const tableHeight = (table: TableBlock, reader: Reader, layout: Layout): number => {
  const [whole, head, line, around, below] = layout.table
  const letters = table.id === 'tasks-open' ? layout.tasks : whole
  const shown = table.rows.slice(0, table.onPageOne).map(shortOnPageOne)
  const texts = shown.map((row) => row.map((cell) => cellText(cell, reader, layout)))
  const titles = table.columns.map(({ title }) => reader.words(title))
  const { shares } = columnWidths(titles, texts, letters)
  // Words break before the end of the line, and the space between columns holds none.
  const widths = shares.map((share) => Math.max(4, share * letters - 3))
  const linesIn = (row: readonly string[]): number =>
    Math.max(...row.map((text, at) => linesOf(text, widths[at] ?? 10)))
  const notes = (table.rows.length > shown.length ? 1 : 0) + (table.note ? 1 : 0)
  const rows = sum(texts.map((row) => linesIn(row) * line + around))
  return head + (linesIn(titles) - 1) * line + rows + notes * layout.note + below
}

const cellText = (cell: Cell, reader: Reader, { named }: Layout): string => {
  if (cell.t !== 'voices') return reader.cell(cell)
  const names = cell.voices.map((voice) => reader.words(voice.name)).join(', ')
  return `${named ? `${names}: ` : '\u00A0'.repeat(cell.voices.length * 3)}${reader.words(cell.words)}`
}
