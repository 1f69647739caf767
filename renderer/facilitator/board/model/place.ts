import { nextByEye } from './by-eye'
import type { Seen } from './by-eye'
import type { BoardGeometry, ZoneBox } from './geometry'
import { indexAtTop, itemBox, zoneBox } from './geometry'
import type { Cell, Grid } from './grid'
import { cellOf, keyAt, zoneOfKey } from './grid'
import { findItem } from './zone-index'
import type { BoardIndex, ZoneItem } from './zone-index'

/** What the walk over a board reads. */
export interface BoardState {
  readonly grid: Grid
  readonly index: BoardIndex
  readonly geometry: BoardGeometry
}

/** Where something is dropped: before the item `at` of the zone, counted without what is being moved. */
export interface DropPlace {
  readonly cell: Cell
  readonly at: number
  /** Put together with this item instead of beside it. */
  readonly onto?: string
  /** The pointer has left the board: dropped there, it goes back. */
  readonly outside?: true
}

export type ArrowKey = 'up' | 'down' | 'left' | 'right'

export const samePlace = (a: DropPlace | null, b: DropPlace | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.at === b.at &&
    a.onto === b.onto &&
    a.outside === b.outside &&
    a.cell.column === b.cell.column &&
    a.cell.row === b.cell.row)

export const itemsAt = (grid: Grid, index: BoardIndex, cell: Cell): readonly ZoneItem[] =>
  index.zones.get(keyAt(grid, cell))?.items ?? []

/** The items of a zone without those that are being moved. */
export const restAt = (grid: Grid, index: BoardIndex, cell: Cell, moving: ReadonlySet<string>): readonly ZoneItem[] =>
  itemsAt(grid, index, cell).filter((item) => !moving.has(item.id))

/** The id before which the moved items go; null is the end of the zone. */
export const beforeOf = (rest: readonly ZoneItem[], at: number): string | null => rest[at]?.id ?? null

/** The zone under a point; of rings in each other the inner one, between zones the nearest. */
export const zoneUnder = (geometry: BoardGeometry, x: number, y: number): ZoneBox | undefined => {
  let best: ZoneBox | undefined
  let least = Number.POSITIVE_INFINITY
  for (const zone of geometry.zones) {
    const beside = Math.max(zone.x - x, x - zone.x - zone.width, 0)
    const beyond = Math.max(zone.y - y, y - zone.y - zone.height, 0)
    const distance = beside * beside + beyond * beyond
    if (distance < least || (distance === least && best !== undefined && zone.depth > best.depth)) {
      least = distance
      best = zone
    }
  }
  return best
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** How much of an item's height at its middle means "put together", when the pointer rests there. */
const ONTO_SHARE = 0.5

export interface Aim {
  readonly place: DropPlace
  /** The item whose middle the point is over. */
  readonly over: string | null
}

interface RowUnder {
  readonly top: number
  readonly bottom: number
}

/** The row of cards side by side that a height of the zone lies in or below. */
const rowUnder = (zone: ZoneBox, y: number): RowUnder => {
  const last = indexAtTop(zone.tops, y)
  const top = zone.tops[last] ?? zone.start
  let bottom = top
  for (let at = last; at >= 0 && zone.tops[at] === top; at -= 1) bottom = Math.max(bottom, zone.ends[at] ?? top)
  return { top, bottom }
}

/** In one lane the upper half of an item is before it; side by side it is the left half, in the row under the point. */
const isPassed = (zone: ZoneBox, at: number, point: Point, row: RowUnder | null): boolean => {
  const box = itemBox(zone, at)
  if (row === null) return point.y > box.y + box.height / 2
  const top = zone.tops[at] ?? 0
  if (top !== row.top) return top < row.top
  return point.y - zone.y > row.bottom || point.x > box.x + box.width / 2
}

/** The place under a point of the surface; between zones the nearest one. Reads nothing but the geometry. */
export const aimAt = (
  geometry: BoardGeometry,
  items: (cell: Cell) => readonly ZoneItem[],
  moving: ReadonlySet<string>,
  point: Point,
): Aim | null => {
  const zone = zoneUnder(geometry, point.x, point.y)
  if (!zone) return null
  const row = zone.lanes > 1 ? rowUnder(zone, point.y - zone.y) : null
  let at = 0
  let over: string | null = null
  items(zone.cell).forEach((item, index) => {
    if (moving.has(item.id)) return
    if (isPassed(zone, index, point, row)) at += 1
    const box = itemBox(zone, index)
    const isUpright = Math.abs(point.y - box.y - box.height / 2) < (box.height * ONTO_SHARE) / 2
    const isLevel = zone.lanes === 1 || Math.abs(point.x - box.x - box.width / 2) < (box.width * ONTO_SHARE) / 2
    if (isUpright && isLevel) over = item.id
  })
  return { place: { cell: zone.cell, at }, over }
}

/** Where an item that is carried by keyboard goes next: one place up or down, one zone left or right. */
const stepInGrid = (grid: Grid, restCount: (cell: Cell) => number, place: DropPlace, key: ArrowKey): DropPlace => {
  const { column, row } = place.cell
  switch (key) {
    case 'up':
      if (place.at > 0) return { cell: place.cell, at: place.at - 1 }
      if (row === 0) return place
      return { cell: { column, row: row - 1 }, at: restCount({ column, row: row - 1 }) }
    case 'down':
      if (place.at < restCount(place.cell)) return { cell: place.cell, at: place.at + 1 }
      return row + 1 < grid.rows.length ? { cell: { column, row: row + 1 }, at: 0 } : place
    case 'left':
    case 'right': {
      const to = { column: column + (key === 'left' ? -1 : 1), row }
      if (to.column < 0 || to.column >= grid.columns.length) return place
      return { cell: to, at: Math.min(place.at, restCount(to)) }
    }
  }
}

/** The places of the board as the eye sees them: before each item that stays, and at the end of each zone. */
const placesSeen = (grid: Grid, index: BoardIndex, geometry: BoardGeometry, moving: ReadonlySet<string>): Seen[] =>
  geometry.zones.flatMap((zone) => {
    const items = itemsAt(grid, index, zone.cell)
    const seen: Seen[] = []
    items.forEach((item, one) => {
      if (!moving.has(item.id)) seen.push({ cell: zone.cell, at: seen.length, ...itemBox(zone, one) })
    })
    return [...seen, { cell: zone.cell, at: seen.length, ...itemBox(zone, items.length) }]
  })

/**
 * Where an item that is carried by keyboard goes next: in columns one place up or down and one zone left or right; in
 * quadrants and rings to the place beside, above or below as the eye sees it.
 */
export const stepPlace = (
  { grid, index, geometry }: BoardState,
  moving: ReadonlySet<string>,
  place: DropPlace,
  key: ArrowKey,
): DropPlace => {
  if (grid.drawn === 'grid' || grid.drawn === 'rounds') {
    return stepInGrid(grid, (cell) => restAt(grid, index, cell, moving).length, place, key)
  }
  const next = nextByEye(grid.drawn, placesSeen(grid, index, geometry, moving), place, key)
  return next ? { cell: next.cell, at: next.at } : place
}

/** What stands for an empty zone in the walk of the arrow keys. */
export const emptyZoneId = (key: string): string => `zone:${key}`
export const zoneOfEmptyId = (id: string): string | null => (id.startsWith('zone:') ? id.slice(5) : null)

export interface Spot {
  readonly cell: Cell
  readonly at: number
}

/** Where the walk stands: on an item, or on an empty zone. */
export const spotOf = (grid: Grid, index: BoardIndex, id: string): Spot | null => {
  const empty = zoneOfEmptyId(id)
  if (empty !== null) {
    const cell = cellOf(grid, zoneOfKey(empty))
    return cell && { cell, at: 0 }
  }
  const found = findItem(grid, index, id)
  return found && { cell: found.cell, at: found.at }
}

/** The next thing for the arrow keys: along the zone, then on to the next zone. Null at the edge of the board. */
export const stepFocus = (
  grid: Grid,
  index: BoardIndex,
  geometry: BoardGeometry,
  from: Spot,
  key: ArrowKey,
): string | null => {
  const { cell, at } = from
  if (grid.drawn === 'quadrants' || grid.drawn === 'rings') {
    const next = nextByEye(grid.drawn, itemsSeen(grid, index, geometry), from, key)
    return next && (itemsAt(grid, index, next.cell)[next.at]?.id ?? emptyZoneId(keyAt(grid, next.cell)))
  }
  if (key === 'left' || key === 'right') {
    const to = { column: cell.column + (key === 'left' ? -1 : 1), row: cell.row }
    return to.column < 0 || to.column >= grid.columns.length ? null : nearestIn(grid, index, geometry, from, to)
  }
  const step = key === 'up' ? -1 : 1
  const own = itemsAt(grid, index, cell)[at + step]
  if (own) return own.id
  const to = { column: cell.column, row: cell.row + step }
  if (to.row < 0 || to.row >= grid.rows.length) return null
  const items = itemsAt(grid, index, to)
  return (key === 'up' ? items.at(-1) : items[0])?.id ?? emptyZoneId(keyAt(grid, to))
}

/** The items of the board as the eye sees them, and what stands for each empty zone. */
const itemsSeen = (grid: Grid, index: BoardIndex, geometry: BoardGeometry): Seen[] =>
  geometry.zones.flatMap((zone) => {
    const count = Math.max(1, itemsAt(grid, index, zone.cell).length)
    return Array.from({ length: count }, (_, at) => ({ cell: zone.cell, at, ...itemBox(zone, at) }))
  })

/** The item of another zone that stands at the same height. */
const nearestIn = (grid: Grid, index: BoardIndex, geometry: BoardGeometry, from: Spot, to: Cell): string => {
  const height = zoneBox(geometry, from.cell)?.tops[from.at] ?? 0
  const tops = zoneBox(geometry, to)?.tops ?? []
  let best = emptyZoneId(keyAt(grid, to))
  let least = Number.POSITIVE_INFINITY
  itemsAt(grid, index, to).forEach((item, at) => {
    const distance = Math.abs((tops[at] ?? 0) - height)
    if (distance >= least) return
    least = distance
    best = item.id
  })
  return best
}

/** Where the keys go when these items are gone: the next one of the zone, the one before, or the empty zone. */
export const neighbourOf = (grid: Grid, index: BoardIndex, ids: readonly string[]): string | null => {
  const spot = spotOf(grid, index, ids[0] ?? '')
  if (!spot) return null
  const items = itemsAt(grid, index, spot.cell)
  const stays = (item: ZoneItem): boolean => !ids.includes(item.id)
  const next = items.slice(spot.at).find(stays) ?? items.slice(0, spot.at).findLast(stays)
  return next?.id ?? emptyZoneId(keyAt(grid, spot.cell))
}

/** All items in walking order, for choosing a stretch with Shift. */
export const walkOrder = (grid: Grid, index: BoardIndex): string[] =>
  grid.columns.flatMap((_, column) =>
    grid.rows.flatMap((__, row) => itemsAt(grid, index, { column, row }).map((item) => item.id)),
  )
