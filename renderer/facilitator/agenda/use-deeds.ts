import { useCallback } from 'react'
import { useRun } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import type { Deed } from './split-plan'

export type Run = (deeds: readonly Deed[]) => Promise<boolean>

/** Runs commands one after the other and stops at the first refusal, which is shown; true when all were done. */
export const useDeeds = (): Run => {
  const run = useRun()
  return useCallback(
    async (deeds) => {
      for (const { name, args } of deeds) {
        // oxlint-disable-next-line no-await-in-loop -- each rests on the one before
        const done = await run(name, args)
        if (!done.ok) {
          reportFailure(done.error)
          return false
        }
      }
      return true
    },
    [run],
  )
}
