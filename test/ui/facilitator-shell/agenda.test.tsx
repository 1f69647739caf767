import { describe, expect, test } from 'vitest'
import { clockFigures, stripTone } from '../../../renderer/facilitator/app/agenda'
import { justEnded, timesLeft } from '../../../renderer/facilitator/app/time-up'
import { usedPlaces } from '../../../renderer/facilitator/app/used-places'
import { aBoard, aStep } from '../../helpers/builders'

test('the figures of a timer', () => {
  expect([clockFigures(1_200), clockFigures(59.2), clockFigures(0), clockFigures(-120)]).toEqual([
    '20:00',
    '1:00',
    '0:00',
    '+2:00',
  ])
  expect(stripTone('calm')).toBe('ink')
})

describe('the sound at the end', () => {
  const START = '2026-03-02T09:00:00.000Z'
  const step = aStep({ startedAt: START, minutes: 20 })
  const left = (seconds: number) => timesLeft([step], Date.parse(START) + (20 * 60 - seconds) * 1000)

  test('is due once, when the time runs out before one’s eyes', () => {
    expect(justEnded(left(1), left(0))).toBe(true)
    expect(justEnded(left(0), left(-1))).toBe(false)
    expect(justEnded(left(30), left(29))).toBe(false)
  })

  test('is not made up for after the lid was closed, after a jump of the clock, or on opening late', () => {
    expect(justEnded(left(60), left(-3_600))).toBe(false)
    expect(justEnded(new Map(), left(-1))).toBe(false)
  })

  test('comes again after more time', () => {
    const more = { ...step, extraMinutes: 5 }
    const at = (seconds: number) => timesLeft([more], Date.parse(START) + (25 * 60 - seconds) * 1000)
    expect(justEnded(at(0.4), at(-0.1))).toBe(true)
  })
})

describe('the collections in sight', () => {
  const none = {
    boards: 0,
    votes: 0,
    dialogue: 0,
    decisions: 0,
    tasks: 0,
    questions: 0,
    projects: 0,
    indicators: 0,
    activities: 0,
    pulse: 0,
    notebook: 0,
    people: 0,
    lab: 0,
    report: 0,
  }

  test('are those of every session, those with something in them and those that are planned', () => {
    const plain = usedPlaces([], [], none)
    expect([plain.has('tasks'), plain.has('indicators'), plain.has('dialogue'), plain.has('pulse')]).toEqual([
      true,
      false,
      false,
      false,
    ])
    const planned = usedPlaces([aStep({ kind: 'pulse' })], [aBoard({ layout: 'rounds' })], { ...none, indicators: 2 })
    expect([planned.has('indicators'), planned.has('dialogue'), planned.has('pulse')]).toEqual([true, true, true])
  })
})
