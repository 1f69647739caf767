import { dirname, join } from 'node:path'
import { CAPS, scanBytes } from '@core/load/scan'
import type { DiskCode } from '@core/load/failures'
import { diskCode } from './disk-errors'
import { makeFolders, randomName, readIfThere, replaceFile } from './file-helpers'
import type { StorageDeps } from './session-types'

/**
 * `damaged`: the file could not be used; it was moved to `movedTo` (null when even that failed), and the caller must
 * tell the person before anything is written in its place.
 */
export type SmallJsonRead<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly movedTo: string | null }
  | { readonly kind: 'unreadable'; readonly code: DiskCode }

/** What a zod schema is to storage. */
type Schema<T> = {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: T } | { readonly success: false }
}

export type SmallJson<T> = {
  readonly read: () => Promise<SmallJsonRead<T>>
  /** Durable when it resolves; rejects with the disk's error. Later writes wait for earlier ones. */
  readonly write: (value: T) => Promise<void>
}

const LIMITS = { ...CAPS, bytes: 1024 * 1024 }

/** A little file of the app itself (settings, recent sessions, room state): whole or not there, checked when read. */
export const smallJson = <T>(deps: StorageDeps, path: string, schema: Schema<T>): SmallJson<T> => {
  let last: Promise<void> = Promise.resolve()

  const put = async (value: T): Promise<void> => {
    await makeFolders(deps.fs, dirname(path))
    // Some hold keys; none is anybody else's business.
    await replaceFile(deps, path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`), true)
  }

  return {
    read: async () => {
      try {
        const bytes = await readIfThere(deps.fs, path, LIMITS.bytes + 1)
        if (bytes === null) return { kind: 'missing' }
        const value = parsed(bytes, schema)
        return value === null
          ? { kind: 'damaged', movedTo: await moveAway(deps, path) }
          : { kind: 'read', value: value.data }
      } catch (error) {
        return { kind: 'unreadable', code: diskCode(error) }
      }
    },
    write: (value) => {
      const written = last.then(() => put(value))
      last = written.catch(() => {})
      return written
    },
  }
}

const parsed = <T>(bytes: Buffer, schema: Schema<T>): { readonly data: T } | null => {
  if (!scanBytes(bytes, LIMITS).ok) return null
  try {
    const checked = schema.safeParse(JSON.parse(bytes.toString()))
    return checked.success ? { data: checked.data } : null
  } catch {
    return null
  }
}

const moveAway = async (deps: StorageDeps, path: string): Promise<string | null> => {
  const folder = join(deps.appData, 'quarantine', 'settings')
  const target = join(folder, `${path.split(/[\\/]/).at(-1)}.${randomName(deps)}`)
  try {
    await makeFolders(deps.fs, folder)
    await deps.fs.rename(path, target)
    return target
  } catch {
    return null
  }
}
