import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Axis, Board, Layout } from '@core/model/board'
import type { Card } from '@core/model/card'
import { drawnAs, fittingLayouts, layoutFits, MOST_RINGS } from '@core/rules/drawn-as'
import type { Box, ZoneBox } from '../../../renderer/facilitator/board/model/geometry'
import { itemBox, rangeInView, zoneBox } from '../../../renderer/facilitator/board/model/geometry'
import { cellsOf, gridOf, keyAt, zoneAt } from '../../../renderer/facilitator/board/model/grid'
import type { ArrowKey, DropPlace } from '../../../renderer/facilitator/board/model/place'
import {
  aimAt,
  emptyZoneId,
  itemsAt,
  restAt,
  spotOf,
  stepFocus,
  stepPlace,
  zoneUnder,
} from '../../../renderer/facilitator/board/model/place'
import { geometryOf, indexOf } from './fixture'

const LAYOUTS: readonly Layout[] = ['columns', 'matrix', 'quadrants', 'rings', 'rounds']

const axis = (id: string, count: number): Axis => ({
  id,
  label: { text: id },
  entries: Array.from({ length: count }, (_, at) => ({ id: `${id}-${at}`, label: { text: `${id} ${at}` } })),
})

const boardOf = (layout: Layout, first: number, second: number): Board => ({
  type: 'board',
  id: 'board-1',
  order: 'a',
  label: { text: 'Board' },
  layout,
  axes: layout === 'matrix' || layout === 'quadrants' ? [axis('a', first), axis('b', second)] : [axis('a', first)],
})

/** Cards spread by their number over the zones of a board, with heights that differ. */
const filled = (board: Board, count: number) => {
  const grid = gridOf(board)
  const cells = cellsOf(grid)
  const cards = Array.from({ length: count }, (_, at): Card => {
    const cell = cells[(at * 7 + Math.floor(at / 5)) % cells.length] ?? { column: 0, row: 0 }
    const order = `m${String(at).padStart(4, '0')}`
    const common = { type: 'card', source: 'facilitator', held: false, revealed: true, quote: 'none' } as const
    return { ...common, id: `card-${at}`, boardId: 'board-1', zone: zoneAt(grid, cell), order, text: 'Words' }
  })
  const index = indexOf(grid, cards)
  const geometry = geometryOf(grid, index, (id) => 40 + (id.length % 3) * 30)
  return { grid, index, geometry, cards }
}

const boards = fc
  .record({
    layout: fc.constantFrom(...LAYOUTS),
    first: fc.integer({ min: 1, max: 7 }),
    second: fc.integer({ min: 1, max: 4 }),
    two: fc.boolean(),
  })
  // Half of the quadrants are real ones.
  .map(({ layout, first, second, two }) =>
    layout === 'quadrants' && two ? boardOf(layout, 2, 2) : boardOf(layout, first, second),
  )

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const allBoxes = ({ index, geometry }: ReturnType<typeof filled>): { id: string; zone: ZoneBox; box: Box }[] =>
  geometry.zones.flatMap((zone) =>
    (index.zones.get(zone.key)?.items ?? []).map((item, at) => ({ id: item.id, zone, box: itemBox(zone, at) })),
  )

describe('every layout', () => {
  test('gives each card exactly one place, in its own zone, that overlaps no other', () => {
    fc.assert(
      fc.property(boards, fc.integer({ min: 0, max: 60 }), (board, count) => {
        const state = filled(board, count)
        const boxes = allBoxes(state)
        expect(boxes.map(({ id }) => id).toSorted()).toEqual(state.cards.map((card) => card.id).toSorted())
        for (const { zone, box } of boxes) {
          expect(within(box, zone)).toBe(true)
          expect(zoneUnder(state.geometry, box.x + box.width / 2, box.y + box.height / 2)?.key).toBe(zone.key)
        }
        boxes.forEach((one, at) => {
          for (const other of boxes.slice(at + 1)) expect(overlap(one.box, other.box)).toBe(false)
        })
      }),
      { numRuns: 120 },
    )
  })

  test('drops where the point is: in the zone under it, and on a card before or after that card', () => {
    fc.assert(
      fc.property(boards, fc.integer({ min: 1, max: 40 }), (board, count) => {
        const state = filled(board, count)
        const items = (cell: DropPlace['cell']) => itemsAt(state.grid, state.index, cell)
        for (const zone of state.geometry.zones) {
          items(zone.cell).forEach((_, at) => {
            const box = itemBox(zone, at)
            const lead = aimAt(state.geometry, items, new Set(), { x: box.x + 3, y: box.y + 3 })
            const trail = { x: box.x + box.width - 3, y: box.y + box.height - 3 }
            expect(lead?.place).toEqual({ cell: zone.cell, at })
            expect(aimAt(state.geometry, items, new Set(), trail)?.place).toEqual({ cell: zone.cell, at: at + 1 })
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  test('mounts every card that the view touches', () => {
    fc.assert(
      fc.property(boards, fc.integer({ min: 100, max: 400 }), fc.nat(3_000), (board, count, top) => {
        const state = filled(board, count)
        const view = { left: 0, top, width: 1224, height: 660 }
        for (const zone of state.geometry.zones) {
          const { from, to } = rangeInView(zone, view)
          expect(from % zone.lanes).toBe(0)
          itemsAt(state.grid, state.index, zone.cell).forEach((_, at) => {
            const box = itemBox(zone, at)
            const seen = box.y + box.height > top && box.y < top + view.height && box.x < 1224
            if (seen) expect(at >= from && at < to).toBe(true)
          })
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('keys on every layout', () => {
  const keys = fc.constantFrom<ArrowKey>('up', 'down', 'left', 'right')

  test('every walk of a carried card stays on the board', () => {
    fc.assert(
      fc.property(boards, fc.array(keys, { maxLength: 40 }), (board, walk) => {
        const state = filled(board, 20)
        const moving = new Set(['card-0'])
        let place: DropPlace = { cell: { column: 0, row: 0 }, at: 0 }
        for (const key of walk) place = stepPlace(state, moving, place, key)
        expect(zoneBox(state.geometry, place.cell)).toBeDefined()
        expect(place.at).toBeGreaterThanOrEqual(0)
        expect(place.at).toBeLessThanOrEqual(restAt(state.grid, state.index, place.cell, moving).length)
      }),
      { numRuns: 100 },
    )
  })

  test('every card and every empty zone can be reached with the arrow keys', () => {
    fc.assert(
      fc.property(boards, fc.integer({ min: 0, max: 25 }), (board, count) => {
        const state = filled(board, count)
        const { grid, index, geometry } = state
        const idAt = (cell: DropPlace['cell']): string =>
          itemsAt(grid, index, cell)[0]?.id ?? emptyZoneId(keyAt(grid, cell))
        const reached = new Set([idAt({ column: 0, row: 0 })])
        for (const id of reached) {
          const from = spotOf(grid, index, id)
          if (!from) throw new Error('no spot')
          for (const key of ['up', 'down', 'left', 'right'] as const) {
            const next = stepFocus(grid, index, geometry, from, key)
            if (next !== null) reached.add(next)
          }
        }
        for (const card of state.cards) expect(reached.has(card.id)).toBe(true)
        for (const cell of cellsOf(grid)) expect(reached.has(idAt(cell))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('quadrants', () => {
  test('the first entry of the second axis is on top, as in a matrix', () => {
    const { geometry } = filled(boardOf('quadrants', 2, 2), 8)
    const at = (column: number, row: number): Box =>
      zoneBox(geometry, { column, row }) ?? { x: 0, y: 0, width: 0, height: 0 }
    expect(at(1, 0).x).toBeGreaterThan(at(0, 0).x)
    expect(at(0, 1).y).toBeGreaterThan(at(0, 0).y)
    expect(geometry.cross?.x).toBeGreaterThan(at(0, 0).x + at(0, 0).width)
  })

  test('with more than two entries on an axis are a matrix', () => {
    expect(gridOf(boardOf('quadrants', 2, 2)).drawn).toBe('quadrants')
    expect(gridOf(boardOf('quadrants', 3, 2)).drawn).toBe('grid')
    expect(gridOf(boardOf('quadrants', 2, 1)).drawn).toBe('grid')
  })
})

describe('rings', () => {
  test('lie in each other, with the first entry in the middle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST_RINGS }), fc.integer({ min: 0, max: 80 }), (rings, count) => {
        const { geometry } = filled(boardOf('rings', rings, 0), count)
        geometry.zones.forEach((zone, at) => {
          const around = geometry.zones[at + 1]
          if (around) expect(within(zone, around)).toBe(true)
        })
      }),
      { numRuns: 40 },
    )
  })

  test('more than fit are drawn as columns', () => {
    expect(drawnAs(boardOf('rings', MOST_RINGS + 1, 0))).toBe('grid')
  })
})

describe('a layout', () => {
  test('fits a board with as many axes', () => {
    expect(fittingLayouts(1)).toEqual(['columns', 'rings', 'rounds'])
    expect(fittingLayouts(2)).toEqual(['matrix', 'quadrants'])
    expect(layoutFits('rounds', 2)).toBe(false)
  })
})
