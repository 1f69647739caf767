import { err, ok } from '@core/lib/result'
import { templateFromSession } from '@core/next/template-from-session'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { push } from '../outgoing'
import { removeOwnTemplate, saveOwnTemplate } from '../own-templates'
import type { Services } from '../services'
import { failureOfThrown } from '../storage-failures'

/** Board templates to choose from, and session templates of one's own. */
export const templateHandlers = ({ deps, library, sessions, connections }: Services): Handlers => {
  const changed = (): void => connections.tell(['facilitator'], push('home.changed', {}))
  return {
    'board.templates': () => ok(library.boards()),
    'template.save': async ({ name }) => {
      const workspace = sessions.current()
      if (!workspace) return err(failure('no-session'))
      const clean = name.trim()
      if (clean === '') return err(failure('text-empty'))
      const make = (id: string) => templateFromSession(workspace.tables, id, clean)
      try {
        const templateId = await saveOwnTemplate(clean, make, deps)
        changed()
        return ok({ templateId })
      } catch (error) {
        return err(failureOfThrown(error))
      }
    },
    'template.remove': async ({ templateId }) => {
      try {
        if (!(await removeOwnTemplate(templateId, deps))) return err(failure('not-found', { type: 'template' }))
        changed()
        return ok(null)
      } catch (error) {
        return err(failureOfThrown(error))
      }
    },
  }
}
