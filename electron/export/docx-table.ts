import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { FileChild } from 'docx'
import type { Cell, TableBlock } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { officeText } from './office-text'

/** `summary`: page one, with the first rows of its tables. `small`: tighter type, so that a short kind stays short. */
export type DocxPlace = { readonly summary: boolean; readonly small: boolean }

/** Twentieths of a point. */
const TABLE_WIDTH = 9_986
/** Letters that fit on a line of a table at the size of its words, with the space between columns. */
const LINE = 92
/** A column asks for no more than this many letters a line; a word of more breaks. */
const WIDEST = 44
const LONGEST_WORD = 16
const BESIDE = 3

const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'C9C4B8' } as const
const INK_RULE = { style: BorderStyle.SINGLE, size: 10, color: '1D2230' } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

/** Line breaks stay breaks. */
export const textRuns = (text: string, look: { readonly bold?: boolean; readonly italics?: boolean } = {}): TextRun[] =>
  officeText(text)
    .split(/\r\n|[\r\n]/)
    .map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 ? { break: 1 } : {}) }))

export const cellText = (cell: Cell, reader: Reader): string => {
  if (cell.t !== 'voices') return reader.cell(cell)
  const names = cell.voices.map((voice) => reader.words(voice.name)).join(', ')
  const words = reader.words(cell.words)
  return names === '' || names === words ? words : `${names}: ${words}`
}

/** Each column has room for its longest word; what is left goes to those with the longest texts. */
const widthsOf = (rows: readonly (readonly string[])[]): number[] => {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''))
  const least = columns.map(
    (cells) =>
      BESIDE +
      Math.min(
        LONGEST_WORD,
        Math.max(...cells.map((text) => Math.max(...text.split(/\s+/).map((word) => word.length)))),
      ),
  )
  const wanted = columns.map((cells, at) =>
    Math.max(least[at] ?? 0, BESIDE + Math.min(WIDEST, Math.max(...cells.map((text) => text.length)))),
  )
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)
  const more = sum(wanted) - sum(least)
  const share = more > 0 ? Math.max(0, LINE - sum(least)) / more : 0
  const letters = least.map((one, at) => one + ((wanted[at] ?? one) - one) * Math.min(1, share))
  // A table of few letters is as wide as the others: its first column takes what is left.
  const rest = Math.max(0, LINE - sum(letters))
  const filled = letters.map((one, at) => (at === 0 ? one + rest : one))
  return filled.map((one) => Math.round((one / sum(filled)) * TABLE_WIDTH))
}

/** The head repeats on each page, and no row breaks over two; the title stays with its table. */
export const tableDocx = (table: TableBlock, reader: Reader, { summary, small }: DocxPlace): FileChild[] => {
  const shown = summary ? table.rows.slice(0, table.onPageOne) : table.rows
  const head = table.columns.map((column) => reader.words(column.title))
  const words = shown.map((row) => row.map((cell) => cellText(cell, reader)))
  const widths = widthsOf([head, ...words])
  const room = small ? 25 : 50
  const line = (texts: readonly string[], isHead: boolean, keepNext: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { top: room, bottom: room, left: index === 0 ? 0 : 80, right: 80 },
            ...(isHead ? { borders: { bottom: INK_RULE } } : {}),
            children: [
              new Paragraph({
                style: small ? 'CellSmall' : 'CellWords',
                keepNext,
                alignment: table.columns[index]?.kind === 'figure' ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: textRuns(text, { bold: isHead || index === 0 }),
              }),
            ],
          }),
      ),
    })
  const isShort = words.length <= SHORT_TABLE
  const more = table.rows.length - shown.length
  const notes = [...(more > 0 ? [say('more', { count: more })] : []), ...(table.note ? [table.note] : [])]
  return [
    ...(summary
      ? []
      : [
          new Paragraph({
            style: 'TableTitle',
            ...(small ? { spacing: { before: 90, after: 30 } } : {}),
            children: textRuns(reader.words(table.title)),
          }),
        ]),
    new Table({
      width: { size: TABLE_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: { top: NONE, bottom: RULE, left: NONE, right: NONE, insideHorizontal: RULE, insideVertical: NONE },
      rows: [line(head, true, true), ...words.map((row, at) => line(row, false, isShort && at < words.length - 1))],
    }),
    new Paragraph({
      style: small ? 'AfterSmall' : 'Running',
      children: notes.flatMap((note, at) => textRuns(`${at > 0 ? ' ' : ''}${reader.words(note)}`)),
    }),
  ]
}

/** Rows that stay on one page: as in the printed page. */
const SHORT_TABLE = 14
