import type { FileHandle } from 'node:fs/promises'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SESSION_ENDING } from './home-index'

/** The first lines of a session file hold its header and the session's own record: enough to tell files apart. */
const HEAD_BYTES = 64 * 1024

export type SessionPath = {
  readonly path: string
  /** Null when the beginning of the file does not tell; it is read whole then. */
  readonly sessionId: string | null
  /** Rises with each save of the same session. */
  readonly lastSeq: number
  readonly bytes: number
  readonly changedAt: number
}

/** Files of one session, the one saved last first. Usually there is one. */
export type SessionFiles = readonly [SessionPath, ...SessionPath[]]

/**
 * All session files below a folder by session, in the order of their paths, without reading them whole. Where the newest
 * of several does not open, the next one may. Throws when the folder itself cannot be read.
 */
export const findSessions = async (
  folder: string,
): Promise<{ readonly sessions: readonly SessionFiles[]; readonly unread: FolderPaths['unread'] }> => {
  const { paths, unread } = await sessionPaths(folder)
  const sessions = new Map<string, [SessionPath, ...SessionPath[]]>()
  for (const path of paths) {
    const found = await readHead(path)
    const key = found.sessionId ?? path
    const known = sessions.get(key)
    if (known) known.push(found)
    else sessions.set(key, [found])
  }
  for (const files of sessions.values()) files.sort((a, b) => b.lastSeq - a.lastSeq || b.changedAt - a.changedAt)
  return { sessions: [...sessions.values()], unread }
}

export type FolderPaths = {
  /** In order. */
  readonly paths: readonly string[]
  /** Folders in it that could not be looked into: what they hold is not known. */
  readonly unread: readonly { readonly folder: string; readonly error: unknown }[]
}

/** What stands in a hidden folder (trash, journals) is no session to look for. Throws as `findSessions`. */
export const sessionPaths = async (folder: string): Promise<FolderPaths> => {
  const paths: string[] = []
  const unread: { folder: string; error: unknown }[] = []
  const look = async (at: string): Promise<void> => {
    for (const entry of await readdir(at, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue
      const path = join(at, entry.name)
      if (entry.isFile() && entry.name.endsWith(SESSION_ENDING)) paths.push(path)
      if (entry.isDirectory()) await look(path).catch((error: unknown) => void unread.push({ folder: path, error }))
    }
  }
  await look(folder)
  return { paths: paths.toSorted(), unread }
}

const readHead = async (path: string): Promise<SessionPath> => {
  const about = await stat(path).catch(() => null)
  const plain: SessionPath = {
    path,
    sessionId: null,
    lastSeq: 0,
    bytes: about?.size ?? 0,
    changedAt: about?.mtimeMs ?? 0,
  }
  const text = await firstBytes(path)
  const lastSeq = Number(/"lastSeq":(\d{1,15})/.exec(text)?.[1] ?? 0)
  const sessionId = /\{"type":"session","id":"([^"\\]{1,100})"/.exec(text)?.[1] ?? null
  return { ...plain, sessionId, lastSeq }
}

const firstBytes = async (path: string): Promise<string> => {
  let file: FileHandle | null = null
  try {
    file = await open(path, 'r')
    const buffer = Buffer.alloc(HEAD_BYTES)
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } catch {
    return ''
  } finally {
    await file?.close()
  }
}
