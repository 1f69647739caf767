import type { DocumentView, Tables } from '../model/document'
import { putRecord } from '../model/document'
import type { AnyRecord, RecordMap, RecordType } from '../model/records'
import type { Result } from '../lib/result'
import { err, ok } from '../lib/result'

export type Fields = { readonly [field: string]: unknown }

/** A key missing in `from` or `to` means that the field was, or will be, absent. `undefined` is never stored. */
export type FieldChange = {
  readonly type: RecordType
  readonly id: string
  readonly from: Fields
  readonly to: Fields
}

/**
 * The one form of a change: journal, undo and push use it alike. JSON-safe and invertible. A record is in at most one
 * of the three lists.
 */
export type Diff = {
  readonly added?: readonly AnyRecord[]
  readonly changed?: readonly FieldChange[]
  readonly removed?: readonly AnyRecord[]
}

/** Where a diff does not fit the document: somebody else changed the same field, or the record is gone. */
export type StaleDiff = { readonly type: RecordType; readonly id: string; readonly fields: readonly string[] }

export const isEmptyDiff = (diff: Diff): boolean =>
  (diff.added?.length ?? 0) + (diff.changed?.length ?? 0) + (diff.removed?.length ?? 0) === 0

/** Deep equality of JSON values; a field that is undefined counts as absent. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = a as Fields // an object, checked above
  const right = b as Fields
  const keys = definedKeys(left)
  if (keys.length !== definedKeys(right).length) return false
  return keys.every((key) => sameValue(left[key], right[key]))
}

const definedKeys = (value: Fields): string[] => Object.keys(value).filter((key) => value[key] !== undefined)

/** The change that makes `before` into `after`; null when nothing differs. Both must have the same type and id. */
export const changeBetween = (before: AnyRecord, after: AnyRecord): FieldChange | null => {
  const left = before as unknown as Fields // records are plain JSON objects
  const right = after as unknown as Fields
  const from: Record<string, unknown> = {}
  const to: Record<string, unknown> = {}
  for (const key of new Set([...definedKeys(left), ...definedKeys(right)])) {
    if (sameValue(left[key], right[key])) continue
    if (left[key] !== undefined) from[key] = left[key]
    if (right[key] !== undefined) to[key] = right[key]
  }
  if (Object.keys(from).length + Object.keys(to).length === 0) return null
  return { type: before.type, id: before.id, from, to }
}

/** A change of some fields of a record that is in the document; `undefined` removes the field. */
export const patch = <T extends RecordType>(
  record: RecordMap[T],
  fields: { readonly [F in keyof RecordMap[T]]?: RecordMap[T][F] | undefined },
): FieldChange | null => changeBetween(record, { ...record, ...fields })

/** A diff from parts; parts that changed nothing are left out. */
export const diffOf = (parts: {
  readonly added?: readonly AnyRecord[]
  readonly changed?: readonly (FieldChange | null)[]
  readonly removed?: readonly AnyRecord[]
}): Diff => {
  const changed = (parts.changed ?? []).filter((change) => change !== null)
  return {
    ...(parts.added && parts.added.length > 0 ? { added: parts.added.map(withoutUndefined) } : {}),
    ...(changed.length > 0 ? { changed } : {}),
    ...(parts.removed && parts.removed.length > 0 ? { removed: parts.removed } : {}),
  }
}

const withoutUndefined = (record: AnyRecord): AnyRecord => {
  const fields = record as unknown as Fields
  if (!Object.values(fields).includes(undefined)) return record
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as AnyRecord
}

export const invertDiff = (diff: Diff): Diff => ({
  ...(diff.removed ? { added: diff.removed } : {}),
  ...(diff.changed
    ? { changed: diff.changed.map(({ type, id, from, to }) => ({ type, id, from: to, to: from })) }
    : {}),
  ...(diff.added ? { removed: diff.added } : {}),
})

/** The first place where the diff does not fit; null when it fits wholly. */
export const findStale = (view: DocumentView, diff: Diff): StaleDiff | null => {
  for (const record of diff.removed ?? []) {
    const present = view[record.type].get(record.id)
    const change = present && changeBetween(record, present)
    if (!present || change) return { type: record.type, id: record.id, fields: change ? Object.keys(change.to) : [] }
  }
  for (const change of diff.changed ?? []) {
    const record = view[change.type].get(change.id) as Fields | undefined
    if (!record) return { type: change.type, id: change.id, fields: [] }
    const stale = touchedFields(change).filter((field) => !sameValue(record[field], change.from[field]))
    if (stale.length > 0) return { type: change.type, id: change.id, fields: stale }
  }
  for (const record of diff.added ?? []) {
    if (view[record.type].has(record.id)) return { type: record.type, id: record.id, fields: [] }
  }
  return null
}

export const touchedFields = (change: FieldChange): string[] => [
  ...new Set([...Object.keys(change.from), ...Object.keys(change.to)]),
]

/** Applies the whole diff or nothing. Touches only the named records: time does not grow with the document. */
export const applyDiff = (tables: Tables, diff: Diff): Result<null, StaleDiff> => {
  const stale = findStale(tables, diff)
  if (stale) return err(stale)
  for (const record of diff.removed ?? []) tables[record.type].delete(record.id)
  for (const change of diff.changed ?? []) {
    const record = tables[change.type].get(change.id)
    if (record) putRecord(tables, changedRecord(record, change))
  }
  for (const record of diff.added ?? []) putRecord(tables, record)
  return ok(null)
}

/** A new record with the change made; field order of the record is kept. */
export const changedRecord = (record: AnyRecord, change: FieldChange): AnyRecord => {
  const next: Record<string, unknown> = { ...record }
  for (const field of touchedFields(change)) {
    if (change.to[field] === undefined) delete next[field]
    else next[field] = change.to[field]
  }
  return next as unknown as AnyRecord // the fields of a record of this type
}

/** Ids that a diff touches, with their type. */
export const touched = (diff: Diff): { readonly type: RecordType; readonly id: string }[] => [
  ...(diff.removed ?? []),
  ...(diff.changed ?? []),
  ...(diff.added ?? []),
]
