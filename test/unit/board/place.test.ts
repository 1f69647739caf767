import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderBetween } from '@core/change/order'
import type { ArrowKey, DropPlace } from '../../../renderer/facilitator/board/model/place'
import {
  aimAt,
  beforeOf,
  emptyZoneId,
  itemsAt,
  restAt,
  spotOf,
  stepFocus,
  stepPlace,
} from '../../../renderer/facilitator/board/model/place'
import { zoneBox } from '../../../renderer/facilitator/board/model/geometry'
import { cellsOf } from '../../../renderer/facilitator/board/model/grid'
import { boardWith, geometryOf, indexOf } from './fixture'

const keys = fc.constantFrom<ArrowKey>('up', 'down', 'left', 'right')

describe('the drop place', () => {
  test('any point of the board is a place between two neighbours, and an order fits between them', () => {
    const { grid, tables } = boardWith(60)
    const index = indexOf(grid, tables.card.values())
    const heights = new Map<string, number>()
    const geometry = geometryOf(grid, index, (id) => heights.get(id) ?? 30 + (id.length % 5) * 40)
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 1300 }),
        fc.integer({ min: -50, max: 2000 }),
        fc.constantFrom(...tables.card.keys()),
        (x, y, id) => {
          const moving = new Set([id])
          const aim = aimAt(geometry, (cell) => itemsAt(grid, index, cell), moving, { x, y })
          if (!aim) throw new Error('no place')
          const rest = restAt(grid, index, aim.place.cell, moving)
          expect(aim.place.at).toBeGreaterThanOrEqual(0)
          expect(aim.place.at).toBeLessThanOrEqual(rest.length)
          const low = rest[aim.place.at - 1]?.order ?? null
          const high = rest[aim.place.at]?.order ?? null
          const order = orderBetween(low, high)
          if (low !== null) expect(order > low).toBe(true)
          if (high !== null) expect(order < high).toBe(true)
          expect(beforeOf(rest, aim.place.at)).toBe(rest[aim.place.at]?.id ?? null)
        },
      ),
    )
  })

  test('the upper half of a card is before it, the lower half after it', () => {
    const { grid, tables } = boardWith(60)
    const index = indexOf(grid, tables.card.values())
    const geometry = geometryOf(grid, index)
    for (const cell of cellsOf(grid)) {
      const zone = zoneBox(geometry, cell)
      if (!zone) throw new Error('no zone')
      itemsAt(grid, index, cell).forEach((item, at) => {
        const top = zone.y + (zone.tops[at] ?? 0)
        const aim = (y: number) =>
          aimAt(geometry, (one) => itemsAt(grid, index, one), new Set(), { x: zone.x + 20, y })?.place
        expect(aim(top + 5)).toEqual({ cell, at })
        expect(aim(top + 55)).toEqual({ cell, at: at + 1 })
        const middle = aimAt(geometry, (one) => itemsAt(grid, index, one), new Set(), { x: zone.x + 20, y: top + 31 })
        expect(middle?.over).toBe(item.id)
      })
    }
  })

  test('what is moved is never counted and never the thing to join', () => {
    const { grid, tables } = boardWith(21)
    const index = indexOf(grid, tables.card.values())
    const geometry = geometryOf(grid, index)
    const spot = spotOf(grid, index, 'card-0')
    const zone = spot && zoneBox(geometry, spot.cell)
    if (!spot || !zone) throw new Error('no card')
    const point = { x: zone.x + 10, y: zone.y + (zone.tops[spot.at] ?? 0) + 30 }
    const aim = aimAt(geometry, (cell) => itemsAt(grid, index, cell), new Set(['card-0']), point)
    expect(aim?.over).toBeNull()
    expect(aim?.place.cell).toEqual(spot.cell)
  })
})

describe('carrying by keyboard', () => {
  test('every walk stays on the board', () => {
    const { grid, tables } = boardWith(40)
    const index = indexOf(grid, tables.card.values())
    const geometry = geometryOf(grid, index)
    const count = (cell: DropPlace['cell']) => itemsAt(grid, index, cell).length
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 60 }), (walk) => {
        let place: DropPlace = { cell: { column: 3, row: 1 }, at: 0 }
        for (const key of walk) place = stepPlace({ grid, index, geometry }, new Set(), place, key)
        expect(place.cell.column).toBeGreaterThanOrEqual(0)
        expect(place.cell.column).toBeLessThan(7)
        expect(place.cell.row).toBeGreaterThanOrEqual(0)
        expect(place.cell.row).toBeLessThan(3)
        expect(place.at).toBeLessThanOrEqual(count(place.cell))
      }),
    )
  })

  test('down through the whole column passes every place of it once', () => {
    const { grid, tables } = boardWith(40)
    const index = indexOf(grid, tables.card.values())
    const geometry = geometryOf(grid, index)
    const count = (cell: DropPlace['cell']) => itemsAt(grid, index, cell).length
    const places = [0, 1, 2].reduce((sum, row) => sum + count({ column: 2, row }) + 1, 0)
    let place: DropPlace = { cell: { column: 2, row: 0 }, at: 0 }
    let steps = 1
    for (;;) {
      const next = stepPlace({ grid, index, geometry }, new Set(), place, 'down')
      if (next === place) break
      place = next
      steps += 1
    }
    expect(steps).toBe(places)
  })
})

describe('walking with the arrow keys', () => {
  test('goes through empty zones, so that a card can be added there', () => {
    const { grid } = boardWith(0)
    const index = indexOf(grid, [])
    const geometry = geometryOf(grid, index)
    const from = spotOf(grid, index, emptyZoneId('theme-0/level-0'))
    if (!from) throw new Error('no zone')
    expect(stepFocus(grid, index, geometry, from, 'right')).toBe(emptyZoneId('theme-1/level-0'))
    expect(stepFocus(grid, index, geometry, from, 'down')).toBe(emptyZoneId('theme-0/level-1'))
    expect(stepFocus(grid, index, geometry, from, 'up')).toBeNull()
  })

  test('down from the first and up from the last meet every card of a column', () => {
    const { grid, tables } = boardWith(63)
    const index = indexOf(grid, tables.card.values())
    const geometry = geometryOf(grid, index)
    const walk = (start: string, key: ArrowKey): string[] => {
      const seen = [start]
      for (;;) {
        const from = spotOf(grid, index, seen.at(-1) ?? '')
        const next = from && stepFocus(grid, index, geometry, from, key)
        if (!next) return seen
        seen.push(next)
      }
    }
    const column = [0, 1, 2].flatMap((row) => itemsAt(grid, index, { column: 4, row }).map((item) => item.id))
    const down = walk(column[0] ?? '', 'down').filter((id) => !id.startsWith('zone:'))
    const up = walk(column.at(-1) ?? '', 'up').filter((id) => !id.startsWith('zone:'))
    expect(down).toEqual(column)
    expect(up).toEqual(column.toReversed())
  })
})
