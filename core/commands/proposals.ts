import { patch } from '../change/diff'
import { orderBetween } from '../change/order'
import type { DocumentView } from '../model/document'
import { ordered, sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Task } from '../model/outcome'
import type { Proposal, ProposalKind, Step } from '../model/step'
import { isLocked } from '../rules/step-clock'
import type { Command, CommandContext, CommandTable, Outcome } from './command'
import type { Run } from './kit'
import { cleanText, done, instant, isTaken, lastOrder, missing, refuse, tidy } from './kit'
import { runningStep } from './running-step'

/** More than a facilitator can look through in a session. */
export const MOST_PROPOSALS = 200
const NEW_STEP_MINUTES = 10

export type ProposalMade = {
  readonly id: string
  readonly kind: ProposalKind
  readonly text: string | undefined
  readonly taskId: string | undefined
  readonly voiceId: string | undefined
  readonly editHash: string
  /** The parallel group of the phone. */
  readonly groupId: string | undefined
}

/** Something proposed from a phone; held until the facilitator looks at it. The same id and secret again change nothing. */
export const submitProposal: Command<ProposalMade> = (view, args, context) => {
  if (sessionOf(view)?.state === 'closed') return refuse('session-is-closed')
  const earlier = view.proposal.get(args.id)
  if (earlier) return earlier.editHash === args.editHash ? done({}) : refuse('wrong-secret')
  const step = runningStep(view, args.groupId)
  if (!step?.propose?.includes(args.kind) || isLocked(step, context.now)) return refuse('step-closed')
  if (isTaken(view, args.id)) return refuse('already-there')
  if (view.proposal.size >= MOST_PROPOSALS) return refuse('too-many', { limit: MOST_PROPOSALS })
  const what = args.kind === 'volunteer' ? volunteering(view, args) : wording(args)
  if (!what.ok) return what
  // A voice that is gone counts as none given.
  const voice = args.voiceId !== undefined && view.voice.has(args.voiceId) ? { voiceId: args.voiceId } : {}
  const { id, kind, editHash } = args
  return done({ added: [{ type: 'proposal', id, kind, ...what.value, ...voice, editHash }] })
}

type What = { readonly ok: true; readonly value: Pick<Proposal, 'text' | 'taskId'> }

const wording = (args: ProposalMade): What | Extract<Outcome, { ok: false }> => {
  const text = cleanText(args.text ?? '', args.kind === 'step' ? LIMITS.label : LIMITS.statement)
  return text.ok ? { ok: true, value: { text: text.value } } : text
}

/** To do a task somebody must stand behind it: at least a voice. What else is said about it is optional. */
const volunteering = (view: DocumentView, args: ProposalMade): What | Extract<Outcome, { ok: false }> => {
  const task = args.taskId === undefined ? undefined : view.task.get(args.taskId)
  if (!task) return missing('task')
  if (!isFree(task)) return refuse('already-there')
  if (args.voiceId === undefined || !view.voice.has(args.voiceId)) return refuse('wrong-value', { field: 'voiceId' })
  const text = tidy(args.text ?? '')
  if (text.length > LIMITS.statement) return refuse('text-too-long', { limit: LIMITS.statement, length: text.length })
  return { ok: true, value: { taskId: task.id, ...(text === '' ? {} : { text }) } }
}

const isFree = ({ owner, state }: Task): boolean => owner === undefined && (state === 'todo' || state === 'doing')

/** The phone takes it back, as long as nobody has accepted it. */
export const withdrawProposal: Command<{ readonly id: string; readonly editHash: string }> = (view, args) => {
  const proposal = view.proposal.get(args.id)
  if (!proposal) return missing('proposal')
  if (proposal.editHash === undefined || proposal.editHash !== args.editHash) return refuse('wrong-secret')
  return done({ removed: [proposal] })
}

const accept: Run<'proposal.accept'> = (view, args, context) => {
  const proposal = view.proposal.get(args.id)
  if (!proposal) return missing('proposal')
  const newId = args.newId ?? context.newId()
  switch (proposal.kind) {
    case 'task':
      return isTaken(view, newId) ? refuse('already-there') : done(taskFrom(view, proposal, newId, context))
    case 'step':
      return stepFrom(view, proposal, newId)
    case 'volunteer':
      return takeOn(view, proposal)
  }
}

const taskFrom = (view: DocumentView, proposal: Proposal, id: string, context: CommandContext) => {
  const order = lastOrder(view.task.values())
  const history = [{ at: instant(context), state: 'todo' as const }]
  const task: Task = { type: 'task', id, order, text: proposal.text ?? '', state: 'todo', history }
  return { added: [task], removed: [proposal] }
}

/** Directly after what runs now, so that it is the next one; at the end where nothing runs. */
const stepFrom = (view: DocumentView, proposal: Proposal, id: string): Outcome => {
  if (isTaken(view, id)) return refuse('already-there')
  if (view.step.size >= LIMITS.steps) return refuse('too-many', { limit: LIMITS.steps })
  const steps = ordered(view, 'step')
  const at = steps.findLastIndex((step) => step.state === 'running')
  const before = at < 0 ? steps.at(-1) : steps[at]
  const after = at < 0 ? undefined : steps[at + 1]
  const step: Step = {
    type: 'step',
    id,
    order: orderBetween(before?.order ?? null, after?.order ?? null),
    label: { text: proposal.text ?? '' },
    kind: 'talk',
    minutes: NEW_STEP_MINUTES,
    contribute: 'closed',
    state: 'waiting',
  }
  return done({ added: [step], removed: [proposal] })
}

const takeOn = (view: DocumentView, proposal: Proposal): Outcome => {
  const task = view.task.get(proposal.taskId ?? '')
  const { voiceId } = proposal
  if (!task) return missing('task')
  if (voiceId === undefined || !view.voice.has(voiceId)) return missing('voice')
  // Somebody else took it meanwhile: that is for the facilitator to settle, not for a tap to overwrite.
  if (task.owner !== undefined) return refuse('changed-meanwhile')
  return done({ changed: [patch<'task'>(task, { owner: { kind: 'voice', voiceId } })], removed: [proposal] })
}

const decline: Run<'proposal.decline'> = (view, { id }) => {
  const proposal = view.proposal.get(id)
  return proposal ? done({ removed: [proposal] }) : missing('proposal')
}

export const proposalCommands = {
  'proposal.accept': { run: accept, undoable: true },
  'proposal.decline': { run: decline, undoable: true },
} satisfies Partial<CommandTable>
