import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLocked, stepClock } from '@core/rules/step-clock'
import { aContext, aDocument, aStep } from '../../helpers/builders'
import { act } from '../../helpers/outcomes'

const START = Date.parse('2026-03-02T09:00:00.000Z')
const at = (minutes: number): number => START + minutes * 60_000
const iso = (ms: number): string => new Date(ms).toISOString()
const running = aStep({ startedAt: iso(START), minutes: 20 })

describe('the timer of a step', () => {
  test.each([
    [0, 1_200, 'calm'],
    [15.9, 246, 'calm'],
    [16, 240, 'warn'],
    [19, 60, 'bad'],
    [22, -120, 'bad'],
  ])('after %d minutes of 20 has %d seconds left, %s', (minutes, left, tone) => {
    expect(stepClock(running, at(minutes))).toMatchObject({ left, tone, over: left <= 0 })
  })

  test('counts nothing where there are no minutes, and locks nothing', () => {
    const open = aStep({ startedAt: iso(START), minutes: 0, lockAtEnd: true })
    expect(stepClock(open, at(600))).toBeNull()
    expect(isLocked(open, at(600))).toBe(false)
    expect(stepClock({ ...running, state: 'done' }, at(1))).toBeNull()
    expect(stepClock(undefined, at(1))).toBeNull()
  })

  test('a clock that was put back before the start leaves the whole time, not more', () => {
    expect(stepClock(running, at(-500))).toMatchObject({ left: 1_200, share: 1, over: false })
  })

  test('a start that is no time counts as just now', () => {
    expect(stepClock({ ...running, startedAt: 'yesterday' }, at(5))?.left).toBe(1_200)
  })

  test('locks only where that was chosen, only at the end, and opens again with more time', () => {
    const locking = { ...running, lockAtEnd: true }
    expect(isLocked(locking, at(19.9))).toBe(false)
    expect(isLocked(locking, at(20))).toBe(true)
    expect(isLocked(running, at(25))).toBe(false)
    expect(isLocked({ ...locking, extraMinutes: 10 }, at(25))).toBe(false)
    expect(isLocked({ ...locking, pausedAt: iso(at(10)) }, at(90))).toBe(false)
  })
})

const minutes = fc.integer({ min: 0, max: 600 })
const deeds = fc.array(
  fc.record({
    wait: fc.integer({ min: -90_000, max: 4_000_000 }),
    deed: fc.constantFrom('pause', 'go', 'more', 'look'),
  }),
  { maxLength: 20 },
)

test('whatever is paused and added, and however the clock jumps, the figures stay sound', () => {
  fc.assert(
    fc.property(minutes, fc.boolean(), deeds, (length, lockAtEnd, list) => {
      let now = START
      const tables = aDocument(aStep({ startedAt: iso(START), minutes: length, lockAtEnd }))
      for (const [index, { wait, deed }] of list.entries()) {
        now += wait
        const before = stepClock(tables.step.get('step-1'), now)
        const context = aContext(index, now)
        if (deed === 'pause' || deed === 'go')
          act(tables, 'step.pause', { id: 'step-1', paused: deed === 'pause' }, context)
        const extra = tables.step.get('step-1')?.extraMinutes ?? 0
        if (deed === 'more' && extra < 500) act(tables, 'step.extend', { id: 'step-1', minutes: 5 }, context)
        const clock = stepClock(tables.step.get('step-1'), now)
        if (!clock) continue
        expect(clock.left).toBeLessThanOrEqual(clock.whole)
        expect(clock.share).toBeGreaterThanOrEqual(0)
        expect(clock.locked).toBe(lockAtEnd && clock.left <= 0)
        // More time is always to be had: at least the minutes that were given.
        if (deed === 'more' && extra < 500) expect(clock.left).toBeGreaterThan(Math.min(299, (before?.left ?? 0) + 299))
        if (deed === 'more' && extra < 500) expect(clock.locked).toBe(false)
      }
    }),
    { numRuns: 200 },
  )
})
