import type { CommandContext } from '../commands/command'
import type { DocumentView } from '../model/document'
import { labOf, ordered, sessionOf } from '../model/document'
import { orderBetween } from '../change/order'
import type { Decision, Question, Ref, Task } from '../model/outcome'
import type { Owner, Person } from '../model/person'
import type { AnyRecord } from '../model/records'
import type { Session } from '../model/session'
import type { Step } from '../model/step'
import { sessionStart } from './session-start'

export type NextChoices = {
  readonly sessionId: string
  readonly title: string
  readonly day: string
  readonly timeZone?: string
  readonly lang?: string
  /** People who come along; nobody else does, and in a BIKVA round nobody at all. */
  readonly personIds: readonly string[]
  /** Steps, boards and votes of the template; its other records are not used. */
  readonly records: readonly AnyRecord[]
  readonly templateKey?: string
}

/**
 * The records of the session after `previous`. Along come the lab and its voices (nobody present yet), open tasks, decisions that
 * are open or due, open questions, projects, indicators and statements, all with the ids they had. It opens with what was
 * agreed last time.
 */
export const startFrom = (previous: DocumentView, choices: NextChoices, context: CommandContext): AnyRecord[] => {
  const old = sessionOf(previous)
  const lab = labOf(previous)
  const people = peopleOf(previous, choices.personIds)
  const carried = carriedRecords(previous, choices.day, old?.id, people)
  const template = choices.records.filter(({ type }) => type === 'step' || type === 'board' || type === 'vote')
  const session: Session = {
    ...sessionStart(choices, lab?.id ?? context.newId(), context),
    ...(old ? { previous: old.id, k: old.k } : {}),
    lang: choices.lang ?? old?.lang ?? 'en',
    timeZone: choices.timeZone ?? old?.timeZone ?? 'UTC',
  }
  return [session, ...(lab ? [lab] : []), ...carried, ...withAgreedFirst(template, context)]
}

const peopleOf = (view: DocumentView, personIds: readonly string[]): Person[] =>
  ordered(view, 'person')
    .filter((person) => personIds.includes(person.id))
    .map((person) => ({ ...person, present: false }))

const carriedRecords = (
  view: DocumentView,
  day: string,
  sessionId: string | undefined,
  people: readonly Person[],
): AnyRecord[] => {
  const heirs = new Map([...view.person.values()].map((person) => [person.id, person]))
  const coming = new Set(people.map((person) => person.id))
  const owner = (one: Owner | undefined): Owner | undefined => {
    if (one?.kind !== 'person' || coming.has(one.personId)) return one
    const voiceId = heirs.get(one.personId)?.voiceId
    return voiceId === undefined ? undefined : { kind: 'voice', voiceId }
  }
  const from = sessionId === undefined ? {} : { fromSession: sessionId }
  const decisions = ordered(view, 'decision').filter((decision) => isDue(decision, day))
  const questions = ordered(view, 'question').filter((question) => question.state === 'open')
  const statements = [...view.statement.values()]
  const kept = new Set([...decisions, ...questions, ...statements].map((record) => record.id))
  const carriedTask = ({ review: _review, owner: who, origin, ...task }: Task): Task => ({
    ...from,
    ...task,
    ...withOwner(owner(who)),
    ...(origin && kept.has(origin.id) ? { origin } : {}),
  })
  const carriedDecision = ({ owner: who, ...decision }: Decision): Decision => ({
    ...from,
    ...decision,
    ...withOwner(owner(who)),
    evidence: decision.evidence.filter((ref: Ref) => kept.has(ref.id)),
  })
  const carriedQuestion = ({ owner: who, ...question }: Question): Question => ({
    ...from,
    ...question,
    ...withOwner(owner(who)),
  })
  return [
    ...ordered(view, 'voice').map((voice) => ({ ...voice, present: 0 })),
    ...people,
    ...statements,
    ...[...view.link.values()].filter((link) => kept.has(link.from) && kept.has(link.to)),
    ...decisions.map(carriedDecision),
    ...ordered(view, 'task')
      .filter((task) => task.state === 'todo' || task.state === 'doing')
      .map(carriedTask),
    ...questions.map(carriedQuestion),
    ...ordered(view, 'project'),
    ...ordered(view, 'indicator'),
  ]
}

const withOwner = (owner: Owner | undefined): { readonly owner?: Owner } => (owner ? { owner } : {})

/** Not yet agreed, to be looked at by this day, or a recommendation that nobody has answered for good. */
const isDue = (decision: Decision, day: string): boolean => {
  if (decision.status === 'dropped') return false
  if (decision.status === 'proposed') return true
  if (decision.kind === 'recommendation' && (!decision.reply || decision.reply.outcome === 'open')) return true
  return decision.reviewOn !== undefined && decision.reviewOn <= day
}

/** The template's records with the step "what we agreed last time" before all others, if it has none of its own. */
const withAgreedFirst = (records: readonly AnyRecord[], context: CommandContext): AnyRecord[] => {
  const steps = records.filter((record) => record.type === 'step')
  if (steps.some((step) => step.kind === 'agreed')) return [...records]
  const first = steps.map((step) => step.order).toSorted()[0] ?? null
  const agreed: Step = {
    type: 'step',
    id: context.newId(),
    order: orderBetween(null, first),
    label: { key: 'boards:step.agreed' },
    kind: 'agreed',
    minutes: 15,
    contribute: 'closed',
    state: 'waiting',
  }
  return [agreed, ...records]
}
