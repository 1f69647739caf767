import { isAbsolute } from 'node:path'
import { idFromBytes } from '@core/lib/id-from-bytes'
import { err, ok } from '@core/lib/result'
import { labOf, sessionOf } from '@core/model/document'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { searchIn } from '../search'
import type { Services } from '../services'
import { freeSessionPath } from '../session-file'
import { failureOfStorage } from '../storage-failures'

/** The open session as a file. */
export const sessionHandlers = ({ deps, sessions, settings }: Services): Handlers => ({
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
    const session = sessionOf(workspace.tables)
    const lab = labOf(workspace.tables)?.name ?? idFromBytes(deps.randomBytes(20))
    const path = await freeSessionPath(deps.storage, folder ?? deps.dataDir, {
      lab,
      day: session?.day ?? '',
      title: session?.title ?? '',
    })
    const moved = await workspace.store.saveElsewhere(path)
    if (!moved.ok) return err(failureOfStorage(moved.error))
    await settings.remember(moved.value)
    return ok(null)
  },
  'session.search': ({ text }) => {
    const workspace = sessions.current()
    return workspace ? ok(searchIn(workspace.tables, text)) : err(failure('no-session'))
  },
})
