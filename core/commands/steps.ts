import type { FieldChange } from '../change/diff'
import { patch } from '../change/diff'
import { assertNever } from '../lib/assert-never'
import type { Err } from '../lib/result'
import type { DocumentView } from '../model/document'
import { sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Stage } from '../model/session'
import type { Step } from '../model/step'
import type { Failure } from '../protocol/failures'
import { secondsGone, stepSeconds } from '../rules/step-clock'
import { withoutRefs } from './clean'
import type { CommandContext, CommandTable, Outcome } from './command'
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
import type { Ended } from './running-step'
import { endOf, joined, ownRunningStep, resumed, withCurrent } from './running-step'

const stepFields = [
  'question',
  'instruction',
  'kind',
  'minutes',
  'boardId',
  'voteId',
  'contribute',
  'groupId',
  'show',
  'propose',
  'lockAtEnd',
  'holdFirst',
] as const
const MINUTES = 600

type Rest = string | null | undefined
type Rests = { readonly boardId?: Rest; readonly voteId?: Rest; readonly groupId?: Rest }

const checkRests = (view: DocumentView, { boardId, voteId, groupId }: Rests): Err<Failure> | null =>
  checkRefs(view, [
    ['board', boardId],
    ['vote', voteId],
    ['group', groupId],
  ])

const add: Run<'step.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  if (view.step.size >= LIMITS.steps) return refuse('too-many', { limit: LIMITS.steps })
  const label = cleanLabel(args.label)
  if (!label.ok) return label
  const wrong = checkRests(view, args)
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
  const wrong = checkRests(view, args)
  if (wrong) return wrong
  // Whoever does the step now would be left without one.
  if (step.state === 'running' && args.groupId !== undefined && (args.groupId ?? undefined) !== step.groupId) {
    return refuse('still-used', { count: 1 })
  }
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

const start: Run<'step.start'> = (view, { id, groupId }, context) => {
  const session = sessionOf(view)
  if (!session) return missing('session')
  if (id === null) return endOnly(view, groupId, context)
  const step = view.step.get(id)
  if (!step) return missing('step')
  if (step.state === 'running') return done({})
  const ended = endedBy(view, step, context)
  const fresh = { endedAt: undefined, pausedAt: undefined, pausedSeconds: undefined, extraMinutes: undefined }
  const first = session.state !== 'running'
  const stage = stageAtStart(view, step, first)
  const startedAt = session.startedAt ?? instant(context)
  const ofSession =
    step.groupId === undefined
      ? { currentStepId: id, ...(stage ? { stage } : {}) }
      : ended.steps.some(({ groupId: of }) => of === undefined)
        ? { currentStepId: undefined }
        : {}
  const group = step.groupId === undefined ? undefined : view.group.get(step.groupId)
  const left = ended.steps.filter((one) => one.groupId !== undefined && one.groupId !== step.groupId)
  return done({
    changed: [
      ...ended.changed,
      ...left.map((one) => withCurrent(view, one.groupId, undefined)),
      patch<'step'>(step, { ...fresh, state: 'running', startedAt: instant(context) }),
      patch<'session'>(session, { state: 'running', startedAt, ...ofSession }),
      group ? patch<'group'>(group, { currentStepId: id, ...(stage ? { stage } : {}) }) : null,
    ],
    added: [...ended.added, ...(first ? [event(context, 'session.started')] : []), event(context, 'step.started', id)],
  })
}

/** Only ends what a group does now, or everybody. */
const endOnly = (view: DocumentView, groupId: string | undefined, context: CommandContext): Outcome => {
  if (groupId !== undefined && !view.group.has(groupId)) return missing('group')
  const running = ownRunningStep(view, groupId)
  const ended = running ? endOf(running, context) : { changed: [], added: [] }
  return done({ ...ended, changed: [...ended.changed, withCurrent(view, groupId, undefined)] })
}

/**
 * Starting a step ends the one of the same group. A step of everybody brings all groups together; everybody's step ends
 * when the last group goes to its own.
 */
const endedBy = (view: DocumentView, step: Step, context: CommandContext): Ended & { readonly steps: Step[] } => {
  const running = [...view.step.values()].filter(({ state }) => state === 'running')
  const busy = new Set([step.groupId, ...running.map(({ groupId }) => groupId)])
  const allParted = [...view.group.keys()].every((id) => busy.has(id))
  const steps = running.filter(
    ({ groupId }) => step.groupId === undefined || groupId === step.groupId || (groupId === undefined && allParted),
  )
  return { ...joined(steps.map((one) => endOf(one, context))), steps }
}

/**
 * What the projector turns to; null leaves it. What was chosen for the step holds in any case; without a choice the very
 * first step leaves the way in, and a blank projector stays blank until somebody asks for something else.
 */
const stageAtStart = (view: DocumentView, step: Step, first: boolean): Stage | null => {
  const stage = step.groupId === undefined ? sessionOf(view)?.stage : view.group.get(step.groupId)?.stage
  switch (step.show) {
    case undefined:
      return stage?.view === 'blank' || (first && stage?.view === 'join') ? null : { view: 'step' }
    case 'keep':
      return null
    case 'board':
      return step.boardId === undefined ? { view: 'step' } : { view: 'board', boardId: step.boardId }
    case 'vote':
      return step.voteId === undefined ? { view: 'step' } : { view: 'vote', voteId: step.voteId }
    case 'step':
    case 'agreed':
    case 'timer':
    case 'join':
    case 'chain':
    case 'blank':
      return { view: step.show }
    default:
      return assertNever(step.show)
  }
}

const skip: Run<'step.skip'> = (view, { id }, context) => {
  const step = view.step.get(id)
  if (!step || !sessionOf(view)) return missing('step')
  if (step.state === 'skipped') return done({})
  if (step.state !== 'running') {
    return done({
      changed: [patch<'step'>(step, { state: 'skipped' })],
      added: [event(context, 'step.skipped', id)],
    })
  }
  const ended = endOf(step, context, 'skipped')
  return done({ ...ended, changed: [...ended.changed, withCurrent(view, step.groupId, undefined)] })
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

/** After the end the new minutes count from now: what went over counts as a pause. */
const extend: Run<'step.extend'> = (view, { id, minutes }, context) => {
  const step = view.step.get(id)
  if (!step) return missing('step')
  if (step.state === 'done' || step.state === 'skipped') return refuse('step-closed')
  const extraMinutes = (step.extraMinutes ?? 0) + minutes
  if (extraMinutes > MINUTES) return refuse('wrong-value', { limit: MINUTES })
  const over = step.state === 'running' ? secondsGone(step, context.now) - stepSeconds(step) : 0
  const late = over > 0 ? { pausedSeconds: (step.pausedSeconds ?? 0) + Math.round(over) } : {}
  return done({
    changed: [patch<'step'>(step, { extraMinutes, ...late })],
    added: step.state === 'running' ? [event(context, 'step.extended', id, minutes)] : [],
  })
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
