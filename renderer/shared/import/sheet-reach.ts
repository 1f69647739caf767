/** As many rows and columns as a spreadsheet can have. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** Cells, counting the empty ones between those that are there: the reader makes a place for each. */
const MOST_CELLS = 20_000_000

const TAGS = /<(?:\w{1,20}:)?(?:row|c)\s[^<>]*>/g
const REFERENCE = /\sr\s*=\s*["']([^"']*)["']/

/** Where a row or cell says that it is, undefined where it says nothing, and whether it is there for its format alone. */
const told = (tag: string): { readonly reference: string | undefined; readonly empty: boolean } => {
  // A sign that ends the tag can stand in quotes, where no office program puts it.
  const isWhole = tag.split(/["']/).length % 2 === 1
  return { reference: isWhole ? REFERENCE.exec(tag)?.[1] : '', empty: tag.endsWith('/>') }
}

/** `XFD7` → its row and its column from 1, a row alone has column 0; null for a place that no sheet has. */
const placeOf = (reference: string): { readonly row: number; readonly column: number } | null => {
  const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/i.exec(reference) ?? []
  if (letters === undefined || digits === undefined) return null
  const row = Number(digits)
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return row > MOST_ROWS || column > MOST_COLUMNS ? null : { row, column }
}

/**
 * One cell at the far end of a sheet of two cells makes a table of thousands of millions: a file of a kilobyte would take all
 * memory, and the page with it.
 */
export const reachesTooFar = (xml: Uint8Array): boolean => {
  let [rows, columns, last, wide, cells] = [0, 0, 0, 0, 0]
  const text = new TextDecoder('latin1').decode(xml)
  // Other parts name cells too, in any order.
  if (!/[<:]sheetData[\s/>]/.test(text)) return false
  for (const [tag] of text.matchAll(TAGS)) {
    const { reference, empty } = told(tag)
    if (reference === undefined) continue
    const place = placeOf(reference)
    if (!place) return true
    if (place.row !== last) {
      cells += wide
      wide = 0
      last = place.row
    }
    wide = Math.max(wide, place.column)
    if (place.column > 0 && !empty) {
      rows = Math.max(rows, place.row)
      columns = Math.max(columns, place.column)
    }
    if (cells + wide > MOST_CELLS || rows * columns > MOST_CELLS) return true
  }
  return false
}
