import type { BoardGeometry, GeometryInput, ZoneBox } from './geometry'
import { draftIn, flowOf, lanesIn } from './geometry'
import { keyAt } from './grid'
import { MEASURES } from './measures'

const { margin, zoneName, zoneFree, ringEnd, ringPadding, ringLane, lane } = MEASURES

/** Between what a ring holds and the first row below it. */
const BELOW = 14

/**
 * Bands in each other with the first entry as the core in the middle. A band's cards stand above and below what it
 * holds, level and in reading order; its sides only close the ring.
 */
export const layOutRings = (input: GeometryInput): BoardGeometry => {
  const { grid, viewWidth, viewHeight } = input
  const count = grid.columns.length
  const least = 2 * ringPadding + ringLane
  const outer = Math.max(least + 2 * (count - 1) * MEASURES.ringSideLeast, viewWidth - 2 * margin)
  const room = Math.floor((outer - least) / Math.max(1, 2 * (count - 1)))
  const side = Math.max(MEASURES.ringSideLeast, Math.min(MEASURES.ringSide, room))
  const widthOf = (ring: number): number => outer - 2 * (count - 1 - ring) * side

  const build = (spare: number): { readonly zones: readonly ZoneBox[]; readonly height: number } => {
    const zones: ZoneBox[] = []
    let inside = 0
    for (let ring = 0; ring < count; ring += 1) {
      const cell = { column: ring, row: 0 }
      const key = keyAt(grid, cell)
      const isCore = ring === 0
      const width = widthOf(ring)
      const inset = isCore ? Math.max(ringPadding, Math.min(side, (width - ringLane) / 2)) : side
      const fit = lanesIn(width - 2 * inset, Math.min(lane, width - 2 * inset))
      const hole = isCore ? 0 : inside + zoneFree + BELOW
      const own = flowOf(input, cell, { ...fit, start: zoneName, hole })
      const bottom = own.tops.at(-1) ?? zoneName
      const split = own.splitAt >= 0
      // Without a lower half what is inside follows the only row, with room for what is dropped at its end.
      const holeTop = split ? (own.tops[own.splitAt] ?? 0) - inside - BELOW : Math.max(bottom, zoneName) + zoneFree
      const height = isCore
        ? Math.max(MEASURES.zoneHeight + 20, bottom + zoneFree) + spare
        : Math.max(split ? bottom + zoneFree : 0, holeTop + inside + ringEnd)
      for (const [at, zone] of zones.entries()) zones[at] = { ...zone, y: zone.y + holeTop }
      const x = margin + (count - 1 - ring) * side
      const box = { x, y: 0, width, height, inset, hole: split ? hole : 0, depth: count - 1 - ring }
      zones.push({ ...own, ...fit, ...box, start: zoneName, key, cell, draftAt: draftIn(input, key) })
      inside = height
    }
    return { zones: zones.map((zone) => ({ ...zone, y: zone.y + margin })), height: inside + 2 * margin }
  }

  const tight = build(0)
  const spare = Math.max(0, viewHeight - tight.height)
  const { zones, height } = spare > 0 ? build(spare) : tight
  return {
    drawn: grid.drawn,
    width: outer + 2 * margin,
    height,
    columnWidth: zones[0]?.laneWidth ?? 0,
    zones,
    columns: count,
    header: 0,
    side: margin,
    cross: null,
  }
}
