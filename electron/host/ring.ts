import type { Diff } from '@core/change/diff'
import { isEmptyDiff } from '@core/change/diff'
import type { DocChange } from '@core/protocol/envelope'
import type { Role } from '@core/protocol/roles'
import type { View } from './seat'

/** Changes kept for connections that come back, so that they need no whole document. */
const KEPT = 2_000

export const VIEWS: readonly { readonly view: View; readonly role: Role }[] = [
  { view: 'laptop', role: 'facilitator' },
  { view: 'projector', role: 'projector' },
  { view: 'phone', role: 'participant' },
]

export type Filtered = { readonly [V in View]: Diff }

/** The last changes as each view saw them. `base` is the last sequence number before the first one kept. */
export const createRing = (base: number) => {
  let from = base
  let last = base
  const entries: { readonly seq: number; readonly diffs: Filtered }[] = []
  return {
    add: (seq: number, diffs: Filtered): void => {
      entries.push({ seq, diffs })
      last = seq
      if (entries.length > KEPT * 2) {
        entries.splice(0, entries.length - KEPT)
        from = (entries[0]?.seq ?? last + 1) - 1
      }
    },
    /** What a view missed after `seq`; null when that is not known any more. */
    after: (seq: number, view: View): DocChange[] | null => {
      if (seq < from || seq > last) return null
      return entries
        .filter((entry) => entry.seq > seq && !isEmptyDiff(entry.diffs[view]))
        .map((entry) => ({ seq: entry.seq, diff: entry.diffs[view] }))
    },
  }
}
export type Ring = ReturnType<typeof createRing>
