import { useCallback } from 'react'
import { goesOnAfterClosing } from '@core/commands/table'
import type { DocumentRequestName } from '@core/protocol/requests'
import { mayRequest } from '@core/rules/rights'
import { useReadOnly, useRole, useSession } from '../../shared/replica/react'

/**
 * Whether a deed can be done now: the file can be written, the session is open or the deed goes on after it, and whose
 * page this is may do it.
 */
export const useMay = (): ((name: DocumentRequestName) => boolean) => {
  const readOnly = useReadOnly()
  const role = useRole() ?? 'facilitator'
  const closed = useSession()?.state === 'closed'
  return useCallback(
    (name) => mayRequest(role, name) && !readOnly && (!closed || goesOnAfterClosing(name)),
    [role, readOnly, closed],
  )
}
