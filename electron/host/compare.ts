import { readFile } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import type { Compared } from '@core/compare/compare-view'
import { sessionFacts } from '@core/compare/session-facts'
import type { SessionFacts } from '@core/compare/session-facts'
import { idFromBytes } from '@core/lib/id-from-bytes'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { CompareStarted } from '@core/protocol/report-views'
import type { RequestArgs } from '@core/protocol/requests'
import type { DamagedFile } from '@core/protocol/views'
import type { FactsCache } from './compare-cache'
import { forgetFacts, openFactsCache } from './compare-cache'
import type { SessionIndex } from './compare-index'
import { indexSessions, nameIn } from './compare-index'
import { fileIdOf } from './file-id'
import { parseSession } from './home-index'
import { JobError } from './jobs'
import type { JobControl } from './jobs'
import type { Services } from './services'
import { sessionPaths } from './session-folder'
import { failureOfThrown } from './storage-failures'

/** Comparisons held in memory; who comes back to an older one begins it again. */
const KEPT = 5
/** A push for each of a thousand files would be more work than reading them. */
const STEP = 20

type Of = RequestArgs<'compare.start'>['of']
type Found = { readonly paths: readonly string[]; readonly damaged: readonly DamagedFile[] }
type Comparison = {
  readonly of: Of
  readonly index: SessionIndex
  readonly damaged: readonly DamagedFile[]
  readonly fileIds: ReadonlyMap<string, string>
}
type Deps = Pick<Services, 'deps' | 'jobs' | 'sessions' | 'home'>

const findBelow = async (folder: string): Promise<Result<Found, Failure>> => {
  const found = await sessionPaths(folder).catch(() => null)
  if (!found) return err(failure('no-such-folder'))
  const damaged = found.unread.map((unread): DamagedFile => ({
    fileId: fileIdOf(unread.folder),
    fileName: basename(unread.folder),
    failure: failureOfThrown(unread.error),
  }))
  return ok({ paths: found.paths, damaged })
}

const findFiles = async ({ home, deps }: Pick<Deps, 'home' | 'deps'>, of: Of): Promise<Result<Found, Failure>> => {
  if (of.kind === 'samples') return findBelow(join(deps.resources, 'samples'))
  if (of.kind === 'folder') return isAbsolute(of.path) ? findBelow(of.path) : err(failure('no-such-folder'))
  const { paths, damaged } = await home.paths()
  if (of.kind !== 'files') return ok({ paths, damaged })
  const byId = new Map(paths.map((path) => [fileIdOf(path), path]))
  // What was listed and is gone by now is named as missing.
  const wanted = await Promise.all(of.fileIds.map(async (id) => byId.get(id) ?? (await home.pathOf(id))))
  return ok({ paths: [...new Set(wanted.filter((path) => path !== null))], damaged: [] })
}

/** Files that do not count, named within the folder; older copies only of the sessions that are here. */
const leftOut = (
  { index, damaged }: Pick<Comparison, 'index' | 'damaged'>,
  folder: string,
  here: ReadonlySet<string>,
): Pick<Compared, 'damaged' | 'doubles'> => ({
  damaged: [...damaged, ...index.damaged.map(({ path, ...file }) => ({ ...file, fileName: nameIn(folder, path) }))],
  doubles: index.doubles
    .filter(({ facts }) => here.has(facts.sessionId))
    .map(({ path, facts }) => ({ fileName: nameIn(folder, path), sessionId: facts.sessionId })),
})

/** Comparisons of many session files: begun as a job, held in memory until others take their place. */
export const createComparisons = ({ deps, jobs, sessions, home }: Deps) => {
  const known = new Map<string, Comparison>()
  const caches = new Set<FactsCache>()
  /** Rises with each erasure: what was begun before may have read the words. */
  let age = 0

  const live = (path: string): DocumentView | null => {
    const workspace = sessions.current()
    return workspace?.path() === path ? workspace.tables : null
  }

  const read = async (of: Of, { paths, damaged }: Found, control: JobControl): Promise<Comparison | null> => {
    const cache = openFactsCache(deps.appData)
    caches.add(cache)
    const step = (done: number): void => {
      if (done % STEP === 0 || done === paths.length) control.step(done, paths.length)
    }
    const index = await indexSessions(paths, { cache, live, step, cancelled: control.cancelled })
    caches.delete(cache)
    if (!index) return null
    const listed = new Set((await home.paths()).paths)
    const fileIds = index.files.flatMap(({ path, facts }) =>
      listed.has(path) ? [[facts.sessionId, fileIdOf(path)] as const] : [],
    )
    return { of, index, damaged, fileIds: new Map(fileIds) }
  }

  const keep = (compareId: string, comparison: Comparison): void => {
    known.set(compareId, comparison)
    for (const old of [...known.keys()].slice(0, Math.max(0, known.size - KEPT))) known.delete(old)
  }

  /** What is open here counts as it is now, not as it was when the comparison began. */
  const factsNow = ({ index, of }: Comparison): SessionFacts[] => {
    const open = sessions.current()
    const all = index.files.map(({ path, facts }) =>
      open?.path() === path ? (sessionFacts(open.tables) ?? facts) : facts,
    )
    return of.kind === 'labs' ? all.filter(({ labId }) => of.labIds.includes(labId)) : all
  }

  return {
    start: async (of: Of): Promise<Result<CompareStarted, Failure>> => {
      const found = await findFiles({ home, deps }, of)
      if (!found.ok) return found
      const compareId = idFromBytes(deps.randomBytes(20))
      const begun = age
      const jobId = jobs.start('compare', found.value.paths.length, async (control) => {
        const comparison = await read(of, found.value, control)
        if (comparison && begun === age) keep(compareId, comparison)
        else if (!control.cancelled()) throw new JobError(failure(begun === age ? 'internal' : 'changed-meanwhile'))
        return { files: [], folder: '' }
      })
      return ok({ compareId, jobId })
    },
    /** Null before the job is done, and for one that others took the place of. */
    get: (compareId: string): Compared | null => {
      const comparison = known.get(compareId)
      if (!comparison) return null
      const facts = factsNow(comparison)
      const here = new Set(facts.map(({ sessionId }) => sessionId))
      const { of, fileIds } = comparison
      return { facts, fileIds, ...leftOut(comparison, of.kind === 'folder' ? of.path : deps.dataDir, here) }
    },
    /** The document behind a session of a comparison, as it is now; null when it cannot be read any more. */
    open: async (compareId: string, sessionId: string): Promise<DocumentView | null> => {
      const file = known.get(compareId)?.index.files.find(({ facts }) => facts.sessionId === sessionId)
      if (!file) return null
      const open = live(file.path)
      if (open) return open
      const bytes = await readFile(file.path).catch(() => null)
      const parsed = bytes && parseSession(bytes)
      return parsed?.ok ? parsed.value.tables : null
    },
    /** After an erasure: no figures and no words of it in memory or on disk. */
    forget: async (): Promise<void> => {
      age += 1
      known.clear()
      for (const cache of caches) cache.drop()
      await forgetFacts(deps.appData)
    },
  }
}
export type Comparisons = ReturnType<typeof createComparisons>
