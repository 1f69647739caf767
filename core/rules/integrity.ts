import type { Diff } from '../change/diff'
import { changedRecord, touched } from '../change/diff'
import type { DocumentView } from '../model/document'
import { allRecords } from '../model/document'
import type { AnyRecord } from '../model/records'
import { RECORD_TYPES } from '../model/records'
import { referencesOf } from './references'

type Lookup = (id: string) => AnyRecord | undefined

/**
 * Whether a diff that fits field by field would still leave something pointing to nothing, or a card in a zone that its
 * board does not have. Commands keep to this by themselves; an undo may come after others built on what it takes away.
 */
export const breaksReferences = (view: DocumentView, diff: Diff): boolean => {
  const after = new Map<string, AnyRecord | null>()
  for (const record of diff.removed ?? []) after.set(record.id, null)
  for (const change of diff.changed ?? []) {
    const record = view[change.type].get(change.id)
    if (record) after.set(change.id, changedRecord(record, change))
  }
  for (const record of diff.added ?? []) after.set(record.id, record)
  const lookup: Lookup = (id) => {
    const touchedRecord = after.get(id)
    return touchedRecord === undefined ? anyRecord(view, id) : (touchedRecord ?? undefined)
  }
  for (const record of after.values()) if (record && isBroken(record, lookup)) return true
  const lost = new Set((diff.removed ?? []).map((record) => record.id))
  const boards = new Set(touched(diff).flatMap(({ type, id }) => (type === 'board' ? [id] : [])))
  if (lost.size === 0 && boards.size === 0) return false
  for (const record of allRecords(view)) {
    if (after.has(record.id)) continue
    if (referencesOf(record).some((id) => lost.has(id) || boards.has(id)) && isBroken(record, lookup)) return true
  }
  return false
}

const anyRecord: (view: DocumentView, id: string) => AnyRecord | undefined = (view, id) => {
  for (const type of RECORD_TYPES) {
    const record = view[type].get(id)
    if (record) return record
  }
  return undefined
}

const isBroken = (record: AnyRecord, lookup: Lookup): boolean => {
  if (referencesOf(record).some((id) => !lookup(id))) return true
  if (record.type !== 'card' && record.type !== 'cluster') return false
  const board = lookup(record.boardId)
  if (board?.type !== 'board') return true
  const fits = (zone: readonly string[]): boolean =>
    zone.length === board.axes.length &&
    board.axes.every((axis, index) => axis.entries.some((entry) => entry.id === zone[index]))
  if (!fits(record.zone)) return true
  return record.type === 'cluster' && !membersFit(record, lookup, fits)
}

/** A cluster and its cards know each other. */
const membersFit = (
  cluster: Extract<AnyRecord, { type: 'cluster' }>,
  lookup: Lookup,
  fits: (zone: readonly string[]) => boolean,
): boolean =>
  cluster.cards.every((member) => {
    const card = lookup(member.id)
    return card?.type === 'card' && card.clusterId === cluster.id && fits(member.zone)
  })

/** Ids of records of a document that point to nothing; empty in a sound one. */
export const brokenRecords = (view: DocumentView): string[] => {
  const lookup: Lookup = (id) => anyRecord(view, id)
  return [...allRecords(view)].filter((record) => isBroken(record, lookup)).map((record) => record.id)
}
