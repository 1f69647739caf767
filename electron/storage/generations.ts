import { Low } from 'lowdb'
import type { AnyRecord } from '@core/model/records'
import { errorCode } from './disk-errors'
import { namesIn, patiently, removeQuietly } from './file-helpers'
import type { FrameWriter } from './frame-writer'
import { createFrameFile } from './frame-writer'
import { headFrame } from './journal'
import type { Layout } from './layout'
import { isTemp, journalGeneration } from './layout'
import type { FileState, Snapshot, SnapshotAdapter } from './snapshot-adapter'
import { snapshotAdapter } from './snapshot-adapter'
import type { StorageDeps } from './session-types'

export type Moment = {
  readonly lastSeq: number
  readonly keys: readonly string[]
  readonly records: readonly AnyRecord[]
}

export type NewJournal = { readonly generation: number; readonly writer: FrameWriter }

/** The numbered files of one session in one place: journals and the snapshot that each of them follows. */
export type Generations = {
  readonly layout: Layout
  readonly state: FileState
  readonly highest: number
  /** A new journal, durable with its name, before anything may be acknowledged in it. */
  readonly begin: (base: number, after: number | null) => Promise<NewJournal>
  /** Takes back a journal that was never used, unless the file in place already asks for it. */
  readonly discard: (journal: NewJournal) => Promise<void>
  /** Writes the snapshot of a generation through lowdb, then removes what is older than the one before it. */
  readonly snapshot: (generation: number, moment: Moment) => Promise<void>
  /** The last snapshot of a clean close; then nothing but ballot boxes stays beside the file. */
  readonly finish: (moment: Moment) => Promise<void>
}

const EMPTY: Snapshot = { mark: { generation: 0, lastSeq: 0, open: false }, keys: [], records: [] }

/** lowdb over our adapter, for reading (recovery) and for writing (rotation). */
export const database = (adapter: SnapshotAdapter): Low<Snapshot> => new Low<Snapshot>(adapter, EMPTY)

export const newFileState = (): FileState => ({
  sessionId: '',
  digest: '',
  generation: null,
  previousGeneration: null,
  changedOutside: false,
})

export const generations = (
  deps: StorageDeps,
  layout: Layout,
  sessionId: string,
  highestSoFar: number,
  state: FileState,
): Generations => {
  state.sessionId = sessionId
  const db = database(snapshotAdapter(deps, layout, state))
  let highest = highestSoFar

  const write = async (generation: number, moment: Moment, open: boolean): Promise<void> => {
    const { lastSeq, keys, records } = moment
    db.data = { mark: { generation, lastSeq, open }, keys, records }
    try {
      await db.write()
    } finally {
      db.data = EMPTY // the records of that moment need not stay in memory
    }
  }

  const begin = async (base: number, after: number | null): Promise<NewJournal> => {
    const generation = (highest += 1)
    const head = headFrame({ generation, base, session: sessionId, after })
    const writer = await createFrameFile(deps.fs, layout.journal(generation), head, deps.spaceAhead)
    try {
      await deps.fs.syncFolder(layout.folder)
    } catch (error) {
      await writer.close()
      throw error
    }
    return { generation, writer }
  }

  return {
    layout,
    state,
    get highest() {
      return highest
    },
    begin,
    discard: async ({ generation, writer }) => {
      await writer.close()
      if (state.generation !== generation) await removeQuietly(deps.fs, layout.journal(generation))
    },
    snapshot: async (generation, moment) => {
      await write(generation, moment, true)
      const keepFrom = Math.min(generation, state.previousGeneration ?? generation)
      await removeJournals(deps, layout, (found) => found < keepFrom)
    },
    finish: async (moment) => {
      highest += 1
      await write(highest, moment, false)
      await removeQuietly(deps.fs, layout.previous)
      await removeJournals(deps, layout, () => true)
      await removeTemps(deps, layout)
    },
  }
}

const removeJournals = async (
  deps: StorageDeps,
  layout: Layout,
  old: (generation: number) => boolean,
): Promise<void> => {
  for (const name of await namesIn(deps.fs, layout.folder)) {
    const generation = journalGeneration(name)
    if (generation === null || !old(generation)) continue
    await patiently(deps, () => deps.fs.unlink(layout.journal(generation))).catch((error: unknown) => {
      if (errorCode(error) === '') throw error // anything but the disk's answer is a fault of ours
    })
  }
}

/** Left by a crash in the middle of a write; only the owner of the lock may call this. */
export const removeTemps = async (deps: StorageDeps, layout: Layout): Promise<void> => {
  for (const name of await namesIn(deps.fs, layout.folder)) {
    if (isTemp(name)) await removeQuietly(deps.fs, `${layout.folder}/${name}`)
  }
}
