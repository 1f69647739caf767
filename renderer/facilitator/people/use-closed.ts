import { useReadOnly, useSession } from '../../shared/replica/react'

/** Nothing of the session's own work can be changed any more, or not from here. */
export const useClosed = (): boolean => {
  const readOnly = useReadOnly()
  const session = useSession()
  return readOnly || session?.state === 'closed'
}
