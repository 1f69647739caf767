import type { Drawing } from '@core/rules/drawn-as'
import { flow } from './flow'
import type { Flow } from './flow'
import type { Cell, Grid } from './grid'
import { keyAt } from './grid'
import { MEASURES } from './measures'
import type { BoardIndex, ZoneItem } from './zone-index'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A zone on the surface. Zones of rings lie in each other: the deeper one is on top. */
export interface ZoneBox extends Box, Flow {
  readonly key: string
  readonly cell: Cell
  readonly depth: number
  /** The cards lie in so many lanes of this width, the first `inset` px from the left edge. */
  readonly lanes: number
  readonly laneWidth: number
  readonly inset: number
  /** Top of the first row. */
  readonly start: number
  /** Index before which a field for a new card takes a place; -1 without one. */
  readonly draftAt: number
  /** How much further down the lower half of a ring begins. */
  readonly hole: number
}

export interface BoardGeometry {
  readonly drawn: Drawing
  readonly width: number
  readonly height: number
  readonly columnWidth: number
  /** In the order of `cellsOf`: row by row. */
  readonly zones: readonly ZoneBox[]
  readonly columns: number
  /** What stays in view over and beside the cards while scrolling. */
  readonly header: number
  readonly side: number
  /** Where the two axes of the quadrants cross. */
  readonly cross: { readonly x: number; readonly y: number } | null
}

export interface GeometryInput {
  readonly grid: Grid
  readonly index: BoardIndex
  readonly viewWidth: number
  readonly viewHeight: number
  readonly heightOf: (item: ZoneItem, laneWidth: number) => number
  /** The height of the field for a new card, where one is open. */
  readonly draft: { readonly key: string; readonly at: number; readonly height: number } | null
}

const { cardGap } = MEASURES

/** The lanes of a zone and what flows in them. */
export interface Lanes {
  readonly lanes: number
  readonly laneWidth: number
  readonly start: number
  readonly hole?: number
}

export const flowOf = (input: GeometryInput, cell: Cell, { lanes, laneWidth, start, hole = 0 }: Lanes): Flow => {
  const key = keyAt(input.grid, cell)
  const items = input.index.zones.get(key)?.items ?? []
  const heights = items.map((item) => input.heightOf(item, laneWidth))
  return flow({ heights, lanes, start, hole, draft: input.draft?.key === key ? input.draft : null })
}

export const draftIn = ({ draft }: GeometryInput, key: string): number => (draft?.key === key ? draft.at : -1)

/** As many lanes of the least width as fit, and how wide they get. */
export const lanesIn = (width: number, least: number): { readonly lanes: number; readonly laneWidth: number } => {
  const lanes = Math.max(1, Math.floor((width + cardGap) / (least + cardGap)))
  return { lanes, laneWidth: Math.floor((width + cardGap) / lanes) - cardGap }
}

export const zoneBox = (geometry: BoardGeometry, cell: Cell): ZoneBox | undefined =>
  geometry.zones[cell.row * geometry.columns + cell.column]

export const laneOf = (zone: ZoneBox, at: number): number =>
  (zone.draftAt >= 0 && at >= zone.draftAt ? at + 1 : at) % zone.lanes

/** Where an item lies on the surface; the place after the last one has no height. */
export const itemBox = (zone: ZoneBox, at: number): Box => {
  const top = zone.tops[at] ?? zone.start
  const x = zone.x + zone.inset + laneOf(zone, at) * (zone.laneWidth + cardGap)
  return { x, y: zone.y + top, width: zone.laneWidth, height: (zone.ends[at] ?? top) - top }
}

/** The last index whose top is not below `y`, by halving; tops never fall. */
export const indexAtTop = (tops: readonly number[], y: number): number => {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** The index of the first item of the row that `at` stands in. */
const rowStart = (zone: ZoneBox, at: number): number => at - (at % zone.lanes)

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

export const isNear = (box: Box, view: View): boolean =>
  box.x <= view.left + view.width + OVERSCAN &&
  box.x + box.width >= view.left - OVERSCAN &&
  box.y <= view.top + view.height + OVERSCAN &&
  box.y + box.height >= view.top - OVERSCAN

/** Which items of a zone are near the view: `from` up to, not including, `to`. Whole rows, so that lanes stay true. */
export const rangeInView = (zone: ZoneBox, view: View): { readonly from: number; readonly to: number } => {
  const count = zone.tops.length - 1
  if (count <= 0 || !isNear(zone, view)) return { from: 0, to: 0 }
  const step = STEP * zone.lanes
  const above = view.top - OVERSCAN - zone.y
  const below = view.top + view.height + OVERSCAN - zone.y
  // Where a field for a new card takes a place, the rows begin with another item: all above it stay mounted.
  const first = rowStart(zone, indexAtTop(zone.tops, above))
  const from = zone.lanes > 1 && zone.draftAt >= 0 ? 0 : Math.floor(first / step) * step
  const to = Math.ceil((indexAtTop(zone.tops, below) + 1) / step) * step
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
