import { BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import type { FileChild } from 'docx'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { Block, Cell, Part, ReportModel, TableBlock } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { voiceEdge } from './docx-blocks'
import type { Flow } from './docx-flow'
import { POINT } from './docx-style'
import { HEAD_BORDERS, TABLE_BORDERS, TABLE_WIDTH, textRuns } from './docx-table'

const SAID = Math.round(TABLE_WIDTH * 0.42)
const WIDTHS = [SAID, TABLE_WIDTH - SAID] as const
/** Twentieths of a point above and below what stands in a row. */
const ROOM = 110

/** One page in large type, as in print: what was said on the left, what came of it on the right. */
export const familiesDocx = (model: ReportModel, reader: Reader): Flow[] => {
  const about = [reader.words(say('families.for', { when: { t: 'day', day: model.day } })), reader.words(model.lab)]
  const children: FileChild[] = [
    ...about.map((line) => new Paragraph({ style: 'ForWords', children: textRuns(line) })),
    new Paragraph({ style: 'Title', children: textRuns(reader.words(model.title)) }),
    ...model.parts.flatMap((part) => partDocx(part, reader)),
  ]
  return [{ columns: 1, children }]
}

const partDocx = (part: Part, reader: Reader): FileChild[] => {
  const tables = part.blocks.filter((block) => block.b === 'table')
  if (part.id === 'answers') {
    return tables.length > 0
      ? tables.flatMap((table) => answersDocx(table, reader))
      : part.blocks.flatMap((block) => largeDocx(block, reader, false))
  }
  const isBox = part.blocks.some(({ b }) => b === 'list')
  return [
    new Paragraph({
      style: 'Heading1',
      ...(isBox ? BOX : {}),
      ...(isBox ? { spacing: { before: 200, after: 0 } } : {}),
      children: textRuns(reader.words(part.title)),
    }),
    ...part.blocks.flatMap((block) => largeDocx(block, reader, isBox)),
  ]
}

/** The marked box of what could not be decided. */
const BOX = {
  indent: { left: 57 },
  shading: { type: 'clear', color: 'auto', fill: THEME_COLOURS.light.markerSoft.slice(1) },
  border: {
    left: { style: BorderStyle.SINGLE, size: 48, space: 8, color: THEME_COLOURS.light.marker.slice(1) },
  },
} as const

const largeDocx = (block: Block, reader: Reader, isBox: boolean): FileChild[] => {
  const box = isBox ? BOX : {}
  if (block.b === 'list')
    return block.items.map(
      (item) =>
        new Paragraph({
          style: 'LargeSmall',
          ...box,
          ...POINT,
          indent: { left: 284, hanging: 227 },
          children: textRuns(reader.words(item)),
        }),
    )
  return block.b === 'paragraph'
    ? [new Paragraph({ style: 'LargeSmall', ...box, children: textRuns(reader.words(block.words)) })]
    : []
}

const answersDocx = (table: TableBlock, reader: Reader): FileChild[] => {
  const voices = new Set(
    table.rows.flatMap(([said]) => (said?.t === 'voices' ? said.voices.map((one) => reader.words(one.name)) : [])),
  )
  const head = [say('families.said'), say('families.answerColumn')].map((words) => [
    new Paragraph({ style: 'LargeHead', keepNext: true, children: textRuns(reader.words(words), { bold: true }) }),
  ])
  return [
    new Table({
      width: { size: TABLE_WIDTH, type: WidthType.DXA },
      columnWidths: [...WIDTHS],
      borders: TABLE_BORDERS,
      rows: [
        rowOf(head, true),
        ...table.rows.map((row) => rowOf([saidDocx(row[0], reader, voices.size > 1), answerDocx(row, reader)], false)),
      ],
    }),
    new Paragraph({
      style: 'AfterTable',
      children: table.note ? textRuns(reader.words(table.note)) : [],
    }),
  ]
}

const rowOf = (cells: readonly (readonly Paragraph[])[], isHead: boolean): TableRow =>
  new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (children, at) =>
        new TableCell({
          width: { size: WIDTHS[at] ?? 0, type: WidthType.DXA },
          verticalAlign: 'center',
          margins: { top: isHead ? 0 : ROOM, bottom: isHead ? 60 : ROOM, left: at === 0 ? 0 : 200, right: 60 },
          ...(isHead ? { borders: HEAD_BORDERS } : {}),
          children,
        }),
    ),
  })

/** Eighths of a point. */
const WIDE_EDGE = 40

/** With the name of the voice where the page is of several. */
const saidDocx = (said: Cell | undefined, reader: Reader, several: boolean): Paragraph[] => {
  if (said?.t !== 'voices')
    return [new Paragraph({ style: 'LargeSmall', children: textRuns(said ? reader.cell(said) : '') })]
  const [by] = said.voices
  const edge = { ...voiceEdge(by ?? null, WIDE_EDGE), indent: { left: 200 } }
  const names = said.voices.map((voice) => reader.words(voice.name)).join(', ')
  return [
    new Paragraph({
      style: 'Large',
      ...edge,
      children: textRuns(`\u201C${reader.cell(said)}\u201D`, { italics: true }),
    }),
    ...(several && names !== '' ? [new Paragraph({ style: 'QuoteBy', ...edge, children: textRuns(names) })] : []),
  ]
}

const answerDocx = ([, decided, when, since]: readonly Cell[], reader: Reader): Paragraph[] => {
  const words = (cell: Cell | undefined): string => (cell ? reader.cell(cell) : '')
  return [
    new Paragraph({ style: 'Large', children: textRuns(words(decided)) }),
    new Paragraph({ style: 'LargeSmall', children: textRuns(words(when)) }),
    new Paragraph({ style: 'LargeSmall', children: textRuns(words(since), { bold: true }) }),
  ]
}
