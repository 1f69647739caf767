import { join } from 'node:path'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { OpenFailure } from '@core/load/failures'
import { diskCode, errorCode } from './disk-errors'
import { exists } from './file-helpers'
import type { Generations } from './generations'
import { generations, newFileState, removeTemps } from './generations'
import type { Layout } from './layout'
import { layoutOf } from './layout'
import type { SessionLock } from './session-lock'
import { takeLock } from './session-lock'
import type { StorageDeps } from './session-types'

/** A file's folder, held by this process. */
export type Place = {
  readonly layout: Layout
  readonly lock: SessionLock
  readonly generations: (sessionId: string, highest: number) => Generations
}

/** The sidecar folder, its name durable; its parent must be there (a stick pulled out must not come back as a folder). */
export const makeSidecar = async (deps: StorageDeps, layout: Layout): Promise<void> => {
  try {
    await deps.fs.mkdir(layout.folder)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    throw error
  }
  await deps.fs.syncFolder(layout.parent)
}

/** Takes the lock for writing; throws for disk errors. */
export const holdPlace = async (deps: StorageDeps, layout: Layout): Promise<Result<Place, OpenFailure>> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await makeSidecar(deps, layout)
      const taken = await takeLock(deps, layout)
      if (!taken.ok) return err({ code: 'LockedByOther', owner: taken.owner })
      await removeTemps(deps, layout)
      return ok(placeWith(deps, layout, taken.lock))
    } catch (error) {
      // Another process may have closed the session and removed the folder in between.
      if (errorCode(error) !== 'ENOENT' || attempt >= 3) throw error
    }
  }
}

const placeWith = (deps: StorageDeps, layout: Layout, lock: SessionLock): Place => ({
  layout,
  lock,
  generations: (sessionId, highest) => generations(deps, layout, sessionId, highest, newFileState()),
})

/** A place for a file that must not exist yet. */
export const newPlace = async (deps: StorageDeps, path: string): Promise<Result<Place, OpenFailure>> => {
  try {
    const layout = layoutOf(path)
    if (await exists(deps.fs, path)) return err({ code: 'Exists' })
    const leftovers = await exists(deps.fs, layout.previous)
    if (leftovers) return err({ code: 'Exists' }) // a session whose file is missing, not an empty place
    const place = await holdPlace(deps, layout)
    if (place.ok && (await exists(deps.fs, path))) {
      await leavePlace(deps, place.value)
      return err({ code: 'Exists' })
    }
    return place
  } catch (error) {
    return err({ code: diskCode(error) })
  }
}

/** Gives the lock back and removes the folder if nothing is left in it (a box of an open round stays). */
export const leavePlace = async (deps: StorageDeps, place: Pick<Place, 'layout' | 'lock'>): Promise<void> => {
  await place.lock.release()
  try {
    await deps.fs.rmdir(place.layout.folder)
    await deps.fs.syncFolder(place.layout.parent)
  } catch {
    return // a box, another program's file, or the next owner is in it
  }
}

/** After the folder was removed under us: a new one with a new lock, or null when another process was faster. */
export const relock = async (deps: StorageDeps, layout: Layout): Promise<SessionLock | null> => {
  await makeSidecar(deps, layout)
  const taken = await takeLock(deps, layout)
  return taken.ok ? taken.lock : null
}

export const keyFolder = (deps: StorageDeps): string => join(deps.appData, 'keys')
