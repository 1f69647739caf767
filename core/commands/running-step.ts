import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import type { DocumentView } from '../model/document'
import { sessionOf } from '../model/document'
import type { AnyRecord } from '../model/records'
import type { Step } from '../model/step'
import type { CommandContext } from './command'
import { event, instant } from './kit'

/** The step that runs for this group alone, or without an id for everybody; no other. */
export const ownRunningStep = (view: DocumentView, groupId?: string): Step | undefined => {
  for (const step of view.step.values()) if (step.state === 'running' && step.groupId === groupId) return step
  return undefined
}

/** What somebody of this group does now: the step of the group, else everybody's. */
export const runningStep = (view: DocumentView, groupId?: string): Step | undefined =>
  (groupId === undefined ? undefined : ownRunningStep(view, groupId)) ?? ownRunningStep(view)

export type Ended = { readonly changed: readonly (FieldChange | null)[]; readonly added: readonly AnyRecord[] }

/** The parts of a diff that end a running step; what is current is noted apart. A pause ends with it. */
export const endOf = (step: Step, context: CommandContext, state: 'done' | 'skipped' = 'done'): Ended => ({
  changed: [patch<'step'>(step, { state, endedAt: instant(context), ...resumed(step, context) })],
  added: [
    event(context, 'step.ended', step.id),
    ...(state === 'skipped' ? [event(context, 'step.skipped', step.id)] : []),
  ],
})

/** Ends every running step: of everybody and of all groups. */
export const endOfAll = (view: DocumentView, context: CommandContext): Ended =>
  joined([...view.step.values()].filter(({ state }) => state === 'running').map((step) => endOf(step, context)))

export const joined = (parts: readonly Ended[]): Ended => ({
  changed: parts.flatMap(({ changed }) => changed),
  added: parts.flatMap(({ added }) => added),
})

/** The change that notes which step is current for a group, or for everybody; null when nothing differs. */
export const withCurrent = (
  view: DocumentView,
  groupId: string | undefined,
  currentStepId: string | undefined,
): FieldChange | null => {
  if (groupId === undefined) {
    const session = sessionOf(view)
    return session ? patch<'session'>(session, { currentStepId }) : null
  }
  const group = view.group.get(groupId)
  return group ? patch<'group'>(group, { currentStepId }) : null
}

/** The fields after a pause, whole seconds added to what the timer stood still before. */
export const resumed = (step: Step, context: CommandContext): { pausedAt: undefined; pausedSeconds?: number } => {
  if (step.pausedAt === undefined) return { pausedAt: undefined }
  const stood = Math.max(0, Math.round((context.now - Date.parse(step.pausedAt)) / 1000))
  return { pausedAt: undefined, pausedSeconds: (step.pausedSeconds ?? 0) + (Number.isFinite(stood) ? stood : 0) }
}
