import { useCallback } from 'react'
import type { Session } from '@core/model/session'
import { useReplica, useRun } from '../../shared/replica/react'
import { sessionOf } from '@core/model/document'
import { nav } from './nav'
import { reportFailure } from './problems'

/** The first step leaves the way in on the projector; blank stays blank until somebody asks for something else. */
const mayFollow = ({ state, stage }: Session): boolean =>
  state === 'running' && stage.view !== 'blank' && stage.view !== 'step'

/** Starting steps from anywhere: the session begins with its first step, and the sheet follows. */
export const useSteps = (): { readonly start: (id: string) => Promise<void> } => {
  const run = useRun()
  const replica = useReplica()
  const start = useCallback(
    async (id: string): Promise<void> => {
      nav.go({ kind: 'step', id })
      const before = sessionOf(replica.view)
      if (before?.state === 'prepared') {
        const started = await run('session.start', {})
        if (!started.ok) return reportFailure(started.error)
      }
      const done = await run('step.start', { id })
      if (!done.ok) return reportFailure(done.error)
      if (before !== undefined && mayFollow(before)) await run('stage.show', { stage: { view: 'step' } })
      return undefined
    },
    [replica, run],
  )
  return { start }
}
