import { mkdir, readFile, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import { labOf, sessionOf } from '@core/model/document'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { TrashEntry } from '@core/protocol/views'
import { SESSION_ENDING, parseSession } from './home-index'
import type { HostDeps } from './ports'
import { freeSessionPath } from './session-file'
import { failureOfStorage } from './storage-failures'

/** Beside the sessions, so that moving is one rename on one disk; the home page never looks into it. */
export const trashFolder = (dataDir: string): string => join(dataDir, '.trash')

const ID = /^\d{8}T\d{6}-[0-9a-f]{8}$/

type Deps = Pick<HostDeps, 'dataDir' | 'storage' | 'clock' | 'randomBytes'>

/**
 * Moves a session file to the trash; answers under which name it can be had back. What a crash left beside it is brought
 * into the file first; where that cannot be done without loss, it moves along as it is.
 */
export const moveToTrash = async (deps: Deps, path: string): Promise<Result<{ trashId: string }, Failure>> => {
  if (await deps.storage.openElsewhere(path)) return err(failure('file-is-open'))
  const settled = await settle(deps, path)
  if (!settled.ok) return settled
  const trashId = newId(deps)
  const folder = join(trashFolder(deps.dataDir), trashId)
  await mkdir(folder, { recursive: true })
  await moveWhole(deps, path, join(folder, basename(path)))
  // The lab's folder goes with its last session; anything else in it keeps it.
  await rmdir(dirname(path)).catch(() => undefined)
  return ok({ trashId })
}

/** The file, and the folder of journals beside it if there is one: neither is whole without the other. */
const moveWhole = async ({ storage }: Deps, from: string, to: string): Promise<void> => {
  const beside = storage.beside(from)
  if (await stat(beside).catch(() => null)) await rename(beside, storage.beside(to))
  await rename(from, to)
}

/** A damaged file moves as it is: nothing can be brought into it. */
const settle = async ({ storage }: Deps, path: string): Promise<Result<null, Failure>> => {
  const opened = await storage.open(path, { whenLocked: 'fail' })
  if (opened.ok) {
    await opened.value.close()
    return ok(null)
  }
  return opened.error.code === 'LockedByOther' || opened.error.code === 'Missing'
    ? err(failureOfStorage(opened.error))
    : ok(null)
}

const newId = ({ clock, randomBytes }: Deps): string => {
  const at = new Date(clock.now()).toISOString().replaceAll(/[-:]|\.\d+Z$/g, '')
  return `${at}-${Buffer.from(randomBytes(4)).toString('hex')}`
}

/** Newest first. */
export const listTrash = async ({ dataDir }: Pick<Deps, 'dataDir'>): Promise<TrashEntry[]> => {
  const ids = (await readdir(trashFolder(dataDir)).catch(() => [])).filter((id) => ID.test(id))
  const entries = await Promise.all(
    ids
      .toSorted()
      .reverse()
      .map((id) => entryOf(dataDir, id)),
  )
  return entries.filter((entry) => entry !== null)
}

const entryOf = async (dataDir: string, trashId: string): Promise<TrashEntry | null> => {
  const path = await pathIn(dataDir, trashId)
  if (path === null) return null
  const view = await viewOf(path)
  const session = view && sessionOf(view)
  return {
    trashId,
    title: session?.title ?? basename(path, SESSION_ENDING),
    labName: (view && labOf(view)?.name) ?? '',
    day: session?.day ?? '',
    trashedAt: (await stat(dirname(path))).mtime.toISOString(),
  }
}

const pathIn = async (dataDir: string, trashId: string): Promise<string | null> => {
  if (!ID.test(trashId)) return null
  const folder = join(trashFolder(dataDir), trashId)
  const name = (await readdir(folder).catch(() => [])).find((one) => one.endsWith(SESSION_ENDING))
  return name === undefined ? null : join(folder, name)
}

const viewOf = async (path: string) => {
  const bytes = await readFile(path).catch(() => null)
  const parsed = bytes && parseSession(bytes)
  return parsed?.ok ? parsed.value.tables : null
}

/** Puts it back under its lab; answers where. A name that was taken meanwhile gets a number. */
export const restoreFromTrash = async (deps: Deps, trashId: string): Promise<Result<string, Failure>> => {
  const path = await pathIn(deps.dataDir, trashId)
  if (path === null) return err(failure('file-missing'))
  const view = await viewOf(path)
  const session = view && sessionOf(view)
  const target = session
    ? await freeSessionPath(deps.storage, deps.dataDir, {
        lab: labOf(view)?.name ?? '',
        day: session.day,
        title: session.title,
      })
    : join(deps.dataDir, basename(path))
  if (!session && (await stat(target).catch(() => null))) return err(failure('target-exists'))
  await moveWhole(deps, path, target)
  await rm(dirname(path), { recursive: true, force: true })
  return ok(target)
}

/**
 * For good: the file, its backups and the copies set aside after damage. The copies stay while another file holds the
 * same session (`kept`: ids of those), as one copied by hand does.
 */
export const removeFromTrash = async (
  deps: Deps,
  trashId: string,
  kept: ReadonlySet<string>,
): Promise<Result<null, Failure>> => {
  const path = await pathIn(deps.dataDir, trashId)
  if (path === null) return err(failure('file-missing'))
  const view = await viewOf(path)
  const sessionId = view ? sessionOf(view)?.id : undefined
  if (sessionId !== undefined && !kept.has(sessionId)) await deps.storage.backups.removeAll(sessionId)
  await rm(dirname(path), { recursive: true, force: true })
  return ok(null)
}
