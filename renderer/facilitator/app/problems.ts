import type { Failure } from '@core/protocol/failures'
import { createStore, useStore } from './store'

/** Refusals that the page tells in a bar until they are read; a deed with its own place for them does not use this. */
export type Problem = { readonly id: number; readonly failure: Failure }

const problems = createStore<readonly Problem[]>([])
let lastId = 0

export const reportFailure = (failure: Failure): void => {
  if (failure.code === 'dialog-cancelled' || failure.code === 'job-cancelled') return
  lastId += 1
  const others = problems.get().filter((problem) => problem.failure.code !== failure.code)
  problems.set([...others, { id: lastId, failure }])
}

export const dismissProblem = (id: number): void => problems.set(problems.get().filter((problem) => problem.id !== id))

export const useProblems = (): readonly Problem[] => useStore(problems)
