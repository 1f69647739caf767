import { describe, expect, test } from 'vitest'
import { readIndicator } from '@core/rules/indicator'
import { anIndicator } from '../../helpers/builders'

const measured = (...values: number[]) => values.map((value, index) => ({ value, on: `2026-0${index + 1}-01` }))

describe('reading an indicator', () => {
  test('from the baseline to the newest measurement', () => {
    const reading = readIndicator(
      anIndicator({ baseline: { value: 17, on: '2025-09-01' }, measurements: measured(14, 10), better: 'down' }),
    )
    expect(reading).toMatchObject({ change: 'fell', verdict: 'better', first: { value: 17 }, last: { value: 10 } })
    expect(reading.points.map(({ value }) => value)).toEqual([17, 14, 10])
  })

  test('one figure alone is no change', () => {
    expect(readIndicator(anIndicator({ measurements: measured(14) }))).toMatchObject({ change: 'once', last: null })
    expect(readIndicator(anIndicator())).toMatchObject({ change: 'none', verdict: null, reached: null })
  })

  test('a baseline without a day is not a point of the line, but the beginning of the sentence', () => {
    const reading = readIndicator(anIndicator({ baseline: { value: 3 }, measurements: measured(5) }))
    expect(reading.points).toHaveLength(1)
    expect(reading).toMatchObject({ change: 'rose', first: { value: 3 } })
  })

  test.each([
    ['up', 40, 42, true],
    ['up', 40, 39, false],
    ['down', 10, 10, true],
    ['down', 10, 11, false],
  ] as const)('better %s: a target of %i with %i is reached: %s', (better, target, value, reached) => {
    const indicator = anIndicator({ better, target: { value: target }, measurements: measured(value) })
    expect(readIndicator(indicator).reached).toBe(reached)
  })

  test('without a direction, the way to the target is the good one', () => {
    const indicator = anIndicator({ baseline: { value: 17 }, target: { value: 10 }, measurements: measured(9) })
    expect(readIndicator(indicator)).toMatchObject({ verdict: null, reached: true })
  })
})
