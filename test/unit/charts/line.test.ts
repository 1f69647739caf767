import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namedPoints, valueRange } from '@core/charts/line-scale'
import { lineSvg } from '@core/charts/line-svg'
import { THEME_COLOURS } from '@core/charts/theme-colours'

const frame = { width: 660, colours: THEME_COLOURS.light, idPrefix: 'x-', sentence: 'It fell' }
const point = (day: string, value: number) => ({ day, value, shown: String(value), name: day })

describe('a line over time', () => {
  test('higher values stand higher, later days further right', () => {
    const svg = lineSvg({ points: [point('2026-01-01', 17), point('2026-02-01', 14), point('2026-04-01', 10)] }, frame)
    const dots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map((match) => [
      Number(match[1]),
      Number(match[2]),
    ])
    expect(dots.map(([x]) => x)).toEqual(dots.map(([x]) => x).toSorted((a = 0, b = 0) => a - b))
    expect(dots.map(([, y]) => y)).toEqual(dots.map(([, y]) => y).toSorted((a = 0, b = 0) => a - b))
    // Two months are twice as wide as one.
    const [a = [], b = [], c = []] = dots
    expect(((c[0] ?? 0) - (b[0] ?? 0)) / ((b[0] ?? 0) - (a[0] ?? 0))).toBeCloseTo(59 / 31, 1)
  })

  test('target and baseline are named, and words are made inert', () => {
    const svg = lineSvg(
      {
        points: [point('2026-01-01', 1)],
        target: { value: 4, name: '<b>target' },
        baseline: { value: 2, name: 'from' },
      },
      frame,
    )
    expect(svg).toContain('&lt;b&gt;target')
    expect(svg).toContain('stroke-dasharray')
    expect(svg).not.toContain('<b>')
  })

  test('everything that is drawn fits between the ends', () => {
    const value = fc.double({ min: -1000, max: 1000, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), value, value, (values, target, baseline) => {
        const line = {
          points: values.map((one) => point('2026-01-01', one)),
          target: { value: target, name: '' },
          baseline: { value: baseline, name: '' },
        }
        const [least, most] = valueRange(line)
        expect(most).toBeGreaterThan(least)
        for (const one of [...values, target, baseline]) expect(one >= least && one <= most).toBe(true)
      }),
    )
  })

  test('names keep their distance; the first and the last are always there', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 40 }), (places) => {
        const at = places.toSorted((a, b) => a - b)
        const named = [...namedPoints(at, 80)].toSorted((a, b) => a - b)
        expect(named[0]).toBe(0)
        expect(named.at(-1)).toBe(at.length - 1)
        for (let index = 1; index < named.length - 1; index += 1) {
          expect((at[named[index] ?? 0] ?? 0) - (at[named[index - 1] ?? 0] ?? 0)).toBeGreaterThanOrEqual(80)
        }
      }),
    )
  })
})
