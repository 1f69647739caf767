import type { Diff, FieldChange } from '../change/diff'
import { changeBetween, diffOf, touched } from '../change/diff'
import type { DocumentView } from '../model/document'
import { allRecords } from '../model/document'
import type { AnyRecord, RecordType } from '../model/records'
import type { Role } from '../protocol/roles'
import { visible } from './visible'

export type RecordLookup = (type: RecordType, id: string) => AnyRecord | undefined

/** What a role gets of a whole document. */
export const filterRecords = (view: DocumentView, role: Role): AnyRecord[] =>
  [...allRecords(view)].flatMap((record) => visible(record, role) ?? [])

/**
 * What a role gets of a change: a record that becomes visible is added, one that is no longer visible is removed as it
 * was last seen. `before` and `after` answer the record before and after the change. Applied to a filtered snapshot it
 * gives exactly what filtering the changed document gives.
 */
export const filterDiff = (diff: Diff, before: RecordLookup, after: RecordLookup, role: Role): Diff => {
  const added: AnyRecord[] = []
  const changed: (FieldChange | null)[] = []
  const removed: AnyRecord[] = []
  for (const { type, id } of touched(diff)) {
    const old = before(type, id)
    const now = after(type, id)
    const seen = old ? visible(old, role) : null
    const sees = now ? visible(now, role) : null
    if (seen && sees) changed.push(changeBetween(seen, sees))
    else if (seen) removed.push(seen)
    else if (sees) added.push(sees)
  }
  return diffOf({ added, changed, removed })
}
