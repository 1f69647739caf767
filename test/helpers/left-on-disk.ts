import { createDecipheriv } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Found = { readonly path: string; readonly bytes: Buffer }

/** Every file under a folder, however deep, sorted by its path. */
export const filesUnder = async (folder: string): Promise<Found[]> => {
  const entries: Dirent[] = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(files.toSorted().map(async (path) => ({ path, bytes: await readFile(path) })))
}

/** A sealed ballot in a box file, as docs/file-format.md says: base64 of nonce, ciphertext and tag. */
export type Sealed = { readonly bytes: Buffer; readonly seq: number }

/** The sealed ballots of a box file, found by its frames and nothing else. */
export const sealedIn = (box: Buffer): Sealed[] =>
  box
    .toString('latin1')
    .split('\n')
    .flatMap((line) => {
      const frame = /^J1 [0-9a-f]{8} [0-9a-f]{8} (.*)$/.exec(line)?.[1]
      if (frame === undefined) return []
      const { t, s, v } = JSON.parse(frame) as { readonly t: string; readonly s: number; readonly v: unknown }
      return t === 'ballot' && typeof v === 'string' ? [{ bytes: Buffer.from(v, 'base64'), seq: s }] : []
    })

const KEY = 32

/** Whether the bytes open the ballot as the key of its round. */
export const opens = (key: Buffer, { bytes, seq }: Sealed, about: string): boolean => {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(`${about}/${seq}`))
  decipher.setAuthTag(bytes.subarray(bytes.length - 16))
  decipher.update(bytes.subarray(12, bytes.length - 16))
  try {
    decipher.final()
    return true
  } catch {
    return false
  }
}

/** Everything in a file that could be a key: 32 bytes at every place, and every text that decodes to 32 bytes. */
export function* keysIn(file: Buffer): Generator<Buffer> {
  for (let at = 0; at + KEY <= file.length; at += 1) {
    const piece = file.subarray(at, at + KEY)
    // The box and the journal are filled with line feeds: one try is enough for such a stretch.
    if (piece[0] === 0x0a && piece.every((byte) => byte === 0x0a)) continue
    yield piece
  }
  const text = file.toString('latin1')
  for (const [found] of text.matchAll(/[A-Za-z0-9+/_-]{43,}/g)) {
    for (const coding of ['base64', 'base64url', 'hex'] as const) {
      const decoded = Buffer.from(found, coding)
      for (let at = 0; at + KEY <= decoded.length; at += 1) yield decoded.subarray(at, at + KEY)
    }
  }
}
