import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { makeFolders, readIfThere, replaceFile } from './file-helpers'
import type { StorageDeps } from './session-types'

type Seen = { readonly path: string; readonly lastSeq: number }

/** One mark per session and place: a copy of the file under another name is no rollback. */
const markPath = (deps: StorageDeps, sessionId: string, path: string): string => {
  const place = createHash('sha256').update(`${sessionId}\n${path}`).digest('hex').slice(0, 32)
  return join(deps.appData, 'seen', `${place}.json`)
}

/** The last change that this computer knows to have been in the file; 0 when it knows nothing. */
export const lastSeen = async (deps: StorageDeps, sessionId: string, path: string): Promise<number> => {
  try {
    const bytes = await readIfThere(deps.fs, markPath(deps, sessionId, path), 10_000)
    const seen = bytes ? (JSON.parse(bytes.toString()) as Partial<Seen>) : null // checked below
    return typeof seen?.lastSeq === 'number' ? seen.lastSeq : 0
  } catch {
    return 0 // a second line of defence: the session's own files prove more
  }
}

/** Called after a snapshot is durable, so that the mark is never ahead of the file. */
export const markSeen = async (deps: StorageDeps, sessionId: string, path: string, lastSeq: number): Promise<void> => {
  try {
    await makeFolders(deps.fs, join(deps.appData, 'seen'))
    await replaceFile(
      deps,
      markPath(deps, sessionId, path),
      Buffer.from(JSON.stringify({ path, lastSeq } satisfies Seen)),
    )
  } catch {
    return // without the mark a rollback may go unnoticed; the session itself is safe
  }
}
