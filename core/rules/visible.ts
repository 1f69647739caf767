import type { Task } from '../model/outcome'
import type { AnyRecord } from '../model/records'
import type { Role } from '../protocol/roles'

/**
 * What a role may see of a record: the record, a copy with fields taken out, or null. The host filters every snapshot
 * and every diff through this before it leaves; depends on the record alone, so that a diff of other records never
 * changes what is visible.
 */
export const visible = <R extends AnyRecord>(record: R, role: Role): R | null => visibleAny(record, role) as R | null // same type in and out

const visibleAny = (record: AnyRecord, role: Role): AnyRecord | null => {
  switch (role) {
    case 'facilitator':
    case 'co-facilitator':
      return forLaptop(record)
    case 'projector':
      return forProjector(record)
    case 'participant':
    case 'kiosk':
      return forPhone(record)
  }
}

const forLaptop = (record: AnyRecord): AnyRecord | null => {
  if (record.type === 'notebook') return record.shared ? withoutCode(record) : null
  if (record.type === 'image') return withoutData(record)
  if (record.type === 'proposal') return withoutEdit(record)
  if (record.type === 'card' && !record.revealed) return { ...withoutEdit(record), text: HIDDEN_TEXT, tags: [] }
  return record.type === 'card' ? withoutEdit(record) : record
}

/** Stands for words that are not sent: the facilitator sees that a card is there, not what it says. */
export const HIDDEN_TEXT = '\u2026'

const withoutEdit = <R extends { readonly editHash?: string | undefined }>(record: R): R => {
  if (record.editHash === undefined) return record
  const { editHash: _hash, ...rest } = record
  return rest as R // only an optional field is gone
}

/** The bytes of a picture are asked for when it is shown (`image.get`): 20 MiB have no place in a snapshot. */
const withoutData = (image: Extract<AnyRecord, { type: 'image' }>): AnyRecord => ({ ...image, data: '' })

/** The code's hash stays on the host, also of what is shared. */
const withoutCode = (entry: Extract<AnyRecord, { type: 'notebook' }>): AnyRecord => ({ ...entry, codeHash: '' })

const forProjector = (record: AnyRecord): AnyRecord | null => {
  switch (record.type) {
    case 'session':
      return withoutQueue(record)
    case 'voice':
    case 'group':
    case 'step':
    case 'board':
    case 'cluster':
    case 'link':
      return record
    case 'statement':
      // Counted and answered like the others, but nobody may be quoted with it.
      return record.quote === 'none' ? { ...record, text: HIDDEN_TEXT } : record
    case 'pulse':
      return { ...record, remarks: [] }
    case 'image':
      return withoutData(record)
    case 'lab':
      return publicLab(record)
    case 'card': {
      if (record.held || !record.revealed) return null
      const { personId: _person, writtenBy: _writer, readBack: _readBack, ...rest } = withoutEdit(record)
      return rest
    }
    case 'vote':
      return forScreens(record)
    case 'decision': {
      // What it says and rests on; who objected and why is told by people, not by a screen.
      const { rationale: _why, ...rest } = withoutPerson(record)
      return { ...rest, objections: [] }
    }
    case 'task': {
      const { note: _note, ...rest } = withoutPerson(record)
      return { ...rest, history: [] }
    }
    default:
      return null
  }
}

const forPhone = (record: AnyRecord): AnyRecord | null => {
  switch (record.type) {
    case 'session':
      return withQueueOfIds(record)
    case 'voice':
    case 'group':
    case 'step':
    case 'board':
      return record
    case 'pulse':
      return { ...record, answers: {}, past: [], remarks: [] }
    case 'task': {
      // What one may volunteer for: open, and nobody's yet.
      if (record.owner !== undefined || (record.state !== 'todo' && record.state !== 'doing')) return null
      const { type, id, order, text, state, due } = record
      return { type, id, order, text, state, history: [], ...(due === undefined ? {} : { due }) }
    }
    case 'lab':
      return publicLab(record)
    case 'vote':
      return record.rounds.every((round) => round.state === 'draft') ? null : forScreens(record)
    default:
      return null
  }
}

const publicLab = (lab: Extract<AnyRecord, { type: 'lab' }>): AnyRecord => ({
  type: 'lab',
  id: lab.id,
  name: lab.name,
  organisations: lab.organisations,
  partners: lab.partners,
  ...(lab.country === undefined ? {} : { country: lab.country }),
  ...(lab.rounds === undefined ? {} : { rounds: lab.rounds }),
})

/** Who waits to speak may be named by what the room calls them: the facilitator's list only. */
const withoutQueue = (session: Extract<AnyRecord, { type: 'session' }>): AnyRecord => {
  const { queue: _queue, ...rest } = session
  return rest
}

/** A phone knows its own id in the queue, and so its place; nothing about the others. */
const withQueueOfIds = (session: Extract<AnyRecord, { type: 'session' }>): AnyRecord =>
  session.queue === undefined ? session : { ...session, queue: session.queue.map(({ id }) => ({ id })) }

/** Raised hands count as any ballot does: hidden until the result is shown. Single ballots stay on the laptop. */
const forScreens = (vote: Extract<AnyRecord, { type: 'vote' }>): AnyRecord => ({
  ...vote,
  rounds: vote.rounds.map(({ result, hands: _hands, handsPeople: _people, slips: _slips, ...round }) => {
    if (!result || !vote.resultShown) return round
    const { kept: _kept, ...shown } = result
    return { ...round, result: shown }
  }),
})

/** A person as owner is named by an alias at best: on no screen of the room. */
const withoutPerson = <R extends Pick<Task, 'owner'>>(record: R): R => {
  if (record.owner?.kind !== 'person') return record
  const { owner: _owner, ...rest } = record
  return rest as R // only an optional field is gone
}
