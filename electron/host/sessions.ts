import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { AnyRecord } from '@core/model/records'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { OpenedSession } from '@core/protocol/views'
import type { OpenFailure } from '@core/load/failures'
import type { OpenSession } from '../storage/session-types'
import { noticesOf } from './open-notices'
import type { HostDeps } from './ports'
import { failureOfStorage, failureOfThrown } from './storage-failures'
import type { WorkspaceHooks } from './workspace'
import { Workspace } from './workspace'

export type SessionHooks = WorkspaceHooks & {
  /** The document is loaded; nobody was told yet. What is added to `notices` reaches the facilitator. */
  readonly opening: (workspace: Workspace) => Promise<void>
  readonly opened: (workspace: Workspace) => void
  /** Before the file is closed. `stopping`: the app ends, the session is to be taken up again. */
  readonly leaving: (workspace: Workspace, stopping: boolean) => Promise<void>
  readonly left: (failure: Failure | null) => void
}

/** Holds the one open session; opening, leaving and stopping wait for each other. */
export const createSessions = (deps: HostDeps, hooks: SessionHooks) => {
  let current: Workspace | null = null
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }

  const take = async (store: OpenSession): Promise<Result<OpenedSession, Failure>> => {
    const workspace = new Workspace(store, noticesOf(store.notices), deps, hooks)
    await hooks.opening(workspace)
    current = workspace
    hooks.opened(workspace)
    return ok({ fileId: workspace.fileId, sessionId: workspace.sessionId })
  }

  const leave = async (stopping: boolean): Promise<Result<null, Failure>> => {
    const workspace = current
    if (!workspace) return ok(null)
    // What is not on disk stays in memory: the session stays open and the facilitator saves it elsewhere.
    const unsaved = stopping || workspace.saveState().state !== 'failed' ? null : await stillFailing(workspace)
    if (unsaved) return err(unsaved)
    await hooks.leaving(workspace, stopping)
    try {
      await workspace.store.close()
    } catch (error) {
      if (!stopping) {
        await hooks.opening(workspace)
        const why = failureOfThrown(error)
        return err(why.code === 'internal' ? failure('disk-error') : why)
      }
    }
    current = null
    hooks.left(null)
    return ok(null)
  }

  const replace = (open: () => Promise<Result<OpenSession, OpenFailure>>): Promise<Result<OpenedSession, Failure>> =>
    inTurn(async () => {
      // First the new one: what cannot be opened does not close what is open.
      const opened = await open()
      if (!opened.ok) return err(failureOfStorage(opened.error))
      const left = await leave(false)
      if (left.ok) return take(opened.value)
      await opened.value.close()
      return left
    })

  return {
    current: (): Workspace | null => current,
    open: (path: string, accept?: 'loss' | 'read-only'): Promise<Result<OpenedSession, Failure>> => {
      // The page asks for what is open already after a reload in the middle of opening.
      if (current?.path() === path) return Promise.resolve(ok({ fileId: current.fileId, sessionId: current.sessionId }))
      return replace(() => deps.storage.open(path, accept === 'loss' ? { accept } : {}))
    },
    create: (path: string, records: readonly AnyRecord[]): Promise<Result<OpenedSession, Failure>> =>
      replace(() => deps.storage.create(path, records)),
    leave: (): Promise<Result<null, Failure>> => inTurn(() => leave(false)),
    stop: (): Promise<unknown> => inTurn(() => leave(true)),
  }
}

const stillFailing = async (workspace: Workspace): Promise<Failure | null> =>
  (await workspace.store.retry()) ? null : failure(workspace.saveState().code ?? 'disk-error')

export type Sessions = ReturnType<typeof createSessions>
