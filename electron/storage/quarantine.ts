import { basename, join } from 'node:path'
import { makeFolders, namesIn, randomName, readIfThere, removeQuietly, writeNewFile } from './file-helpers'
import type { Layout } from './layout'
import { journalGeneration } from './layout'
import type { StorageDeps } from './session-types'

const folderOf = (deps: StorageDeps, sessionId: string): string =>
  join(deps.appData, 'quarantine', sessionId || 'unknown')

/**
 * Copies the file, the snapshot before it and the journals as they are, byte for byte, into the app's data folder, and
 * answers where. Ballots are not copied: their box goes on, and must be destroyable.
 */
export const quarantine = async (deps: StorageDeps, layout: Layout, sessionId: string): Promise<string> => {
  const day = new Date(deps.clock.now()).toISOString().replace(/[:.]/g, '-')
  const folder = join(folderOf(deps, sessionId), `${basename(layout.file)} ${day} ${randomName(deps)}`)
  await makeFolders(deps.fs, folder)
  const names = await namesIn(deps.fs, layout.folder)
  const kept = names.filter((name) => name === 'previous.json' || journalGeneration(name) !== null)
  await copyIfThere(deps, layout.file, join(folder, basename(layout.file)))
  for (const name of kept) await copyIfThere(deps, join(layout.folder, name), join(folder, name))
  await deps.fs.syncFolder(folder)
  return folder
}

const copyIfThere = async (deps: StorageDeps, from: string, to: string): Promise<void> => {
  const bytes = await readIfThere(deps.fs, from)
  if (bytes !== null) await writeNewFile(deps.fs, to, bytes)
}

/** After an erasure: copies made earlier may hold what was erased. */
export const removeQuarantine = async (deps: StorageDeps, sessionId: string): Promise<void> => {
  const folder = folderOf(deps, sessionId)
  for (const copy of await namesIn(deps.fs, folder)) {
    for (const name of await namesIn(deps.fs, join(folder, copy)))
      await removeQuietly(deps.fs, join(folder, copy, name))
    await deps.fs.rmdir(join(folder, copy)).catch(() => {})
  }
}
