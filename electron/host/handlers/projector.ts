import { err, ok } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import type { Services } from '../services'

/** A window of the desktop app, or a one-time link to the projector's page on this machine. */
export const projectorHandlers = ({ deps, links, origin }: Services): Handlers => ({
  'projector.open': () => {
    if (deps.shell) {
      deps.shell.openProjector()
      return ok({ url: null })
    }
    const base = origin()
    return base ? ok({ url: `${base}/projector#k=${links.issue('projector')}` }) : err(failure('not-allowed'))
  },
})
