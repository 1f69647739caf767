import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import type { DocumentView } from '../model/document'
import type { AnyRecord } from '../model/records'
import type { Step } from '../model/step'
import type { CommandContext } from './command'
import { event, instant } from './kit'

export const runningStep = (view: DocumentView): Step | undefined => {
  for (const step of view.step.values()) if (step.state === 'running') return step
  return undefined
}

type Ended = { readonly changed: readonly (FieldChange | null)[]; readonly added: readonly AnyRecord[] }

/** The parts of a diff that end the running step, if there is one. A pause ends with it. */
export const endOfStep = (view: DocumentView, context: CommandContext, state: 'done' | 'skipped' = 'done'): Ended => {
  const step = runningStep(view)
  if (!step) return { changed: [], added: [] }
  return {
    changed: [patch<'step'>(step, { state, endedAt: instant(context), ...resumed(step, context) })],
    added: [event(context, 'step.ended', step.id)],
  }
}

/** The fields after a pause, whole seconds added to what the timer stood still before. */
export const resumed = (step: Step, context: CommandContext): { pausedAt: undefined; pausedSeconds?: number } => {
  if (step.pausedAt === undefined) return { pausedAt: undefined }
  const stood = Math.max(0, Math.round((context.now - Date.parse(step.pausedAt)) / 1000))
  return { pausedAt: undefined, pausedSeconds: (step.pausedSeconds ?? 0) + (Number.isFinite(stood) ? stood : 0) }
}
