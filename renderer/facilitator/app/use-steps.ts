import { useCallback } from 'react'
import { useReplica, useRun } from '../../shared/replica/react'
import { sessionOf } from '@core/model/document'
import { nav } from './nav'
import { reportFailure } from './problems'

/** Starting steps from anywhere: the session begins with its first step, and the sheet follows. */
export const useSteps = (): { readonly start: (id: string) => Promise<void> } => {
  const run = useRun()
  const replica = useReplica()
  const start = useCallback(
    async (id: string): Promise<void> => {
      nav.go({ kind: 'step', id })
      if (sessionOf(replica.view)?.state === 'prepared') {
        const started = await run('session.start', {})
        if (!started.ok) return reportFailure(started.error)
      }
      const done = await run('step.start', { id })
      if (!done.ok) reportFailure(done.error)
      return undefined
    },
    [replica, run],
  )
  return { start }
}
