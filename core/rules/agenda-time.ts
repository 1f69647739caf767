import type { Step } from '../model/step'
import { stepSeconds, stepSecondsLeft } from './step-clock'

/**
 * Figures about an agenda in order: what is next, when each step comes, when it ends. Times in milliseconds. Steps of
 * parallel groups between two steps of everybody go on at the same time; everybody waits for the slowest group.
 */

export type StepTime = { readonly stepId: string; readonly from: number; readonly to: number }

const MINUTE = 60_000

export const stepMinutes = (step: Step): number => stepSeconds(step) / 60

/** Where everybody is, and how far each group is since they parted. */
type Hands = { all: number; readonly groups: Map<string, number> }

const together = (hands: Hands): number => Math.max(hands.all, ...hands.groups.values())

/** Puts one step on the clock: it begins when its group (or everybody) has time. */
const place = (hands: Hands, step: Step, ms: number): StepTime => {
  const { groupId } = step
  const from = groupId === undefined ? together(hands) : (hands.groups.get(groupId) ?? hands.all)
  const to = from + ms
  if (groupId !== undefined) hands.groups.set(groupId, to)
  else {
    hands.all = to
    hands.groups.clear()
  }
  return { stepId: step.id, from, to }
}

/** The plan: every step that is not skipped, one after the other from `start`. */
export const plannedTimes = (steps: readonly Step[], start: number): StepTime[] => {
  const hands: Hands = { all: start, groups: new Map() }
  return steps.filter(({ state }) => state !== 'skipped').map((step) => place(hands, step, step.minutes * MINUTE))
}

/** Minutes of the plan, parallel ones once. */
export const plannedMinutes = (steps: readonly Step[]): number =>
  plannedTimes(steps, 0).reduce((latest, { to }) => Math.max(latest, to), 0) / MINUTE

/** What is still to come as it looks from `now`: the running steps first, then all waiting ones in order. */
export const expectedTimes = (steps: readonly Step[], now: number): StepTime[] => {
  const hands: Hands = { all: now, groups: new Map() }
  const running = steps.filter(({ state }) => state === 'running')
  const left = (step: Step): number => Math.max(0, stepSecondsLeft(step, now) ?? 0) * 1000
  // Everybody's step first: its end must not wait for groups that went ahead.
  const inOrder = [
    ...running.filter(({ groupId }) => groupId === undefined),
    ...running.filter(({ groupId }) => groupId),
  ]
  const begun = inOrder.map((step) => {
    const { stepId, from, to } =
      step.groupId === undefined ? place(hands, step, left(step)) : ahead(hands, step, now, left(step))
    return {
      stepId,
      from: Number.isFinite(Date.parse(step.startedAt ?? '')) ? Date.parse(step.startedAt ?? '') : from,
      to,
    }
  })
  const coming = steps.filter(({ state }) => state === 'waiting')
  return [...begun, ...coming.map((step) => place(hands, step, stepMinutes(step) * MINUTE))]
}

/** A group that has begun goes by its own clock, whatever everybody's step still needs. */
const ahead = (hands: Hands, step: Step, now: number, ms: number): StepTime => {
  hands.groups.set(step.groupId ?? '', now + ms)
  return { stepId: step.id, from: now, to: now + ms }
}

/** When the agenda ends if all goes on as planned from now. A step over its time needs none. */
export const agendaEnd = (steps: readonly Step[], now: number): number =>
  expectedTimes(steps, now).reduce((latest, { to }) => Math.max(latest, to), now)

/** Further off the plan than this the session was simply not held as planned, and the figure says nothing. */
const MOST_OFF = 180

/** Minutes ahead of (positive) or behind (negative) the plan from `startedAt`; null before anything runs. */
export const minutesAhead = (steps: readonly Step[], startedAt: string | undefined, now: number): number | null => {
  const start = Date.parse(startedAt ?? '')
  if (!Number.isFinite(start) || !steps.some((step) => step.state === 'running')) return null
  const ahead = start / MINUTE + plannedMinutes(steps) - agendaEnd(steps, now) / MINUTE
  if (Math.abs(ahead) > MOST_OFF) return null
  // Whole minutes only: the moments between start and first step are no delay.
  return Math.trunc(ahead) + 0
}

/** What a group does between parting and coming together again, around its running (or else its next) step. */
export const groupBlock = (steps: readonly Step[], groupId: string): readonly Step[] => {
  const own = (step: Step): boolean => step.groupId === groupId
  const from = [
    steps.findIndex((step) => own(step) && step.state === 'running'),
    steps.findIndex((step) => own(step) && step.state === 'waiting'),
    steps.findLastIndex(own),
  ].find((index) => index >= 0)
  if (from === undefined) return []
  const first = steps.findLastIndex((step, index) => index < from && step.groupId === undefined)
  const after = steps.findIndex((step, index) => index > from && step.groupId === undefined)
  return steps.slice(first + 1, after < 0 ? steps.length : after).filter(own)
}

/** As `minutesAhead`, for one group since it parted from the others. */
export const groupMinutesAhead = (steps: readonly Step[], groupId: string, now: number): number | null => {
  const block = groupBlock(steps, groupId)
  const started = block.map(({ startedAt }) => startedAt).filter((at) => at !== undefined)
  return minutesAhead(block, started.toSorted()[0], now)
}

/** The next step in order that nobody skipped or did already: of the same group, if the current one is a group's. */
export const nextStep = (steps: readonly Step[], currentId: string | undefined): Step | undefined => {
  const from = steps.findIndex((step) => step.id === currentId)
  const groupId = steps[from]?.groupId
  const later = steps.slice(from + 1).filter((step) => step.state === 'waiting')
  if (groupId === undefined) return later[0]
  const next = later.find((step) => step.groupId === groupId || step.groupId === undefined)
  return next
}

/** The first waiting steps of all groups that part at `step`, itself included; just `step` if it is everybody's. */
export const startedTogether = (steps: readonly Step[], step: Step): readonly Step[] => {
  if (step.groupId === undefined) return [step]
  const from = steps.findIndex(({ id }) => id === step.id)
  const after = steps.findIndex(({ groupId }, index) => index > from && groupId === undefined)
  const first = new Map<string, Step>()
  for (const one of steps.slice(from, after < 0 ? steps.length : after)) {
    if (one.groupId !== undefined && one.state === 'waiting' && !first.has(one.groupId)) first.set(one.groupId, one)
  }
  return [...first.values()]
}
