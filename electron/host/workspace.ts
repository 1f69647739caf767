import type { Diff } from '@core/change/diff'
import { applyDiff, isEmptyDiff } from '@core/change/diff'
import type { CommandContext, CommandSpec } from '@core/commands/command'
import { commands } from '@core/commands/table'
import { idFromBytes } from '@core/lib/id-from-bytes'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Tables } from '@core/model/document'
import { sessionOf } from '@core/model/document'
import type { DocChange } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { DocumentRequestName } from '@core/protocol/requests'
import type { Role } from '@core/protocol/roles'
import type { Notice, SaveState, Snapshot } from '@core/protocol/views'
import { filterDiff, filterRecords } from '@core/rules/filter-diff'
import type { OpenSession } from '../storage/session-types'
import { fileIdOf } from './file-id'
import type { DiffResult, HostDeps } from './ports'
import { randomFraction } from './random'
import type { Filtered, Ring } from './ring'
import { VIEWS, createRing } from './ring'
import { saveStateOf } from './save-state'
import type { Caller, View } from './seat'
import { failureOfThrown } from './storage-failures'
import type { Undo } from './undo'
import { createUndo } from './undo'

export type Change = {
  readonly name: string
  readonly by: Role | 'host'
  readonly undoable: boolean
  /** Changes of one batch are taken back together. */
  readonly batch?: string
  readonly caller?: Caller
}
type Done = Result<{ seq: number }, Failure>

export type WorkspaceHooks = {
  /** In memory, perhaps not yet on disk. */
  readonly applied: (diff: Diff) => void
  /** On disk: may be told. */
  readonly durable: (seq: number, diffs: Filtered, caller: Caller | undefined) => void
  readonly saveState: (state: SaveState) => void
  readonly history: () => void
}

type WorkspaceDeps = Pick<HostDeps, 'clock' | 'randomBytes'>

/** One open session: the only place where its document changes, one change at a time. */
export class Workspace {
  readonly store: OpenSession
  readonly sessionId: string
  readonly tables: Tables
  /** What the facilitator is told about this session; grows while it is open. */
  readonly notices: Notice[]
  readonly undo: Undo
  readonly #deps: WorkspaceDeps
  readonly #hooks: WorkspaceHooks
  #ring: Ring
  readonly #waiting = new Set<() => void>()
  #last: Promise<void> = Promise.resolve()
  #save: SaveState

  constructor(store: OpenSession, notices: Notice[], deps: WorkspaceDeps, hooks: WorkspaceHooks) {
    this.store = store
    this.tables = store.tables
    this.notices = notices
    this.sessionId = sessionOf(store.tables)?.id ?? ''
    this.undo = createUndo(store.tables, deps.clock.now)
    this.#deps = deps
    this.#hooks = hooks
    this.#ring = createRing(store.lastSeq)
    this.#save = saveStateOf(store, null)
    store.onState((state) => this.#saved(state.state === 'saved' ? deps.clock.now() : this.#save.savedAt))
  }

  /** Changes when the session is saved elsewhere. */
  get fileId(): string {
    return fileIdOf(this.store.path)
  }

  path = (): string => this.store.path
  lastSeq = (): number => this.store.lastSeq
  saveState = (): SaveState => this.#save
  /** Tells the pages what can be undone now. */
  historyChanged = (): void => this.#hooks.history()

  /** Runs a document command; answers when it is on disk. */
  run(name: DocumentRequestName, args: unknown, caller: Caller): Promise<Done> {
    const command = commands[name] as CommandSpec<unknown> // the dispatcher parsed the arguments of this very name
    const by = caller.seat.role ?? 'host'
    const { undoable } = command
    const batch = batchOf(args)
    const about: Change = { name, by, undoable, caller, ...(batch === undefined ? {} : { batch }) }
    return this.change((given) => command.run(this.tables, args, given), about)
  }

  /** The same for a change that the host itself works out. */
  async change(work: (context: CommandContext) => DiffResult, about: Change): Promise<Done> {
    if (this.store.readOnly) return err(failure('read-only'))
    const worked = work(this.#context())
    return worked.ok ? this.#commit(worked.value, about) : worked
  }

  /** Resolves when all that was changed until now is on disk, or cannot be at present. */
  async settled(): Promise<void> {
    if (this.#save.state === 'failed') return
    let stop: () => void = () => undefined
    const failing = new Promise<void>((resolve) => (stop = resolve))
    this.#waiting.add(stop)
    await Promise.race([this.#last, failing])
    this.#waiting.delete(stop)
  }

  /** After an erasure: no memory of it to undo or to send again; then files without it on disk. */
  async forget(): Promise<void> {
    this.undo.forget()
    this.#ring = createRing(this.store.lastSeq)
    this.#hooks.history()
    await this.store.snapshot('erasure')
  }

  snapshotFor(role: Role): Snapshot {
    return {
      fileId: this.fileId,
      sessionId: this.sessionId,
      seq: this.store.lastSeq,
      records: filterRecords(this.tables, role),
      readOnly: this.store.readOnly,
      notices: role === 'facilitator' ? [...this.notices] : [],
    }
  }

  /** What a view missed since; null when it needs the whole document. */
  missed(sessionId: string, seq: number, view: View): DocChange[] | null {
    return sessionId === this.sessionId ? this.#ring.after(seq, view) : null
  }

  async #commit(diff: Diff, change: Change): Promise<Done> {
    if (isEmptyDiff(diff)) return ok({ seq: this.store.lastSeq })
    const applied = applyDiff(this.tables, diff)
    if (!applied.ok) return err(failure('changed-meanwhile', { type: applied.error.type, id: applied.error.id }))
    const seq = this.store.lastSeq + 1
    // Filtered now: later changes of the same records must not show in this one.
    const diffs = Object.fromEntries(
      VIEWS.map(({ view, role }) => [view, filterDiff(diff, this.tables, role)]),
    ) as Filtered // one for each view
    const at = new Date(this.#deps.clock.now()).toISOString()
    const written = this.store.append({ seq, at, by: change.by, name: change.name, diff })
    this.#last = written.catch(() => undefined)
    this.#ring.add(seq, diffs)
    this.#hooks.applied(diff)
    if (this.undo.note(diff, change)) this.#hooks.history()
    try {
      await written
    } catch (error) {
      return err(failureOfThrown(error))
    }
    this.#hooks.durable(seq, diffs, change.caller)
    return ok({ seq })
  }

  #context(): CommandContext {
    const { clock, randomBytes } = this.#deps
    return {
      now: clock.now(),
      newId: () => idFromBytes(randomBytes(20)),
      random: () => randomFraction(randomBytes),
    }
  }

  #saved(savedAt: number | null): void {
    this.#save = saveStateOf(this.store, savedAt)
    if (this.#save.state === 'failed') for (const resolve of this.#waiting) resolve()
    this.#hooks.saveState(this.#save)
  }
}

const batchOf = (args: unknown): string | undefined => {
  const batch = typeof args === 'object' && args !== null && 'batch' in args ? args.batch : undefined
  return typeof batch === 'string' ? batch : undefined
}
