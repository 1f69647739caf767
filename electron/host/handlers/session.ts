import { basename, isAbsolute } from 'node:path'
import { idFromBytes } from '@core/lib/id-from-bytes'
import { err, ok } from '@core/lib/result'
import { labOf, sessionOf } from '@core/model/document'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { SESSION_ENDING } from '../home-index'
import { searchIn } from '../search'
import type { Services } from '../services'
import { freeSessionPath } from '../session-file'
import { failureOfStorage } from '../storage-failures'
import type { Workspace } from '../workspace'

/** The open session as a file. */
export const sessionHandlers = (services: Services): Handlers => handlersWith(services, savePaths(services))

/** Where a session can go: where the person says, or a free name in a folder. */
const savePaths = ({ deps }: Services) => ({
  asks: deps.shell !== null,
  pickPath: async (current: string): Promise<string | null> => {
    const picked = (await deps.shell?.pickSavePath(basename(current))) ?? null
    if (picked === null || picked.endsWith(SESSION_ENDING)) return picked
    return `${picked.replace(/\.json$/i, '')}${SESSION_ENDING}`
  },
  freePath: (workspace: Workspace, folder: string | undefined): Promise<string> => {
    const session = sessionOf(workspace.tables)
    const lab = labOf(workspace.tables)?.name ?? idFromBytes(deps.randomBytes(20))
    const name = { lab, day: session?.day ?? '', title: session?.title ?? '' }
    return freeSessionPath(deps.storage, folder ?? deps.dataDir, name)
  },
})

const handlersWith = (
  { deps, sessions, settings }: Services,
  { asks, pickPath, freePath }: ReturnType<typeof savePaths>,
): Handlers => ({
  'session.retry-save': async () => {
    const workspace = sessions.current()
    if (!workspace) return err(failure('no-session'))
    if (await workspace.store.retry()) return ok(null)
    return err(failure(workspace.saveState().code ?? 'disk-error'))
  },
  'session.save-elsewhere': async ({ folder }) => {
    const workspace = sessions.current()
    if (!workspace) return err(failure('no-session'))
    if (folder !== undefined && !isAbsolute(folder)) return err(failure('wrong-value', { field: 'folder' }))
    const path = folder === undefined && asks ? await pickPath(workspace.path()) : await freePath(workspace, folder)
    if (path === null) return err(failure('dialog-cancelled'))
    const moved = await workspace.store.saveElsewhere(path)
    if (!moved.ok) return err(failureOfStorage(moved.error))
    await settings.remember(moved.value)
    return ok(null)
  },
  'session.search': ({ text }) => {
    const workspace = sessions.current()
    return workspace
      ? ok(searchIn(workspace.tables, text, deps.words.of(settings.get().lang).t))
      : err(failure('no-session'))
  },
})
