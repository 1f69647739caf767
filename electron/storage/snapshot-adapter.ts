import { createHash } from 'node:crypto'
import type { Adapter } from 'lowdb'
import { bodyPieces, followedLine, headerLine } from '@core/load/serialize'
import type { SnapshotMark } from '@core/load/serialize'
import type { OpenFailure } from '@core/load/failures'
import type { AnyRecord } from '@core/model/records'
import { allRecords } from '@core/model/document'
import { closeQuietly, exists, randomName, removeQuietly, renamePatiently, writeFully } from './file-helpers'
import { isMissing } from './disk-errors'
import { copyVerified, readInChunks } from './file-copy'
import { inIdOrder } from './id-order'
import type { Layout } from './layout'
import { quarantine } from './quarantine'
import type { Recovered } from './recovery'
import { recover } from './recovery'
import type { StorageDeps } from './session-types'

/** What lowdb holds and hands to `write`: references to frozen records, so that a slow write sees one moment. */
export type Snapshot = {
  readonly mark: SnapshotMark
  readonly keys: readonly string[]
  readonly records: Iterable<AnyRecord>
}

export class RecoveryError extends Error {
  readonly failure: OpenFailure
  constructor(failure: OpenFailure) {
    super(failure.code)
    this.name = 'RecoveryError'
    this.failure = failure
  }
}

/** What is known about the files in place. */
export type FileState = {
  sessionId: string
  /** SHA-256 of the whole file as last read or written here; empty when there is none. */
  digest: string
  generation: number | null
  previousGeneration: number | null
  changedOutside: boolean
}

export type SnapshotAdapter = Adapter<Snapshot> & {
  readonly state: FileState
  /** Set by `read`. */
  readonly recovered: () => Recovered | null
}

/**
 * Our adapter for lowdb: `read` recovers, `write` replaces the file so that at every instant either the old or the new
 * one is whole on disk. `read` throws RecoveryError and never answers null: lowdb would go on with an empty session.
 */
export const snapshotAdapter = (deps: StorageDeps, layout: Layout, state: FileState): SnapshotAdapter => {
  let found: Recovered | null = null
  return {
    state,
    recovered: () => found,
    read: async () => {
      const result = await recover(deps.fs, layout)
      if (!result.ok) throw new RecoveryError(result.error)
      found = result.value
      const { tables, lastSeq, keys, digest, fileGeneration, previousGeneration, sessionId } = result.value
      Object.assign(state, { sessionId, digest, generation: fileGeneration, previousGeneration })
      const mark = { generation: result.value.highest, lastSeq, open: false }
      return { mark, keys, records: { [Symbol.iterator]: () => allRecords(tables) } }
    },
    write: (snapshot) => replaceSnapshot(deps, layout, state, snapshot),
  }
}

const replaceSnapshot = async (
  deps: StorageDeps,
  layout: Layout,
  state: FileState,
  snapshot: Snapshot,
): Promise<void> => {
  const temp = layout.temp(`snapshot-${randomName(deps)}`)
  try {
    const header = await writeSnapshot(deps, temp, snapshot)
    const digest = await verifiedDigest(deps, temp, header)
    if (snapshot.mark.open) await keepPrevious(deps, layout, state, snapshot.mark.generation)
    await renamePatiently(deps, temp, layout.file)
    Object.assign(state, { digest, generation: snapshot.mark.generation })
    await deps.fs.syncFolder(layout.parent)
  } catch (error) {
    await removeQuietly(deps.fs, temp)
    throw error
  }
}

/** Body first, header last: the header holds the hash of the body. Each piece is under 5 ms of work. */
const writeSnapshot = async (deps: StorageDeps, path: string, snapshot: Snapshot): Promise<string> => {
  const handle = await deps.fs.open(path, 'create')
  try {
    const hash = createHash('sha256')
    let position = Buffer.byteLength(headerLine(snapshot.mark, '0'.repeat(64)))
    for (const piece of bodyPieces(await inIdOrder(snapshot.records), snapshot.mark, snapshot.keys)) {
      const bytes = Buffer.from(piece)
      hash.update(bytes)
      await writeFully(handle, bytes, position)
      position += bytes.length
    }
    const header = headerLine(snapshot.mark, hash.digest('hex'))
    await writeFully(handle, Buffer.from(header), 0)
    await handle.sync()
    return header
  } finally {
    await closeQuietly(handle)
  }
}

/** Reads back what was written and answers the SHA-256 of the whole file; throws when it is not what was meant. */
const verifiedDigest = async (deps: StorageDeps, path: string, header: string): Promise<string> => {
  const body = createHash('sha256')
  const start = Buffer.from(header)
  const digest = await readInChunks(deps, path, (chunk, position) => {
    if (position >= start.length) body.update(chunk)
    else if (!start.equals(chunk.subarray(0, start.length))) throw badReadBack()
    else body.update(chunk.subarray(start.length))
  })
  if (!header.includes(`"sha256":"${body.digest('hex')}"`)) throw badReadBack()
  return digest
}

const badReadBack = (): Error => Object.assign(new Error('what was read back differs'), { code: 'EIO' })

/** Copies the file in place to `previous.json`, unless it is not the one that was read or written here. */
const keepPrevious = async (deps: StorageDeps, layout: Layout, state: FileState, next: number): Promise<void> => {
  if (state.digest === '') return
  try {
    if (await isUnchanged(deps, layout, state, next)) return
  } catch (error) {
    if (isMissing(error) && !(await exists(deps.fs, layout.file))) return // removed outside; the new one takes its place
    throw error
  }
  state.changedOutside = true
  await quarantine(deps, layout, state.sessionId)
}

/** A file that was read as damaged or edited is no snapshot to fall back to, so it is looked at but not copied. */
const isUnchanged = async (deps: StorageDeps, layout: Layout, state: FileState, next: number): Promise<boolean> => {
  if (state.generation === null) return (await readInChunks(deps, layout.file)) === state.digest
  const followed = (line: string): string => followedLine(line, next)
  if (!(await copyVerified(deps, layout.file, layout.previous, state.digest, followed))) return false
  state.previousGeneration = state.generation
  return true
}
