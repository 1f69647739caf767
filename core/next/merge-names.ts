import type { Cluster } from '../model/card'
import type { DocumentView } from '../model/document'
import { allRecords, ordered } from '../model/document'
import type { AnyRecord, RecordType } from '../model/records'
import { RECORD_TYPES } from '../model/records'
import type { MergeLeft } from '../protocol/report-views'
import { contentKey, saysTheSame } from './merge-content'
import { matchNamed } from './merge-match'
import type { LabelOf } from './merge-match'
import type { Names } from './merge-rewrite'
import { hasResult, recordHere } from './merge-rewrite'
import { sameWords } from '../import/card-table'

/** What is taken over one by one; agenda, groups and what only concerns the other room stay where they are. */
const TAKEN: ReadonlySet<RecordType> = new Set<RecordType>([
  'person',
  'card',
  'cluster',
  'link',
  'statement',
  'vote',
  'decision',
  'task',
  'question',
  'project',
  'indicator',
  'activity',
  'pulse',
  'image',
  'event',
])

/** Events that tell of the other file's own life, not of the work. */
const OF_FILE: ReadonlySet<string> = new Set(['session.started', 'session.closed', 'room.opened', 'room.closed'])

export const takenIds = (view: DocumentView): Set<string> => new Set([...allRecords(view)].map(({ id }) => id))

/** Steps and groups of one name are one: cards and events go on pointing to them. */
export const matchAgenda = (here: DocumentView, there: DocumentView, labelOf: LabelOf): Map<string, string> => {
  const words = (one: { readonly label: Parameters<LabelOf>[0] }): string => sameWords(labelOf(one.label))
  const steps = matchNamed(ordered(here, 'step'), ordered(there, 'step'), (one) => `${one.kind} ${words(one)}`)
  const groups = matchNamed(ordered(here, 'group'), ordered(there, 'group'), words)
  return new Map([...steps, ...groups].map(([id, mine]) => [id, mine.id]))
}

const answered = (record: Extract<AnyRecord, { type: 'pulse' }>): boolean =>
  record.remarks.length > 0 || Object.values(record.answers).some((counts) => counts?.some((count) => count > 0))

/** Why a record of the other file stays there; null: it is taken over, or is here already. */
const leftBehind = (
  record: AnyRecord,
  here: DocumentView,
  { structure, erased }: { readonly structure: ReadonlyMap<string, string>; readonly erased: ReadonlySet<string> },
): MergeLeft | 'unasked' | null => {
  if (erased.has(record.id) && record.type !== 'tombstone') return 'erased'
  if (record.type === 'statement' && here.tombstone.has(record.origin.cardId)) return 'erased'
  if (here[record.type].has(record.id)) return null
  switch (record.type) {
    case 'vote':
      return hasResult(record) ? null : 'vote'
    case 'notebook':
    case 'proposal':
      return record.type
    case 'pulse':
      return answered(record) ? null : 'unasked'
    case 'event':
      return OF_FILE.has(record.kind) || (record.kind.startsWith('step.') && !structure.has(record.ref ?? ''))
        ? 'event'
        : null
    default:
      return null
  }
}

export type Naming = {
  /** Records that are taken over or are here already, by their id there. */
  readonly records: ReadonlyMap<string, AnyRecord>
  readonly names: Names
  readonly left: ReadonlyMap<MergeLeft, number>
  /** Of one id in both files with other content: taken in under a new id. */
  readonly renamed: readonly AnyRecord[]
}

/** Finds, for each record of the other file, what it is called here. */
export const nameRecords = (
  here: DocumentView,
  there: DocumentView,
  fixed: Omit<Names, 'to'> & {
    readonly structure: ReadonlyMap<string, string>
    /** Ids of what was erased here, as far as it is there. */
    readonly erased: ReadonlySet<string>
  },
): Naming => {
  const { structure, newId } = fixed
  const taken = takenIds(here)
  const twins = twinsIn(here, takenIds(there))
  const records = new Map<string, AnyRecord>()
  const left = new Map<MergeLeft, number>()
  for (const record of allRecords(there)) {
    const why = leftBehind(record, here, fixed)
    if (why !== null && why !== 'unasked') left.set(why, (left.get(why) ?? 0) + 1)
    if (why === null && TAKEN.has(record.type)) records.set(record.id, record)
  }
  const renamed = new Map<string, string>()
  const to: Names['to'] = (id) => {
    if (id === undefined) return undefined
    const known = structure.get(id) ?? renamed.get(id)
    if (known !== undefined) return known
    return records.has(id) || isHereToo(here, there, id) ? id : undefined
  }
  const names: Names = { ...fixed, to }
  /** Under an id made for now; a record here that says the same may still be found. */
  const made = new Set<string>()
  /** A link stands for itself only by its ends: one of other id is the same. */
  const mayBeTwin = (record: AnyRecord): boolean =>
    made.has(record.id) || (record.type === 'link' && !renamed.has(record.id))
  /** Takes out what cannot stand here; true when names changed by it. */
  const drop = (record: AnyRecord, read: AnyRecord | null): boolean => {
    const stands = read !== null && (read.type !== 'cluster' || hasMembers(read, here))
    if (stands) return false
    const instead = record.type === 'cluster' ? clusterOfMembers(record, here, names) : undefined
    made.delete(record.id)
    if (instead === undefined) {
      records.delete(record.id)
      renamed.delete(record.id)
    } else renamed.set(record.id, instead)
    if (record.type === 'link') left.set('link', (left.get('link') ?? 0) + 1)
    return true
  }
  /** A new id for what says something else than the record of its id here; true when names changed by it. */
  const settle = (record: AnyRecord): boolean => {
    if (renamed.has(record.id) && !made.has(record.id)) return false
    const read = recordHere(record, names)
    const mine = here[record.type].get(record.id)
    if (mine && !made.has(record.id) && (read === null || saysTheSame(read, mine))) return false
    if (drop(record, read)) return true
    if (made.has(record.id) || !taken.has(record.id)) return false
    renamed.set(record.id, newId())
    made.add(record.id)
    return true
  }
  const findTwin = (record: AnyRecord): boolean => {
    if (!mayBeTwin(record)) return false
    const read = recordHere(record, names)
    const mine = here[record.type].get(record.id)
    // What it points to has found its own: after all it is the record of its id.
    const own = mine && read && made.has(record.id) && saysTheSame(read, mine) ? record.id : undefined
    const twin = own ?? (read && (made.has(record.id) || !mine) ? twins.take(read) : undefined)
    if (twin === undefined) return false
    renamed.set(record.id, twin)
    made.delete(record.id)
    return true
  }
  const each = (work: (record: AnyRecord) => boolean): boolean =>
    [...records.values()].reduce((changed, record) => work(record) || changed, false)
  // A new name changes what points to it. Twins come after: they are looked for by names that no longer change.
  let changing = true
  while (changing) {
    while (each(settle));
    changing = each(findTwin)
  }
  return { records, names, left, renamed: [...made].flatMap((id) => records.get(id) ?? []) }
}

/** Of the same kind in both files, like a vote that was not opened yet. */
const isHereToo = (here: DocumentView, there: DocumentView, id: string): boolean =>
  RECORD_TYPES.some((type) => there[type].has(id) && here[type].has(id))

/** Records here that no record of the other file is by its id, by what they say; each stands for one of them. */
const twinsIn = (here: DocumentView, idsThere: ReadonlySet<string>) => {
  const byContent = new Map<RecordType, Map<string, string[]>>()
  const index = (type: RecordType): Map<string, string[]> => {
    const known = byContent.get(type)
    if (known) return known
    const made = new Map<string, string[]>()
    for (const record of here[type].values()) {
      if (idsThere.has(record.id) && type !== 'link') continue
      const key = contentKey(record)
      made.set(key, [...(made.get(key) ?? []), record.id])
    }
    byContent.set(type, made)
    return made
  }
  return { take: (read: AnyRecord): string | undefined => index(read.type).get(contentKey(read))?.shift() }
}

/** Cards of a group that only the other file has can join it: new ones, and those that are in no group here. */
const hasMembers = (cluster: Cluster, here: DocumentView): boolean => {
  const free = cluster.cards.filter(({ id }) => {
    const mine = here.card.get(id)
    return !mine || (mine.clusterId === undefined && mine.boardId === cluster.boardId)
  })
  return free.length >= (cluster.kind === 'merged' ? 2 : 1)
}

const clusterOfMembers = (cluster: Cluster, here: DocumentView, { to }: Names): string | undefined => {
  for (const { id } of cluster.cards) {
    const found = here.card.get(to(id) ?? '')?.clusterId
    if (found !== undefined) return found
  }
  return undefined
}
