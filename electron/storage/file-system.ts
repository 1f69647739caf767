import { constants } from 'node:fs'
import * as node from 'node:fs/promises'

export type FileStat = {
  /** The same for one file under any name, another for a new file under the same name. */
  readonly id: string
  readonly size: number
  readonly isFile: boolean
  readonly isFolder: boolean
  /** Milliseconds since 1970. */
  readonly modified: number
}

/** How a file is opened: `read`; `create` fails when it exists; `write` fails when it is missing. */
export type OpenMode = 'read' | 'create' | 'write'

export type FileHandle = {
  /** True when each write is durable once it resolves, so that no separate sync is needed. */
  readonly durableWrites: boolean
  /** Both may handle fewer bytes than asked; the answer is how many. */
  readonly read: (into: Uint8Array, offset: number, length: number, position: number) => Promise<number>
  readonly write: (from: Uint8Array, offset: number, length: number, position: number) => Promise<number>
  readonly datasync: () => Promise<void>
  readonly sync: () => Promise<void>
  readonly truncate: (length: number) => Promise<void>
  readonly close: () => Promise<void>
}

export type OpenFileOptions = {
  /** Asks for `durableWrites`; given where the system can. One hop to the disk instead of two. */
  readonly durable?: boolean
  /** Only the owner may read it. */
  readonly secret?: boolean
}

/** All that storage knows of a disk; tests put one in that cuts the power. Errors carry Node's `code`. */
export type FileSystem = {
  /** EPERM, EBUSY and EACCES may be another program's short hold on the file (Windows), worth trying again. */
  readonly mayBeBusy: boolean
  readonly open: (path: string, mode: OpenMode, options?: OpenFileOptions) => Promise<FileHandle>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly unlink: (path: string) => Promise<void>
  /** One level; fails when its parent is missing or it exists. */
  readonly mkdir: (path: string) => Promise<void>
  readonly rmdir: (path: string) => Promise<void>
  readonly readdir: (path: string) => Promise<readonly string[]>
  readonly stat: (path: string) => Promise<FileStat>
  /** Makes names in the folder durable: new, renamed and removed files. */
  readonly syncFolder: (path: string) => Promise<void>
}

const FLAGS: Record<OpenMode, number> = {
  read: constants.O_RDONLY,
  write: constants.O_RDWR,
  create: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
}

// Windows has no O_DSYNC; on macOS it stops at the drive's cache, where fdatasync (F_FULLFSYNC in libuv) does not.
const CAN_DSYNC = process.platform === 'linux'

const openNode = async (path: string, mode: OpenMode, options: OpenFileOptions = {}): Promise<FileHandle> => {
  const durable = options.durable === true && CAN_DSYNC
  const handle = await node.open(path, FLAGS[mode] | (durable ? constants.O_DSYNC : 0), options.secret ? 0o600 : 0o666)
  return {
    durableWrites: durable,
    read: async (into, offset, length, position) => (await handle.read(into, offset, length, position)).bytesRead,
    write: async (from, offset, length, position) => (await handle.write(from, offset, length, position)).bytesWritten,
    datasync: () => handle.datasync(),
    sync: () => handle.sync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  }
}

const syncNodeFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return // folders cannot be synced there
  const handle = await node.open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const nodeFileSystem: FileSystem = {
  mayBeBusy: process.platform === 'win32',
  open: openNode,
  rename: node.rename,
  unlink: node.unlink,
  mkdir: async (path) => {
    await node.mkdir(path)
  },
  rmdir: node.rmdir,
  readdir: (path) => node.readdir(path),
  stat: async (path) => {
    const found = await node.stat(path)
    return {
      id: `${found.dev}:${found.ino}`,
      size: found.size,
      isFile: found.isFile(),
      isFolder: found.isDirectory(),
      modified: found.mtimeMs,
    }
  },
  syncFolder: syncNodeFolder,
}
