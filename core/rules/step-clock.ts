import type { Step } from '../model/step'

/** All that a clock reads of a step. */
export type Timed = Pick<
  Step,
  'state' | 'minutes' | 'extraMinutes' | 'startedAt' | 'pausedAt' | 'pausedSeconds' | 'lockAtEnd'
>

export type TimeTone = 'calm' | 'warn' | 'bad'

export type StepClock = {
  /** Negative when over time. Never more than `whole`, also when a clock was put back. */
  readonly left: number
  readonly whole: number
  /** How much of the time is left, 0 to 1. */
  readonly share: number
  readonly tone: TimeTone
  readonly paused: boolean
  readonly over: boolean
  /** Nothing more is taken from phones. */
  readonly locked: boolean
}

/** The length of a step in seconds, what was added included. */
export const stepSeconds = (step: Pick<Timed, 'minutes' | 'extraMinutes'>): number =>
  (step.minutes + (step.extraMinutes ?? 0)) * 60

/** When to warn: a fifth, then a twentieth of the time is left. */
export const timeTone = (left: number, whole: number): TimeTone =>
  left <= whole * 0.05 ? 'bad' : left <= whole * 0.2 ? 'warn' : 'calm'

/** Seconds a running step has taken, pauses left out. A clock that was put back gives 0, never a time before the start. */
export const secondsGone = (step: Timed, now: number): number => {
  const from = Date.parse(step.startedAt ?? '')
  const until = step.pausedAt === undefined ? now : Date.parse(step.pausedAt)
  const gone = (until - from) / 1000 - (step.pausedSeconds ?? 0)
  return Number.isFinite(gone) ? Math.max(0, gone) : 0
}

/** Seconds left of a running step by the host's clock; negative when over time; null without a timer. */
export const stepSecondsLeft = (step: Timed | undefined, now: number): number | null => {
  if (step?.state !== 'running' || step.startedAt === undefined || stepSeconds(step) === 0) return null
  return stepSeconds(step) - secondsGone(step, now)
}

/** The timer of a running step; null where there is nothing to count: not running, or no minutes given. */
export const stepClock = (step: Timed | undefined, now: number): StepClock | null => {
  const left = stepSecondsLeft(step, now)
  if (step === undefined || left === null) return null
  const whole = stepSeconds(step)
  return {
    left,
    whole,
    share: Math.min(1, Math.max(0, left / whole)),
    tone: timeTone(left, whole),
    paused: step.pausedAt !== undefined,
    over: left <= 0,
    locked: step.lockAtEnd === true && left <= 0,
  }
}

/** Whether the end of the timer has shut the step for phones. More time opens it again. */
export const isLocked = (step: Timed | undefined, now: number): boolean => stepClock(step, now)?.locked ?? false
