import type { Failure } from '@core/protocol/failures'
import { nav } from './nav'
import { createStore, useStore } from './store'

/** Refusals that the page tells in a bar until they are read; a deed with its own place for them does not use this. */
export type Problem = { readonly id: number; readonly failure: Failure; readonly at: number }

const problems = createStore<readonly Problem[]>([])
let lastId = 0

export const reportFailure = (failure: Failure): void => {
  if (failure.code === 'dialog-cancelled' || failure.code === 'job-cancelled') return
  lastId += 1
  const others = problems.get().filter((problem) => problem.failure.code !== failure.code)
  problems.set([...others, { id: lastId, failure, at: performance.now() }])
}

export const dismissProblem = (id: number): void => problems.set(problems.get().filter((problem) => problem.id !== id))

/** A deed that fails and leads elsewhere in one go is still to be read there, ms. */
const SAME_DEED = 1_000

// Who goes on to another place has read it: a refusal must not stand over work that it has nothing to do with.
nav.subscribe(() => {
  const fresh = problems.get().filter((problem) => performance.now() - problem.at < SAME_DEED)
  if (fresh.length < problems.get().length) problems.set(fresh)
})

export const useProblems = (): readonly Problem[] => useStore(problems)
