/** Longer texts do not take more room from the others; a longer word breaks. */
const LONG = 240
const LONGEST_WORD = 17
/** Space between two columns, in letters. */
const BESIDE = 3

export type ColumnWidths = {
  /** Of the whole table, each between 0 and 1. */
  readonly shares: readonly number[]
  /** The longest words do not fit beside each other: smaller type is needed. */
  readonly crowded: boolean
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)
const mostOf = (list: readonly number[]): number => list.reduce((most, one) => Math.max(most, one), 0)
/** In a long table one long text among many does not press the others together. */
const usualOf = (lengths: readonly number[]): number => {
  const most = mostOf(lengths)
  if (lengths.length <= FEW_ROWS || most <= SHORT_TEXT) return most
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.8)] ?? most
}
const FEW_ROWS = 8
const SHORT_TEXT = 30
const longestWord = (text: string): number => mostOf(text.split(/[ \n]+/).map((word) => word.length))

/**
 * Each column has room for its longest word, what is left makes the tallest cells lower. `head` and `rows` as they are
 * read, `line`: letters that fit beside each other in the whole table. A head wraps, so that half of it is enough.
 */
export const columnWidths = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  line: number,
): ColumnWidths => {
  const columns = head.map((title, column) => ({ title, cells: rows.map((row) => row[column] ?? '') }))
  const least = columns.map(
    ({ title, cells }) => BESIDE + Math.min(LONGEST_WORD, Math.max(longestWord(title), mostOf(cells.map(longestWord)))),
  )
  const texts = columns.map(({ title, cells }) =>
    Math.max(Math.ceil(title.length / 2), usualOf(cells.map((text) => text.length))),
  )
  // Letter by letter to the column whose longest text takes the most lines.
  const letters = [...least]
  for (let left = Math.floor(line - sum(least)); left > 0; left -= 1) {
    const lines = letters.map((width, at) => Math.min(LONG, texts[at] ?? 0) / Math.max(1, width - BESIDE))
    const most = mostOf(lines)
    if (most <= 1) break
    const at = lines.indexOf(most)
    letters[at] = (letters[at] ?? 0) + 1
  }
  // A table of few letters is as wide as the others: the column of the longest texts takes what is left.
  const rest = Math.max(0, line - sum(letters))
  const ofCells = columns.map(({ cells }) => usualOf(cells.map((text) => text.length)))
  const widest = ofCells.indexOf(mostOf(ofCells))
  const filled = letters.map((one, at) => (at === widest ? one + rest : one))
  return { shares: filled.map((one) => one / sum(filled)), crowded: sum(least) > line }
}
