import type { AnyRecord, RecordMap, RecordType } from './records'
import { RECORD_TYPES } from './records'
import type { Lab } from './lab'
import type { Session } from './session'
import { noteZoneEnd } from './zone-ends'

export type Table<T extends RecordType> = ReadonlyMap<string, RecordMap[T]>
type MutableTables = { readonly [T in RecordType]: Map<string, RecordMap[T]> }

/**
 * A document in memory: one mutable map per record type, of frozen records. Only `applyDiff` writes to it; copying
 * 50,000 cards at every change would cost 25-32 ms.
 */
export type Tables = MutableTables

/** What commands, reports and pages read. */
export type DocumentView = { readonly [T in RecordType]: Table<T> }

export const emptyTables = (): Tables =>
  Object.fromEntries(RECORD_TYPES.map((type) => [type, new Map()])) as unknown as Tables // keys are RECORD_TYPES by construction

export const tablesOf = (records: Iterable<AnyRecord>): Tables => {
  const tables = emptyTables()
  for (const record of records) putRecord(tables, record)
  return tables
}

export const putRecord = (tables: Tables, record: AnyRecord): void => {
  const table = tables[record.type] as Map<string, AnyRecord> // the map of the record's own type
  table.set(record.id, Object.freeze(record))
  noteZoneEnd(table, record)
}

/** In file order: by type, then as inserted. */
export function* allRecords(view: DocumentView): Generator<AnyRecord> {
  for (const type of RECORD_TYPES) yield* view[type].values()
}

/** Order keys compare as plain code units (not by locale): the same order on every machine. */
export const byOrder = (
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

type OrderedType = { [T in RecordType]: RecordMap[T] extends { readonly order: string } ? T : never }[RecordType]

/** All records of a type, by order key. */
export const ordered = <T extends OrderedType>(view: DocumentView, type: T): RecordMap[T][] =>
  ([...view[type].values()] as (RecordMap[T] & { order: string; id: string })[]).toSorted(byOrder)

export const sessionOf = (view: DocumentView): Session | undefined => view.session.values().next().value
export const labOf = (view: DocumentView): Lab | undefined => view.lab.values().next().value
