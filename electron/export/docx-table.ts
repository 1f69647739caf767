import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { FileChild } from 'docx'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { Cell, TableBlock } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { shortOnPageOne } from '@core/report/shorten'
import { columnWidths } from './column-widths'
import { officeText } from './office-text'

/** `summary`: page one, with the first rows of its tables. `small`: tighter type, so that a short kind stays short. */
export type DocxPlace = { readonly summary: boolean; readonly small: boolean }

/** Twentieths of a point. */
export const TABLE_WIDTH = 9_986
/** Letters that fit on a line of a table at the size of its words, and in smaller type. */
const LINE = 92
const SMALL_LINE = 104
const BESIDE = 80
/** A figure stands right, what follows it left: they would touch. */
const BEHIND_FIGURE = 200
/** Rows that stay on one page: as in the printed page. */
const SHORT_TABLE = 14

const colour = (hex: string): string => hex.slice(1)
const RULE = { style: BorderStyle.SINGLE, size: 4, color: colour(THEME_COLOURS.light.rule) } as const
const INK_RULE = { style: BorderStyle.SINGLE, size: 10, color: colour(THEME_COLOURS.light.ink) } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
export const TABLE_BORDERS = {
  top: NONE,
  bottom: RULE,
  left: NONE,
  right: NONE,
  insideHorizontal: RULE,
  insideVertical: NONE,
} as const
export const HEAD_BORDERS = { bottom: INK_RULE } as const

/** Line breaks stay breaks. */
export const textRuns = (
  text: string,
  look: { readonly bold?: boolean; readonly italics?: boolean; readonly color?: string } = {},
): TextRun[] =>
  officeText(text)
    .split(/\r\n|[\r\n]/)
    .map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 ? { break: 1 } : {}) }))

/** A day stays on its line. */
export const cellText = (cell: Cell, reader: Reader): string => {
  if (cell.t === 'day') return reader.cell(cell).replaceAll(' ', '\u00A0')
  if (cell.t !== 'voices') return reader.cell(cell)
  const names = cell.voices.map((voice) => reader.words(voice.name)).join(', ')
  const words = reader.words(cell.words)
  // "21 of 24" is not torn apart.
  const counted = words.length <= COUNTED ? words.replaceAll(' ', '\u00A0') : words
  return names === '' || names === words ? counted : `${names}: ${counted}`
}
const COUNTED = 12

type Line = { readonly texts: readonly string[]; readonly isHead: boolean; readonly keepNext: boolean }

/** The head repeats on each page, and no row breaks over two; the title stays with its table. */
export const tableDocx = (table: TableBlock, reader: Reader, { summary, small }: DocxPlace): FileChild[] => {
  const shown = summary ? table.rows.slice(0, table.onPageOne).map(shortOnPageOne) : table.rows
  const head = table.columns.map((column) => reader.words(column.title))
  const words = shown.map((row) => row.map((cell) => cellText(cell, reader)))
  const { shares, crowded } = columnWidths(head, words, small ? SMALL_LINE : LINE)
  const widths = shares.map((share) => Math.round(share * TABLE_WIDTH))
  const style = crowded ? 'CellTight' : small ? 'CellSmall' : 'CellWords'
  const room = small ? 25 : 50
  const isFigure = (index: number): boolean => table.columns[index]?.kind === 'figure'
  const row = ({ texts, isHead, keepNext }: Line): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { top: room, bottom: room, ...sides(index, isFigure, crowded) },
            ...(isHead ? { borders: HEAD_BORDERS, verticalAlign: 'bottom' } : {}),
            children: [
              new Paragraph({
                style,
                keepNext,
                alignment: isFigure(index) ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: textRuns(text, isHead ? { color: QUIET } : { bold: index === 0 }),
              }),
            ],
          }),
      ),
    })
  const isShort = words.length <= SHORT_TABLE
  const hasNote = table.note !== undefined || table.rows.length > shown.length
  return [
    ...(summary ? [] : [titleOf(table, reader, small)]),
    new Table({
      width: { size: TABLE_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: TABLE_BORDERS,
      rows: [
        row({ texts: head, isHead: true, keepNext: true }),
        ...words.map((texts, at) => row({ texts, isHead: false, keepNext: at < words.length - 1 ? isShort : hasNote })),
      ],
    }),
    ...belowTable(table, table.rows.length - shown.length, reader, small),
  ]
}

const QUIET = colour(THEME_COLOURS.light.ink2)

const sides = (
  index: number,
  isFigure: (index: number) => boolean,
  crowded: boolean,
): { readonly left: number; readonly right: number } => ({
  left: index === 0 ? 0 : isFigure(index - 1) && !isFigure(index) ? BEHIND_FIGURE : crowded ? BESIDE / 2 : BESIDE,
  right: crowded ? BESIDE / 2 : BESIDE,
})

const titleOf = (table: TableBlock, reader: Reader, small: boolean): Paragraph =>
  new Paragraph({
    style: 'TableTitle',
    ...(small ? { spacing: { before: 90, after: 30 } } : {}),
    children: textRuns(reader.words(table.title)),
  })

/** What is left out and what the table means; an empty line where there is neither, so that tables stay apart. */
const belowTable = (table: TableBlock, more: number, reader: Reader, small: boolean): Paragraph[] => {
  const notes = [...(more > 0 ? [say('more', { count: more })] : []), ...(table.note ? [table.note] : [])]
  const words = notes.map((note) => reader.words(note)).join(' ')
  return [
    new Paragraph({
      style: small ? 'AfterSmall' : 'AfterTable',
      spacing:
        words === ''
          ? { before: 0, after: 0, line: small ? 80 : 240, lineRule: LineRuleType.EXACT }
          : { before: small ? 40 : 80, after: small ? 40 : 160 },
      children: textRuns(words),
    }),
  ]
}
