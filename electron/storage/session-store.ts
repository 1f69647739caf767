import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { OpenFailure, OpenNotice } from '@core/load/failures'
import { FORMAT_VERSION } from '@core/load/migrations'
import type { AnyRecord } from '@core/model/records'
import { keepBackup } from './backups'
import { diskCode } from './disk-errors'
import { exists, removeQuietly } from './file-helpers'
import { database, generations, newFileState } from './generations'
import type { Layout } from './layout'
import { layoutOf } from './layout'
import { LiveSession } from './live-session'
import type { Place } from './place'
import { holdPlace, leavePlace, newPlace } from './place'
import { quarantine } from './quarantine'
import { readOnlySession } from './read-only-session'
import type { Recovered } from './recovery'
import { lastSeen } from './seen-marks'
import type { OpenOptions, OpenSession, StorageDeps } from './session-types'
import { RecoveryError, snapshotAdapter } from './snapshot-adapter'

type Opened = Promise<Result<OpenSession, OpenFailure>>

/** Writes a new session file and opens it. An existing file is refused (`Exists`). */
export const createSession = async (path: string, records: readonly AnyRecord[], deps: StorageDeps): Opened => {
  const place = await newPlace(deps, path)
  if (!place.ok) return place
  try {
    await place.value.generations('', 0).finish({ lastSeq: 0, keys: [], records })
    return await openHeld(place.value, deps, {})
  } catch (error) {
    await leavePlace(deps, place.value)
    return err({ code: diskCode(error) })
  }
}

/**
 * Opens a session file, recovering what a crash left. Apart from the lock, nothing on disk changes before the answer
 * is known to be safe; the first snapshot is then written in the background, and the first change waits for it.
 */
export const openSession = async (path: string, deps: StorageDeps, options: OpenOptions = {}): Opened => {
  const layout = layoutOf(path)
  try {
    if (!(await exists(deps.fs, path)) && !(await exists(deps.fs, layout.folder))) return err({ code: 'Missing' })
    const place = await holdPlace(deps, layout)
    if (place.ok) return await openHeld(place.value, deps, options)
    if (place.error.code !== 'LockedByOther' || options.whenLocked === 'fail') return place
    return await openReadOnly(layout, deps, { code: 'ReadOnly', reason: 'locked', owner: place.error.owner })
  } catch (error) {
    const code = diskCode(error)
    if (code === 'ReadOnlyPlace') return await openReadOnly(layout, deps, { code: 'ReadOnly', reason: 'place' })
    return err({ code })
  }
}

/** With the lock held; gives it back when the session does not open. */
const openHeld = async (place: Place, deps: StorageDeps, options: OpenOptions): Opened => {
  try {
    const opened = await recoverHeld(place, deps, options)
    if (!opened.ok) await leavePlace(deps, place)
    return opened
  } catch (error) {
    await leavePlace(deps, place)
    return error instanceof RecoveryError ? err(error.failure) : err({ code: diskCode(error) })
  }
}

const recoverHeld = async (place: Place, deps: StorageDeps, options: OpenOptions): Opened => {
  const state = newFileState()
  const adapter = snapshotAdapter(deps, place.layout, state)
  await database(adapter).read()
  const found = adapter.recovered()
  if (!found) return err({ code: 'DiskError' })
  const loss = await lossOf(deps, place.layout, found)
  if (loss && options.accept !== 'loss') return err(loss)
  const notices: OpenNotice[] = [...found.notices]
  if (found.suspicious || loss) {
    const copies = await quarantine(deps, place.layout, found.sessionId)
    if (loss) notices.unshift({ code: 'LossAccepted', failure: loss.code, lost: loss.lost, quarantine: copies })
  }
  if (found.migratedFrom !== undefined) {
    await keepBackup(deps, found.sessionId, { file: place.layout.file, digest: found.digest, pinned: true })
    notices.push({ code: 'Migrated', from: found.migratedFrom, to: FORMAT_VERSION })
  }
  // Gone before the first new one is made: that syncs the folder.
  if (!loss) for (const generation of found.unused) await removeQuietly(deps.fs, place.layout.journal(generation))
  const next = generations(deps, place.layout, found.sessionId, found.highest, state)
  return ok(new LiveSession(deps, place, next, { ...found, notices }))
}

type Lossy = Extract<OpenFailure, { readonly lost: unknown }>

const lossOf = async (deps: StorageDeps, layout: Layout, found: Recovered): Promise<Lossy | null> => {
  if (found.loss) return found.loss
  const seen = await lastSeen(deps, found.sessionId, layout.file)
  return seen > found.lastSeq ? { code: 'RolledBack', lost: { after: found.lastSeq, to: seen } } : null
}

const openReadOnly = async (layout: Layout, deps: StorageDeps, notice: OpenNotice): Opened => {
  const adapter = snapshotAdapter(deps, layout, newFileState())
  try {
    await database(adapter).read()
  } catch (error) {
    return error instanceof RecoveryError ? err(error.failure) : err({ code: diskCode(error) })
  }
  const found = adapter.recovered()
  if (!found) return err({ code: 'DiskError' })
  if (found.loss) return err(found.loss)
  return ok(readOnlySession(deps, layout.file, found, [...found.notices, notice]))
}
