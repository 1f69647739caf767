import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { closeQuietly, randomName, removeQuietly, renamePatiently, writeFully } from './file-helpers'
import type { FileHandle } from './file-system'
import type { StorageDeps } from './session-types'

// Hashing this much takes about 1 ms, so that a big session never holds up the room.
const CHUNK = 1024 * 1024

/** Passes the file on in order, chunk by chunk; answers the SHA-256 of all of it. */
export const readInChunks = async (
  deps: StorageDeps,
  path: string,
  use: (chunk: Uint8Array, position: number) => Promise<void> | void = () => {},
): Promise<string> => {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(CHUNK)
  const handle = await deps.fs.open(path, 'read')
  try {
    for (let position = 0; ;) {
      const count = await handle.read(buffer, 0, CHUNK, position)
      if (count <= 0) return hash.digest('hex')
      const chunk = buffer.subarray(0, count)
      hash.update(chunk)
      await use(chunk, position)
      position += count
    }
  } finally {
    await closeQuietly(handle)
  }
}

/**
 * Copies a file over `to`, durable and read back; false, and nothing changed, when its SHA-256 is not `digest`: then it
 * is not the file that was meant.
 */
export const copyVerified = async (deps: StorageDeps, from: string, to: string, digest: string): Promise<boolean> => {
  const temp = `${to}.${randomName(deps)}.tmp`
  try {
    const copied = await writeCopy(deps, from, temp)
    if (copied !== digest) {
      await removeQuietly(deps.fs, temp)
      return false
    }
    if ((await readInChunks(deps, temp)) !== digest) {
      throw Object.assign(new Error('what was read back differs'), { code: 'EIO' })
    }
    await renamePatiently(deps, temp, to)
    await deps.fs.syncFolder(dirname(to))
    return true
  } catch (error) {
    await removeQuietly(deps.fs, temp)
    throw error
  }
}

const writeCopy = async (deps: StorageDeps, from: string, temp: string): Promise<string> => {
  let target: FileHandle | null = null
  try {
    const opened = await deps.fs.open(temp, 'create')
    target = opened
    const digest = await readInChunks(deps, from, (chunk, position) => writeFully(opened, chunk, position))
    await opened.sync()
    return digest
  } finally {
    if (target) await closeQuietly(target)
  }
}
