import type { Diff } from '@core/change/diff'
import { findStale, invertDiff, touched } from '@core/change/diff'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import type { HistoryView } from '@core/protocol/views'

/** Steps that can be undone, per role. */
const DEPTH = 200

type Step = { readonly name: string; readonly diff: Diff }
type Stacks = { readonly undo: Step[]; readonly redo: Step[] }

/** A vote that was opened once is never changed backwards. */
const touchesVoted = (view: DocumentView, diff: Diff): boolean =>
  touched(diff).some(({ type, id }) => {
    const vote = type === 'vote' ? view.vote.get(id) : undefined
    return vote?.rounds.some((round) => round.state !== 'draft') ?? false
  })

/** What one role has changed and may take back: its own document changes, never those of others. */
export const createUndo = (view: DocumentView) => {
  const byRole = new Map<string, Stacks>()
  const stacksOf = (role: string): Stacks => {
    const stacks = byRole.get(role) ?? { undo: [], redo: [] }
    byRole.set(role, stacks)
    return stacks
  }
  const step = (role: Role, from: keyof Stacks, to: keyof Stacks): Result<Step & { done: () => void }, Failure> => {
    const stacks = stacksOf(role)
    const last = stacks[from].at(-1)
    if (!last) return err(failure(from === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo'))
    const diff = from === 'undo' ? invertDiff(last.diff) : last.diff
    if (touchesVoted(view, diff)) return err(failure('vote-frozen'))
    if (findStale(view, diff)) {
      // Somebody changed the same since: this step is no longer one's own to take back.
      stacks[from].pop()
      return err(failure('changed-meanwhile'))
    }
    const done = (): void => {
      stacks[from].pop()
      stacks[to].push(last)
    }
    return ok({ name: last.name, diff, done })
  }
  return {
    /** Remembers a change; answers whether there is now something else to undo. */
    note: (diff: Diff, change: { readonly name: string; readonly by: string; readonly undoable: boolean }): boolean => {
      if (!change.undoable) return false
      const stacks = stacksOf(change.by)
      stacks.undo.push({ name: change.name, diff })
      if (stacks.undo.length > DEPTH) stacks.undo.shift()
      stacks.redo.length = 0
      return true
    },
    back: (role: Role) => step(role, 'undo', 'redo'),
    forward: (role: Role) => step(role, 'redo', 'undo'),
    view: (role: Role): HistoryView => {
      const stacks = stacksOf(role)
      return { undo: stacks.undo.at(-1)?.name ?? null, redo: stacks.redo.at(-1)?.name ?? null }
    },
  }
}
export type Undo = ReturnType<typeof createUndo>
