import { useCallback } from 'react'
import type { DocumentRequestName, RequestArgs } from '@core/protocol/requests'
import { useRun } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'

/** Runs a change and tells a refusal in the bar; forms of this area have no other place for it. */
export const useChange = (): (<N extends DocumentRequestName>(name: N, args: RequestArgs<N>) => void) => {
  const run = useRun()
  return useCallback(
    (name, args) => {
      void run(name, args).then((done) => {
        if (!done.ok) reportFailure(done.error)
      })
    },
    [run],
  )
}
