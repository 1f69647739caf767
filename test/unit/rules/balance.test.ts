import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { QUIET_AFTER, quietVoices, voiceShares } from '@core/rules/balance'

const voices = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), present: fc.integer({ min: 0, max: 20 }) }),
  { selector: ({ id }) => id, minLength: 1 },
)
const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone'), fc.integer({ min: 0, max: 50 }))
const asMap = (given: { readonly [id: string]: number }): Map<string, number> => new Map(Object.entries(given))

describe('voiceShares', () => {
  test('add up to one, or are not said at all', () => {
    fc.assert(
      fc.property(voices, counts, counts, (here, said, turns) => {
        const rows = voiceShares(here, asMap(said), asMap(turns))
        expect(rows.map((row) => row.voiceId)).toEqual(here.map((voice) => voice.id))
        for (const of of ['share', 'ofPeople'] as const) {
          const shares = rows.map((row) => row[of])
          const known = shares.filter((share) => share !== null)
          expect([0, shares.length]).toContain(known.length)
          if (known.length > 0) expect(known.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
        }
      }),
    )
  })

  test('count a turn like a card', () => {
    const here = [
      { id: 'a', present: 3 },
      { id: 'b', present: 1 },
    ]
    const rows = voiceShares(here, new Map([['a', 2]]), new Map([['b', 2]]))
    expect(rows.map(({ share, ofPeople }) => [share, ofPeople])).toEqual([
      [0.5, 0.75],
      [0.5, 0.25],
    ])
  })
})

describe('quietVoices', () => {
  const since = 1_000_000
  const heard = (at: { readonly [id: string]: number }) => ({
    since,
    voices: Object.entries(at).map(([voiceId, time]) => ({ voiceId, at: time, turns: 0 })),
  })

  test('name nobody before a quarter of an hour, and nobody of a voice under k', () => {
    fc.assert(
      fc.property(
        voices,
        fc.integer({ min: 0, max: 3 * QUIET_AFTER }),
        fc.integer({ min: 3, max: 6 }),
        (here, later, k) => {
          const now = since + later
          const quiet = quietVoices(here, heard({ a: since + later / 2 }), now, k)
          for (const { voiceId, forMs } of quiet) {
            expect(here.find((voice) => voice.id === voiceId)?.present).toBeGreaterThanOrEqual(k)
            expect(forMs).toBeGreaterThanOrEqual(QUIET_AFTER)
          }
          if (later < QUIET_AFTER) expect(quiet).toEqual([])
        },
      ),
    )
  })

  test('begin with the longest silence', () => {
    const here = ['a', 'b', 'c'].map((id) => ({ id, present: 4 }))
    const now = since + 2 * QUIET_AFTER
    const quiet = quietVoices(here, heard({ a: now - 1, b: now - QUIET_AFTER }), now, 3)
    expect(quiet.map(({ voiceId }) => voiceId)).toEqual(['c', 'b'])
    expect(quietVoices(here, null, now, 3)).toEqual([])
  })
})
