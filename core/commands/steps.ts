import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import { sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import { withoutRefs } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import {
  checkRefs,
  cleanLabel,
  done,
  event,
  given,
  instant,
  isTaken,
  maybeLabel,
  missing,
  moveOrder,
  ordersAt,
  refuse,
} from './kit'
import { endOfStep, resumed, runningStep } from './running-step'

const stepFields = ['question', 'instruction', 'kind', 'minutes', 'boardId', 'voteId', 'contribute'] as const
const MINUTES = 600

const add: Run<'step.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  if (view.step.size >= LIMITS.steps) return refuse('too-many', { limit: LIMITS.steps })
  const label = cleanLabel(args.label)
  if (!label.ok) return label
  const wrong = checkRefs(view, [
    ['board', args.boardId],
    ['vote', args.voteId],
  ])
  if (wrong) return wrong
  const order = ordersAt(view.step.values(), args.before, 1)?.[0]
  if (order === undefined) return missing('step')
  const defaults = { kind: 'talk', minutes: 10, contribute: 'closed' } as const
  const step = { type: 'step', id: args.id, order, label: label.value, ...defaults, state: 'waiting' } as const
  return done({ added: [{ ...step, ...given(args, stepFields) } as typeof step] }) // optional fields of a step on top
}

const update: Run<'step.update'> = (view, args) => {
  const step = view.step.get(args.id)
  if (!step) return missing('step')
  const label = maybeLabel(args.label)
  if (!label.ok) return label
  const wrong = checkRefs(view, [
    ['board', args.boardId],
    ['vote', args.voteId],
  ])
  if (wrong) return wrong
  const fields = { ...given(args, stepFields), ...(label.value === undefined ? {} : { label: label.value }) }
  return done({ changed: [patch<'step'>(step, fields)] })
}

const move: Run<'step.move'> = (view, { id, before }) => {
  const step = view.step.get(id)
  if (!step) return missing('step')
  const order = moveOrder(view.step.values(), id, before)
  return order === null ? missing('step') : done({ changed: [patch<'step'>(step, { order })] })
}

const remove: Run<'step.remove'> = (view, { id }) => {
  const step = view.step.get(id)
  if (!step) return missing('step')
  const cards = [...view.card.values()].filter((card) => card.stepId === id)
  // Only their step can reveal them.
  const hidden = cards.filter((card) => !card.revealed).length
  if (step.state === 'running' || hidden > 0) return refuse('still-used', { count: Math.max(1, hidden) })
  const cleaning = withoutRefs(view, new Set([id]))
  return done({
    changed: [...cleaning.changed, ...cards.map((card) => patch<'card'>(card, { stepId: undefined }))],
    removed: [step, ...cleaning.removed],
  })
}

const start: Run<'step.start'> = (view, { id }, context) => {
  const session = sessionOf(view)
  if (!session) return missing('session')
  const running = runningStep(view)
  if (id === null) {
    const ended = endOfStep(view, context)
    return done({ ...ended, changed: [...ended.changed, patch<'session'>(session, { currentStepId: undefined })] })
  }
  const step = view.step.get(id)
  if (!step) return missing('step')
  if (running?.id === id) return done({})
  const ended = endOfStep(view, context)
  const fresh = { endedAt: undefined, pausedAt: undefined, pausedSeconds: undefined, extraMinutes: undefined }
  const first = session.state !== 'running'
  const started = { state: 'running', startedAt: session.startedAt ?? instant(context), currentStepId: id } as const
  return done({
    changed: [
      ...ended.changed,
      patch<'step'>(step, { ...fresh, state: 'running', startedAt: instant(context) }),
      patch<'session'>(session, started),
    ],
    added: [...ended.added, ...(first ? [event(context, 'session.started')] : []), event(context, 'step.started', id)],
  })
}

const skip: Run<'step.skip'> = (view, { id }, context) => {
  const step = view.step.get(id)
  const session = sessionOf(view)
  if (!step || !session) return missing('step')
  if (step.state !== 'running') return done({ changed: [patch<'step'>(step, { state: 'skipped' })] })
  const ended = endOfStep(view, context, 'skipped')
  return done({ ...ended, changed: [...ended.changed, patch<'session'>(session, { currentStepId: undefined })] })
}

const pause: Run<'step.pause'> = (view, { id, paused }, context) => {
  const step = view.step.get(id)
  if (!step) return missing('step')
  if (step.state !== 'running') return refuse('step-closed')
  const fields: FieldChange | null = paused
    ? patch<'step'>(step, { pausedAt: step.pausedAt ?? instant(context) })
    : patch<'step'>(step, resumed(step, context))
  return done({ changed: [fields] })
}

const extend: Run<'step.extend'> = (view, { id, minutes }) => {
  const step = view.step.get(id)
  if (!step) return missing('step')
  if (step.state === 'done' || step.state === 'skipped') return refuse('step-closed')
  const extraMinutes = (step.extraMinutes ?? 0) + minutes
  if (extraMinutes > MINUTES) return refuse('wrong-value', { limit: MINUTES })
  return done({ changed: [patch<'step'>(step, { extraMinutes })] })
}

const contribute: Run<'step.contribute'> = (view, args) => {
  const step = view.step.get(args.id)
  if (!step) return missing('step')
  return done({ changed: [patch<'step'>(step, { contribute: args.contribute })] })
}

export const stepCommands = {
  'step.add': { run: add, undoable: true },
  'step.update': { run: update, undoable: true },
  'step.move': { run: move, undoable: true },
  'step.remove': { run: remove, undoable: true },
  'step.start': { run: start, undoable: false },
  'step.skip': { run: skip, undoable: false },
  'step.pause': { run: pause, undoable: false },
  'step.extend': { run: extend, undoable: false },
  'step.contribute': { run: contribute, undoable: false },
} satisfies Partial<CommandTable>
