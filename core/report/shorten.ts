import type { Block, Cell, TableBlock, Words } from './model'
import { say } from './model'

/** Where pages are few, long texts end in "…" after a whole word. Only after redaction: half a name would not be masked. */
export const shorten = (words: Words, most: number): Words => {
  switch (words.t) {
    case 'plain':
    case 'said':
    case 'name':
      return { ...words, text: shortText(words.text, most) }
    case 'list':
      return { ...words, items: words.items.map((item) => shorten(item, most)) }
    case 'say':
      return words.params
        ? {
            ...words,
            params: Object.fromEntries(
              Object.entries(words.params).map(([name, value]) => [
                name,
                typeof value === 'object' ? shorten(value, most) : value,
              ]),
            ),
          }
        : words
    case 'day':
    case 'amount':
    case 'withheld':
      return words
  }
}

const shortText = (text: string, most: number): string => {
  const one = text.replaceAll(/\s+/g, ' ').trim()
  const letters = [...one]
  if (letters.length <= most) return one
  const cut = letters.slice(0, most - 1).join('')
  const end = cut.lastIndexOf(' ')
  // A word longer than half of the room is cut all the same.
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,.;:]+$/, '')}…`
}

/** About as many letters as will be read: words of the app by their usual length. */
const SAID_BY_APP = 18
export const lengthOf = (words: Words): number => {
  switch (words.t) {
    case 'plain':
    case 'said':
    case 'name':
      return [...words.text].length
    case 'list':
      return words.items.reduce((sum, item) => sum + lengthOf(item) + 2, 0)
    case 'say':
      return Object.values(words.params ?? {}).reduce<number>(
        (sum, value) => sum + (typeof value === 'object' ? lengthOf(value) : 2),
        SAID_BY_APP,
      )
    case 'day':
      return 16
    case 'amount':
    case 'withheld':
      return 4
  }
}

export const shortCell = (cell: Cell, most: number): Cell => {
  if (cell.t === 'figure') return cell
  return cell.t === 'voices' ? { ...cell, words: shorten(cell.words, most) } : shorten(cell, most)
}

/** Letters of a cell or an item on page one; the whole text stands in its own part. */
export const ON_PAGE_ONE = 84
export const shortOnPageOne = (row: readonly Cell[]): Cell[] => row.map((cell) => shortCell(cell, ON_PAGE_ONE))

export const cellLength = (cell: Cell): number =>
  cell.t === 'figure' ? 5 : cell.t === 'voices' ? lengthOf(cell.words) : lengthOf(cell)

export type TableFit = {
  /** Longest text of a cell, in letters. */
  readonly most: number
  /** Lines for all rows together; one row stays whatever it takes. */
  readonly lines: number
  readonly linesOf: (row: readonly Cell[]) => number
}

/** Words for where the others stand. */
type Elsewhere = 'notHere' | 'families.more'

/** As many rows as the lines allow; the rest is counted below the table. */
export const fitTable = (
  table: TableBlock,
  { most, lines, linesOf }: TableFit,
  where: Elsewhere = 'notHere',
): TableBlock => {
  const short = table.rows.map((row) => row.map((cell) => shortCell(cell, most)))
  const rows: (readonly Cell[])[] = []
  let left = lines
  for (const row of short) {
    left -= linesOf(row)
    if (left < 0 && rows.length > 0) break
    rows.push(row)
  }
  const more = table.rows.length - rows.length
  const columns = table.columns.map((column) => ({ ...column, title: shorten(column.title, 60) }))
  if (more === 0) return { ...table, columns, rows }
  const rest = say(where, { count: more })
  return { ...table, columns, rows, note: table.note ? say('both', { first: table.note, second: rest }) : rest }
}

/** Lines of the tallest cell, with the given letters a line for each column. */
export const linesBy =
  (letters: readonly number[], least = 1) =>
  (row: readonly Cell[]): number =>
    row.reduce((most, cell, index) => Math.max(most, Math.ceil(cellLength(cell) / (letters[index] ?? 12))), least) + 0.6

export const fitList = (
  block: Extract<Block, { b: 'list' }>,
  count: number,
  most: number,
  where: Elsewhere = 'notHere',
): Block => {
  const items = block.items.map((item) => shorten(item, most))
  if (items.length <= count) return { ...block, items }
  return { ...block, items: [...items.slice(0, count - 1), say(where, { count: items.length - count + 1 })] }
}
