import type { Diff } from '@core/change/diff'
import type { Clock } from '@core/lib/ports'
import type { Result } from '@core/lib/result'
import type { DiskCode, OpenFailure, OpenNotice } from '@core/load/failures'
import type { Tables } from '@core/model/document'
import type { FileSystem } from './file-system'

/** Calls `run` once after `ms`; the answer cancels it. Injected, so that tests own the time. */
export type Timers = { readonly after: (ms: number, run: () => void) => () => void }

/** This process, as other processes see it in a lock. */
export type Machine = {
  readonly hostname: string
  readonly pid: number
  readonly isAlive: (pid: number) => boolean
}

export type StorageDeps = {
  readonly fs: FileSystem
  readonly clock: Clock
  readonly timers: Timers
  readonly randomBytes: (count: number) => Uint8Array
  readonly machine: Machine
  /** The app's own data folder: ballot keys, backups, quarantine. Never the folder of the sessions. */
  readonly appData: string
  /** Bytes by which journals and boxes take space ahead of need. */
  readonly spaceAhead?: number
}

/** One change as it is journaled. `seq` is the last one plus 1; `at` is ISO 8601 UTC; `key` makes a retry apply once. */
export type JournalEntry = {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly name: string
  readonly diff: Diff
  readonly key?: string
}

export type FailureCode = DiskCode | 'Fenced' | 'ChangedOutside' | 'StorageStalled' | 'ReadOnly' | 'Closed'

export type SaveState = {
  readonly state: 'saved' | 'saving' | 'failed'
  /** Changes not yet durable. */
  readonly unsaved: number
  /** Why, when failed; also while saving (`StorageStalled`) and when saved (the snapshot or its place needs attention). `Fenced`: another process took the session over; nothing more is written here. */
  readonly code?: FailureCode
}

export type SnapshotReason = 'vote-close' | 'erasure' | 'migration' | 'backup'

/** What `append`, `snapshot` and the box reject with. The change stays in memory and in the queue until it is durable. */
export class StorageError extends Error {
  readonly code: FailureCode
  constructor(code: FailureCode, cause?: unknown) {
    super(code, { cause })
    this.name = 'StorageError'
    this.code = code
  }
}

export type Ballot = { readonly cred: string; readonly rev: number; readonly ballot: unknown }

export type BoxFailure =
  /** The round is open, yet its box or its key is not there: ballots may be lost; never an empty box. */
  | { readonly code: 'BoxMissing' }
  | { readonly code: 'BoxKeyMissing' }
  /** `readable` ballots before the damage can still be counted. */
  | { readonly code: 'BoxDamaged'; readonly readable: number }
  | { readonly code: DiskCode }

export type BallotBox = {
  /** Everything cast so far, in order of arrival (last one of a credential counts). Empty for a new box. */
  readonly ballots: readonly Ballot[]
  /** Resolves when durable: only then the phone may be told. Rejects with StorageError. */
  readonly append: (ballot: Ballot) => Promise<void>
}

/**
 * `create` before the opening of the round is journaled; `reopen` for a round that is open in the document, where a
 * missing file is an error; `salvage` opens what a damaged box still holds, after the person agreed.
 */
export type BoxMode = 'create' | 'reopen' | 'salvage'

export type OpenSession = {
  readonly path: string
  /** Owned by the caller: it applies a diff to `tables` and calls `append` in the same turn of the event loop. */
  readonly tables: Tables
  readonly notices: readonly OpenNotice[]
  readonly readOnly: boolean
  /** Of the last change appended, durable or not. */
  readonly lastSeq: number
  /** Idempotency keys of recent changes (up to 1,000), oldest first; they survive restarts. */
  readonly recentKeys: readonly string[]
  /** Resolves when the change is durable. Never rejects for a disk fault: it stays queued; `onState` says so. */
  readonly append: (entry: JournalEntry) => Promise<void>
  /** Writes a new snapshot now; resolves when it is durable and the older generation is gone where the reason needs it. */
  readonly snapshot: (reason: SnapshotReason) => Promise<void>
  /** Tries again after `failed`; answers whether everything is saved now. */
  readonly retry: () => Promise<boolean>
  readonly state: SaveState
  /** Called at once and at every change; the answer stops it. */
  readonly onState: (listener: (state: SaveState) => void) => () => void
  readonly box: (roundId: string, slotBytes: number, mode: BoxMode) => Promise<Result<BallotBox, BoxFailure>>
  /** Key first, then the box: what stays on the disk cannot be opened any more. */
  readonly destroyBox: (roundId: string) => Promise<void>
  /** Rounds that have a box on disk. */
  readonly boxes: () => Promise<readonly string[]>
  /** Moves the session to a new file (with everything unsaved and open boxes) and goes on there. */
  readonly saveElsewhere: (path: string) => Promise<Result<string, OpenFailure>>
  /** Waits for the last write, marks the file as closed, removes the sidecar folder. Rejects when it cannot be saved. */
  readonly close: () => Promise<void>
}

export type OpenOptions = {
  /** Opens what is safe after a failure with `lost`; everything is copied to quarantine first. */
  readonly accept?: 'loss'
  /** What to do when another process has the session open. Default `read-only`. */
  readonly whenLocked?: 'read-only' | 'fail'
}

type Checked = { readonly notices: readonly OpenNotice[]; readonly records: number; readonly lastSeq: number }

export type CheckReport =
  | ({ readonly verdict: 'valid' } & Checked)
  /** Opens after recovery; `failure` says what is lost, when something is. `locked`: perhaps it is merely open. */
  | ({ readonly verdict: 'recoverable'; readonly locked: boolean; readonly failure?: OpenFailure } & Checked)
  | { readonly verdict: 'unreadable'; readonly failure: OpenFailure }
