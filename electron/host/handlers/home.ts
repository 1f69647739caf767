import { readFile } from 'node:fs/promises'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { DocumentView } from '@core/model/document'
import { idFromBytes } from '@core/lib/id-from-bytes'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { OpenedSession } from '@core/protocol/views'
import type { Handlers } from '../dispatcher'
import { parseSession } from '../home-index'
import { newSession } from '../new-session'
import { labCards } from '../session-card'
import type { Services } from '../services'
import { freeSessionPath } from '../session-file'

/** The home page and the ways from it into a session. */
export const homeHandlers = (services: Services): Handlers => {
  const { deps, settings, sessions, home, library } = services

  const remembered = async (
    opened: Promise<Result<OpenedSession, Failure>>,
  ): Promise<Result<OpenedSession, Failure>> => {
    const answer = await opened
    const path = sessions.current()?.path()
    if (answer.ok && path !== undefined) await settings.remember(path)
    return answer
  }

  const newestOfLab = async (labId: string): Promise<DocumentView | null> => {
    const { cards } = await home.list()
    const newest = labCards(cards).find((lab) => lab.labId === labId)
    const path = newest ? await home.pathOf(newest.newestFileId) : null
    const parsed = path ? parseSession(await readFile(path)) : null
    return parsed?.ok ? parsed.value.tables : null
  }

  return {
    'home.view': async () => {
      const { cards, damaged } = await home.list()
      const sync = deps.storage.syncService(deps.dataDir)
      return ok({
        sessions: cards,
        labs: labCards(cards),
        damaged,
        samples: library.samples(),
        templates: await library.templates(deps),
        dataDir: deps.dataDir,
        notices: [
          ...settings.notices,
          ...(sync === null ? [] : [{ code: 'sync-folder', params: { service: sync } } as const]),
        ],
        today: services.today(),
      })
    },
    'session.create': async ({ templateId, labOf, ...wanted }) => {
      const template = templateId === null ? null : await library.template(templateId, deps)
      if (templateId !== null && !template) return err(failure('not-found', { type: 'template' }))
      const { lang, k } = settings.get()
      const records = newSession({
        ...wanted,
        template,
        from: labOf === undefined ? null : await newestOfLab(labOf),
        lang,
        k,
        now: deps.clock.now(),
        newId: () => idFromBytes(deps.randomBytes(20)),
        words: deps.words.of(lang).t,
      })
      const path = await freeSessionPath(deps.storage, deps.dataDir, { ...wanted, lab: wanted.labName })
      return remembered(sessions.create(path, records))
    },
    'session.open': async ({ fileId, accept }) => {
      const path = await home.pathOf(fileId)
      return path ? remembered(sessions.open(path, accept)) : err(failure('file-missing'))
    },
    'session.open-sample': async ({ sampleId, part }) => {
      const paths = await library.copySample(sampleId, deps)
      const path = paths?.[part ?? paths.length - 1]
      return path ? remembered(sessions.open(path)) : err(failure('not-found', { type: 'sample' }))
    },
    'session.open-dialog': async () => {
      if (!deps.shell) return err(failure('not-allowed'))
      const path = await deps.shell.pickSessionFile()
      return path === null ? err(failure('dialog-cancelled')) : remembered(sessions.open(path))
    },
    'session.leave': () => sessions.leave(),
  }
}
