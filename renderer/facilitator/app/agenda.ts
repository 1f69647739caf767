import type { Step } from '@core/model/step'
import { formatClock } from '../../shared/i18n/format'
import { stepSeconds, stepSecondsLeft, timeTone } from '../../shared/lib/step-time'

/** Pure figures about the agenda: what is next, how much time is left, when it ends. Times in milliseconds. */

export type StepClock = {
  readonly leftMs: number
  readonly paused: boolean
  readonly tone: 'ink' | 'warn' | 'bad'
  /** 0 to 1, how much of the time is left. */
  readonly share: number
}

const MINUTE = 60_000

export const stepMinutes = (step: Step): number => step.minutes + (step.extraMinutes ?? 0)

/** The timer of a running step; null where there is nothing to count. */
export const stepClock = (step: Step | undefined, now: number): StepClock | null => {
  const left = stepSecondsLeft(step, now)
  if (step === undefined || left === null) return null
  const whole = stepSeconds(step)
  const tone = timeTone(left, whole)
  return {
    leftMs: left * 1000,
    paused: step.pausedAt !== undefined,
    tone: tone === 'calm' ? 'ink' : tone,
    share: Math.max(0, left / whole),
  }
}

/** "18:24", over time "+2:05". */
export const clockFigures = (leftMs: number): string =>
  leftMs < 0 ? `+${formatClock(Math.floor(leftMs / 1000))}` : formatClock(Math.ceil(leftMs / 1000))

const plannedMs = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => (step.state === 'skipped' ? sum : sum + step.minutes * MINUTE), 0)

/** What is still to come of the running step and all waiting ones. A step over its time needs none. */
const remainingMs = (steps: readonly Step[], now: number): number =>
  steps.reduce((sum, step) => {
    if (step.state === 'waiting') return sum + stepMinutes(step) * MINUTE
    if (step.state === 'running') return sum + Math.max(0, stepSecondsLeft(step, now) ?? 0) * 1000
    return sum
  }, 0)

/** When the agenda ends if all goes on as planned from now. */
export const agendaEnd = (steps: readonly Step[], now: number): number => now + remainingMs(steps, now)

/** Further off the plan than this the session was simply not held as planned, and the figure says nothing. */
const MOST_OFF = 180

/** Minutes ahead of (positive) or behind (negative) the plan of the session's start; null before it runs. */
export const minutesAhead = (steps: readonly Step[], startedAt: string | undefined, now: number): number | null => {
  if (startedAt === undefined || !steps.some((step) => step.state === 'running')) return null
  const planned = Date.parse(startedAt) + plannedMs(steps)
  const ahead = (planned - agendaEnd(steps, now)) / MINUTE
  if (Math.abs(ahead) > MOST_OFF) return null
  // Whole minutes only: the moments between start and first step are no delay.
  return Math.trunc(ahead) + 0
}

/** The next step in order that nobody skipped or did already. */
export const nextStep = (steps: readonly Step[], currentId: string | undefined): Step | undefined => {
  const from = steps.findIndex((step) => step.id === currentId)
  return steps.slice(from + 1).find((step) => step.state === 'waiting')
}
