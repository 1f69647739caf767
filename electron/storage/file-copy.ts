import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { closeQuietly, randomName, removeQuietly, renamePatiently, writeFully } from './file-helpers'
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
 * is not the file that was meant. `firstLine` may put another first line (up to 1 MiB) in the copy.
 */
export const copyVerified = async (
  deps: StorageDeps,
  from: string,
  to: string,
  digest: string,
  firstLine: (line: string) => string = (line) => line,
): Promise<boolean> => {
  const temp = `${to}.${randomName(deps)}.tmp`
  try {
    const copied = await writeCopy(deps, from, temp, firstLine)
    if (copied.source !== digest) {
      await removeQuietly(deps.fs, temp)
      return false
    }
    if ((await readInChunks(deps, temp)) !== copied.written) {
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

type Digests = { readonly source: string; readonly written: string }

const writeCopy = async (
  deps: StorageDeps,
  from: string,
  temp: string,
  firstLine: (line: string) => string,
): Promise<Digests> => {
  const handle = await deps.fs.open(temp, 'create')
  try {
    const hash = createHash('sha256')
    let position = 0
    const put = async (bytes: Uint8Array): Promise<void> => {
      hash.update(bytes)
      await writeFully(handle, bytes, position)
      position += bytes.length
    }
    const source = await readInChunks(deps, from, async (chunk, at) => {
      const end = at === 0 ? chunk.indexOf(0x0a) + 1 : 0
      if (end > 0) await put(Buffer.from(firstLine(Buffer.from(chunk.subarray(0, end)).toString())))
      await put(chunk.subarray(end))
    })
    await handle.sync()
    return { source, written: hash.digest('hex') }
  } finally {
    await closeQuietly(handle)
  }
}
