import { readFile } from 'node:fs/promises'
import { cleanText } from '@core/commands/kit'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import { labOf, sessionOf } from '@core/model/document'
import { LIMITS } from '@core/model/limits'
import type { Merge } from '@core/next/merge-sessions'
import { mergeSessions } from '@core/next/merge-sessions'
import { mergedSession } from '@core/next/merged-session'
import { idFromBytes } from '@core/lib/id-from-bytes'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { parseSession } from '../home-index'
import type { Services } from '../services'
import { freeSessionPath } from '../session-file'
import { failureOfStorage, failureOfThrown } from '../storage-failures'
import type { Workspace } from '../workspace'

/** The file of a parallel group comes into the open session as one change, or with it into a new one. The other file is only read. */
export const mergeHandlers = (services: Services): Handlers => {
  const { deps, sessions, settings } = services
  const newId = (): string => idFromBytes(deps.randomBytes(20))

  const mergeInto = (workspace: Workspace, there: DocumentView, asNew: boolean): Result<Merge, Failure> => {
    const { t } = deps.words.of(settings.get().lang)
    return mergeSessions(workspace.tables, there, {
      labelOf: (label) => ('key' in label ? t(label.key) : label.text),
      newId,
      asNew,
    })
  }

  /** Opens the new session; the one that was open is left, and both files stay as they are. */
  const apart = async (
    workspace: Workspace,
    there: DocumentView,
    title: string,
  ): Promise<Result<Merge['plan'], Failure>> => {
    const merge = mergeInto(workspace, there, true)
    if (!merge.ok) return merge
    const records = mergedSession(workspace.tables, merge.value.diff, { id: newId(), title })
    if (!records.ok) return records
    const lab = labOf(workspace.tables)?.name ?? title
    const day = sessionOf(workspace.tables)?.day ?? ''
    const path = await freeSessionPath(deps.storage, deps.dataDir, { lab, day, title })
    const opened = await sessions.create(path, records.value)
    if (!opened.ok) return opened
    await settings.remember(path)
    return ok(merge.value.plan)
  }

  return {
    'session.merge-plan': async ({ fileId, asNew = false }) => {
      const workspace = sessions.current()
      if (!workspace) return err(failure('no-session'))
      const there = await otherFile(services, workspace, fileId)
      const merge = there.ok ? mergeInto(workspace, there.value, asNew) : there
      return merge.ok ? ok(merge.value.plan) : merge
    },
    'session.merge': async ({ fileId, title }, caller) => {
      const workspace = sessions.current()
      if (!workspace) return err(failure('no-session'))
      const there = await otherFile(services, workspace, fileId)
      if (!there.ok) return there
      if (title !== undefined) {
        const name = cleanText(title, LIMITS.title)
        return name.ok ? apart(workspace, there.value, name.value) : name
      }
      let plan: Merge['plan'] | null = null
      const about = { name: 'session.merge', by: caller.seat.role ?? 'host', undoable: true, caller } as const
      const done = await workspace.change(() => {
        // Worked out again: the session may have gone on since the plan was shown.
        const merge = mergeInto(workspace, there.value, false)
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
