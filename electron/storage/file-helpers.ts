import { dirname } from 'node:path'
import { errorCode, isMissing } from './disk-errors'
import type { FileHandle, FileSystem, OpenFileOptions } from './file-system'
import type { StorageDeps, Timers } from './session-types'

/** A write may handle fewer bytes than asked, and says so only by its answer. */
export const writeFully = async (handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> => {
  let done = 0
  while (done < bytes.length) {
    const written = await handle.write(bytes, done, bytes.length - done, position + done)
    if (written <= 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
    done += written
  }
}

/** The whole file, up to `limit` bytes (a longer one is cut there: the caller sees more than its cap). */
export const readFile = async (fs: FileSystem, path: string, limit = Number.MAX_SAFE_INTEGER): Promise<Buffer> => {
  const handle = await fs.open(path, 'read')
  try {
    const { size } = await fs.stat(path)
    const bytes = Buffer.allocUnsafe(Math.min(size, limit))
    let done = 0
    while (done < bytes.length) {
      const count = await handle.read(bytes, done, bytes.length - done, done)
      if (count <= 0) break
      done += count
    }
    return bytes.subarray(0, done)
  } finally {
    await handle.close()
  }
}

export const readIfThere = async (fs: FileSystem, path: string, limit?: number): Promise<Buffer | null> => {
  try {
    return await readFile(fs, path, limit)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** A new file with these bytes, synced; its name is durable only after `syncFolder`. Nothing is left when it fails. */
export const writeNewFile = async (
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  options: OpenFileOptions = {},
): Promise<void> => {
  const handle = await fs.open(path, 'create', options)
  try {
    await writeFully(handle, bytes, 0)
    await handle.sync()
  } catch (error) {
    await closeQuietly(handle)
    await removeQuietly(fs, path)
    throw error
  }
  await handle.close()
}

/** Replaces or makes a small file so that either the old or the new one is there, whatever happens. */
export const replaceFile = async (
  deps: StorageDeps,
  path: string,
  bytes: Uint8Array,
  secret = false,
): Promise<void> => {
  const temp = `${path}.${randomName(deps)}.tmp`
  await writeNewFile(deps.fs, temp, bytes, { secret })
  try {
    await renamePatiently(deps, temp, path)
  } catch (error) {
    await removeQuietly(deps.fs, temp)
    throw error
  }
  await deps.fs.syncFolder(dirname(path))
}

export const exists = async (fs: FileSystem, path: string): Promise<boolean> => {
  try {
    await fs.stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** The folder and those above it, each name durable. */
export const makeFolders = async (fs: FileSystem, path: string): Promise<void> => {
  try {
    await fs.mkdir(path)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    const parent = dirname(path)
    if (!isMissing(error) || parent === path) throw error
    await makeFolders(fs, parent)
    // Once: with its parent there and still missing, nothing can be made there, as under `/proc`.
    await fs.mkdir(path).catch((again: unknown) => {
      if (errorCode(again) !== 'EEXIST') throw again
    })
  }
  await fs.syncFolder(dirname(path))
}

/** Names in a folder; none when there is no such folder. */
export const namesIn = async (fs: FileSystem, folder: string): Promise<readonly string[]> => {
  try {
    return await fs.readdir(folder)
  } catch (error) {
    if (isMissing(error) || errorCode(error) === 'ENOTDIR') return []
    throw error
  }
}

export const closeQuietly = async (handle: FileHandle): Promise<void> => {
  try {
    await handle.close()
  } catch {
    // the descriptor is given up either way
  }
}

/** For what may stay without harm: temporary files, older generations. */
export const removeQuietly = async (fs: FileSystem, path: string): Promise<void> => {
  try {
    await fs.unlink(path)
  } catch {
    // it is looked for again at the next opening
  }
}

export const pause = (timers: Timers, ms: number): Promise<void> =>
  new Promise((resolve) => {
    timers.after(ms, resolve)
  })

const BUSY = new Set(['EPERM', 'EBUSY', 'EACCES'])
const PATIENCE_MS = 60_000

/** Virus scanners and sync clients hold files for a moment, mostly on Windows: tried again for up to 60 s. */
export const patiently = async (deps: StorageDeps, run: () => Promise<void>): Promise<void> => {
  let waited = 0
  let wait = 10
  for (;;) {
    try {
      return await run()
    } catch (error) {
      if (!deps.fs.mayBeBusy || !BUSY.has(errorCode(error)) || waited >= PATIENCE_MS) throw error
      await pause(deps.timers, wait)
      waited += wait
      wait = Math.min(wait * 2, 500)
    }
  }
}

export const renamePatiently = (deps: StorageDeps, from: string, to: string): Promise<void> =>
  patiently(deps, () => deps.fs.rename(from, to))

export const randomName = (deps: Pick<StorageDeps, 'randomBytes'>): string =>
  Buffer.from(deps.randomBytes(8)).toString('hex')
