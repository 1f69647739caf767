import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VOICE_LOOK_IDS, VOICE_LOOKS } from '@core/charts/voice-looks'
import { patternId, patternSvg } from '@core/charts/voice-patterns'
import { shapePath } from '@core/charts/voice-shapes'

/** The corners of a path without curves: every pair that ends a command. */
const points = (path: string): readonly (readonly [number, number])[] =>
  [...path.matchAll(/[ML]([-\d.]+) ([-\d.]+)|A[-\d.]+ [-\d.]+ \d \d \d ([-\d.]+) ([-\d.]+)/g)].map(
    ([, x, y, arcX, arcY]) => [Number(x ?? arcX), Number(y ?? arcY)] as const,
  )

describe('shapePath', () => {
  it('gives every voice its own outline', () => {
    const outlines = VOICE_LOOK_IDS.map((id) => shapePath(VOICE_LOOKS[id].shape, 8, 8, 16))
    expect(new Set(outlines).size).toBe(VOICE_LOOK_IDS.length)
  })

  it('stays within its box, give or take a twelfth, wherever it stands', () => {
    const place = fc.integer({ min: -500, max: 500 })
    fc.assert(
      fc.property(
        fc.constantFrom(...VOICE_LOOK_IDS),
        place,
        place,
        fc.integer({ min: 8, max: 200 }),
        (id, cx, cy, size) => {
          const reach = size * (0.5 + 1 / 12)
          for (const [x, y] of points(shapePath(VOICE_LOOKS[id].shape, cx, cy, size))) {
            expect(Math.abs(x - cx)).toBeLessThanOrEqual(reach)
            expect(Math.abs(y - cy)).toBeLessThanOrEqual(reach)
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it('fills at least half of its box from side to side', () => {
    for (const id of VOICE_LOOK_IDS) {
      const xs = points(shapePath(VOICE_LOOKS[id].shape, 0, 0, 16)).map(([x]) => x)
      expect(Math.max(...xs) - Math.min(...xs), String(id)).toBeGreaterThan(11)
    }
  })
})

describe('patternSvg', () => {
  const colours = { fill: '#111111', second: '#EEEEEE' }

  it('gives every voice its own pattern under its own id', () => {
    const patterns = VOICE_LOOK_IDS.map((id) => patternSvg(id, 'p', colours))
    const figures = patterns.map((pattern) => pattern.replace(/id="[^"]*"/, ''))
    expect(new Set(figures).size).toBe(VOICE_LOOK_IDS.length)
    for (const [index, id] of VOICE_LOOK_IDS.entries()) expect(patterns[index]).toContain(`id="${patternId(id, 'p')}"`)
  })

  it('draws in the two colours it was given, and voice 1 in one', () => {
    for (const id of VOICE_LOOK_IDS) {
      const used = new Set([...patternSvg(id, 'p', colours).matchAll(/fill="([^"]+)"/g)].map(([, fill]) => fill))
      expect(used, String(id)).toEqual(new Set(id === 1 ? ['#111111'] : ['#111111', '#EEEEEE']))
    }
  })
})
