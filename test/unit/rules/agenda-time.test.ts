import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Step } from '@core/model/step'
import {
  agendaEnd,
  expectedTimes,
  groupBlock,
  groupMinutesAhead,
  minutesAhead,
  nextStep,
  plannedMinutes,
  plannedTimes,
  startedTogether,
} from '@core/rules/agenda-time'
import { aStep } from '../../helpers/builders'

const START = '2026-03-02T09:00:00.000Z'
const at = (minutes: number): number => Date.parse(START) + minutes * 60_000
const running = aStep({ id: 'one', state: 'running', startedAt: START, minutes: 20 })
const waiting = aStep({ id: 'two', state: 'waiting', minutes: 30 })

describe('the agenda', () => {
  test('ends when all that is left is done', () => {
    expect(agendaEnd([running, waiting], at(5))).toBe(at(50))
  })

  test('a step over its time pushes the end', () => {
    expect(agendaEnd([running, waiting], at(25))).toBe(at(55))
  })

  test.each([
    [25, -5],
    [10, 0],
    [20.5, 0],
  ])('after %d minutes is off by %d', (minutes, ahead) => {
    expect(minutesAhead([running, waiting], START, at(minutes))).toBe(ahead)
  })

  test('is ahead when a step ended early', () => {
    const done = aStep({ id: 'zero', state: 'done', minutes: 15 })
    expect(minutesAhead([done, { ...running, startedAt: new Date(at(10)).toISOString() }], START, at(12))).toBe(5)
  })

  test('says nothing of a session that was not held as planned', () => {
    expect(minutesAhead([running, waiting], START, at(3_000))).toBeNull()
    expect(minutesAhead([waiting], START, at(1))).toBeNull()
    expect(minutesAhead([running], 'never', at(1))).toBeNull()
  })

  test('goes on with the next step that waits', () => {
    const skipped = aStep({ id: 'skipped', state: 'skipped' })
    expect(nextStep([running, skipped, waiting], 'one')?.id).toBe('two')
    expect(nextStep([running, skipped], 'one')).toBeUndefined()
  })
})

const step = (id: string, minutes: number, fields: Partial<Step> = {}): Step =>
  aStep({ id, minutes, state: 'waiting', startedAt: undefined, ...fields })
const a = { groupId: 'a' }
const b = { groupId: 'b' }
const parted = [step('in', 10), step('a1', 20, a), step('b1', 30, b), step('a2', 20, a), step('out', 10)]

describe('parallel groups', () => {
  test('go on at the same time, and everybody waits for the slower one', () => {
    expect(plannedMinutes(parted)).toBe(60)
    expect(
      plannedTimes(parted, at(0)).map(({ stepId, from, to }) => [
        stepId,
        (from - at(0)) / 60_000,
        (to - at(0)) / 60_000,
      ]),
    ).toEqual([
      ['in', 0, 10],
      ['a1', 10, 30],
      ['b1', 10, 40],
      ['a2', 30, 50],
      ['out', 50, 60],
    ])
  })

  test('each is ahead or behind by itself', () => {
    const startedAt = new Date(at(10)).toISOString()
    const agenda = [
      step('in', 10, { state: 'done' }),
      step('a1', 20, { ...a, state: 'running', startedAt }),
      step('b1', 30, { ...b, state: 'running', startedAt }),
      step('a2', 20, a),
      step('out', 10),
    ]
    expect(groupMinutesAhead(agenda, 'a', at(36))).toBe(-6)
    expect(groupMinutesAhead(agenda, 'b', at(36))).toBe(0)
    expect(agendaEnd(agenda, at(36))).toBe(at(66))
    expect(groupBlock(agenda, 'a').map(({ id }) => id)).toEqual(['a1', 'a2'])
    expect(nextStep(agenda, 'a1')?.id).toBe('a2')
    expect(nextStep(agenda, 'b1')?.id).toBe('out')
  })

  test('part together', () => {
    const first = parted[1] ?? step('none', 0)
    expect(startedTogether(parted, first).map(({ id }) => id)).toEqual(['a1', 'b1'])
  })
})

const anySteps = fc.array(
  fc.record({
    minutes: fc.integer({ min: 0, max: 600 }),
    groupId: fc.constantFrom(undefined, 'a', 'b'),
    state: fc.constantFrom('waiting', 'waiting', 'done', 'skipped', 'running'),
    late: fc.integer({ min: -60, max: 900 }),
  }),
  { maxLength: 60 },
)

test('times never run backwards, and 60 steps of any kind have an end', () => {
  fc.assert(
    fc.property(anySteps, (list) => {
      const steps = list.map(({ minutes, groupId, state, late }, index) =>
        step(`s${index}`, minutes, {
          state,
          ...(groupId === undefined ? {} : { groupId }),
          ...(state === 'running' ? { startedAt: new Date(at(-late)).toISOString() } : {}),
        }),
      )
      const planned = plannedTimes(steps, at(0))
      for (const { from, to } of planned) expect(to).toBeGreaterThanOrEqual(from)
      const sum = steps.reduce((total, { minutes, state }) => total + (state === 'skipped' ? 0 : minutes), 0)
      expect(plannedMinutes(steps)).toBeLessThanOrEqual(sum)
      expect(agendaEnd(steps, at(0))).toBeGreaterThanOrEqual(at(0))
      const coming = expectedTimes(steps, at(0)).filter(({ stepId }) =>
        steps.some(({ id, state }) => id === stepId && state === 'waiting'),
      )
      for (const { from } of coming) expect(from).toBeGreaterThanOrEqual(at(0))
    }),
    { numRuns: 200 },
  )
})
