import type { Diff } from '@core/change/diff'
import type { History } from '@core/change/history'
import { emptyHistory, planRedo, planUndo, recordChange } from '@core/change/history'
import type { Result } from '@core/lib/result'
import { ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import type { Failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import type { HistoryView } from '@core/protocol/views'

type Step = { readonly name: string; readonly diff: Diff; readonly done: () => void }

/** What one role has changed and may take back: its own document changes, never those of others. */
export const createUndo = (view: DocumentView) => {
  const byRole = new Map<string, History>()
  const of = (role: string): History => byRole.get(role) ?? emptyHistory
  const step = (role: Role, plan: typeof planUndo): Result<Step, Failure> => {
    const { outcome, next } = plan(view, of(role))
    if (outcome.ok) {
      const { label, diff } = outcome.value
      return ok({ name: label, diff, done: () => byRole.set(role, next) })
    }
    byRole.set(role, next)
    return outcome
  }
  return {
    /** Remembers a change; answers whether there is now something else to undo. */
    note: (diff: Diff, change: { readonly name: string; readonly by: string; readonly undoable: boolean }): boolean => {
      if (!change.undoable) return false
      byRole.set(change.by, recordChange(of(change.by), change.name, diff))
      return true
    },
    back: (role: Role) => step(role, planUndo),
    forward: (role: Role) => step(role, planRedo),
    view: (role: Role): HistoryView => {
      const { undo, redo } = of(role)
      return { undo: undo.at(-1)?.label ?? null, redo: redo.at(-1)?.label ?? null }
    },
  }
}
export type Undo = ReturnType<typeof createUndo>
