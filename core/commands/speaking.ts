import { patch } from '../change/diff'
import type { DocumentView } from '../model/document'
import { sessionOf } from '../model/document'
import type { Session } from '../model/session'
import type { Command, CommandTable, Outcome } from './command'
import type { Run } from './kit'
import { done, event, given, isTaken, missing, refuse } from './kit'

/** More would wait longer than a session lasts. */
const MOST_WAITING = 100

type Queue = NonNullable<Session['queue']>

const withQueue = (view: DocumentView, change: (queue: Queue) => Queue | Outcome): Outcome => {
  const session = sessionOf(view)
  if (!session) return missing('session')
  const next = change(session.queue ?? [])
  return 'ok' in next ? next : done({ changed: [patch<'session'>(session, { queue: next })] })
}

const addTurn: Run<'turn.add'> = (view, { voiceId }, context) =>
  view.voice.has(voiceId) ? done({ added: [event(context, 'turn.taken', voiceId)] }) : missing('voice')

const turnQueue: Run<'queue.switch'> = (view, { on }) => {
  const session = sessionOf(view)
  if (!session) return missing('session')
  return done({ changed: [patch<'session'>(session, { queue: on ? (session.queue ?? []) : undefined })] })
}

const addToQueue: Run<'queue.add'> = (view, args) => {
  if (isTaken(view, args.id)) return refuse('already-there')
  if (args.voiceId !== undefined && !view.voice.has(args.voiceId)) return missing('voice')
  const words = given(args, ['name'])
  if (args.voiceId === undefined && words.name === undefined) return refuse('text-empty')
  return withQueue(view, (queue) => {
    if (queue.some((entry) => entry.id === args.id)) return refuse('already-there')
    if (queue.length >= MOST_WAITING) return refuse('too-many', { limit: MOST_WAITING })
    return [...queue, { id: args.id, ...given(args, ['voiceId', 'name']) }]
  })
}

const leaveQueue: Run<'queue.remove'> = (view, { id }) =>
  withQueue(view, (queue) => queue.filter((entry) => entry.id !== id))

const moveInQueue: Run<'queue.move'> = (view, { id, before }) =>
  withQueue(view, (queue) => {
    const entry = queue.find((one) => one.id === id)
    const others = queue.filter((one) => one.id !== id)
    const at = before == null ? others.length : others.findIndex((one) => one.id === before)
    if (!entry) return refuse('not-found')
    return before === id ? [...queue] : at < 0 ? refuse('not-found') : others.toSpliced(at, 0, entry)
  })

const nextInQueue: Run<'queue.next'> = (view, _args, context) => {
  const session = sessionOf(view)
  const [first, ...rest] = session?.queue ?? []
  if (!session || !first) return done({})
  const spoke = first.voiceId !== undefined && view.voice.has(first.voiceId)
  return done({
    changed: [patch<'session'>(session, { queue: rest })],
    added: spoke ? [event(context, 'turn.taken', first.voiceId)] : [],
  })
}

/**
 * Somebody asks from a phone; only while the facilitator takes such wishes. Asking twice is asking once, and asking
 * again does not lose one's place.
 */
export const raiseHand: Command<{
  readonly id: string
  readonly voiceId: string | undefined
  readonly raised: boolean
}> = (view, { id, voiceId, raised }) => {
  const session = sessionOf(view)
  if (!session) return missing('session')
  if (session.state === 'closed') return refuse('session-is-closed')
  if (session.queue === undefined) return raised ? refuse('step-closed') : done({})
  const waits = session.queue.some((entry) => entry.id === id)
  if (waits === raised) return done({})
  if (raised && session.queue.length >= MOST_WAITING) return refuse('too-many', { limit: MOST_WAITING })
  const known = voiceId !== undefined && view.voice.has(voiceId)
  const queue = raised
    ? [...session.queue, { id, ...(known ? { voiceId } : {}) }]
    : session.queue.filter((entry) => entry.id !== id)
  return done({ changed: [patch<'session'>(session, { queue })] })
}

export const speakingCommands = {
  'turn.add': { run: addTurn, undoable: true },
  'queue.switch': { run: turnQueue, undoable: true },
  'queue.add': { run: addToQueue, undoable: true },
  'queue.remove': { run: leaveQueue, undoable: true },
  'queue.move': { run: moveInQueue, undoable: true },
  'queue.next': { run: nextInQueue, undoable: true },
} satisfies Partial<CommandTable>
