import { expectedTimes, plannedTimes } from '@core/rules/agenda-time'
import type { Step } from '@core/model/step'

/** When a step comes: as planned, and as it looks now (or as it was). Milliseconds; null where nothing can be said. */
export type RowTime = { readonly planned: number | null; readonly real: number | null; readonly off: number }

const MINUTE = 60_000

const startOf = (step: Step): number | null => {
  const at = Date.parse(step.startedAt ?? '')
  return Number.isFinite(at) ? at : null
}

/** Clock times of all steps. `start` is when the session began, or is to begin; `now` is null before it runs. */
export const rowTimes = (steps: readonly Step[], start: number, now: number | null): ReadonlyMap<string, RowTime> => {
  const planned = new Map(plannedTimes(steps, start).map(({ stepId, from }) => [stepId, from]))
  const coming = new Map(now === null ? [] : expectedTimes(steps, now).map(({ stepId, from }) => [stepId, from]))
  return new Map(
    steps.map((step) => {
      const plan = planned.get(step.id) ?? null
      const was = step.state === 'done' || step.state === 'running' ? startOf(step) : null
      const real = now === null || step.state === 'skipped' ? null : (was ?? coming.get(step.id) ?? null)
      const off = plan === null || real === null ? 0 : Math.round((real - plan) / MINUTE)
      return [step.id, { planned: plan, real, off }]
    }),
  )
}

/** Minutes of a day as "09:05"; past midnight it begins again. */
export const plainTime = (minutes: number): string => {
  const whole = Math.round(minutes) % 1_440
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
