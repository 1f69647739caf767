import type { Timers } from '../../../renderer/shared/transport/timers'

/** Timers of a page that stand still until the test moves them. */
export const createPageTimers = (start = Date.parse('2026-03-02T09:00:00Z')) => {
  let now = start
  let lastId = 0
  const planned = new Map<number, { readonly at: number; readonly run: () => void }>()
  const timers: Timers = {
    now: () => now,
    set: (run, ms) => {
      lastId += 1
      planned.set(lastId, { at: now + ms, run })
      return lastId
    },
    clear: (id) => planned.delete(id),
  }
  return {
    timers,
    planned: () => [...planned.values()].map(({ at }) => at - now).toSorted((a, b) => a - b),
    /** Moves the time on and runs what falls due, in order. */
    pass: (ms: number): void => {
      const end = now + ms
      for (;;) {
        const [next] = [...planned].filter(([, one]) => one.at <= end).toSorted(([, a], [, b]) => a.at - b.at)
        if (!next) break
        planned.delete(next[0])
        now = Math.max(now, next[1].at)
        next[1].run()
      }
      now = end
    },
  }
}
