import type { BoardGeometry, ZoneBox } from './geometry'
import { MEASURES, zoneBox } from './geometry'
import type { Cell, Grid } from './grid'
import { cellOf, keyAt, zoneOfKey } from './grid'
import { findItem } from './zone-index'
import type { BoardIndex, ZoneItem } from './zone-index'

/** Where something is dropped: before the item `at` of the zone, counted without what is being moved. */
export interface DropPlace {
  readonly cell: Cell
  readonly at: number
  /** Put together with this item instead of beside it. */
  readonly onto?: string
}

export type ArrowKey = 'up' | 'down' | 'left' | 'right'

export const samePlace = (a: DropPlace | null, b: DropPlace | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.at === b.at &&
    a.onto === b.onto &&
    a.cell.column === b.cell.column &&
    a.cell.row === b.cell.row)

export const itemsAt = (grid: Grid, index: BoardIndex, cell: Cell): readonly ZoneItem[] =>
  index.zones.get(keyAt(grid, cell))?.items ?? []

/** The items of a zone without those that are being moved. */
export const restAt = (grid: Grid, index: BoardIndex, cell: Cell, moving: ReadonlySet<string>): readonly ZoneItem[] =>
  itemsAt(grid, index, cell).filter((item) => !moving.has(item.id))

/** The id before which the moved items go; null is the end of the zone. */
export const beforeOf = (rest: readonly ZoneItem[], at: number): string | null => rest[at]?.id ?? null

const nearestZone = (geometry: BoardGeometry, x: number, y: number): ZoneBox | undefined => {
  let best: ZoneBox | undefined
  let least = Number.POSITIVE_INFINITY
  for (const zone of geometry.zones) {
    const beside = Math.max(zone.x - x, x - zone.x - zone.width, 0)
    const beyond = Math.max(zone.y - y, y - zone.y - zone.height, 0)
    const distance = beside * beside + beyond * beyond
    if (distance < least) {
      least = distance
      best = zone
    }
  }
  return best
}

/** How much of an item's height at its middle means "put together", when the pointer rests there. */
const ONTO_SHARE = 0.5

export interface Aim {
  readonly place: DropPlace
  /** The item whose middle the point is over. */
  readonly over: string | null
}

/** The place under a point of the surface; between zones the nearest one. Reads nothing but the geometry. */
export const aimAt = (
  geometry: BoardGeometry,
  items: (cell: Cell) => readonly ZoneItem[],
  moving: ReadonlySet<string>,
  point: { readonly x: number; readonly y: number },
): Aim | null => {
  const zone = nearestZone(geometry, point.x, point.y)
  if (!zone) return null
  const inZone = point.y - zone.y
  let at = 0
  let over: string | null = null
  items(zone.cell).forEach((item, index) => {
    if (moving.has(item.id)) return
    const top = zone.tops[index] ?? 0
    const height = (zone.tops[index + 1] ?? top) - top - MEASURES.cardGap
    const middle = top + height / 2
    if (inZone > middle) at += 1
    if (Math.abs(inZone - middle) < (height * ONTO_SHARE) / 2) over = item.id
  })
  return { place: { cell: zone.cell, at }, over }
}

/** Where an item that is carried by keyboard goes next: one place up or down, one zone left or right. */
export const stepPlace = (
  grid: Grid,
  restCount: (cell: Cell) => number,
  place: DropPlace,
  key: ArrowKey,
): DropPlace => {
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
