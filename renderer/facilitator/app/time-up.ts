import type { Step } from '@core/model/step'
import { stepSecondsLeft } from '@core/rules/step-clock'

/** Seconds left of each running step with a timer, by id. */
export type TimesLeft = ReadonlyMap<string, number>

export const timesLeft = (steps: Iterable<Step>, now: number): TimesLeft => {
  const times = new Map<string, number>()
  for (const step of steps) {
    const left = stepSecondsLeft(step, now)
    if (left !== null) times.set(step.id, left)
  }
  return times
}

/** After a longer gap the end was not heard but slept through (the lid was closed, a clock jumped): no sound then. */
const FRESH_SECONDS = 20

/** Whether a timer that was seen running has just run out. */
export const justEnded = (before: TimesLeft, now: TimesLeft): boolean =>
  [...now].some(([id, left]) => {
    const earlier = before.get(id)
    return earlier !== undefined && earlier > 0 && left <= 0 && left > -FRESH_SECONDS
  })
