import { basename, join } from 'node:path'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { OpenFailure } from '@core/load/failures'
import { openDocument } from '@core/load/open-document'
import { diskCode } from './disk-errors'
import { copyVerified } from './file-copy'
import { exists, makeFolders, namesIn, readFile, removeQuietly } from './file-helpers'
import { restoredRecords } from '@core/next/restored'
import { leavePlace, newPlace } from './place'
import { loadTools } from './recovery'
import type { StorageDeps } from './session-types'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How densely backups are kept, by age: one per `every` up to `until`. */
export const LADDER = [
  { every: 10 * MINUTE, until: DAY },
  { every: HOUR, until: 7 * DAY },
  { every: DAY, until: 30 * DAY },
] as const

const PINNED_DAYS = 90

export type Backup = { readonly path: string; readonly at: number; readonly pinned: boolean }

const folderOf = (deps: StorageDeps, sessionId: string): string => join(deps.appData, 'backups', sessionId)

const nameOf = (at: number, pinned: boolean): string =>
  `${new Date(at).toISOString().replace(/[:.]/g, '-')}${pinned ? '-pinned' : ''}.polyphony.json`

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z(-pinned)?\.polyphony\.json$/

const backupFrom = (folder: string, name: string): Backup | null => {
  const match = NAME.exec(name)
  if (!match) return null
  const [, day, hour, minute, second, ms, pinned] = match
  const at = Date.parse(`${day}T${hour}:${minute}:${second}.${ms}Z`)
  return Number.isNaN(at) ? null : { path: join(folder, name), at, pinned: pinned !== undefined }
}

/** Newest first. */
export const listBackups = async (deps: StorageDeps, sessionId: string): Promise<readonly Backup[]> => {
  const folder = folderOf(deps, sessionId)
  const names = await namesIn(deps.fs, folder)
  return names
    .map((name) => backupFrom(folder, name))
    .filter((backup) => backup !== null)
    .toSorted((a, b) => b.at - a.at)
}

export type BackupSource = {
  readonly file: string
  /** SHA-256 of the file as it was last read or written. */
  readonly digest: string
  readonly pinned?: boolean
}

/**
 * Keeps a verified copy of a session file apart from it. Not pinned: at most one per 10 minutes, thinned out with age.
 * Null when it is too soon or the file is not the one meant any more. Throws for disk errors.
 */
export const keepBackup = async (
  deps: StorageDeps,
  sessionId: string,
  source: BackupSource,
): Promise<string | null> => {
  const { file, digest, pinned = false } = source
  const now = deps.clock.now()
  const newest = (await listBackups(deps, sessionId)).find((backup) => !backup.pinned)
  if (!pinned && newest && Math.abs(now - newest.at) < LADDER[0].every) return null
  const folder = folderOf(deps, sessionId)
  await makeFolders(deps.fs, folder)
  const path = join(folder, nameOf(now, pinned))
  if (!(await copyVerified(deps, file, path, digest))) return null
  for (const old of expired(await listBackups(deps, sessionId), now)) await removeQuietly(deps.fs, old.path)
  return path
}

/** What the ladder no longer keeps: in each slot of time only the oldest backup stays. */
export const expired = (backups: readonly Backup[], now: number): readonly Backup[] => {
  const slots = new Set<string>()
  const gone: Backup[] = []
  for (const backup of backups.toSorted((a, b) => a.at - b.at)) {
    const age = now - backup.at
    if (backup.pinned) {
      if (age > PINNED_DAYS * DAY) gone.push(backup)
      continue
    }
    const rung = LADDER.find(({ until }) => age <= until)
    const slot = rung ? `${rung.every}:${Math.floor(backup.at / rung.every)}` : null
    if (slot === null || slots.has(slot)) gone.push(backup)
    else slots.add(slot)
  }
  return gone
}

/** Makes a new session with an id of its own from a backup; nothing is overwritten. */
export const restoreBackup = async (
  deps: StorageDeps,
  backup: Backup,
  { target, sessionId }: { readonly target: string; readonly sessionId: string },
): Promise<Result<string, OpenFailure>> => {
  try {
    if (await exists(deps.fs, target)) return err({ code: 'Exists' })
    const bytes = await readFile(deps.fs, backup.path)
    const checked = openDocument(bytes, loadTools)
    if (!checked.ok) return checked
    const place = await newPlace(deps, target)
    if (!place.ok) return place
    const { tables } = checked.value
    try {
      await place.value
        .generations(sessionId, 0)
        .finish({ lastSeq: 0, keys: [], records: restoredRecords(tables, sessionId) })
    } finally {
      await leavePlace(deps, place.value)
    }
    return ok(target)
  } catch (error) {
    return err({ code: diskCode(error) })
  }
}

/** Ids of all sessions that have backups here, also of those whose file is gone. */
export const sessionsWithBackups = (deps: StorageDeps): Promise<readonly string[]> =>
  namesIn(deps.fs, join(deps.appData, 'backups'))

/** After an erasure: no older copy may hold what was erased. Answers the names that could not be removed. */
export const removeBackups = async (deps: StorageDeps, sessionId: string): Promise<readonly string[]> => {
  const left: string[] = []
  for (const { path } of await listBackups(deps, sessionId)) {
    await removeQuietly(deps.fs, path)
    if (await exists(deps.fs, path)) left.push(basename(path))
  }
  return left
}
