import type { AnyRecord } from '@core/model/records'
import type { ActiveJournal } from './active-journal'
import { activateJournal } from './active-journal'
import { diskCode } from './disk-errors'
import { WriteFault } from './frame-writer'
import type { FrameInput } from './frames'
import type { Generations, Moment, NewJournal } from './generations'
import { nextFrame } from './journal'
import { SaveStateBoard } from './save-state'
import type { FailureCode, StorageDeps } from './session-types'
import { StorageError } from './session-types'

const JOURNAL_BYTES = 4 * 1024 * 1024
const JOURNAL_FRAMES = 10_000
const QUIET_MS = 60_000
// In a room that is never quiet the file and its backups must not fall far behind.
const LONGEST_MS = 10 * 60_000
const RETRY_MS = 5_000
// A gap this long may have been a sleep; the lock is read again before the next byte.
const FENCE_MS = 5_000

type Pending = { readonly frame: FrameInput; readonly durable: () => void }
type Waiter = { readonly done: () => void; readonly failed: (error: StorageError) => void }

export type PumpSource = {
  readonly lastSeq: () => number
  readonly keys: () => readonly string[]
  readonly records: () => readonly AnyRecord[]
  /** Throws StorageError when the session belongs to another process or its folder cannot be had. */
  readonly ensureLock: () => Promise<void>
  /** Told after each snapshot is durable. */
  readonly written: (lastSeq: number) => void
  /** Told after each batch. */
  readonly acknowledged: (lastSeq: number) => void
}

/**
 * The one place that writes changes of a session: batches into the journal, new generations, retries. It starts with a
 * new generation: nothing is acknowledged before the file on disk says that a journal stands beside it.
 */
export class JournalPump {
  readonly board = new SaveStateBoard()
  readonly #deps: StorageDeps
  readonly #source: PumpSource
  #generations: Generations
  #queue: Pending[] = []
  #inFlight = 0
  #journal: ActiveJournal | null = null
  #first: Moment | null
  #frames = 0
  #begun = 0
  #rotateAt = JOURNAL_BYTES
  #pumping: Promise<void> | null = null
  #snapshotting: Promise<void> | null = null
  #waiters: Waiter[] = []
  #rotationDue = false
  #failed: FailureCode | null = null
  #warning: FailureCode | null = null
  #stopped = false
  #held = false
  #fenceChecked: number
  #cancelQuiet = (): void => {}
  #cancelRetry = (): void => {}

  constructor(deps: StorageDeps, generations: Generations, source: PumpSource) {
    this.#deps = deps
    this.#generations = generations
    this.#source = source
    this.#first = this.#moment()
    this.#fenceChecked = deps.clock.now()
  }

  get generations(): Generations {
    return this.#generations
  }

  get failed(): FailureCode | null {
    return this.#failed
  }

  add(frame: FrameInput): Promise<void> {
    return new Promise((durable) => {
      this.#queue.push({ frame, durable })
      this.#report()
      this.kick()
    })
  }

  /** Asks for a new generation as soon as none is being written. */
  rotate(): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiters.push({ done, failed })
      this.#rotationDue = true
      this.kick()
    })
  }

  kick(): void {
    if (this.#pumping || !this.#hasWork()) return
    this.#pumping = this.#run().finally(() => {
      this.#pumping = null
      if (this.#hasWork()) this.kick()
    })
  }

  /** Clears a failure and tries again; answers whether everything is durable now. */
  async retry(): Promise<boolean> {
    await this.#pumping
    if (this.#failed === 'Fenced') return false
    this.#failed = null
    this.#cancelRetry()
    this.kick()
    await this.idle()
    return this.#failed === null
  }

  /** Waits until nothing is being written: all durable, or failed. */
  async idle(): Promise<void> {
    for (let busy = this.#pumping ?? this.#snapshotting; busy; busy = this.#pumping ?? this.#snapshotting) await busy
  }

  /** Goes on in another place with everything that is in memory. Call when idle. */
  moveTo(generations: Generations): void {
    void this.#journal?.close()
    this.#journal = null
    this.#generations = generations
    this.#first = null
    this.#failed = null
    this.#fenceChecked = this.#deps.clock.now()
    this.#cancelRetry()
  }

  /** Nothing more is written until `startAnew`: the last snapshot must stay the last. Call when idle. */
  hold(): void {
    this.#held = true
    this.#cancelQuiet()
  }

  /** The next change waits for a new generation. Call when idle. */
  startAnew(): void {
    this.#dropJournal()
    this.#first = null
    this.#held = false
    if (this.#queue.length > 0) this.kick()
  }

  /** No more timers, no more writes. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelQuiet()
    this.#cancelRetry()
    this.#refuse(this.#takeWaiters(), new StorageError('Closed'))
    await this.#journal?.close()
    this.#journal = null
  }

  #hasWork(): boolean {
    if (this.#stopped || this.#held || this.#failed) return false
    return this.#journal === null || this.#queue.length > 0 || (this.#rotationDue && !this.#snapshotting)
  }

  async #run(): Promise<void> {
    try {
      while (this.#hasWork()) {
        await this.#checkFence()
        if (this.#first) await this.#firstGeneration(this.#first)
        else if (this.#journal === null) await this.#newGeneration()
        else if (this.#rotationDue && !this.#snapshotting) await this.#rotateFrom(this.#journal)
        else await this.#flush(this.#journal)
        this.#report()
      }
      this.#armQuiet()
    } catch (error) {
      this.#fail(error)
    }
  }

  async #checkFence(): Promise<void> {
    if (Math.abs(this.#deps.clock.now() - this.#fenceChecked) < FENCE_MS && !this.#rotationDue && this.#journal) return
    await this.#source.ensureLock()
    this.#fenceChecked = this.#deps.clock.now()
  }

  async #flush(journal: ActiveJournal): Promise<void> {
    const batch = this.#take()
    try {
      await journal.write(batch.map(({ frame }) => frame))
    } catch (error) {
      this.#putBack(batch)
      this.#giveUpJournal(journal, error)
      return
    }
    this.#acknowledge(batch)
    const old = this.#deps.clock.now() - this.#begun >= LONGEST_MS
    if (old || journal.durable >= this.#rotateAt || this.#frames >= JOURNAL_FRAMES) this.#rotationDue = true
  }

  /** At the start: from what was recovered; what came since goes into the journal. */
  async #firstGeneration(moment: Moment): Promise<void> {
    const journal = await this.#generations.begin(moment.lastSeq, null)
    await this.#startWith(journal, moment)
    this.#first = null
  }

  /** From memory into a fresh generation; until it is whole on disk nothing is acknowledged. */
  async #newGeneration(): Promise<void> {
    await this.#snapshotting
    const batch = this.#take()
    try {
      const moment = this.#moment()
      await this.#startWith(await this.#generations.begin(moment.lastSeq, null), moment)
    } catch (error) {
      this.#putBack(batch)
      throw error
    }
    this.#acknowledge(batch)
    // What was only in memory is in one snapshot now; the next one makes it the snapshot before, too.
    this.#rotationDue = true
  }

  async #startWith(journal: NewJournal, moment: Moment): Promise<void> {
    try {
      await this.#generations.snapshot(journal.generation, moment)
      await this.#adopt(journal)
    } catch (error) {
      await this.#generations.discard(journal)
      throw error
    }
    this.#warning = this.#generations.state.changedOutside ? 'ChangedOutside' : null
    this.#source.written(moment.lastSeq)
  }

  /** The old journal names the new one before that is used; the snapshot follows in the background. */
  async #rotateFrom(old: ActiveJournal): Promise<void> {
    const batch = this.#take()
    const waiters = this.#takeWaiters()
    const moment = this.#moment()
    let journal: NewJournal
    try {
      journal = await this.#generations.begin(moment.lastSeq, old.generation)
    } catch (error) {
      // The old journal goes on; only the snapshot has to wait.
      this.#putBack(batch)
      this.#refuse(waiters, error)
      this.#warning = codeOf(error)
      this.#frames = 0
      this.#rotateAt = old.durable + JOURNAL_BYTES
      this.#begun = this.#deps.clock.now()
      return
    }
    try {
      await old.write([...batch.map(({ frame }) => frame), nextFrame(moment.lastSeq, journal.generation)])
    } catch (error) {
      // One that can still be cut back never named the new journal; after a failed sync it may have.
      await (old.usable ? this.#generations.discard(journal) : journal.writer.close())
      this.#putBack(batch)
      this.#waiters.unshift(...waiters)
      this.#rotationDue = waiters.length > 0
      this.#giveUpJournal(old, error)
      return
    }
    this.#acknowledge(batch)
    this.#dropJournal()
    await this.#adopt(journal)
    this.#snapshotting = this.#snapshotInBackground(journal.generation, moment, waiters)
  }

  async #snapshotInBackground(generation: number, moment: Moment, waiters: readonly Waiter[]): Promise<void> {
    try {
      await this.#generations.snapshot(generation, moment)
      this.#source.written(moment.lastSeq)
      this.#warning = this.#generations.state.changedOutside ? 'ChangedOutside' : null
      for (const waiter of waiters) waiter.done()
    } catch (error) {
      this.#warning = codeOf(error) // nothing is lost: the older snapshot and all journals stay
      this.#refuse(waiters, error)
    } finally {
      this.#snapshotting = null
      this.#report()
      this.kick()
    }
  }

  async #adopt(journal: NewJournal): Promise<void> {
    this.#journal = await activateJournal(this.#deps, this.#generations.layout, journal, () => this.#report())
    this.#frames = 0
    this.#rotateAt = JOURNAL_BYTES
    this.#begun = this.#deps.clock.now()
  }

  #moment(): Moment {
    return { lastSeq: this.#source.lastSeq(), keys: this.#source.keys(), records: this.#source.records() }
  }

  #take(): Pending[] {
    const batch = this.#queue
    this.#queue = []
    this.#inFlight = batch.length
    return batch
  }

  #putBack(batch: readonly Pending[]): void {
    this.#queue = [...batch, ...this.#queue]
    this.#inFlight = 0
  }

  #acknowledge(batch: readonly Pending[]): void {
    this.#inFlight = 0
    this.#frames += batch.length
    for (const { durable } of batch) durable()
    const last = batch.at(-1)
    if (last) this.#source.acknowledged(last.frame.seq)
  }

  #takeWaiters(): Waiter[] {
    const waiters = this.#waiters
    this.#waiters = []
    this.#rotationDue = false
    return waiters
  }

  #refuse(waiters: readonly Waiter[], error: unknown): void {
    for (const waiter of waiters) waiter.failed(new StorageError(codeOf(error), error))
  }

  /** After a failed sync, or when it is gone, a new generation takes over at once; other faults wait for a retry. */
  #giveUpJournal(journal: ActiveJournal, error: unknown): void {
    if (journal.usable) throw error
    this.#dropJournal()
  }

  #dropJournal(): void {
    void this.#journal?.close()
    this.#journal = null
  }

  #fail(error: unknown): void {
    this.#failed = codeOf(error)
    this.#refuse(this.#takeWaiters(), error)
    this.#report()
    if (this.#failed === 'Fenced' || this.#stopped) return
    this.#cancelRetry = this.#deps.timers.after(RETRY_MS, () => void this.retry())
  }

  #report(): void {
    this.board.set(
      this.#queue.length + this.#inFlight,
      this.#failed,
      this.#journal?.stalled ? 'StorageStalled' : this.#warning,
    )
  }

  #armQuiet(): void {
    this.#cancelQuiet()
    if (this.#frames === 0 || this.#stopped) return
    this.#cancelQuiet = this.#deps.timers.after(QUIET_MS, () => void this.rotate().catch(() => {}))
  }
}

const codeOf = (error: unknown): FailureCode =>
  error instanceof StorageError || error instanceof WriteFault ? error.code : diskCode(error)
