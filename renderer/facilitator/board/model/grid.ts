import type { AxisEntry, Board } from '@core/model/board'
import type { Zone } from '@core/model/card'
import { drawnAs } from '@core/rules/drawn-as'
import type { Drawing } from '@core/rules/drawn-as'

/**
 * A board as columns and rows: the zones of every layout, however they are drawn. A board with one axis has one row
 * without a name.
 */
export interface Grid {
  readonly drawn: Drawing
  readonly columns: readonly AxisEntry[]
  readonly rows: readonly (AxisEntry | null)[]
}

export interface Cell {
  readonly column: number
  readonly row: number
}

/** Ids hold no slash, so that a key tells its parts apart. */
export const zoneKey = (zone: Zone): string => zone.join('/')
export const zoneOfKey = (key: string): string[] => key.split('/')

export const gridOf = (board: Board): Grid => ({
  drawn: drawnAs(board),
  columns: board.axes[0]?.entries ?? [],
  rows: board.axes[1]?.entries ?? [null],
})

export const zoneAt = (grid: Grid, { column, row }: Cell): string[] => {
  const first = grid.columns[column]
  const second = grid.rows[row]
  return [...(first ? [first.id] : []), ...(second ? [second.id] : [])]
}

export const keyAt = (grid: Grid, cell: Cell): string => zoneKey(zoneAt(grid, cell))

/** Where a zone lies; null when the board has no such zone (any more). */
export const cellOf = (grid: Grid, zone: Zone): Cell | null => {
  const column = grid.columns.findIndex((entry) => entry.id === zone[0])
  const row = grid.rows.findIndex((entry) => (entry === null ? zone.length === 1 : entry.id === zone[1]))
  return column < 0 || row < 0 ? null : { column, row }
}

/** All zones, row by row: the order in which the arrow keys and the tables walk over them. */
export const cellsOf = (grid: Grid): Cell[] =>
  grid.rows.flatMap((_, row) => grid.columns.map((__, column) => ({ column, row })))
