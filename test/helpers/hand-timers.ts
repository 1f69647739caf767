import type { Timers } from '../../electron/host/ports'

type Planned = { readonly at: number; readonly run: () => void }

/** A clock that stands still until the test moves it, and timers that follow it. */
export const createHandTimers = (start = Date.parse('2026-03-02T09:00:00Z')) => {
  let now = start
  const planned = new Set<Planned>()
  const timers: Timers = {
    after: (ms, run) => {
      const one = { at: now + ms, run }
      planned.add(one)
      return () => planned.delete(one)
    },
  }
  return {
    clock: { now: () => now },
    timers,
    /** Moves the time on and runs what falls due, in order. */
    pass: (ms: number): void => {
      const end = now + ms
      for (;;) {
        const [next] = [...planned].filter((one) => one.at <= end).toSorted((a, b) => a.at - b.at)
        if (!next) break
        planned.delete(next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = end
    },
  }
}
