import type { Drawing } from '@core/rules/drawn-as'
import { drawnAs } from '@core/rules/drawn-as'
import type { BoardPrint, PrintEntry, PrintItem } from '@core/report/board-print'
import type { Reader } from '@core/report/reader'

export type Paper = 'a4' | 'a3'

/** What can be printed on, in CSS px (96 to the inch), the paper laid across and its margins taken off. */
export const PAPER: { readonly [P in Paper]: { readonly width: number; readonly height: number } } = {
  a4: { width: 1032, height: 700 },
  a3: { width: 1496, height: 1028 },
}

/** In px as board-style.ts draws them; heights of words are estimated a little above what they need. */
export const PRINT = {
  head: 64,
  foot: 46,
  columnHead: 48,
  rowLabel: 112,
  gap: 8,
  padding: 6,
  /** Longer statements end in dots in the picture; the list has all of them. */
  mostLines: 14,
  column: 150,
  lane: 165,
  /** Narrower lanes, when only they let the whole picture stand on one page. */
  narrowLane: 132,
  zoneLeast: 46,
  ringSide: 26,
  ringHead: 32,
  ringEnd: 12,
} as const

const LETTER = 6.9
const LINE = 18
const CARD_SIDE = 40
const CARD_ENDS = 14
const CARD_GAP = 6
const PICTURE = 118
const CLUSTER_ENDS = 46

export type PrintZone = { readonly key: string; readonly items: readonly PrintItem[] }

/** One row of zones on a page; `part` counts from 0 where a row is too high for one page. */
export type PageRow = { readonly row: number; readonly part: number; readonly zones: readonly PrintZone[] }
export type BoardSheet = { readonly columns: readonly number[]; readonly rows: readonly PageRow[] }

/** `whole` is the picture of all zones on one page: a cross, or rings in each other; else sheets of rows and columns. */
export type FittedBoard = {
  readonly drawn: Drawing
  readonly columns: readonly PrintEntry[]
  readonly rows: readonly (PrintEntry | null)[]
  readonly whole: boolean
  /** Least width of a lane. */
  readonly lane: number
  readonly lanes: number
  readonly sheets: readonly BoardSheet[]
}

const linesOf = (text: string, width: number): number => {
  const letters = Math.max(6, Math.floor((width - CARD_SIDE) / LETTER))
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length + 2) / letters)), 0)
}

export const itemHeight = (item: PrintItem, width: number, reader: Reader): number => {
  if (item.kind === 'card') {
    const { card } = item
    const more = (card.picture ? PICTURE : 0) + (card.place ? LINE : 0)
    return Math.min(PRINT.mostLines, linesOf(reader.words(card.words), width)) * LINE + CARD_ENDS + CARD_GAP + more
  }
  const title = linesOf(reader.words(item.title), width) * LINE
  const cards = item.cards.reduce((sum, card) => sum + itemHeight({ kind: 'card', card }, width - 20, reader), 0)
  return title + CLUSTER_ENDS + cards
}

/** Items side by side in lanes: each row as high as its highest. */
const flowHeight = (items: readonly PrintItem[], lanes: number, width: number, reader: Reader): number => {
  const lane = (width - 2 * PRINT.padding) / lanes
  let height = 2 * PRINT.padding
  for (let at = 0; at < items.length; at += lanes) {
    height += Math.max(...items.slice(at, at + lanes).map((item) => itemHeight(item, lane, reader)))
  }
  return Math.max(PRINT.zoneLeast, height)
}

/** As many items from the front as fit the height, whole rows of lanes; never none. */
const fitting = (items: readonly PrintItem[], lanes: number, width: number, height: number, reader: Reader): number => {
  let count = 0
  while (count < items.length) {
    const next = Math.min(items.length, count + lanes)
    if (count > 0 && flowHeight(items.slice(0, next), lanes, width, reader) > height) break
    count = next
  }
  return count
}

const chunks = (count: number, most: number): number[][] => {
  const pages = Math.ceil(count / most)
  const size = Math.ceil(count / Math.max(1, pages))
  return Array.from({ length: pages }, (_, page) =>
    Array.from({ length: Math.min(size, count - page * size) }, (__, at) => page * size + at),
  )
}

type Fit = {
  readonly zone: (column: number, row: number) => PrintZone
  readonly rows: number
  readonly lanes: number
  readonly width: number
  readonly room: number
  readonly reader: Reader
}

/** Rows of some columns on as many pages as they need; a row stays whole where a page can hold it. */
const sheetsOf = (columns: readonly number[], fit: Fit): BoardSheet[] => {
  const { lanes, width, room, reader } = fit
  const sheets: PageRow[][] = []
  let page: PageRow[] = []
  let used = 0
  const turn = (): void => {
    if (page.length > 0) sheets.push(page)
    page = []
    used = 0
  }
  for (let row = 0; row < fit.rows; row += 1) {
    let zones = columns.map((column) => fit.zone(column, row))
    const heightOf = (): number =>
      Math.max(...zones.map((zone) => flowHeight(zone.items, lanes, width, reader))) + PRINT.gap
    if (used + heightOf() > room) turn()
    for (let part = 0; ; part += 1) {
      const height = heightOf()
      if (height <= room) {
        page.push({ row, part, zones })
        used += height
        break
      }
      const counts = zones.map((zone) => fitting(zone.items, lanes, width, room - PRINT.gap, reader))
      const some = zones.map((zone, at) => ({ ...zone, items: zone.items.slice(0, counts[at]) }))
      const rest = zones.map((zone, at) => ({ ...zone, items: zone.items.slice(counts[at]) }))
      page.push({ row, part, zones: some })
      turn()
      if (rest.every((zone) => zone.items.length === 0)) break
      zones = rest
    }
  }
  turn()
  return sheets.map((rows) => ({ columns, rows }))
}

export const lanesIn = (width: number, lane: number): number =>
  Math.max(1, Math.floor((width - 2 * PRINT.padding) / lane))

type Sizes = { readonly paper: Paper; readonly reader: Reader; readonly lane: number }

/** Inner width of a ring, from the core (0) outwards. */
export const ringWidth = (paper: Paper, count: number, at: number): number =>
  PAPER[paper].width - 2 * (count - at) * PRINT.ringSide

/** The rings in each other need the height of all bands one above the other, each in its own width. */
const ringsFit = (print: BoardPrint, entries: readonly PrintEntry[], { paper, reader, lane }: Sizes): boolean => {
  const needed = entries.reduce((sum, entry, at) => {
    const own = ringWidth(paper, entries.length, at)
    const items = print.zones.get(entry.id) ?? []
    return sum + flowHeight(items, lanesIn(own, lane), own, reader) + PRINT.ringHead + PRINT.ringEnd
  }, 0)
  return needed <= PAPER[paper].height - PRINT.head - PRINT.foot
}

const keyed = (print: BoardPrint, ids: readonly (string | undefined)[]): PrintZone => {
  const key = ids.filter((id) => id !== undefined).join('/')
  return { key, items: print.zones.get(key) ?? [] }
}

const fitRings = (print: BoardPrint, sizes: Sizes): FittedBoard => {
  const { paper, reader, lane } = sizes
  const rows = print.axes[0]?.entries ?? []
  const width = PAPER[paper].width - PRINT.rowLabel
  const room = PAPER[paper].height - PRINT.head - PRINT.foot
  const lanes = lanesIn(width, lane)
  const whole = ringsFit(print, rows, sizes)
  const zone = (_: number, row: number): PrintZone => keyed(print, [rows[row]?.id])
  const sheets = whole ? [] : sheetsOf([0], { zone, rows: rows.length, lanes, width, room, reader })
  return { drawn: 'rings', columns: [], rows, whole, lane, lanes, sheets }
}

const fitGrid = (print: BoardPrint, drawn: Drawing, { paper, reader, lane }: Sizes): FittedBoard => {
  const { width, height } = PAPER[paper]
  const [first, second] = print.axes
  const isCross = drawn === 'quadrants'
  const columns = first?.entries ?? []
  const rows = second?.entries ?? [null]
  const side = rows[0] === null ? 0 : isCross ? PRINT.rowLabel * 1.5 + 3 * PRINT.gap : PRINT.rowLabel
  const most = Math.max(1, Math.floor((width - side + PRINT.gap) / (PRINT.column + PRINT.gap)))
  const pages = chunks(columns.length, isCross ? 2 : most)
  const perPage = Math.max(1, ...pages.map((page) => page.length))
  const columnWidth = (width - side - (perPage - 1) * PRINT.gap) / perPage
  const lanes = isCross ? lanesIn(columnWidth, lane) : 1
  const zone = (column: number, row: number): PrintZone => keyed(print, [columns[column]?.id, rows[row]?.id])
  const room = height - PRINT.head - PRINT.foot - PRINT.columnHead
  const sheets = pages.flatMap((page) =>
    sheetsOf(page, { zone, rows: rows.length, lanes, width: columnWidth, room, reader }),
  )
  return { drawn, columns, rows, whole: isCross && sheets.length === 1, lane, lanes, sheets }
}

/** Zones on pages: what belongs together stays together where it fits, and nothing is made smaller. */
export const fitBoard = (print: BoardPrint, paper: Paper, reader: Reader): FittedBoard => {
  const drawn = drawnAs(print)
  const fit = (lane: number): FittedBoard =>
    drawn === 'rings' ? fitRings(print, { paper, reader, lane }) : fitGrid(print, drawn, { paper, reader, lane })
  const wide = fit(PRINT.lane)
  if (wide.whole || drawn === 'grid' || drawn === 'rounds') return wide
  const narrow = fit(PRINT.narrowLane)
  return narrow.whole ? narrow : wide
}
