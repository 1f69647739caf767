import { useCallback } from 'react'
import { goesOnAfterClosing } from '@core/commands/table'
import type { DocumentRequestName } from '@core/protocol/requests'
import { useReadOnly, useSession } from '../../shared/replica/react'

/** Whether a deed can be done now: the file can be written, and the session is open or the deed goes on after it. */
export const useMay = (): ((name: DocumentRequestName) => boolean) => {
  const readOnly = useReadOnly()
  const closed = useSession()?.state === 'closed'
  return useCallback((name) => !readOnly && (!closed || goesOnAfterClosing(name)), [readOnly, closed])
}
