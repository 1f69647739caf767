import { idFromBytes } from '@core/lib/id-from-bytes'
import { err } from '@core/lib/result'
import { labOf } from '@core/model/document'
import { startFrom } from '@core/next/start-from'
import { recordsFromTemplate } from '@core/next/template-records'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { randomFraction } from '../random'
import type { Services } from '../services'
import { freeSessionPath } from '../session-file'

/** The next session of the lab, begun from the open one; the open one is closed and stays as it is. */
export const nextHandlers = ({ deps, sessions, settings, library }: Services): Handlers => ({
  'session.next': async ({ title, day, personIds, templateId }) => {
    const workspace = sessions.current()
    if (!workspace) return err(failure('no-session'))
    const template = templateId === null ? null : await library.template(templateId, deps)
    if (templateId !== null && !template) return err(failure('not-found', { type: 'template' }))
    const newId = (): string => idFromBytes(deps.randomBytes(20))
    const random = (): number => randomFraction(deps.randomBytes)
    const k = { room: 3, public: 5 }
    const words = deps.words.of(settings.get().lang).t
    const records = startFrom(
      workspace.tables,
      {
        sessionId: newId(),
        title,
        day,
        personIds,
        records: template ? recordsFromTemplate(template, { newId, words, k }, true) : [],
        words,
        ...(template ? { templateKey: template.key ?? template.id } : {}),
        ...(template?.round === undefined ? {} : { round: template.round }),
        ...(template?.rounds === undefined ? {} : { rounds: template.rounds }),
      },
      { now: deps.clock.now(), newId, random },
    )
    const lab = labOf(workspace.tables)?.name ?? title
    const opened = await sessions.create(
      await freeSessionPath(deps.storage, deps.dataDir, { lab, day, title }),
      records,
    )
    const path = sessions.current()?.path()
    if (opened.ok && path !== undefined) await settings.remember(path)
    return opened
  },
})
