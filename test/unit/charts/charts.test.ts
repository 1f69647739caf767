import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barsSvg } from '@core/charts/bars-svg'
import { gapsSvg, lanes } from '@core/charts/gaps-svg'
import { escapeMarkup, roundTicks, wrapLabel } from '@core/charts/svg'
import { THEME_COLOURS } from '@core/charts/theme-colours'

const frame = { width: 660, colours: THEME_COLOURS.light, idPrefix: 'x-', sentence: 'What to see' }

describe('bars', () => {
  it('are as long as their values say, from zero', () => {
    const svg = barsSvg(
      [
        { label: 'a', value: 20, shown: '20', leads: true },
        { label: 'b', value: 10, shown: '10', leads: false },
        { label: 'c', value: 0, shown: '0', leads: false },
      ],
      frame,
    )
    const widths = [...svg.matchAll(/<rect x="\d+" y="[\d.]+" width="([\d.]+)"/g)].map((match) => Number(match[1]))
    expect(widths[0]).toBeCloseTo((widths[1] ?? 0) * 2, 0)
    expect(widths[2]).toBeLessThanOrEqual(1)
  })

  it('draw no bar for a figure that is held back, and name the chart', () => {
    const svg = barsSvg([{ label: 'a', value: null, shown: '–', leads: false }], frame)
    expect(svg).not.toContain('<rect')
    expect(svg).toContain('role="img" aria-label="What to see"')
  })
})

describe('gaps', () => {
  it('never lays a shape over another', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 2, maxLength: 8 }), (at) => {
        const lane = lanes(at, 14)
        for (let a = 0; a < at.length; a += 1) {
          for (let b = a + 1; b < at.length; b += 1) {
            if (lane[a] === lane[b])
              expect(Math.abs((at[a] ?? 0) - (at[b] ?? 0))).toBeGreaterThanOrEqual(14 * 1.1 - 1e-9)
          }
        }
      }),
    )
  })

  it('draws a shape for each voice and the gap at the end', () => {
    const svg = gapsSvg(
      [
        {
          label: 'Topic',
          shown: '29',
          points: [
            { look: 1, value: 5 },
            { look: 2, value: 34 },
            { look: 'joined', value: 20 },
          ],
        },
      ],
      frame,
    )
    expect(svg.match(/<path/g)).toHaveLength(4)
    expect(svg).toContain('>29</text>')
  })
})

describe('text in charts', () => {
  it('wraps within the lines it has and loses no beginning', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 40, max: 400 }), (label, width) => {
        const lines = wrapLabel(label, width, 14, 2)
        expect(lines.length).toBeLessThanOrEqual(2)
        const whole = label.split(/\s+/).filter(Boolean).join(' ')
        const first = (lines[0] ?? '').replaceAll(' ', '').replace(/\u2026$/, '')
        // A word that goes on below ends in a sign of its own.
        const begins = [first, first.replace(/-$/, '')].some((one) => whole.replaceAll(' ', '').startsWith(one))
        expect(begins).toBe(true)
      }),
    )
  })

  it('escapes what could act', () => {
    expect(escapeMarkup(`<a href="x" id='y'>&\u0000\uD800`)).toBe(
      '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;\uFFFD',
    )
  })

  it('has round ticks from zero that reach the greatest value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 10_000, noNaN: true }), (most) => {
        const ticks = roundTicks(most)
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most - 1e-6)
        expect(ticks.length).toBeLessThanOrEqual(7)
      }),
    )
  })
})
