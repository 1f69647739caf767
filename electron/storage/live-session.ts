import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { OpenFailure, OpenNotice } from '@core/load/failures'
import type { Tables } from '@core/model/document'
import { allRecords } from '@core/model/document'
import type { BoxRoom } from './box-room'
import { boxRoom } from './box-room'
import { diskCode, errorCode } from './disk-errors'
import { namesIn } from './file-helpers'
import type { Generations } from './generations'
import { changeFrame } from './journal'
import { JournalPump } from './journal-pump'
import { boxRound } from './layout'
import type { Place } from './place'
import { leavePlace, newPlace, relock } from './place'
import { keepBackup, removeBackups } from './backups'
import { removeQuarantine } from './quarantine'
import { markSeen } from './seen-marks'
import type { LockStatus } from './session-lock'
import type {
  BallotBox,
  BoxFailure,
  BoxMode,
  JournalEntry,
  OpenSession,
  SaveState,
  SnapshotReason,
  StorageDeps,
} from './session-types'
import { StorageError } from './session-types'

const KEYS = 1_000
/** How often the mark against rollbacks moves: what a sync program takes away within this time may go unnoticed. */
const MARK_MS = 30_000

export type LiveStart = {
  readonly tables: Tables
  readonly sessionId: string
  readonly lastSeq: number
  readonly keys: readonly string[]
  readonly notices: readonly OpenNotice[]
}

/** A session that this process may write to. */
export class LiveSession implements OpenSession {
  readonly tables: Tables
  readonly notices: readonly OpenNotice[]
  readonly readOnly = false
  readonly #deps: StorageDeps
  readonly #sessionId: string
  readonly #pump: JournalPump
  #place: Place
  #boxes: BoxRoom
  #keys: string[]
  #lastSeq: number
  #marked = 0
  #closing: Promise<void> | null = null
  /** What follows a snapshot and holds nobody up: the mark against rollbacks, the backup. */
  #later: Promise<void> = Promise.resolve()

  constructor(deps: StorageDeps, place: Place, generations: Generations, start: LiveStart) {
    this.#deps = deps
    this.#place = place
    this.tables = start.tables
    this.notices = start.notices
    this.#sessionId = start.sessionId
    this.#lastSeq = start.lastSeq
    this.#keys = [...start.keys]
    this.#boxes = boxRoom(deps, place.layout, start.sessionId)
    this.#pump = new JournalPump(deps, generations, {
      lastSeq: () => this.#lastSeq,
      keys: () => this.recentKeys,
      records: () => [...allRecords(this.tables)],
      ensureLock: () => this.#ensureLock(),
      written: (lastSeq) => {
        this.#later = this.#later.then(() => this.#afterSnapshot(lastSeq))
      },
      acknowledged: (lastSeq) => this.#afterBatch(lastSeq),
    })
    this.#pump.kick()
  }

  get path(): string {
    return this.#place.layout.file
  }

  get lastSeq(): number {
    return this.#lastSeq
  }

  get recentKeys(): readonly string[] {
    return this.#keys.slice(-KEYS)
  }

  get state(): SaveState {
    return this.#pump.board.current
  }

  onState(listener: (state: SaveState) => void): () => void {
    return this.#pump.board.on(listener)
  }

  append(entry: JournalEntry): Promise<void> {
    if (this.#closing) return Promise.reject(new StorageError('Closed'))
    if (entry.seq !== this.#lastSeq + 1) throw new Error(`change ${entry.seq} after ${this.#lastSeq}`)
    this.#lastSeq = entry.seq
    if (entry.key !== undefined) this.#rememberKey(entry.key)
    return this.#pump.add(changeFrame(entry))
  }

  /** An erasure writes two: then the snapshot before holds nothing of it either; older copies go, and a new one is made. */
  async snapshot(reason: SnapshotReason): Promise<void> {
    if (this.#closing) throw new StorageError('Closed')
    await this.#pump.rotate()
    if (reason !== 'erasure') return
    await this.#pump.rotate()
    await this.#later
    await removeBackups(this.#deps, this.#sessionId)
    await removeQuarantine(this.#deps, this.#sessionId)
    await this.#backup()
  }

  retry(): Promise<boolean> {
    return this.#pump.retry()
  }

  box(roundId: string, slotBytes: number, mode: BoxMode): Promise<Result<BallotBox, BoxFailure>> {
    return this.#boxes.open(roundId, slotBytes, mode)
  }

  destroyBox(roundId: string): Promise<void> {
    return this.#boxes.destroy(roundId)
  }

  async boxes(): Promise<readonly string[]> {
    const names = await namesIn(this.#deps.fs, this.#place.layout.folder)
    return names.map(boxRound).filter((round) => round !== null)
  }

  async saveElsewhere(path: string): Promise<Result<string, OpenFailure>> {
    if (this.#closing) return err({ code: 'DiskError' })
    const place = await newPlace(this.#deps, path)
    if (!place.ok) return place
    await this.#pump.idle()
    const [from, before] = [this.#place, this.#pump.generations]
    this.#place = place.value
    this.#pump.moveTo(place.value.generations(this.#sessionId, before.highest))
    this.#pump.kick()
    await this.#pump.idle()
    const failed = this.#pump.failed
    const moved = failed === null && (await this.#boxes.moveTo(place.value.layout))
    if (!moved) {
      this.#place = from
      this.#pump.moveTo(before)
      await leavePlace(this.#deps, place.value)
      this.#pump.kick()
      return err({
        code: failed === 'DiskFull' || failed === 'ReadOnlyPlace' || failed === 'Gone' ? failed : 'DiskError',
      })
    }
    await from.lock.release()
    return ok(path)
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish().catch((error: unknown) => {
      this.#closing = null
      throw error
    })
    return this.#closing
  }

  async #finish(): Promise<void> {
    const saved = (await this.#settled()) || (await this.#pump.retry())
    if (!saved) throw new StorageError(this.#pump.failed ?? 'DiskError')
    await this.#ensureLock()
    this.#pump.hold()
    const moment = { lastSeq: this.#lastSeq, keys: this.recentKeys, records: [...allRecords(this.tables)] }
    try {
      await this.#pump.generations.finish(moment)
    } catch (error) {
      // The file may say "closed" already: what comes next needs a generation of its own.
      this.#pump.startAnew()
      throw new StorageError(diskCode(error), error)
    }
    await this.#pump.stop()
    await this.#later
    await this.#boxes.close()
    await markSeen(this.#deps, this.#sessionId, this.path, moment.lastSeq)
    await leavePlace(this.#deps, this.#place)
  }

  #afterBatch(lastSeq: number): void {
    if (Math.abs(this.#deps.clock.now() - this.#marked) < MARK_MS) return
    this.#marked = this.#deps.clock.now()
    this.#later = this.#later.then(() => markSeen(this.#deps, this.#sessionId, this.path, lastSeq))
  }

  async #afterSnapshot(lastSeq: number): Promise<void> {
    await markSeen(this.#deps, this.#sessionId, this.path, lastSeq)
    await this.#backup()
  }

  /** At most each 10 minutes. A backup that fails leaves the session as it is; the next snapshot tries again. */
  async #backup(): Promise<void> {
    try {
      const { digest } = this.#pump.generations.state
      await keepBackup(this.#deps, this.#sessionId, { file: this.path, digest })
    } catch {
      return // the list of backups shows how old the newest one is
    }
  }

  async #settled(): Promise<boolean> {
    await this.#pump.idle()
    return this.#pump.failed === null
  }

  async #ensureLock(): Promise<void> {
    let status: LockStatus
    try {
      status = await this.#place.lock.status()
    } catch (error) {
      if (errorCode(error) !== 'ENOTDIR') throw error
      status = 'gone'
    }
    if (status === 'mine') return
    const lock = status === 'foreign' ? null : await relock(this.#deps, this.#place.layout)
    if (!lock) throw new StorageError('Fenced')
    this.#place = { ...this.#place, lock }
  }

  #rememberKey(key: string): void {
    this.#keys.push(key)
    if (this.#keys.length >= 2 * KEYS) this.#keys = this.#keys.slice(-KEYS)
  }
}
