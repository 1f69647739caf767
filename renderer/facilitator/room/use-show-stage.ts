import { useCallback } from 'react'
import type { Stage } from '@core/model/session'
import { useClient, useRun } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { useScreens } from './use-screens'
import { tellNoScreen } from './no-screen'

/** Puts something on the projector on purpose. Where no projector is open the page says so and offers one. */
export const useShowStage = (): ((stage: Stage, groupId?: string) => Promise<void>) => {
  const run = useRun()
  const client = useClient()
  const screens = useScreens()
  return useCallback(
    async (stage, groupId) => {
      const done = await run('stage.show', { stage, ...(groupId === undefined ? {} : { groupId }) })
      if (!done.ok) return reportFailure(done.error)
      const seen = screens.some((screen) => screen.groupId === (groupId ?? null))
      const mayOpen = client.welcome()?.role === 'facilitator'
      if (!seen && mayOpen && stage.view !== 'blank') tellNoScreen(groupId)
    },
    [run, client, screens],
  )
}
