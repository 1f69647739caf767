import { createHash } from 'node:crypto'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { LoadFailure, OpenFailure, OpenNotice } from '@core/load/failures'
import type { LoadTools, OpenedDocument } from '@core/load/open-document'
import { openDocument } from '@core/load/open-document'
import { CAPS } from '@core/load/scan'
import type { Tables } from '@core/model/document'
import { sessionOf } from '@core/model/document'
import { diskCode, errorCode } from './disk-errors'
import { namesIn, readIfThere } from './file-helpers'
import type { FileSystem } from './file-system'
import type { ReadJournal } from './journal'
import { readJournal } from './journal'
import type { Layout } from './layout'
import { journalGeneration } from './layout'
import type { Loss, Replayed, Role } from './replay'
import { replay } from './replay'

export const loadTools: LoadTools = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  decode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(),
}

export type Recovered = {
  readonly tables: Tables
  readonly sessionId: string
  readonly lastSeq: number
  readonly keys: readonly string[]
  readonly notices: readonly OpenNotice[]
  /** Set when something is missing: then only `accept: 'loss'` may open it. */
  readonly loss: Loss | null
  /** The highest generation number any file has, so that no name is used twice. */
  readonly highest: number
  /** Of the session's own file, when it is whole and the state was read from it. */
  readonly fileGeneration: number | null
  /** Of the snapshot before, when the state was read from that one: it must be kept until a newer one is safe. */
  readonly previousGeneration: number | null
  /** Journals of attempts that never got far enough to be used; they prove nothing and may go. */
  readonly unused: readonly number[]
  /** What differs from what was written must be copied away before the first write. */
  readonly suspicious: boolean
  /** SHA-256 of the whole file as it was read; empty when it is missing. */
  readonly digest: string
  readonly migratedFrom?: number
}

type Candidate = { readonly role: Role; readonly opened: OpenedDocument; readonly replayed: Replayed }

/** Finds the newest state that the files of a session prove. Changes no byte on disk. */
export const recover = async (fs: FileSystem, layout: Layout): Promise<Result<Recovered, OpenFailure>> => {
  try {
    return await recoverFrom(fs, layout)
  } catch (error) {
    // A folder with the name of a session; nothing is wrong with the disk.
    return err({ code: errorCode(error) === 'EISDIR' ? 'NotOurs' : diskCode(error) })
  }
}

const recoverFrom = async (fs: FileSystem, layout: Layout): Promise<Result<Recovered, OpenFailure>> => {
  const bytes = await readIfThere(fs, layout.file, CAPS.bytes + 1)
  const current = bytes === null ? null : openDocument(bytes, loadTools)
  // Of a newer version: nothing in its folder may be judged, let alone changed, by this one.
  if (current && !current.ok && current.error.code === 'NewerFormat') return current
  const names = await namesIn(fs, layout.folder)
  const journals = await readJournals(fs, layout, names)
  const chosen = await choose(fs, layout, current, journals)
  if (!chosen.ok) return chosen
  const highest = Math.max(
    chosen.value.opened.mark.generation,
    markOf(current),
    ...journals.map((journal) => journal.generation),
  )
  const digest = bytes === null ? '' : loadTools.sha256(bytes)
  return ok({ ...recovered(chosen.value, current, digest), highest, unused: unusedOf(chosen.value, journals) })
}

const readJournals = async (fs: FileSystem, layout: Layout, names: readonly string[]): Promise<ReadJournal[]> => {
  const generations = names.map(journalGeneration).filter((generation) => generation !== null)
  const journals: ReadJournal[] = []
  for (const generation of generations.toSorted((a, b) => a - b)) {
    const journal = await readJournal(fs, layout.journal(generation), generation)
    if (journal) journals.push(journal)
  }
  return journals
}

type Loaded = Result<OpenedDocument, LoadFailure> | null

const markOf = (loaded: Loaded): number => (loaded?.ok ? loaded.value.mark.generation : 0)

/** The file itself where it is whole and its journals are complete; else the snapshot before, where that loses nothing. */
const choose = async (
  fs: FileSystem,
  layout: Layout,
  current: Loaded,
  journals: readonly ReadJournal[],
): Promise<Result<Candidate, OpenFailure>> => {
  // The previous snapshot needs the same record objects only when the file's own journals fail, so it is read late.
  const own = current?.ok ? candidate('current', current.value, journals) : null
  if (own && !own.replayed.loss && !own.opened.edited) return ok(own)
  const before = await readPrevious(fs, layout)
  const other = before?.ok && !before.value.edited ? candidate('previous', before.value, journals) : null
  if (other && !other.replayed.loss && other.replayed.lastSeq >= (own?.replayed.lastSeq ?? 0)) return ok(other)
  if (own) return ok(own)
  if (other) return ok(other)
  const cause = current === null ? 'Missing' : current.ok ? 'BadSchema' : current.error.code
  if (journals.length > 0 || before !== null) return err({ code: 'NoValidSnapshot', cause })
  return current === null || current.ok ? err({ code: 'Missing' }) : current
}

const candidate = (role: Role, opened: OpenedDocument, journals: readonly ReadJournal[]): Candidate => ({
  role,
  opened,
  replayed: replay(opened, journals, role),
})

const readPrevious = async (fs: FileSystem, layout: Layout): Promise<Loaded> => {
  const bytes = await readIfThere(fs, layout.previous, CAPS.bytes + 1)
  return bytes === null ? null : openDocument(bytes, loadTools)
}

const recovered = (
  { role, opened, replayed }: Candidate,
  current: Loaded,
  digest: string,
): Omit<Recovered, 'highest' | 'unused'> => {
  const { tables, lastSeq, keys, applied, loss } = replayed
  const notices: OpenNotice[] = []
  if (role === 'previous') notices.push({ code: 'PreviousUsed', cause: causeOf(current) })
  else if (opened.edited) notices.push({ code: 'EditedOutside' })
  notices.push(...replayed.notices)
  if (applied > 0) notices.push({ code: 'Recovered', changes: applied })
  const sessionId = sessionOf(tables)?.id ?? ''
  const suspicious = role === 'previous' || opened.edited || loss !== null || replayed.notices.length > 0
  return {
    tables,
    sessionId,
    lastSeq,
    keys,
    notices,
    loss,
    fileGeneration: role === 'current' && !opened.edited ? opened.mark.generation : null,
    previousGeneration: role === 'previous' ? opened.mark.generation : null,
    suspicious,
    digest,
    ...(opened.migratedFrom === undefined ? {} : { migratedFrom: opened.migratedFrom }),
  }
}

const unusedOf = ({ role, opened }: Candidate, journals: readonly ReadJournal[]): readonly number[] => {
  if (role === 'previous') return []
  const linked = new Set(journals.map(({ next }) => next))
  return journals
    .filter(({ generation }) => generation > opened.mark.generation && !linked.has(generation))
    .filter(({ entries, next, ending }) => entries.length === 0 && next === null && ending.kind !== 'damaged')
    .map(({ generation }) => generation)
}

const causeOf = (current: Loaded): 'Missing' | 'EditedOutside' | LoadFailure['code'] => {
  if (current === null) return 'Missing'
  return current.ok ? 'EditedOutside' : current.error.code
}
