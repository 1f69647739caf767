import type { FileHandle, FileSystem } from '../../electron/storage/file-system'

export type Call = {
  readonly what: 'open' | 'write' | 'datasync' | 'sync' | 'truncate' | 'rename' | 'unlink' | 'mkdir' | 'syncFolder'
  readonly path: string
  /** Which handle, for calls on one. */
  readonly handle: number
}

export type Fault = {
  /** An error code instead of the call. For a write: after `bytes` bytes of it. */
  readonly code?: string
  readonly bytes?: number
  /** Of a write: fewer bytes than asked, without an error. */
  readonly short?: number
}

/** A file system in front of another one; `decide` may make a call fail. */
export const faultFs = (inner: FileSystem, decide: (call: Call) => Fault | null): FileSystem => {
  let handles = 0

  const guard = (what: Call['what'], path: string, handle = 0): void => {
    const fault = decide({ what, path, handle })
    if (fault?.code) throw failing(fault.code, what, path)
  }

  const wrap = (target: FileHandle, path: string): FileHandle => {
    const handle = (handles += 1)
    return {
      ...target,
      write: async (from, offset, length, position) => {
        const fault = decide({ what: 'write', path, handle })
        if (!fault) return await target.write(from, offset, length, position)
        const count = Math.min(length, fault.short ?? fault.bytes ?? 0)
        const written = count > 0 ? await target.write(from, offset, count, position) : 0
        if (fault.code) throw failing(fault.code, 'write', path)
        return written
      },
      datasync: async () => {
        guard('datasync', path, handle)
        await target.datasync()
      },
      sync: async () => {
        guard('sync', path, handle)
        await target.sync()
      },
      truncate: async (length) => {
        guard('truncate', path, handle)
        await target.truncate(length)
      },
    }
  }

  return {
    ...inner,
    open: async (path, mode, options) => {
      guard('open', path)
      return wrap(await inner.open(path, mode, options), path)
    },
    rename: async (from, to) => {
      guard('rename', to)
      await inner.rename(from, to)
    },
    unlink: async (path) => {
      guard('unlink', path)
      await inner.unlink(path)
    },
    mkdir: async (path) => {
      guard('mkdir', path)
      await inner.mkdir(path)
    },
    syncFolder: async (path) => {
      guard('syncFolder', path)
      await inner.syncFolder(path)
    },
  }
}

const failing = (code: string, what: string, path: string): Error =>
  Object.assign(new Error(`${code}: ${what} ${path}`), { code })
