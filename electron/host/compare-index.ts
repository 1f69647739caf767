import { readFile, stat } from 'node:fs/promises'
import { basename, isAbsolute, relative } from 'node:path'
import type { KeptFacts } from '@core/compare/facts-file'
import type { SessionFacts } from '@core/compare/session-facts'
import { sessionFacts } from '@core/compare/session-facts'
import type { DocumentView } from '@core/model/document'
import type { Failure } from '@core/protocol/failures'
import type { DamagedFile } from '@core/protocol/views'
import type { FactsCache } from './compare-cache'
import { fileIdOf } from './file-id'
import { parseSession } from './home-index'
import { failureOfStorage } from './storage-failures'

export type IndexedFile = { readonly path: string; readonly facts: SessionFacts }

export type SessionIndex = {
  /** One file a session. */
  readonly files: readonly IndexedFile[]
  readonly damaged: readonly (DamagedFile & { readonly path: string })[]
  /** Files that hold an older state of a session that another file holds. */
  readonly doubles: readonly IndexedFile[]
}

export type IndexOptions = {
  /** Absent: every file is read, and nothing is kept. */
  readonly cache?: FactsCache
  /** The document of a file that is open here: newer than what is in the file. */
  readonly live?: (path: string) => DocumentView | null
  readonly step?: (done: number) => void
  readonly cancelled?: () => boolean
}

type Read = { readonly path: string; readonly rank: readonly [number, number]; readonly facts: SessionFacts }

/** Answers and pushes get out between two files. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * The facts of session files, one file after the other. Of several files with one session id the one that was saved last
 * is taken. Null when it was cancelled.
 */
export const indexSessions = async (
  paths: readonly string[],
  { cache, live, step, cancelled }: IndexOptions = {},
): Promise<SessionIndex | null> => {
  const newest = new Map<string, Read>()
  const doubles: IndexedFile[] = []
  const damaged: SessionIndex['damaged'][number][] = []
  for (const [index, path] of paths.entries()) {
    if (cancelled?.()) break
    const read = await readFacts(path, cache, live)
    step?.(index + 1)
    if (!('facts' in read)) {
      damaged.push({ path, fileId: fileIdOf(path), fileName: basename(path), failure: read })
      continue
    }
    const { sessionId } = read.facts
    const known = newest.get(sessionId)
    const [taken, left] = known && !isNewer(read, known) ? [known, read] : [read, known]
    newest.set(sessionId, taken)
    if (left) doubles.push(left)
  }
  await cache?.save()
  if (cancelled?.()) return null
  // An older copy may know of an erasure that the newer one went past.
  const erased = new Map<string, readonly string[]>()
  for (const { facts } of doubles) {
    erased.set(facts.sessionId, [...(erased.get(facts.sessionId) ?? []), ...facts.erased])
  }
  const files = [...newest.values()].map(({ path, facts }) => ({
    path,
    facts: { ...facts, erased: [...facts.erased, ...(erased.get(facts.sessionId) ?? [])] },
  }))
  return { files, damaged, doubles }
}

/** Tells files of one name apart by the folders they are in; of a file elsewhere, its name alone. */
export const nameIn = (folder: string, path: string): string => {
  const name = relative(folder, path)
  return name === '' || name.startsWith('..') || isAbsolute(name) ? basename(path) : name
}

/** By the number of its last change, then by the time of the file. */
const isNewer = (a: Read, b: Read): boolean =>
  a.rank[0] > b.rank[0] || (a.rank[0] === b.rank[0] && a.rank[1] > b.rank[1])

const readFacts = async (
  path: string,
  cache: FactsCache | undefined,
  live: IndexOptions['live'],
): Promise<Read | Failure> => {
  const open = live?.(path)
  const now = open ? sessionFacts(open) : null
  if (now) return { path, rank: [Number.POSITIVE_INFINITY, 0], facts: now }
  const about = await stat(path).catch(() => null)
  if (!about?.isFile()) return { code: 'file-missing' }
  const kept = await cache?.get(path, about.mtimeMs, about.size)
  if (kept) return { path, rank: [kept.lastSeq, kept.changedAt], facts: kept.facts }
  const fresh = await parseFacts(path, about)
  if ('facts' in fresh) await cache?.put(fresh)
  await breath()
  return 'facts' in fresh ? { path, rank: [fresh.lastSeq, fresh.changedAt], facts: fresh.facts } : fresh
}

const parseFacts = async (
  path: string,
  about: { readonly mtimeMs: number; readonly size: number },
): Promise<KeptFacts | Failure> => {
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) return { code: 'disk-error' }
  const opened = parseSession(bytes)
  if (!opened.ok) return failureOfStorage(opened.error)
  const facts = sessionFacts(opened.value.tables)
  if (!facts) return { code: 'bad-schema', params: { where: 'records/lab' } }
  return { path, changedAt: about.mtimeMs, bytes: about.size, lastSeq: opened.value.mark.lastSeq, facts }
}
