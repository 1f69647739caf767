import { readFile, stat } from 'node:fs/promises'
import { idFromBytes } from '@core/lib/id-from-bytes'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import { labOf, sessionOf } from '@core/model/document'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { BackupEntry, OpenedSession } from '@core/protocol/views'
import type { Handlers } from '../dispatcher'
import { planErasure, runErasure } from '../erase'
import { fileIdOf } from '../file-id'
import { parseSession } from '../home-index'
import { JobError } from '../jobs'
import { push } from '../outgoing'
import type { Services } from '../services'
import { freeSessionPath } from '../session-file'
import { failureOfStorage, failureOfThrown } from '../storage-failures'
import { listTrash, moveToTrash, removeFromTrash, restoreFromTrash } from '../trash'

/** More are kept by the ladder than anybody looks through. */
const MOST_LISTED = 60

/** What the facilitator keeps, and what goes: trash, backups, and the words of people who withdraw. */
export const custodyHandlers = (services: Services): Handlers => ({
  ...trash(services),
  ...backups(services),
  ...erasure(services),
})

const attempt = async <T>(work: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> => {
  try {
    return await work()
  } catch (error) {
    return err(failureOfThrown(error))
  }
}

const trash = ({ deps, home, sessions, connections, comparisons }: Services): Handlers => {
  const homeChanged = (): void => connections.tell(['facilitator'], push('home.changed', {}))
  return {
    'session.trash': ({ fileId }) =>
      attempt(async () => {
        const path = await home.pathOf(fileId)
        if (path === null) return err(failure('file-missing'))
        if (sessions.current()?.path() === path) return err(failure('file-is-open'))
        const moved = await moveToTrash(deps, path)
        homeChanged()
        return moved
      }),
    'trash.list': async () => ok(await listTrash(deps)),
    'trash.restore': ({ trashId }) =>
      attempt(async (): Promise<Result<OpenedSession, Failure>> => {
        const restored = await restoreFromTrash(deps, trashId)
        homeChanged()
        return restored.ok ? ok({ fileId: fileIdOf(restored.value), sessionId: '' }) : restored
      }),
    'trash.remove': ({ trashId }) =>
      attempt(async () => {
        const { cards } = await home.list()
        await comparisons.forget()
        return removeFromTrash(deps, trashId, new Set(cards.map(({ sessionId }) => sessionId)))
      }),
  }
}

const backups = ({ deps, sessions, settings }: Services): Handlers => ({
  'backup.list': async () => {
    const workspace = sessions.current()
    if (!workspace) return err(failure('no-session'))
    const entries: BackupEntry[] = []
    for (const { path, at } of (await deps.storage.backups.list(workspace.sessionId)).slice(0, MOST_LISTED)) {
      const parsed = await readFile(path).then(parseSession, () => null)
      if (!parsed?.ok) continue
      const bytes = (await stat(path)).size
      entries.push({
        backupId: fileIdOf(path),
        at: new Date(at).toISOString(),
        cards: parsed.value.tables.card.size,
        bytes,
      })
    }
    return ok(entries)
  },
  'backup.restore': ({ backupId }) =>
    attempt(async (): Promise<Result<OpenedSession, Failure>> => {
      const workspace = sessions.current()
      if (!workspace) return err(failure('no-session'))
      const all = await deps.storage.backups.list(workspace.sessionId)
      const backup = all.find(({ path }) => fileIdOf(path) === backupId)
      if (!backup) return err(failure('file-missing'))
      const session = sessionOf(workspace.tables)
      const target = await freeSessionPath(deps.storage, deps.dataDir, {
        lab: labOf(workspace.tables)?.name ?? '',
        day: session?.day ?? '',
        title: session?.title ?? '',
      })
      const restored = await deps.storage.backups.restore(backup, {
        target,
        sessionId: idFromBytes(deps.randomBytes(20)),
      })
      if (!restored.ok) return err(failureOfStorage(restored.error))
      const opened = await sessions.open(restored.value)
      if (opened.ok) await settings.remember(restored.value)
      return opened
    }),
})

const erasure = (services: Services): Handlers => ({
  'erase.plan': ({ what }) =>
    attempt(async () => {
      const workspace = services.sessions.current()
      return workspace ? ok(await planErasure(services, workspace, what)) : err(failure('no-session'))
    }),
  'erase.run': ({ what }, caller) => {
    const workspace = services.sessions.current()
    if (!workspace) return err(failure('no-session'))
    if (workspace.store.readOnly) return err(failure('read-only'))
    const jobId = services.jobs.start('erase', 2, async (control) => {
      const erased = await runErasure(services, { workspace, caller }, what, control)
      if (!erased.ok) throw new JobError(erased.error)
      return erased.value
    })
    return ok({ jobId })
  },
})
