import type { Diff, FieldChange } from '../change/diff'
import { changeBetween, changedRecord, diffOf } from '../change/diff'
import type { DocumentView } from '../model/document'
import { allRecords } from '../model/document'
import type { AnyRecord } from '../model/records'
import type { Role } from '../protocol/roles'
import { visible } from './visible'

const seen = (records: readonly AnyRecord[], role: Role): AnyRecord[] =>
  records.flatMap((record) => visible(record, role) ?? [])

/** What a role gets of a whole document. */
export const filterRecords = (view: DocumentView, role: Role): AnyRecord[] => seen([...allRecords(view)], role)

/**
 * What a role gets of a change; `after` is the document with the change made. A record that becomes visible is added, one
 * that is no longer visible is removed as it was last seen. Applied to a filtered snapshot it gives exactly what filtering
 * the changed document gives.
 */
export const filterDiff = (diff: Diff, after: DocumentView, role: Role): Diff => {
  const added = seen(diff.added ?? [], role)
  const removed = seen(diff.removed ?? [], role)
  const changed: (FieldChange | null)[] = []
  for (const change of diff.changed ?? []) {
    const record = after[change.type].get(change.id)
    if (!record) continue
    const now = visible(record, role)
    const before = visible(changedRecord(record, { ...change, from: change.to, to: change.from }), role)
    if (before && now) changed.push(changeBetween(before, now))
    else if (before) removed.push(before)
    else if (now) added.push(now)
  }
  return diffOf({ added, changed, removed })
}
