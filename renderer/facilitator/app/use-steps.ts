import { useCallback } from 'react'
import { ordered } from '@core/model/document'
import { startedTogether } from '@core/rules/agenda-time'
import { useReplica, useRun } from '../../shared/replica/react'
import { chooseGroup } from './group-choice'
import { nav } from './nav'
import { reportFailure } from './problems'

export type StepStarts = {
  readonly start: (id: string) => Promise<void>
  /** The step, and with it what the other groups begin with where they part. */
  readonly startTogether: (id: string) => Promise<void>
}

/** Starting steps from anywhere: the session begins with its first step, and the sheet follows. */
export const useSteps = (): StepStarts => {
  const run = useRun()
  const { view } = useReplica()
  const start = useCallback(
    async (id: string): Promise<void> => {
      nav.go({ kind: 'step', id })
      chooseGroup(view.step.get(id)?.groupId ?? null)
      const done = await run('step.start', { id })
      if (!done.ok) reportFailure(done.error)
    },
    [view, run],
  )
  const startTogether = useCallback(
    async (id: string): Promise<void> => {
      const step = view.step.get(id)
      if (step === undefined) return
      const others = startedTogether(ordered(view, 'step'), step).filter((other) => other.id !== id)
      await start(id)
      for (const other of others) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other: the last one ends what everybody did
        const done = await run('step.start', { id: other.id })
        if (!done.ok) return reportFailure(done.error)
      }
      return undefined
    },
    [view, run, start],
  )
  return { start, startTogether }
}
