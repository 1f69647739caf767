import type { Diff } from '@core/change/diff'
import { applyDiff, isEmptyDiff } from '@core/change/diff'
import { commands } from '@core/commands/table'
import type { CommandContext, CommandSpec } from '@core/commands/command'
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
import type { OpenSession } from '../storage/session-types'
import { filterDiff, visibleRecords } from './filter-diff'
import type { DiffResult, HostDeps } from './ports'
import type { Filtered } from './ring'
import { VIEWS, createRing } from './ring'
import { saveStateOf } from './save-state'
import type { Caller, View } from './seat'
import { viewOf } from './seat'
import { failureOfThrown } from './storage-failures'
import type { Undo } from './undo'
import { createUndo } from './undo'

export type Change = {
  readonly name: string
  readonly by: Role | 'host'
  readonly undoable: boolean
  readonly caller?: Caller
}

export type WorkspaceHooks = {
  /** In memory, perhaps not yet on disk. */
  readonly applied: (diff: Diff) => void
  /** On disk: may be told. */
  readonly durable: (seq: number, diffs: Filtered, caller: Caller | undefined) => void
  readonly saveState: (state: SaveState) => void
  readonly history: () => void
}

export type Workspace = {
  readonly fileId: string
  readonly sessionId: string
  readonly path: () => string
  readonly tables: Tables
  readonly store: OpenSession
  readonly notices: Notice[]
  readonly undo: Undo
  /** Tells the pages what can be undone now. */
  readonly historyChanged: () => void
  /** Runs a document command; answers when it is on disk. */
  readonly run: (name: DocumentRequestName, args: unknown, caller: Caller) => Promise<Result<{ seq: number }, Failure>>
  /** The same for a change that the host itself works out. */
  readonly change: (
    work: (context: CommandContext) => DiffResult,
    change: Change,
  ) => Promise<Result<{ seq: number }, Failure>>
  readonly lastSeq: () => number
  readonly saveState: () => SaveState
  /** Resolves when all that was changed until now is on disk, or cannot be at present. */
  readonly settled: () => Promise<void>
  readonly snapshotFor: (role: Role) => Snapshot
  readonly missed: (sessionId: string, seq: number, view: View) => DocChange[] | null
}

type WorkspaceDeps = Pick<HostDeps, 'clock' | 'randomBytes'>

/** One open session: the only place where its document changes, one change at a time. */
export const createWorkspace = (
  store: OpenSession,
  fileId: string,
  notices: Notice[],
  deps: WorkspaceDeps,
  hooks: WorkspaceHooks,
): Workspace => {
  const { tables } = store
  const ring = createRing(store.lastSeq)
  const sessionId = sessionOf(tables)?.id ?? ''
  let last: Promise<void> = Promise.resolve()
  let save: SaveState = saveStateOf(store, null)
  const waiting = new Set<() => void>()

  store.onState((state) => {
    save = saveStateOf(store, state.state === 'saved' ? deps.clock.now() : save.savedAt)
    if (save.state === 'failed') for (const resolve of waiting) resolve()
    hooks.saveState(save)
  })

  const context = (): CommandContext => ({
    now: deps.clock.now(),
    newId: () => idFromBytes(deps.randomBytes(20)),
    random: () => Buffer.from(deps.randomBytes(6)).readUIntBE(0, 6) / 2 ** 48,
  })

  const commit = async (diff: Diff, change: Change): Promise<Result<{ seq: number }, Failure>> => {
    if (isEmptyDiff(diff)) return ok({ seq: store.lastSeq })
    const applied = applyDiff(tables, diff)
    if (!applied.ok) return err(failure('changed-meanwhile', { type: applied.error.type, id: applied.error.id }))
    const seq = store.lastSeq + 1
    // Filtered now: later changes of the same records must not show in this one.
    const diffs = Object.fromEntries(VIEWS.map(({ view, role }) => [view, filterDiff(diff, tables, role)])) as Filtered
    const at = new Date(deps.clock.now()).toISOString()
    const written = store.append({ seq, at, by: change.by, name: change.name, diff })
    last = written.catch(() => undefined)
    ring.add(seq, diffs)
    hooks.applied(diff)
    if (undo.note(diff, change)) hooks.history()
    try {
      await written
    } catch (error) {
      return err(failureOfThrown(error))
    }
    hooks.durable(seq, diffs, change.caller)
    return ok({ seq })
  }

  const change: Workspace['change'] = async (work, about) => {
    if (store.readOnly) return err(failure('read-only'))
    const worked = work(context())
    return worked.ok ? commit(worked.value, about) : worked
  }

  const run: Workspace['run'] = (name, args, caller) => {
    const command = commands[name] as CommandSpec<unknown> // the dispatcher parsed the arguments of this very name
    const by = caller.seat.role ?? 'host'
    return change((given) => command.run(tables, args, given), { name, by, undoable: command.undoable, caller })
  }

  const undo = createUndo(tables)

  const settled = async (): Promise<void> => {
    if (save.state === 'failed') return
    let stop: () => void = () => undefined
    const failing = new Promise<void>((resolve) => (stop = resolve))
    waiting.add(stop)
    await Promise.race([last, failing])
    waiting.delete(stop)
  }

  return {
    fileId,
    sessionId,
    path: () => store.path,
    tables,
    store,
    notices,
    undo,
    historyChanged: hooks.history,
    run,
    change,
    lastSeq: () => store.lastSeq,
    saveState: () => save,
    settled,
    snapshotFor: (role) => ({
      fileId,
      sessionId,
      seq: store.lastSeq,
      records: visibleRecords(tables, role),
      readOnly: store.readOnly,
      notices: viewOf(role) === 'laptop' ? [...notices] : [],
    }),
    missed: (id, seq, view) => (id === sessionId ? ring.after(seq, view) : null),
  }
}
