import type { BoardGeometry, GeometryInput, ZoneBox } from './geometry'
import { draftIn, flowOf, lanesIn } from './geometry'
import { cellsOf, keyAt } from './grid'
import { MEASURES } from './measures'

const { margin, crossBand, crossGap, zonePadding, zoneName, zoneFree, lane } = MEASURES

/**
 * One cross of two axes; in its four fields cards stand side by side. The first entry of the second axis is on top, as
 * in a matrix.
 */
export const layOutQuadrants = (input: GeometryInput): BoardGeometry => {
  const { grid, viewWidth, viewHeight } = input
  const width = Math.max(MEASURES.quadrantWidth, Math.floor((viewWidth - 2 * margin - crossGap) / 2))
  const fit = lanesIn(width - 2 * zonePadding, lane)
  const lanes = { ...fit, start: zoneName }
  const cells = cellsOf(grid)
  const flows = cells.map((cell) => flowOf(input, cell, lanes))
  const needed = [0, 1].map((line) =>
    Math.max(
      MEASURES.quadrantHeight,
      ...flows.flatMap((own, at) => (cells[at]?.row === line ? [(own.tops.at(-1) ?? 0) + zoneFree] : [])),
    ),
  )
  const total = 3 * crossBand + (needed[0] ?? 0) + (needed[1] ?? 0)
  const spare = Math.max(0, Math.floor((viewHeight - total) / 2))
  const heights = needed.map((height) => height + spare)
  const second = crossBand + (heights[0] ?? 0) + crossBand
  const zones = cells.map((cell, at): ZoneBox => {
    const key = keyAt(grid, cell)
    const line = cell.row
    return {
      ...(flows[at] ?? { tops: [lanes.start], ends: [], splitAt: -1 }),
      ...lanes,
      key,
      cell,
      depth: 0,
      x: margin + cell.column * (width + crossGap),
      y: line === 0 ? crossBand : second,
      width,
      height: heights[line] ?? 0,
      inset: zonePadding,
      hole: 0,
      draftAt: draftIn(input, key),
    }
  })
  return {
    drawn: grid.drawn,
    width: 2 * margin + 2 * width + crossGap,
    height: second + (heights[1] ?? 0) + crossBand,
    columnWidth: fit.laneWidth,
    zones,
    columns: grid.columns.length,
    header: crossBand,
    side: margin,
    cross: { x: margin + width + crossGap / 2, y: crossBand + (heights[0] ?? 0) + crossBand / 2 },
  }
}
