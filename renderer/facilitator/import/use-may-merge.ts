import { useReadOnly, useSession } from '../../shared/replica/react'

/** Something can come into the session that is open. */
export const useMayMerge = (): boolean => {
  const session = useSession()
  const readOnly = useReadOnly()
  return session !== undefined && session.state !== 'closed' && !readOnly
}
