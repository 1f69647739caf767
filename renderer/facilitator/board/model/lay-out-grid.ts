import type { BoardGeometry, GeometryInput, ZoneBox } from './geometry'
import { draftIn, flowOf } from './geometry'
import type { Grid } from './grid'
import { keyAt } from './grid'
import { MEASURES } from './measures'

const { rowLabel, zoneGap, zonePadding, zoneFree, zoneHeight, margin } = MEASURES

const hasRows = (grid: Grid): boolean => grid.rows[0] !== null
const isRounds = (grid: Grid): boolean => grid.drawn === 'rounds'
const gapOf = (grid: Grid): number => (isRounds(grid) ? MEASURES.roundGap : zoneGap)

/** Where the first column begins: after the row labels, where there are any. */
const columnsStart = (grid: Grid): number => margin + (hasRows(grid) ? rowLabel + zoneGap : 0)

export const columnWidthFor = (grid: Grid, viewWidth: number): number => {
  const columns = Math.max(1, grid.columns.length)
  const free = viewWidth - columnsStart(grid) - margin - (columns - 1) * gapOf(grid)
  return Math.max(isRounds(grid) ? MEASURES.roundWidth : MEASURES.zoneWidth, Math.floor(free / columns))
}

/** Columns, a matrix, and the numbered columns of rounds: one lane a zone, rows as high as their fullest zone. */
export const layOutGrid = (input: GeometryInput): BoardGeometry => {
  const { grid, viewWidth, viewHeight } = input
  const header = isRounds(grid) ? MEASURES.roundHeader : MEASURES.header
  const columnWidth = columnWidthFor(grid, viewWidth)
  const laneWidth = columnWidth - 2 * zonePadding
  const gap = gapOf(grid)
  const left = columnsStart(grid)
  const lanes = { lanes: 1, laneWidth, start: zonePadding }
  const flows = grid.rows.map((_, row) => grid.columns.map((__, column) => flowOf(input, { column, row }, lanes)))
  const needed = flows.map((row) => Math.max(zoneHeight, ...row.map((zone) => (zone.tops.at(-1) ?? 0) + zoneFree)))
  const total = needed.reduce((sum, height) => sum + height + zoneGap, header + zoneGap) + margin - zoneGap
  const spare = Math.max(0, Math.floor((viewHeight - total) / Math.max(1, grid.rows.length)))
  const zones: ZoneBox[] = []
  let y: number = header + zoneGap
  needed.forEach((least, row) => {
    const height = least + spare
    flows[row]?.forEach((own, column) => {
      const cell = { column, row }
      const key = keyAt(grid, cell)
      const x = left + column * (columnWidth + gap)
      const box = { x, y, width: columnWidth, height, inset: zonePadding, hole: 0, depth: 0 }
      zones.push({ ...own, ...lanes, ...box, key, cell, draftAt: draftIn(input, key) })
    })
    y += height + zoneGap
  })
  return {
    drawn: grid.drawn,
    width: left + grid.columns.length * (columnWidth + gap) - gap + margin,
    height: y - zoneGap + margin,
    columnWidth,
    zones,
    columns: grid.columns.length,
    header,
    side: hasRows(grid) ? margin + rowLabel + zoneGap : margin,
    cross: null,
  }
}
