import { err, ok } from '@core/lib/result'
import { sessionOf } from '@core/model/document'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import { readLabOverview } from '../lab-overview'
import type { Services } from '../services'

/** The lab over time, from the files of all its sessions. */
export const labHandlers = (services: Services): Handlers => ({
  'lab.overview': async ({ labId }) => {
    const open = services.sessions.current()
    const id = labId ?? (open ? sessionOf(open.tables)?.labId : undefined)
    return id === undefined ? err(failure('no-session')) : ok(await readLabOverview(services, id))
  },
})
