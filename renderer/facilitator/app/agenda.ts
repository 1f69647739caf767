import type { Step } from '@core/model/step'

/** Pure figures about the agenda: what is next, how much time is left, when it ends. Times in milliseconds. */

export type StepClock = {
  readonly leftMs: number
  readonly totalMs: number
  readonly paused: boolean
  readonly tone: 'ink' | 'warn' | 'bad'
  /** 0 to 1, how much of the time is left. */
  readonly share: number
}

const MINUTE = 60_000

export const stepMinutes = (step: Step): number => step.minutes + (step.extraMinutes ?? 0)

const elapsedMs = (step: Step, now: number): number => {
  if (step.startedAt === undefined) return 0
  const until = step.pausedAt === undefined ? now : Date.parse(step.pausedAt)
  return Math.max(0, until - Date.parse(step.startedAt) - (step.pausedSeconds ?? 0) * 1000)
}

/** The timer of a running step; null where there is nothing to count. */
export const stepClock = (step: Step | undefined, now: number): StepClock | null => {
  if (step === undefined || step.state !== 'running') return null
  const totalMs = stepMinutes(step) * MINUTE
  const leftMs = totalMs - elapsedMs(step, now)
  const share = totalMs > 0 ? Math.max(0, leftMs / totalMs) : 0
  const tone = share <= 0.05 ? 'bad' : share <= 0.2 ? 'warn' : 'ink'
  return { leftMs, totalMs, paused: step.pausedAt !== undefined, tone, share }
}

/** "18:24", over time "+2:05", from an hour on "1:02:00". */
export const clockFigures = (leftMs: number): string => {
  const seconds = Math.abs(leftMs < 0 ? Math.floor(leftMs / 1000) : Math.ceil(leftMs / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const figures =
    minutes < 60
      ? `${minutes}:${two(seconds % 60)}`
      : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
  return leftMs < 0 ? `+${figures}` : figures
}

const plannedMs = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => (step.state === 'skipped' ? sum : sum + step.minutes * MINUTE), 0)

/** What is still to come of the running step and all waiting ones. A step over its time needs none. */
const remainingMs = (steps: readonly Step[], now: number): number =>
  steps.reduce((sum, step) => {
    if (step.state === 'waiting') return sum + stepMinutes(step) * MINUTE
    if (step.state === 'running') return sum + Math.max(0, stepMinutes(step) * MINUTE - elapsedMs(step, now))
    return sum
  }, 0)

/** When the agenda ends if all goes on as planned from now. */
export const agendaEnd = (steps: readonly Step[], now: number): number => now + remainingMs(steps, now)

/** Minutes ahead of (positive) or behind (negative) the plan of the session's start; null before it runs. */
export const minutesAhead = (steps: readonly Step[], startedAt: string | undefined, now: number): number | null => {
  if (startedAt === undefined || !steps.some((step) => step.state === 'running')) return null
  const planned = Date.parse(startedAt) + plannedMs(steps)
  const ahead = (planned - agendaEnd(steps, now)) / MINUTE
  return ahead < 0 ? Math.floor(ahead) : Math.round(ahead)
}

/** The next step in order that nobody skipped or did already. */
export const nextStep = (steps: readonly Step[], currentId: string | undefined): Step | undefined => {
  const from = steps.findIndex((step) => step.id === currentId)
  return steps.slice(from + 1).find((step) => step.state === 'waiting')
}
