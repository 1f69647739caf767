import type { StorageDeps } from '../../electron/storage/session-types'
import type { SimDisk } from './sim-disk'

export type SimDeps = StorageDeps & {
  /** Moves the clock and runs what is due. Short waits (up to 100 ms) run by themselves. */
  readonly elapse: (ms: number) => void
}

let lives = 1

/** One run of the program on a simulated disk: an own process id, an own clock. */
export const simDeps = (disk: SimDisk): SimDeps => {
  let waiting: { readonly at: number; readonly run: () => void }[] = []
  const pid = (lives += 1)
  return {
    fs: disk.fs,
    clock: { now: () => disk.now },
    timers: {
      after: (ms, run) => {
        if (ms <= 100) {
          void Promise.resolve().then(run)
          return () => {}
        }
        const timer = { at: disk.now + ms, run }
        waiting.push(timer)
        return () => {
          waiting = waiting.filter((other) => other !== timer)
        }
      },
    },
    randomBytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(disk.random() * 256)),
    // Only this life is alive: the power was cut under all earlier ones.
    machine: { hostname: 'lab-laptop', pid, isAlive: (other) => other === pid },
    appData: '/app',
    spaceAhead: 2_048,
    elapse: (ms) => {
      disk.now += ms
      const due = waiting.filter(({ at }) => at <= disk.now)
      waiting = waiting.filter(({ at }) => at > disk.now)
      for (const { run } of due) run()
    },
  }
}
