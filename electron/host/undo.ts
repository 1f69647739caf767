import type { Diff } from '@core/change/diff'
import type { History, HistoryEntry as Entry } from '@core/change/history'
import { emptyHistory, planRedo, planRestore, planUndo, recordChange } from '@core/change/history'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Role } from '@core/protocol/roles'
import type { HistoryEntry, HistoryView } from '@core/protocol/views'

type Step = { readonly name: string; readonly diff: Diff; readonly done: () => void }
type Mark = { readonly entryId: number; readonly at: number }

/** Characters of what a change was about, for telling entries of a list apart. */
const ABOUT = 80

/** What one role has changed and may take back: its own document changes, never those of others. */
export const createUndo = (view: DocumentView, now: () => number) => {
  const byRole = new Map<string, History>()
  const marks = new WeakMap<Diff, Mark>()
  let last = 0
  const of = (role: string): History => byRole.get(role) ?? emptyHistory
  const mark = (diff: Diff): Mark => {
    const known = marks.get(diff) ?? { entryId: (last += 1), at: now() }
    marks.set(diff, known)
    return known
  }
  const take = (role: Role, plan: ReturnType<typeof planUndo>): Result<Step, Failure> => {
    const { outcome, next } = plan
    if (outcome.ok) {
      const { label, diff } = outcome.value
      return ok({ name: label, diff, done: () => byRole.set(role, next) })
    }
    byRole.set(role, next)
    return outcome
  }
  return {
    /** Remembers a change; answers whether there is now something else to undo. */
    note: (
      diff: Diff,
      change: { readonly name: string; readonly by: string; readonly undoable: boolean; readonly batch?: string },
    ): boolean => {
      if (!change.undoable) return false
      const next = recordChange(of(change.by), change.name, diff, change.batch)
      mark(next.undo.at(-1)?.diff ?? diff)
      byRole.set(change.by, next)
      return true
    },
    /** After an erasure nothing may bring back what is gone. */
    forget: (): void => byRole.clear(),
    back: (role: Role) => take(role, planUndo(view, of(role))),
    forward: (role: Role) => take(role, planRedo(view, of(role))),
    /** One earlier change alone. */
    restore: (role: Role, entryId: number): Result<Step, Failure> => {
      const entry = of(role).undo.find(({ diff }) => mark(diff).entryId === entryId)
      return entry ? take(role, planRestore(view, of(role), entry)) : err(failure('nothing-to-undo'))
    },
    view: (role: Role): HistoryView => {
      const { undo, redo } = of(role)
      return { undo: undo.at(-1)?.label ?? null, redo: redo.at(-1)?.label ?? null }
    },
    /** Newest first: what could be done again, then what was done. */
    list: (role: Role): HistoryEntry[] => {
      const { undo, redo } = of(role)
      const shown = (state: HistoryEntry['state']) => (entry: Entry) => entryOf(entry, state, mark(entry.diff))
      return [...redo.map(shown('undone')), ...undo.toReversed().map(shown('done'))]
    },
  }
}
export type Undo = ReturnType<typeof createUndo>

const entryOf = ({ label, diff }: Entry, state: HistoryEntry['state'], { entryId, at }: Mark): HistoryEntry => {
  const records = [...(diff.removed ?? []), ...(diff.added ?? [])].filter(({ type }) => type !== 'link')
  const about = aboutOf(records, diff)
  return {
    entryId,
    what: label,
    at,
    ...(about === undefined ? {} : { about }),
    count: new Set([...records, ...(diff.changed ?? [])].map(({ id }) => id)).size,
    state,
    restorable: state === 'done' && (diff.removed ?? []).some(({ type }) => type !== 'link'),
  }
}

const aboutOf = (records: readonly AnyRecord[], diff: Diff): string | undefined => {
  const changed = (diff.changed ?? []).flatMap(({ from, to }) => [wordsIn(to), wordsIn(from)])
  const text = [...records.map((record) => wordsIn(record)), ...changed].find((words) => words !== undefined)
  return text === undefined || text.length <= ABOUT ? text : `${text.slice(0, ABOUT - 1).trimEnd()}\u2026`
}

/** The words that people know a record by. */
const wordsIn = (fields: object): string | undefined => {
  const { text, wording, title, question, name, alias, label } = fields as { readonly [field: string]: unknown }
  const own = typeof label === 'object' && label !== null && 'text' in label ? label.text : undefined
  return [text, wording, title, question, name, alias, own].find(
    (words): words is string => typeof words === 'string' && words !== '',
  )
}
