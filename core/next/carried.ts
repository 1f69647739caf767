import type { DocumentView } from '../model/document'
import { ordered, sessionOf } from '../model/document'
import type { Link, Statement } from '../model/card'
import type { Decision, Question, Ref, Task } from '../model/outcome'
import type { Owner, Person } from '../model/person'
import type { AnyRecord } from '../model/records'
import type { Voice } from '../model/voice'
import type { Pulse } from '../model/work'
import { statementByCard } from '../rules/chain-links'
import { referencesOf } from '../rules/references'
import { withoutNames } from '../text/without-names'

export type CarryChoices = {
  /** Of the next session: what is to be looked at by then is due. */
  readonly day: string
  /** A round of the staged dialogue: nobody's name comes along, whoever is ticked. */
  readonly isRound: boolean
  readonly personIds: readonly string[]
}

/**
 * What of a session goes into the next one, all with the ids they have. Nothing of it points to what stays behind, and
 * nothing that was erased comes back.
 */
export const carriedRecords = (view: DocumentView, choices: CarryChoices, newId: () => string): AnyRecord[] => {
  const gone = new Set(view.tombstone.keys())
  const people = choices.isRound ? [] : peopleOf(view, choices.personIds).filter((person) => !gone.has(person.id))
  const names = namesLeftBehind(view, people)
  const statements = [...view.statement.values()]
    .filter((one) => !gone.has(one.id) && !gone.has(one.origin.cardId))
    .map((one) => ({ ...one, text: withoutNames(one.text, names) }))
  const decisions = decisionsOf(view, choices.day, statements)
  const questions = ordered(view, 'question').filter((question) => question.state === 'open')
  const tasks = ordered(view, 'task').filter((task) => task.state === 'todo' || task.state === 'doing')
  const indicators = ordered(view, 'indicator')
  const projects = ordered(view, 'project')
  const bare = [...statements, ...decisions, ...questions, ...tasks, ...indicators, ...projects]
  const kept = new Set(bare.filter((record) => !gone.has(record.id)).map((record) => record.id))
  const fit = fitting(view, kept, new Set(people.map((person) => person.id)))
  const records: AnyRecord[] = [
    ...ordered(view, 'voice').map(absent),
    ...people,
    ...statements,
    ...linksOf(view, kept, newId),
    ...decisions.map(fit.decision),
    ...tasks.map(fit.task),
    ...questions.map(fit.question),
    ...projects.map((project) => ({
      ...fit.owned(fit.sprung(project)),
      indicatorIds: project.indicatorIds.filter((id) => kept.has(id)),
    })),
    ...indicators.map(fit.sprung),
    ...ordered(view, 'pulse').map((pulse) => pulseOf(view, pulse)),
    ...view.tombstone.values(),
  ]
  const coming = records.filter((record) => record.type === 'tombstone' || !gone.has(record.id))
  return [...coming, ...imagesOf(view, coming)]
}

/** Nobody is in the next room yet; how many spoke before decides whether their voice may stand alone. */
const absent = (voice: Voice): Voice => {
  const earlier = Math.max(voice.earlier ?? 0, voice.present)
  return { ...voice, present: 0, ...(earlier > 0 ? { earlier } : {}) }
}

const peopleOf = (view: DocumentView, personIds: readonly string[]): Person[] =>
  ordered(view, 'person')
    .filter((person) => personIds.includes(person.id))
    .map((person) => ({ ...person, present: false }))

/** The next file does not know these people, so nothing there could mask their names in what was said. */
const namesLeftBehind = (view: DocumentView, coming: readonly Person[]): string[] => {
  const ids = new Set(coming.map((person) => person.id))
  return [...view.person.values()]
    .filter((person) => !ids.has(person.id))
    .flatMap(({ alias, name }) => [alias, ...(name ? [name] : [])])
}

/** Also what was promised to a statement, due or not: the chain would lose its end. */
const decisionsOf = (view: DocumentView, day: string, statements: readonly Statement[]): Decision[] => {
  const said = new Set(statements.flatMap((one) => [one.id, one.origin.cardId]))
  return ordered(view, 'decision').filter(
    (decision) =>
      isDue(decision, day) || (decision.status !== 'dropped' && decision.evidence.some((ref) => said.has(ref.id))),
  )
}

/** Not yet agreed, to be looked at by this day, or a recommendation that nobody has answered for good. */
const isDue = (decision: Decision, day: string): boolean => {
  if (decision.status === 'dropped') return false
  if (decision.status === 'proposed') return true
  if (decision.kind === 'recommendation' && (!decision.reply || decision.reply.outcome === 'open')) return true
  return decision.reviewOn !== undefined && decision.reviewOn <= day
}

/** Makes records fit a document without the cards, votes and people that stay behind. */
const fitting = (view: DocumentView, kept: ReadonlySet<string>, coming: ReadonlySet<string>) => {
  const released = statementByCard(view)
  const session = sessionOf(view)
  const from = session ? { fromSession: session.id } : {}
  /** A card that was released is its statement from now on. */
  const refOf = (ref: Ref): Ref[] => {
    const statement = ref.type === 'card' ? released.get(ref.id) : undefined
    const there: Ref = statement ? { type: 'statement', id: statement.id } : ref
    return kept.has(there.id) ? [there] : []
  }
  const ownerOf = (one: Owner | undefined): Owner | undefined => {
    if (one?.kind !== 'person' || coming.has(one.personId)) return one
    const voiceId = view.person.get(one.personId)?.voiceId
    return voiceId === undefined ? undefined : { kind: 'voice', voiceId }
  }
  const owned = <R extends { readonly owner?: Owner | undefined }>({ owner, ...rest }: R): R => {
    const heir = ownerOf(owner)
    return { ...rest, ...(heir ? { owner: heir } : {}) } as unknown as R // only an optional field differs
  }
  const sprung = <R extends { readonly origin?: Ref | undefined }>({ origin, ...rest }: R): R => {
    const [ref] = origin ? refOf(origin) : []
    return { ...rest, ...(ref ? { origin: ref } : {}) } as unknown as R // only an optional field differs
  }
  const task = ({ review: _review, ...rest }: Task): Task => owned(sprung({ ...from, ...rest }))
  const question = (one: Question): Question => owned(sprung({ ...from, ...one }))
  const decision = (one: Decision): Decision => {
    const evidence = one.evidence.flatMap(refOf)
    return owned({
      ...from,
      ...one,
      evidence: evidence.filter((ref, index) => evidence.findIndex((other) => other.id === ref.id) === index),
    })
  }
  return { owned, sprung, task, question, decision }
}

/**
 * Links between what comes along. A released card's links become those of its statement; an answer to a card that stays
 * behind answers what that card answered.
 */
const linksOf = (view: DocumentView, kept: ReadonlySet<string>, newId: () => string): Link[] => {
  const released = statementByCard(view)
  const answered = new Map<string, string[]>()
  for (const link of view.link.values()) {
    if (link.kind === 'answers') answered.set(link.from, [...(answered.get(link.from) ?? []), link.to])
  }
  const endOf = (id: string): string => (kept.has(id) ? id : (released.get(id)?.id ?? id))
  const heirsOf = (id: string, kind: Link['kind'], seen: Set<string>): string[] => {
    const end = endOf(id)
    if (kept.has(end)) return [end]
    if (kind !== 'answers' || seen.has(id)) return []
    seen.add(id)
    const members = view.cluster.get(id)?.cards.map((card) => card.id) ?? []
    return [...members, ...(answered.get(id) ?? [])].flatMap((next) => heirsOf(next, kind, seen))
  }
  const links: Link[] = []
  const known = new Set<string>()
  for (const link of view.link.values()) {
    const from = endOf(link.from)
    if (!kept.has(from) || view.tombstone.has(link.id)) continue
    for (const to of heirsOf(link.to, link.kind, new Set())) {
      const key = `${link.kind} ${from} ${to}`
      if (from === to || known.has(key)) continue
      known.add(key)
      const first = !links.some((one) => one.id === link.id)
      links.push({ ...link, id: first ? link.id : newId(), from, to })
    }
  }
  return links
}

const NONE: readonly number[] = [0, 0, 0, 0, 0]

/** The same question, not answered yet, that knows what was answered before. Remarks stay where they were made. */
const pulseOf = (view: DocumentView, pulse: Pulse): Pulse => {
  const session = sessionOf(view)
  const channels = Object.values(pulse.answers)
  const counts = NONE.map((_, index) => channels.reduce((sum, five) => sum + (five?.[index] ?? 0), 0))
  const past = pulse.past ?? []
  const answered = session && counts.some((count) => count > 0) && !past.some((one) => one.sessionId === session.id)
  const all = answered ? [...past, { sessionId: session.id, day: session.day, counts }] : past
  return { ...pulse, answers: {}, remarks: [], ...(all.length > 0 ? { past: all.slice(-200) } : {}) }
}

const imagesOf = (view: DocumentView, records: readonly AnyRecord[]): AnyRecord[] => {
  if (view.image.size === 0) return []
  const used = new Set(records.flatMap(referencesOf))
  return [...view.image.values()].filter((image) => used.has(image.id) && !view.tombstone.has(image.id))
}
