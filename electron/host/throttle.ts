import type { Timers } from './ports'

export type Throttle = { readonly call: () => void; readonly stop: () => void }

/**
 * Calls `run` at once, then at most once in `ms`; the last call is never lost. `late`: the first one waits, too, for
 * what would cost most just when much else arrives.
 */
export const createThrottle = (timers: Timers, ms: number, run: () => void, late = false): Throttle => {
  let cancel: (() => void) | null = null
  let again = false
  const call = (): void => {
    if (cancel) {
      again = true
      return
    }
    again = false
    cancel = timers.after(ms, () => {
      cancel = null
      if (late) run()
      else if (again) call()
    })
    if (!late) run()
  }
  const stop = (): void => {
    cancel?.()
    cancel = null
    again = false
  }
  return { call, stop }
}
