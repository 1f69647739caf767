import type { Diff } from '../change/diff'
import { applyDiff, diffOf } from '../change/diff'
import { ordersAfter } from '../change/order'
import { eraseFrom, erasureOf } from '../commands/erasure'
import { endOfZone } from '../commands/places'
import { sameWords } from '../import/card-table'
import type { Result } from '../lib/result'
import { err, ok } from '../lib/result'
import type { DocumentView } from '../model/document'
import { allRecords, byOrder, labOf, ordered, sessionOf, tablesOf } from '../model/document'
import { LIMITS } from '../model/limits'
import type { AnyRecord } from '../model/records'
import type { Session } from '../model/session'
import type { Voice } from '../model/voice'
import type { Failure } from '../protocol/failures'
import { failure } from '../protocol/failures'
import type { MergePlan } from '../protocol/report-views'
import { isVoting } from '../rules/frozen'
import { joinGroups } from './merge-groups'
import type { BoardMatch, LabelOf } from './merge-match'
import { matchBoards, matchByName } from './merge-match'
import { matchAgenda, nameRecords, takenIds } from './merge-names'
import type { Naming } from './merge-names'
import { recordHere } from './merge-rewrite'
import { doublesOf } from './merge-words'

export type Merge = { readonly diff: Diff; readonly plan: MergePlan }

type Tools = {
  readonly labelOf: LabelOf
  readonly newId: () => string
  /** It goes into a session of its own: the open one may be closed. */
  readonly asNew?: boolean
}

/**
 * What a file of a parallel group adds to the open session, as one change. What is the same by id and content, or of the
 * same name (voices, boards, columns, steps), is one; everything else of the other file comes in with its references. An id that
 * means something else here gets a new one. Agenda, people present and all settings stay as they are here.
 */
export const mergeSessions = (here: DocumentView, file: DocumentView, tools: Tools): Result<Merge, Failure> => {
  const refused = whyNot(here, file, tools.asNew === true)
  if (refused) return err(refused)
  const { there, erased } = withoutErased(here, file)
  const structure = matchStructure(here, there, tools)
  const naming = nameRecords(here, there, {
    structure: structure.ids,
    place: (id) => structure.places.get(id),
    session: { there: sessionOf(there)?.id ?? '', here: sessionOf(here)?.id ?? '' },
    erased,
    newId: tools.newId,
  })
  const groups = joinGroups(here, naming)
  const rest = freshRecords(here, naming)
  const added: AnyRecord[] = [
    ...structure.voices,
    ...structure.boards.fresh,
    ...rest,
    ...inZones(here, [...groups.cards, ...groups.clusters]),
  ]
  const full = overLimits(here, added)
  if (full) return err(full)
  // What was erased there must not come with a third file.
  const taken = takenIds(here)
  const tombstones = [...there.tombstone.values()].filter(({ id }) => !taken.has(id))
  const diff = diffOf({
    added: [...added, ...tombstones],
    changed: [...structure.boards.match.changed, ...groups.changed],
  })
  return ok({ diff, plan: planOf(here, there, structure, naming, added) })
}

/**
 * What was erased here is not brought back: neither by its id, nor as a copy of the words (an option of a vote), nor in what
 * else the same person wrote there.
 */
const withoutErased = (
  here: DocumentView,
  file: DocumentView,
): { readonly there: DocumentView; readonly erased: ReadonlySet<string> } => {
  const erased = new Set(here.tombstone.keys())
  if (erased.size === 0) return { there: file, erased }
  const { diff } = eraseFrom(file, erasureOf(erased))
  const there = tablesOf(allRecords(file))
  applyDiff(there, { changed: diff.changed ?? [] })
  for (const { id } of diff.added ?? []) erased.add(id)
  return { there, erased }
}

const whyNot = (here: DocumentView, there: DocumentView, asNew: boolean): Failure | null => {
  if (!asNew && sessionOf(here)?.state === 'closed') return failure('session-is-closed')
  const [mine, other] = [labOf(here), labOf(there)]
  const sameLab = mine?.id === other?.id || sameWords(mine?.name ?? '') === sameWords(other?.name ?? '')
  if (!sameLab) return failure('other-lab', { lab: other?.name ?? '' })
  const voting = [...there.vote.values()].filter(isVoting).length
  return voting > 0 ? failure('other-vote-open', { count: voting }) : null
}

type Structure = {
  readonly ids: ReadonlyMap<string, string>
  readonly places: BoardMatch['places']
  readonly voices: readonly Voice[]
  readonly matchedVoices: ReadonlyMap<string, Voice>
  readonly boards: { readonly match: BoardMatch; readonly fresh: readonly AnyRecord[] }
}

/** Voices, boards, steps and groups: what everything else stands in. */
const matchStructure = (here: DocumentView, there: DocumentView, { labelOf, newId }: Tools): Structure => {
  const taken = takenIds(here)
  const freeId = (id: string): string => (taken.has(id) ? newId() : id)
  const ids = new Map(matchAgenda(here, there, labelOf))
  const matchedVoices = matchByName(ordered(here, 'voice'), ordered(there, 'voice'), labelOf)
  for (const [id, mine] of matchedVoices) ids.set(id, mine.id)
  const newVoices = ordered(there, 'voice').filter(({ id }) => !matchedVoices.has(id))
  const slots = new Set(ordered(here, 'voice').map(({ slot }) => slot))
  const voices = withOrders(here, 'voice', newVoices).map((voice) => {
    const slot = slots.has(voice.slot)
      ? ([1, 2, 3, 4, 5, 6, 7, 8].find((one) => !slots.has(one)) ?? voice.slot)
      : voice.slot
    slots.add(slot)
    const id = freeId(voice.id)
    ids.set(voice.id, id)
    return { ...voice, id, slot }
  })
  const match = matchBoards(here, there, labelOf, newId)
  const places = new Map(match.places)
  for (const [board, mine] of match.matched) ids.set(board.id, mine.id)
  const fresh = withOrders(here, 'board', match.added).map(({ groupId, ...board }) => {
    const group = groupId === undefined ? undefined : ids.get(groupId)
    const made = { ...board, id: freeId(board.id), ...(group === undefined ? {} : { groupId: group }) }
    ids.set(board.id, made.id)
    places.set(board.id, { board: made, entries: board.axes.map(() => new Map()) })
    return made
  })
  return { ids, places, voices, matchedVoices, boards: { match, fresh } }
}

type Ordered = Extract<AnyRecord, { readonly order: string }>

/** Behind those that are here, in the order of the other file. */
const withOrders = <R extends Ordered>(here: DocumentView, type: Ordered['type'], fresh: readonly R[]): R[] => {
  const last = ordered(here, type).at(-1)?.order ?? null
  const orders = ordersAfter(last, fresh.length)
  return fresh.toSorted(byOrder).map((record, at) => ({ ...record, order: orders[at] ?? record.order }))
}

/** Everything but cards and groups, which have their places on boards. */
const freshRecords = (here: DocumentView, { records, names }: Naming): AnyRecord[] => {
  const fresh: AnyRecord[] = []
  for (const record of records.values()) {
    if (record.type === 'card' || record.type === 'cluster') continue
    const id = names.to(record.id)
    if (id === undefined || here[record.type].has(id)) continue
    const read = recordHere(record, names)
    if (read) fresh.push({ ...read, id })
  }
  const types = [...new Set(fresh.map(({ type }) => type))]
  const placed = types.flatMap((type): AnyRecord[] => {
    const ofType = fresh.filter((record) => record.type === type)
    const withOrder = ofType.filter((record): record is Ordered => 'order' in record)
    const [first] = withOrder
    return first ? withOrders(here, first.type, withOrder) : ofType
  })
  let number = Math.max(0, ...[...here.decision.values()].map((decision) => decision.number))
  return placed.map((record) => (record.type === 'decision' ? { ...record, number: (number += 1) } : record))
}

type Placed = Extract<AnyRecord, { readonly zone: readonly string[] }>

/** Behind what lies in each zone already. */
const inZones = (here: DocumentView, items: readonly Placed[]): Placed[] => {
  const ends = new Map<string, string | null>()
  return items.toSorted(byOrder).map((item) => {
    const key = `${item.boardId} ${item.zone.join(' ')}`
    const last = ends.get(key) ?? endOfZone(here, item.boardId, item.zone)
    const order = ordersAfter(last, 1)[0] ?? item.order
    ends.set(key, order)
    return { ...item, order }
  })
}

const overLimits = (here: DocumentView, added: readonly AnyRecord[]): Failure | null => {
  for (const [type, limit] of [
    ['card', LIMITS.cards],
    ['voice', LIMITS.voices],
    ['person', LIMITS.people],
  ] as const) {
    if (here[type].size + added.filter((record) => record.type === type).length > limit) {
      return failure('too-many', { limit })
    }
  }
  const images = [...here.image.values(), ...added].flatMap((record) => (record.type === 'image' ? [record.data] : []))
  // Base64 takes four letters for three bytes.
  const bytes = images.reduce((sum, data) => sum + (data.length * 3) / 4, 0)
  return bytes > LIMITS.imagesPerSession ? failure('images-full') : null
}

const follow = (one: Session | undefined, other: Session | undefined): boolean =>
  one?.previous !== undefined && one.previous === other?.id

const planOf = (
  here: DocumentView,
  there: DocumentView,
  { matchedVoices, voices, boards }: Structure,
  { records, names, left, renamed }: Naming,
  added: readonly AnyRecord[],
): MergePlan => {
  const session = sessionOf(there)
  const count = (type: AnyRecord['type']): number => added.filter((record) => record.type === type).length
  const counted = ['voice', 'board', 'card', 'vote', 'decision', 'task', 'person'] as const
  const known = [...records.values()].filter((record) => here[record.type].has(names.to(record.id) ?? ''))
  const hidden = [...records.values()].filter((record) => record.type === 'card' && !record.revealed)
  return {
    title: session?.title ?? '',
    day: session?.day ?? '',
    cards: count('card'),
    boards: { matched: boards.match.matched.length, added: count('board') },
    voices: { matched: matchedVoices.size, added: count('voice') },
    people: { matched: known.filter(({ type }) => type === 'person').length, added: count('person') },
    votes: count('vote'),
    decisions: count('decision'),
    tasks: count('task'),
    other: added.length - counted.reduce((sum, type) => sum + count(type), 0),
    same: known.length,
    entries: boards.match.entries,
    renamed: renamed.length,
    doubled: doublesOf(renamed),
    held: hidden.length - known.filter((record) => record.type === 'card' && !record.revealed).length,
    sameSession: session?.id === sessionOf(here)?.id,
    follows: follow(session, sessionOf(here)) || follow(sessionOf(here), session),
    matches: [
      ...boards.match.matched.map(([one, mine]) => ({ type: 'board' as const, there: one.label, here: mine.label })),
      ...[...matchedVoices].flatMap(([id, mine]) => {
        const one = there.voice.get(id)
        return one ? [{ type: 'voice' as const, there: one.label, here: mine.label }] : []
      }),
    ],
    fresh: [
      ...boards.match.added.map(({ label }) => ({ type: 'board' as const, label })),
      ...voices.map(({ label }) => ({ type: 'voice' as const, label })),
    ],
    left: [...left].map(([what, number]) => ({ what, count: number })),
  }
}
