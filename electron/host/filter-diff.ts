import type { Diff, FieldChange } from '@core/change/diff'
import { changeBetween, changedRecord, diffOf } from '@core/change/diff'
import type { DocumentView } from '@core/model/document'
import { allRecords } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { Role } from '@core/protocol/roles'
import { visible } from '@core/rules/visible'

/**
 * The part of a diff that a role may see, as a diff between what it saw before and sees after. `view` is the document
 * after the change.
 */
export const filterDiff = (diff: Diff, view: DocumentView, role: Role): Diff => {
  const added = seen(diff.added ?? [], role)
  const removed = seen(diff.removed ?? [], role)
  const changed: FieldChange[] = []
  for (const change of diff.changed ?? []) {
    const record = view[change.type].get(change.id)
    if (!record) continue
    const after = visible(record, role)
    const before = visible(changedRecord(record, { ...change, from: change.to, to: change.from }), role)
    if (before && after) {
      const part = changeBetween(before, after)
      if (part) changed.push(part)
    } else if (after) added.push(after)
    else if (before) removed.push(before)
  }
  return diffOf({ added, changed, removed })
}

const seen = (records: readonly AnyRecord[], role: Role): AnyRecord[] =>
  records.map((record) => visible(record, role)).filter((record) => record !== null)

export const visibleRecords = (view: DocumentView, role: Role): AnyRecord[] => seen([...allRecords(view)], role)
