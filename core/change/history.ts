import type { Result } from '../lib/result'
import { err, ok } from '../lib/result'
import type { DocumentView } from '../model/document'
import { sessionOf } from '../model/document'
import type { Failure } from '../protocol/failures'
import { failure } from '../protocol/failures'
import { frozenSources, isDraft, isPrinted } from '../rules/frozen'
import { breaksReferences } from '../rules/integrity'
import type { Diff, FieldChange, Fields } from './diff'
import { findStale, invertDiff, isEmptyDiff, sameValue } from './diff'

/** A change that its sender may take back; `label` is the name of the request, whose words stand in `actions`. */
export type HistoryEntry = { readonly label: string; readonly diff: Diff; readonly batch?: string }

/** The changes of one sender, oldest first. The host keeps one for each; it is not saved. */
export type History = { readonly undo: readonly HistoryEntry[]; readonly redo: readonly HistoryEntry[] }

export const emptyHistory: History = { undo: [], redo: [] }

const CAP = 200

/**
 * After an undoable change of this sender. What was undone before cannot be redone any more. Additions that follow a change
 * of their `batch` are one entry with it: a long list comes in several messages and goes as one.
 */
export const recordChange = (history: History, label: string, diff: Diff, batch?: string): History => {
  if (isEmptyDiff(diff)) return history
  const last = history.undo.at(-1)
  if (batch === undefined) return { undo: [...history.undo, { label, diff }].slice(-CAP), redo: [] }
  if (last?.batch !== batch || !isAddition(diff)) {
    return { undo: [...history.undo, { label, diff, batch }].slice(-CAP), redo: [] }
  }
  const both = { ...last.diff, added: [...(last.diff.added ?? []), ...(diff.added ?? [])] }
  return { undo: [...history.undo.slice(0, -1), { label, diff: both, batch }], redo: [] }
}

const isAddition = ({ changed, removed }: Diff): boolean => changed === undefined && removed === undefined

export type HistoryStep = {
  /** The diff to apply, or why it cannot be. */
  readonly outcome: Result<HistoryEntry, Failure>
  /** The history afterwards, if the diff is applied; after a refusal, the one to go on with. */
  readonly next: History
}

/** Takes back the last change of this sender that is still there. Somebody else's later change is never overwritten. */
export const planUndo = (view: DocumentView, history: History): HistoryStep => {
  const entry = history.undo.at(-1)
  if (!entry) return { outcome: err(failure('nothing-to-undo')), next: history }
  const undo = history.undo.slice(0, -1)
  return plan(
    view,
    history,
    { label: entry.label, diff: invertDiff(entry.diff) },
    {
      done: { undo, redo: [...history.redo, entry] },
      dropped: { undo, redo: history.redo },
    },
  )
}

export const planRedo = (view: DocumentView, history: History): HistoryStep => {
  const entry = history.redo.at(-1)
  if (!entry) return { outcome: err(failure('nothing-to-redo')), next: history }
  const redo = history.redo.slice(0, -1)
  return plan(view, history, entry, {
    done: { undo: [...history.undo, entry].slice(-CAP), redo },
    dropped: { undo: history.undo, redo },
  })
}

/**
 * Takes back one earlier change alone, if nothing was built on it since; for what was removed by mistake a while ago. The
 * entry leaves the list of what can be undone.
 */
export const planRestore = (view: DocumentView, history: History, entry: HistoryEntry): HistoryStep => {
  if (!history.undo.includes(entry)) return { outcome: err(failure('nothing-to-undo')), next: history }
  const undo = history.undo.filter((one) => one !== entry)
  const after = { undo, redo: history.redo }
  return plan(view, history, { label: entry.label, diff: invertDiff(entry.diff) }, { done: after, dropped: history })
}

const plan = (
  view: DocumentView,
  history: History,
  entry: HistoryEntry,
  after: { readonly done: History; readonly dropped: History },
): HistoryStep => {
  if (sessionOf(view)?.state === 'closed') return { outcome: err(failure('session-is-closed')), next: history }
  // A change that no longer fits never will: it must not stand in the way of those before it.
  if (findStale(view, entry.diff) || breaksReferences(view, entry.diff) || isPrintedSince(view, entry.diff)) {
    return { outcome: err(failure('changed-meanwhile')), next: after.dropped }
  }
  const count = frozenBy(view, entry.diff)
  if (count > 0) return { outcome: err(failure('vote-frozen', { count })), next: history }
  return { outcome: ok(entry), next: after.done }
}

const ON_BALLOT = ['question', 'method', 'options', 'secret', 'keepBallots'] as const

/** Slips say what the vote said when they were printed. A change that made slips void brings them back with its `rounds`. */
const isPrintedSince = (view: DocumentView, diff: Diff): boolean =>
  (diff.changed ?? []).some((change) => {
    const vote = change.type === 'vote' ? view.vote.get(change.id) : undefined
    if (vote === undefined || !isPrinted(vote) || 'rounds' in change.to || isOnlyReferences(change)) return false
    return ON_BALLOT.some((field) => field in change.from || field in change.to)
  })

/** Votes that have been opened, and cards or clusters that people vote on now, which the diff would change. */
const frozenBy = (view: DocumentView, diff: Diff): number => {
  const sources = frozenSources(view)
  const changes = diff.changed ?? []
  const merging = changes.filter(({ from, to }) => ['clusterId', 'cards'].some((field) => field in from || field in to))
  const hit = [...(diff.removed ?? []), ...merging].filter(({ id }) => sources.has(id))
  const votes = changes.filter((change) => {
    const vote = change.type === 'vote' ? view.vote.get(change.id) : undefined
    return vote !== undefined && !isDraft(vote) && !isOnlyReferences(change)
  })
  return hit.length + votes.length
}

/** The removal of a card took its reference out of the vote's options; bringing it back changes nothing people voted on. */
const isOnlyReferences = ({ from, to }: FieldChange): boolean => {
  if (![...Object.keys(from), ...Object.keys(to)].every((field) => field === 'options' || field === 'stepId'))
    return false
  const words = (fields: Fields): unknown =>
    Array.isArray(fields['options'])
      ? fields['options'].map(({ id, text }: { readonly id: unknown; readonly text: unknown }) => [id, text])
      : null
  return sameValue(words(from), words(to))
}
