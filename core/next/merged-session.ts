import type { Diff } from '../change/diff'
import { applyDiff } from '../change/diff'
import type { Result } from '../lib/result'
import { err, ok } from '../lib/result'
import type { DocumentView } from '../model/document'
import { allRecords, sessionOf, tablesOf } from '../model/document'
import type { AnyRecord } from '../model/records'
import type { Vote } from '../model/vote'
import type { Failure } from '../protocol/failures'
import { failure } from '../protocol/failures'
import { isVoting } from '../rules/frozen'

/** What is only of the meeting it was written in: a family's own entries, and what nobody answered. */
const STAYS: ReadonlySet<string> = new Set(['notebook', 'proposal'])

/** Printed slips carry the code of the session they were printed for. */
const withoutSlips = (vote: Vote): Vote => ({
  ...vote,
  rounds: vote.rounds.map(({ slips: _slips, closesAt: _closes, ...round }) => round),
})

const readAs = (record: AnyRecord, old: string, fresh: { readonly id: string; readonly title: string }): AnyRecord => {
  switch (record.type) {
    case 'session': {
      const { queue: _queue, sample: _sample, closedAt: _closed, ...session } = record
      // Two groups that have finished go on in it.
      const state = record.state === 'closed' ? 'running' : record.state
      return { ...session, ...fresh, state, stage: { view: 'join' } }
    }
    case 'group':
      return { ...record, stage: { view: 'join' } }
    case 'statement':
      return record.origin.sessionId === old ? { ...record, origin: { ...record.origin, sessionId: fresh.id } } : record
    case 'vote':
      return withoutSlips(record)
    default:
      return record
  }
}

/** A session of its own with all of the open one and what a merge adds to it; both it came from stay as they are. */
export const mergedSession = (
  here: DocumentView,
  diff: Diff,
  fresh: { readonly id: string; readonly title: string },
): Result<readonly AnyRecord[], Failure> => {
  const voting = [...here.vote.values()].filter(isVoting).length
  if (voting > 0) return err(failure('own-vote-open', { count: voting }))
  const tables = tablesOf(allRecords(here))
  if (!applyDiff(tables, diff).ok) return err(failure('changed-meanwhile'))
  const old = sessionOf(here)?.id ?? ''
  return ok([...allRecords(tables)].filter(({ type }) => !STAYS.has(type)).map((record) => readAs(record, old, fresh)))
}
