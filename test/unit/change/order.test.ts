import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderBetween, ordersAfter, ordersBetween } from '@core/change/order'
import { seededRandom } from '../../helpers/builders'

const rising = (keys: readonly string[]): boolean => keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') < key)

describe('order keys', () => {
  test('3,000 appends stay short', () => {
    const keys = ordersAfter(null, 3_000)
    expect(rising(keys)).toBe(true)
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(10)
  })

  test('3,000 cards put in front of each other stay short', () => {
    let first: string | null = null
    for (let i = 0; i < 3_000; i += 1) {
      const next: string = orderBetween(null, first)
      if (first !== null) expect(next < first).toBe(true)
      first = next
    }
    expect(first?.length).toBeLessThanOrEqual(10)
  })

  test.each([
    ['before the same one', (list: string[]) => list.length - 1],
    ['after the same one', () => 1],
  ])('3,000 inserts %s stay far under the limit of 200', (_, at) => {
    const list = ['V', 'W']
    for (let i = 0; i < 3_000; i += 1) {
      const index = at(list)
      list.splice(index, 0, orderBetween(list[index - 1] ?? null, list[index] ?? null))
    }
    expect(rising(list)).toBe(true)
    expect(Math.max(...list.map((key) => key.length))).toBeLessThanOrEqual(16)
  })

  test('10,000 random inserts keep the order and never end in the lowest digit', () => {
    const random = seededRandom(7)
    const list: string[] = []
    for (let i = 0; i < 10_000; i += 1) {
      const index = Math.floor(random() * (list.length + 1))
      list.splice(index, 0, orderBetween(list[index - 1] ?? null, list[index] ?? null))
    }
    expect(rising(list)).toBe(true)
    expect(list.filter((key) => key.endsWith('0'))).toEqual([])
    expect(Math.max(...list.map((key) => key.length))).toBeLessThanOrEqual(40)
  })

  test('a key is strictly between any two keys', () => {
    const key = fc.array(fc.nat({ max: 9_999 }), { minLength: 1, maxLength: 60 }).map((places) => {
      const list: string[] = []
      for (const place of places) {
        const index = place % (list.length + 1)
        list.splice(index, 0, orderBetween(list[index - 1] ?? null, list[index] ?? null))
      }
      return list[(places[0] ?? 0) % list.length] ?? 'V'
    })
    fc.assert(
      fc.property(key, key, (a, b) => {
        fc.pre(a !== b)
        const [low, high] = a < b ? [a, b] : [b, a]
        const between = orderBetween(low, high)
        expect(low < between && between < high).toBe(true)
        expect(between.endsWith('0')).toBe(false)
      }),
    )
  })

  test('several keys fit between two', () => {
    const keys = ordersBetween('V', 'V1', 50)
    expect(rising(['V', ...keys, 'V1'])).toBe(true)
  })

  test('keys that nobody made here do not break anything', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (a, b) => {
        expect(typeof orderBetween(a, b)).toBe('string')
      }),
    )
  })
})
