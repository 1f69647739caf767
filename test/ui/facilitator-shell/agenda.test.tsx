import { describe, expect, test } from 'vitest'
import { agendaEnd, clockFigures, minutesAhead, nextStep, stepClock } from '../../../renderer/facilitator/app/agenda'
import { aStep } from '../../helpers/builders'

const START = '2026-03-02T09:00:00.000Z'
const at = (minutes: number): number => Date.parse(START) + minutes * 60_000
const running = aStep({ id: 'one', state: 'running', startedAt: START, minutes: 20 })
const waiting = aStep({ id: 'two', state: 'waiting', minutes: 30 })

describe('the timer of a step', () => {
  test.each([
    [0, '20:00', 'ink'],
    [15.9, '4:06', 'ink'],
    [16, '4:00', 'warn'],
    [19, '1:00', 'bad'],
    [22, '+2:00', 'bad'],
  ])('after %d minutes of 20 shows %s in %s', (minutes, figures, tone) => {
    const clock = stepClock(running, at(minutes))
    expect(clock && clockFigures(clock.leftMs)).toBe(figures)
    expect(clock?.tone).toBe(tone)
  })

  test('stands still while paused and counts what was added', () => {
    const paused = { ...running, pausedAt: new Date(at(5)).toISOString(), extraMinutes: 5 }
    expect(stepClock(paused, at(60))?.leftMs).toBe(20 * 60_000)
  })

  test('is silent for a step that does not run', () => {
    expect(stepClock(waiting, at(0))).toBeNull()
    expect(stepClock(undefined, at(0))).toBeNull()
  })
})

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
  })

  test('goes on with the next step that waits', () => {
    const skipped = aStep({ id: 'skipped', state: 'skipped' })
    expect(nextStep([running, skipped, waiting], 'one')?.id).toBe('two')
    expect(nextStep([running, skipped], 'one')).toBeUndefined()
  })
})
