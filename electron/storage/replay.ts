import type { Diff } from '@core/change/diff'
import { applyDiff, touched } from '@core/change/diff'
import type { LostRange, OpenNotice } from '@core/load/failures'
import type { OpenedDocument } from '@core/load/open-document'
import { checkRecord } from '@core/load/open-document'
import { sessionOf } from '@core/model/document'
import type { Tables } from '@core/model/document'
import type { ReadJournal } from './journal'
import type { JournalEntry } from './session-types'

export type Loss = { readonly code: 'JournalMissing' | 'JournalGap' | 'JournalCorruptMiddle'; readonly lost: LostRange }

export type Replayed = {
  readonly tables: Tables
  readonly lastSeq: number
  readonly applied: number
  readonly keys: readonly string[]
  readonly notices: readonly OpenNotice[]
  /** The first thing that is missing; `tables` hold everything before it and nothing after it. */
  readonly loss: Loss | null
}

/** `current`: the session's own file. `previous`: the snapshot before, used when the file is damaged or gone. */
export type Role = 'current' | 'previous'

type Progress = {
  readonly tables: Tables
  readonly keys: string[]
  readonly notices: OpenNotice[]
  readonly session: string
  /** The snapshot was of an older format than what its records are now; its journals still are. */
  readonly migrated: boolean
  seq: number
  applied: number
  linked: number | null
}

/**
 * Applies the journals to a snapshot. A journal that must be there and is not, a jump in the numbers, or damage to
 * bytes that were durable ends it with the range that is lost; nothing after it is applied.
 */
export const replay = (opened: OpenedDocument, journals: readonly ReadJournal[], role: Role): Replayed => {
  const { mark, tables } = opened
  const progress: Progress = {
    tables,
    keys: [...opened.keys],
    notices: [],
    session: sessionOf(tables)?.id ?? '',
    migrated: opened.migratedFrom !== undefined,
    seq: mark.lastSeq,
    applied: 0,
    linked: null,
  }
  const wanted = journals.filter((journal) => journal.generation >= mark.generation)
  const loss = missingAtStart(progress, wanted, opened, role) ?? follow(progress, wanted, opened, role)
  const { seq, applied, keys, notices } = progress
  return { tables, lastSeq: seq, applied, keys: keys.slice(-1_000), notices, loss }
}

const missingAtStart = (
  progress: Progress,
  journals: readonly ReadJournal[],
  opened: OpenedDocument,
  role: Role,
): Loss | null => {
  const { generation, open } = opened.mark
  // It is written only once the journal of the generation that replaces it is durable.
  if (
    role === 'previous' &&
    !journals.some((journal) => journal.head !== null && journal.generation === opened.followedBy)
  ) {
    return { code: 'JournalMissing', lost: { after: progress.seq } }
  }
  if (!open || journals.some((journal) => journal.generation === generation)) return null
  const proven = journals.some(({ head }) => head !== null && head.base <= progress.seq)
  return proven ? null : { code: 'JournalMissing', lost: { after: progress.seq } }
}

const follow = (
  progress: Progress,
  journals: readonly ReadJournal[],
  opened: OpenedDocument,
  role: Role,
): Loss | null => {
  const isThere = (generation: number): boolean =>
    journals.some((journal) => journal.generation === generation && journal.head !== null)
  for (const journal of journals) {
    if (progress.linked !== null && journal.generation > progress.linked) break
    const isOwn = opened.mark.open && journal.generation === opened.mark.generation
    const after = journal.head?.after ?? null
    // Whether it was in use can only be told by the journal before it, or else by the snapshot it started with.
    const unknown = after === null ? role === 'previous' && journal.head !== null : !isThere(after)
    const needed = isOwn || unknown || journal.generation === progress.linked
    const loss = followOne(progress, journal, needed)
    if (loss) return loss
  }
  return progress.linked === null ? null : { code: 'JournalMissing', lost: { after: progress.seq } }
}

const followOne = (progress: Progress, journal: ReadJournal, needed: boolean): Loss | null => {
  const { head, entries, ending, generation, next } = journal
  const used = entries.length > 0 || next !== null || ending.kind === 'damaged'
  if (head === null || head.session !== progress.session) {
    return needed || used ? { code: 'JournalCorruptMiddle', lost: { after: progress.seq } } : null
  }
  if (head.base > progress.seq) {
    // Made by an attempt that never got far enough to be acknowledged, unless something says otherwise.
    return needed || used ? { code: 'JournalGap', lost: { after: progress.seq, to: head.base } } : null
  }
  if (progress.linked === generation) progress.linked = null
  for (const { seq, entry } of entries) {
    if (seq <= progress.seq) {
      if (entry?.key !== undefined) progress.keys.push(entry.key)
      continue
    }
    if (seq > progress.seq + 1) return { code: 'JournalGap', lost: { after: progress.seq, to: seq - 1 } }
    if (entry === null || !applyEntry(progress, entry)) {
      return { code: 'JournalCorruptMiddle', lost: { after: progress.seq } }
    }
  }
  if (ending.kind === 'damaged') {
    return {
      code: 'JournalCorruptMiddle',
      lost: { after: progress.seq, to: Math.max(progress.seq, ending.resumes - 1) },
    }
  }
  if (ending.kind === 'torn') progress.notices.push({ code: 'TornTail', bytes: ending.bytes })
  if (next !== null) progress.linked = next
  return null
}

/** What an older version removed goes as it is now: its copy in the journal has the old fields. */
const asMigrated = (tables: Tables, diff: Diff): Diff =>
  diff.removed ? { ...diff, removed: diff.removed.map((old) => tables[old.type].get(old.id) ?? old) } : diff

const applyEntry = (progress: Progress, entry: JournalEntry): boolean => {
  const { added, changed } = entry.diff
  if (!(added ?? []).every((record) => checkRecord(record).ok)) return false
  const diff = progress.migrated ? asMigrated(progress.tables, entry.diff) : entry.diff
  if (!applyDiff(progress.tables, diff).ok) return false
  const whole = touched({ changed: changed ?? [] }).every(
    ({ type, id }) => checkRecord(progress.tables[type].get(id)).ok,
  )
  if (!whole) return false
  progress.seq = entry.seq
  progress.applied += 1
  if (entry.key !== undefined) progress.keys.push(entry.key)
  return true
}
