import { readFile } from 'node:fs/promises'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import type { Merge } from '@core/next/merge-sessions'
import { mergeSessions } from '@core/next/merge-sessions'
import { idFromBytes } from '@core/lib/id-from-bytes'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { parseSession } from '../home-index'
import type { Services } from '../services'
import { failureOfStorage, failureOfThrown } from '../storage-failures'
import type { Workspace } from '../workspace'

/** The file of a parallel group comes into the open session as one change. The other file is only read. */
export const mergeHandlers = (services: Services): Handlers => {
  const { deps, sessions, settings } = services

  const mergeInto = (workspace: Workspace, there: DocumentView): Result<Merge, Failure> => {
    const { t } = deps.words.of(settings.get().lang)
    return mergeSessions(workspace.tables, there, {
      labelOf: (label) => ('key' in label ? t(label.key) : label.text),
      newId: () => idFromBytes(deps.randomBytes(20)),
    })
  }

  return {
    'session.merge-plan': async ({ fileId }) => {
      const workspace = sessions.current()
      if (!workspace) return err(failure('no-session'))
      const there = await otherFile(services, workspace, fileId)
      const merge = there.ok ? mergeInto(workspace, there.value) : there
      return merge.ok ? ok(merge.value.plan) : merge
    },
    'session.merge': async ({ fileId }, caller) => {
      const workspace = sessions.current()
      if (!workspace) return err(failure('no-session'))
      const there = await otherFile(services, workspace, fileId)
      if (!there.ok) return there
      let plan: Merge['plan'] | null = null
      const about = { name: 'session.merge', by: caller.seat.role ?? 'host', undoable: true, caller } as const
      const done = await workspace.change(() => {
        // Worked out again: the session may have gone on since the plan was shown.
        const merge = mergeInto(workspace, there.value)
        if (!merge.ok) return merge
        plan = merge.value.plan
        return ok(merge.value.diff)
      }, about)
      return done.ok && plan ? ok(plan) : done.ok ? err(failure('internal')) : done
    },
  }
}

const otherFile = async (
  { home }: Services,
  workspace: Workspace,
  fileId: string,
): Promise<Result<DocumentView, Failure>> => {
  const path = await home.pathOf(fileId)
  if (path === null) return err(failure('file-missing'))
  if (path === workspace.path()) return err(failure('file-is-open'))
  try {
    const parsed = parseSession(await readFile(path))
    if (!parsed.ok) return err(failureOfStorage(parsed.error))
    // What was changed last stands in the folder beside a file that is open; a result without it would be wrong.
    return parsed.value.mark.open ? err(failure('other-file-open')) : ok(parsed.value.tables)
  } catch (error) {
    return err(failureOfThrown(error))
  }
}
