import type { Timers } from './ports'

export type Throttle = { readonly call: () => void; readonly stop: () => void }

/** Calls `run` at once, then at most once in `ms`; the last call is never lost. */
export const createThrottle = (timers: Timers, ms: number, run: () => void): Throttle => {
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
      if (again) call()
    })
    run()
  }
  const stop = (): void => {
    cancel?.()
    cancel = null
    again = false
  }
  return { call, stop }
}
