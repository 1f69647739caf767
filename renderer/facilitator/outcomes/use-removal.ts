import { useCallback } from 'react'
import { useRun } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { selection } from '../app/selection'
import { createStore, useStore } from '../app/store'

type Removed = { readonly id: string; readonly text: string }

const removals = createStore<Removed | null>(null)

/** What was taken away last in this place, to be told with the way back. */
export const useRemoved = (): Removed | null => useStore(removals)
export const forgetRemoved = (): void => removals.set(null)

type Removable = 'task' | 'decision' | 'question' | 'project' | 'indicator' | 'activity' | 'pulse'

/** Takes a task, decision or the like away. Undo brings it back; the place says so. */
export const useRemoval = (): ((type: Removable, id: string, text: string) => Promise<void>) => {
  const run = useRun()
  return useCallback(
    async (type, id, text) => {
      const done = await run(`${type}.remove`, { id })
      if (!done.ok) return reportFailure(done.error)
      selection.closeDrawer()
      removals.set({ id, text })
      return undefined
    },
    [run],
  )
}
