import type { RequestName } from '@core/protocol/requests'
import { isDocumentRequest, requests } from '@core/protocol/requests'
import { err } from '@core/lib/result'
import { failure } from '@core/protocol/failures'
import type { Handlers } from '../dispatcher'
import type { Services } from '../services'

/** Every document command runs the same way. */
export const documentHandlers = ({ sessions }: Services): Handlers => {
  const names = (Object.keys(requests) as RequestName[]).filter(isDocumentRequest)
  return Object.fromEntries(
    names.map((name) => [
      name,
      (args: unknown, caller: Parameters<NonNullable<Handlers[RequestName]>>[1]) => {
        const workspace = sessions.current()
        return workspace ? workspace.run(name, args, caller) : err(failure('no-session'))
      },
    ]),
  )
}
