import type { Drawing } from '@core/rules/drawn-as'
import type { Box } from './geometry'
import type { Cell } from './grid'
import type { ArrowKey } from './place'

/** A place or an item with where it lies on the surface. */
export interface Seen extends Box {
  readonly cell: Cell
  readonly at: number
}

const isSame = (a: Cell, b: Cell): boolean => a.column === b.column && a.row === b.row

/** Rows that differ by less than this stand side by side, px. */
const LEVEL = 1

/** Of those with the least distance in one direction the one with the least in the other. */
const nearest = (list: readonly Seen[], far: (one: Seen) => number, then: (one: Seen) => number): Seen | null => {
  let best: Seen | null = null
  for (const one of list) {
    if (best === null) best = one
    else {
      const step = far(one) - far(best)
      if (step < -LEVEL || (Math.abs(step) <= LEVEL && then(one) < then(best))) best = one
    }
  }
  return best
}

/**
 * The next place or item for an arrow key, where cards stand side by side. Up and down: the next row, in quadrants in
 * the same half of the cross. Left and right: along the row, then over to the other half; in rings on to the next row.
 */
export const nextByEye = (
  drawn: Drawing,
  seen: readonly Seen[],
  from: { readonly cell: Cell; readonly at: number },
  key: ArrowKey,
): Seen | null => {
  const here = seen.find((one) => isSame(one.cell, from.cell) && one.at === from.at)
  if (!here) return null
  if (key === 'up' || key === 'down') {
    const sign = key === 'up' ? -1 : 1
    const beyond = seen.filter(
      (one) => (one.y - here.y) * sign > LEVEL && (drawn === 'rings' || one.cell.column === from.cell.column),
    )
    const down = (one: Seen): number => Math.abs(one.y - here.y)
    return nearest(beyond, down, (one) => Math.abs(one.x - here.x))
  }
  const sign = key === 'left' ? -1 : 1
  const along = seen.find(
    (one) =>
      isSame(one.cell, from.cell) &&
      one.at === from.at + sign &&
      (drawn === 'rings' || Math.abs(one.y - here.y) <= LEVEL),
  )
  if (along || drawn === 'rings') return along ?? null
  const beside = seen.filter((one) => one.cell.row === from.cell.row && one.cell.column === from.cell.column + sign)
  return nearest(
    beside,
    (one) => Math.abs(one.y - here.y),
    (one) => Math.abs(one.x - here.x),
  )
}
