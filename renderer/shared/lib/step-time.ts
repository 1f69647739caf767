import type { Step } from '@core/model/step'

/** Seconds left of a running step by the host's clock; negative when over time; null without a timer. */
export const stepSecondsLeft = (step: Step | undefined, now: number): number | null => {
  if (!step || step.state !== 'running' || step.startedAt === undefined || step.minutes === 0) return null
  const until = step.pausedAt === undefined ? now : Date.parse(step.pausedAt)
  const gone = (until - Date.parse(step.startedAt)) / 1000 - (step.pausedSeconds ?? 0)
  return stepSeconds(step) - gone
}

/** The whole length of a step, what was added included. */
export const stepSeconds = (step: Step): number => (step.minutes + (step.extraMinutes ?? 0)) * 60

/** When to warn: a fifth, then a twentieth of the time is left. */
export const timeTone = (left: number, whole: number): 'calm' | 'warn' | 'bad' =>
  left <= whole * 0.05 ? 'bad' : left <= whole * 0.2 ? 'warn' : 'calm'
