/** Cells that one cell stands for at most: more is a mistake of the page it came from. */
const MOST_SPAN = 200

const BLOCKS: ReadonlySet<string> = new Set(['P', 'DIV', 'LI', 'TR', 'UL', 'OL'])

/** What people see of a cell: lines only where there are paragraphs or breaks, not where its source was folded. */
const wordsOf = (node: Node): string => {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll(/[ \t\r\n\u00A0]+/g, ' ')
  if (node.nodeName === 'BR') return '\n'
  if (node.nodeName === 'STYLE' || node.nodeName === 'SCRIPT') return ''
  const words = [...node.childNodes].map(wordsOf).join('')
  return BLOCKS.has(node.nodeName) ? `\n${words}\n` : words
}

const tidy = (words: string): string =>
  words
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim()

const spanOf = (cell: HTMLTableCellElement, name: 'colSpan' | 'rowSpan'): number =>
  Math.min(Math.max(cell[name], 1), MOST_SPAN)

/** Merged cells: downwards the words hold for every row, sideways they stand once. */
const gridOf = (table: HTMLTableElement): string[][] => {
  const grid: string[][] = []
  for (const [at, row] of [...table.rows].entries()) {
    let column = 0
    for (const cell of row.cells) {
      while (grid[at]?.[column] !== undefined) column += 1
      const words = tidy(wordsOf(cell))
      const width = spanOf(cell, 'colSpan')
      const last = Math.min(at + spanOf(cell, 'rowSpan'), table.rows.length)
      for (let down = at; down < last; down += 1) {
        const line = (grid[down] ??= [])
        for (let across = 0; across < width; across += 1) line[column + across] = across === 0 ? words : ''
      }
      column += width
    }
  }
  // A row may begin with cells of those above it only.
  const filled = <V>(list: readonly V[], none: V): V[] =>
    Array.from({ length: list.length }, (_, at) => list[at] ?? none)
  return filled(grid, []).map((line) => filled(line, ''))
}

/** The page's policy would complain of each look that a page brings along. */
const withoutLooks = (html: string): string =>
  html
    .replaceAll(/<style[\s>][^]*?<\/style>/gi, '')
    .replaceAll(/<[a-z][^>]*>/gi, (tag) => tag.replaceAll(/\sstyle\s*=\s*(?:"[^"]*"|'[^']*')/gi, ''))

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/**
 * The largest table of a page as text with tabs; null when it has none. Spreadsheets and word processors give what is copied
 * as a page too, in which lines and quotation marks inside a cell cannot be mistaken. Nothing of the page runs or loads.
 */
export const textOfHtml = (html: string): string | null => {
  if (!/<table[\s>]/i.test(html)) return null
  const tables = [...new DOMParser().parseFromString(withoutLooks(html), 'text/html').querySelectorAll('table')]
  const table = tables.toSorted((a, b) => b.rows.length - a.rows.length)[0]
  const rows = table ? gridOf(table) : []
  const cells = rows.reduce((sum, row) => sum + row.length, 0)
  return cells < 2 ? null : rows.map((row) => row.map(quoted).join('\t')).join('\n')
}
