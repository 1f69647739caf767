import { useCallback } from 'react'
import { useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'

/** The projector's window on this computer, of everybody or of one group; raised where it is open already. */
export const useOpenProjector = (): ((groupId?: string) => Promise<void>) => {
  const request = useRequest()
  return useCallback(
    async (groupId) => {
      const opened = await request('projector.open', groupId === undefined ? {} : { groupId })
      if (!opened.ok) return reportFailure(opened.error)
      const { url } = opened.value
      if (url !== null) window.open(url, `polyphony-projector-${groupId ?? ''}`)
    },
    [request],
  )
}
