import { patch } from '../change/diff'
import type { Err, Result } from '../lib/result'
import { ok } from '../lib/result'
import type { DocumentView } from '../model/document'
import { sessionOf } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Decision, Objection } from '../model/outcome'
import type { Failure } from '../protocol/failures'
import type { RequestArgs } from '../protocol/requests'
import { frozenSources } from '../rules/frozen'
import { isStale } from './cards'
import { withoutRefs } from './clean'
import type { CommandTable } from './command'
import type { Run } from './kit'
import {
  checkOwner,
  checkRefs,
  cleanText,
  done,
  event,
  given,
  instant,
  isTaken,
  lastOrder,
  maybeText,
  missing,
  refuse,
} from './kit'

const fieldNames = [
  'kind',
  'status',
  'rationale',
  'behind',
  'owner',
  'evidence',
  'reviewOn',
  'addressee',
  'level',
  'reply',
] as const

type Fields = Omit<RequestArgs<'decision.update'>, 'id'>

const checkFields = (view: DocumentView, args: Fields): Err<Failure> | null => {
  const { behind } = args
  if (behind?.count !== undefined && behind.of !== undefined && behind.count > behind.of) {
    return refuse('wrong-value', { limit: behind.of })
  }
  return (
    checkOwner(view, args.owner) ??
    checkRefs(view, [
      ...(behind?.voiceIds ?? []).map((id) => ['voice', id] as const),
      ...(args.objections ?? []).map((objection) => ['voice', objection.voiceId] as const),
      ...(args.evidence ?? []).map((ref) => [ref.type, ref.id] as const),
    ])
  )
}

/** Objections stay word for word; only what surrounds the words goes. */
const cleanObjections = (objections: readonly Objection[] | undefined): Result<Objection[] | undefined, Failure> => {
  if (!objections) return ok(undefined)
  const clean: Objection[] = []
  for (const objection of objections) {
    const text = cleanText(objection.text, LIMITS.statement)
    if (!text.ok) return text
    clean.push({ ...objection, text: text.value })
  }
  return new Set(clean.map((objection) => objection.id)).size === clean.length ? ok(clean) : refuse('already-there')
}

const add: Run<'decision.add'> = (view, args, context) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  const wording = cleanText(args.wording, LIMITS.statement)
  if (!wording.ok) return wording
  const objections = cleanObjections(args.objections)
  if (!objections.ok) return objections
  const wrong = checkFields(view, args)
  if (wrong) return wrong
  const numbers = [...view.decision.values()].map((decision) => decision.number)
  const base = {
    type: 'decision',
    id: args.id,
    order: lastOrder(view.decision.values()),
    // Numbers rise through all sessions of a lab and are never given twice in one.
    number: numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1,
    kind: 'agreement',
    status: 'agreed',
    wording: wording.value,
    behind: { voiceIds: [] },
    evidence: [],
  } as const
  const decision = { ...base, ...given(args, fieldNames), objections: objections.value ?? [], madeAt: instant(context) }
  const made = decision.status === 'agreed' ? [event(context, 'decision.made', args.id)] : []
  return done({ added: [decision as unknown as Decision, ...made] }) // given fields may only be undefined where optional
}

const WITH_A_REPLY: ReadonlySet<string> = new Set(['id', 'was', 'reply'])

/** A closed session keeps what was decided and objected as it was; only a reply still comes in. */
const isShut = (view: DocumentView, args: RequestArgs<'decision.update'>): boolean =>
  sessionOf(view)?.state === 'closed' &&
  Object.entries(args).some(([name, value]) => value !== undefined && !WITH_A_REPLY.has(name))

const update: Run<'decision.update'> = (view, args, context) => {
  const decision = view.decision.get(args.id)
  if (!decision) return missing('decision')
  if (isShut(view, args)) return refuse('session-is-closed')
  const wording = maybeText(args.wording, LIMITS.statement)
  if (!wording.ok) return wording
  if (wording.value !== undefined && isStale(decision.wording, args.was, wording.value)) {
    return refuse('changed-meanwhile')
  }
  const objections = cleanObjections(args.objections)
  if (!objections.ok) return objections
  const wrong = checkFields(view, args)
  if (wrong) return wrong
  const fields = {
    ...given(args, fieldNames),
    ...(wording.value === undefined ? {} : { wording: wording.value }),
    ...(objections.value === undefined ? {} : { objections: objections.value }),
  }
  const made = decision.status === 'proposed' && args.status === 'agreed'
  return done({
    changed: [patch<'decision'>(decision, fields)],
    added: made ? [event(context, 'decision.made', decision.id)] : [],
  })
}

const remove: Run<'decision.remove'> = (view, { id }) => {
  const decision = view.decision.get(id)
  if (!decision) return missing('decision')
  if (frozenSources(view).has(id)) return refuse('vote-frozen', { count: 1 })
  const cleaning = withoutRefs(view, new Set([id]))
  return done({ changed: cleaning.changed, removed: [decision, ...cleaning.removed] })
}

export const decisionCommands = {
  'decision.add': { run: add, undoable: true },
  'decision.update': { run: update, undoable: true },
  'decision.remove': { run: remove, undoable: true },
} satisfies Partial<CommandTable>
