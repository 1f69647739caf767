/** Passed in, so that tests decide what time it is. */
export type Timers = {
  readonly now: () => number
  readonly set: (run: () => void, ms: number) => number
  readonly clear: (id: number) => void
}

export const pageTimers: Timers = {
  now: () => Date.now(),
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (id) => window.clearTimeout(id),
}
