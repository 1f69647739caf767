import type { Cell, Grid } from './grid'
import { keyAt } from './grid'
import type { BoardIndex, ZoneItem } from './zone-index'

/** All in px of the scrolled surface; its origin is the corner above the row labels. look.md section 6 gives them. */
export const MEASURES = {
  rowLabel: 26,
  zoneWidth: 161,
  zoneGap: 7,
  zonePadding: 5,
  header: 46,
  cardGap: 5,
  /** Free at the end of every zone: room for the drop place, so that nothing below moves while dragging. */
  zoneFree: 42,
  zoneHeight: 120,
  /** Seven columns of the least width, and a thin scroll bar, fit beside the rail at 1440. */
  margin: 6,
} as const

export interface ZoneBox {
  readonly key: string
  readonly cell: Cell
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Top of each item from the top of the zone; one more entry for the end. */
  readonly tops: readonly number[]
}

export interface BoardGeometry {
  readonly width: number
  readonly height: number
  readonly columnWidth: number
  /** In the order of `cellsOf`: row by row. */
  readonly zones: readonly ZoneBox[]
  readonly columns: number
}

export interface GeometryInput {
  readonly grid: Grid
  readonly index: BoardIndex
  readonly viewWidth: number
  readonly viewHeight: number
  readonly heightOf: (item: ZoneItem, columnWidth: number) => number
  /** The height of the field for a new card, where one is open. */
  readonly draft: { readonly key: string; readonly at: number; readonly height: number } | null
}

const { rowLabel, zoneWidth, zoneGap, zonePadding, header, cardGap, zoneFree, zoneHeight, margin } = MEASURES

/** Where the first column begins: after the row labels, where there are any. */
export const columnsStart = (grid: Grid): number => margin + (grid.rows[0] === null ? 0 : rowLabel + zoneGap)

export const columnWidthFor = (grid: Grid, viewWidth: number): number => {
  const free = viewWidth - columnsStart(grid) - margin - (grid.columns.length - 1) * zoneGap
  return Math.max(zoneWidth, Math.floor(free / Math.max(1, grid.columns.length)))
}

const topsOf = (items: readonly ZoneItem[], input: GeometryInput, key: string, columnWidth: number): number[] => {
  const draft = input.draft?.key === key ? input.draft : null
  const tops: number[] = []
  let top: number = zonePadding
  items.forEach((item, at) => {
    if (draft?.at === at) top += draft.height + cardGap
    tops.push(top)
    top += input.heightOf(item, columnWidth) + cardGap
  })
  if (draft && draft.at >= items.length) top += draft.height + cardGap
  tops.push(top)
  return tops
}

/** Lays the zones out. A few hundredths of a millisecond per hundred cards: it runs at every change of a height. */
export const layOut = (input: GeometryInput): BoardGeometry => {
  const { grid, index, viewWidth, viewHeight } = input
  const columnWidth = columnWidthFor(grid, viewWidth)
  const left = columnsStart(grid)
  const tops = grid.rows.map((_, row) =>
    grid.columns.map((__, column) => {
      const key = keyAt(grid, { column, row })
      return topsOf(index.zones.get(key)?.items ?? [], input, key, columnWidth)
    }),
  )
  const needed = tops.map((row) => Math.max(zoneHeight, ...row.map((zone) => (zone.at(-1) ?? 0) + zoneFree)))
  const total = needed.reduce((sum, height) => sum + height + zoneGap, header + zoneGap) + margin - zoneGap
  const spare = Math.max(0, Math.floor((viewHeight - total) / Math.max(1, grid.rows.length)))
  const zones: ZoneBox[] = []
  let y: number = header + zoneGap
  needed.forEach((least, row) => {
    const height = least + spare
    grid.columns.forEach((_, column) => {
      const cell = { column, row }
      const x = left + column * (columnWidth + zoneGap)
      zones.push({ key: keyAt(grid, cell), cell, x, y, width: columnWidth, height, tops: tops[row]?.[column] ?? [] })
    })
    y += height + zoneGap
  })
  const width = left + grid.columns.length * (columnWidth + zoneGap) - zoneGap + margin
  return { width, height: y - zoneGap + margin, columnWidth, zones, columns: grid.columns.length }
}

export const zoneBox = (geometry: BoardGeometry, cell: Cell): ZoneBox | undefined =>
  geometry.zones[cell.row * geometry.columns + cell.column]

/** The last index whose top is not below `y`, by halving; tops rise. */
const indexAtTop = (tops: readonly number[], y: number): number => {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

export interface View {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Cards this far outside of the view are mounted too, px. */
const OVERSCAN = 320
/** Ranges begin and end at multiples of this, so that a scroll step seldom changes them. */
const STEP = 4

/** Which items of a zone are near the view: `from` up to, not including, `to`. */
export const rangeInView = (zone: ZoneBox, view: View): { readonly from: number; readonly to: number } => {
  const count = zone.tops.length - 1
  const beside = zone.x > view.left + view.width + OVERSCAN || zone.x + zone.width < view.left - OVERSCAN
  const above = view.top - OVERSCAN - zone.y
  const below = view.top + view.height + OVERSCAN - zone.y
  if (beside || count <= 0 || below < 0 || above > zone.height) return { from: 0, to: 0 }
  const from = Math.floor(indexAtTop(zone.tops, above) / STEP) * STEP
  const to = Math.ceil((indexAtTop(zone.tops, below) + 1) / STEP) * STEP
  return { from, to: Math.min(count, to) }
}

/** How many columns can be seen wholly: for "5 of 7 themes in view". */
export const columnsInView = (geometry: BoardGeometry, view: View): number => {
  let seen = 0
  for (const zone of geometry.zones.slice(0, geometry.columns)) {
    if (zone.x >= view.left - 1 && zone.x + zone.width <= view.left + view.width + 1) seen += 1
  }
  return seen
}
