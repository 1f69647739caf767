import { err, ok } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import type { Services } from '../services'

/** The page that is handed round: a window of the desktop app, or a one-time link on this machine. */
export const tabletHandlers = ({ deps, links, origin }: Services): Handlers => ({
  'tablet.open': () => {
    if (deps.shell) {
      deps.shell.openTablet()
      return ok({ url: null })
    }
    const base = origin()
    return base ? ok({ url: `${base}/tablet#k=${links.issue('kiosk')}` }) : err(failure('not-allowed'))
  },
})
