import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsInView, rangeInView } from '../../../renderer/facilitator/board/model/geometry'
import { MEASURES } from '../../../renderer/facilitator/board/model/measures'
import { boardWith, geometryOf, indexOf } from './fixture'

describe('the layout of zones', () => {
  test('zones never overlap and rows are as high as their fullest zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 20, max: 400 }), (cards, height) => {
        const { grid, tables } = boardWith(cards)
        const geometry = geometryOf(grid, indexOf(grid, tables.card.values()), () => height)
        for (const zone of geometry.zones) {
          expect(zone.height).toBeGreaterThanOrEqual((zone.tops.at(-1) ?? 0) + MEASURES.zoneFree)
          const below = geometry.zones.find(
            (other) => other.cell.column === zone.cell.column && other.cell.row === zone.cell.row + 1,
          )
          if (below) expect(below.y).toBe(zone.y + zone.height + MEASURES.zoneGap)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('seven themes of the least width and a scroll bar fit beside the rail at 1440', () => {
    const { grid, tables } = boardWith(30)
    const geometry = geometryOf(grid, indexOf(grid, tables.card.values()))
    const { rowLabel, zoneWidth, zoneGap, margin } = MEASURES
    expect(2 * margin + rowLabel + 7 * (zoneWidth + zoneGap)).toBeLessThanOrEqual(1224 - 10)
    expect(geometry.width).toBeLessThanOrEqual(1224)
    expect(columnsInView(geometry, { left: 0, top: 0, width: 1224, height: 600 })).toBe(7)
    expect(columnsInView(geometry, { left: 0, top: 0, width: 920, height: 600 })).toBe(5)
  })

  test('every card that the view touches is mounted, and few others', () => {
    const { grid, tables } = boardWith(3_000)
    const geometry = geometryOf(grid, indexOf(grid, tables.card.values()), (id) => 40 + (id.length % 4) * 30)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: geometry.height }), (top) => {
        const view = { left: 0, top, width: 1224, height: 660 }
        let mounted = 0
        for (const zone of geometry.zones) {
          const { from, to } = rangeInView(zone, view)
          mounted += to - from
          zone.tops.slice(0, -1).forEach((itemTop, at) => {
            const y = zone.y + itemTop
            const end = zone.y + (zone.tops[at + 1] ?? 0)
            const seen = end > top && y < top + view.height
            if (seen) expect(at >= from && at < to).toBe(true)
          })
        }
        expect(mounted).toBeLessThan(300)
      }),
      { numRuns: 40 },
    )
  })
})
