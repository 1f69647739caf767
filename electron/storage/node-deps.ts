import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { errorCode } from './disk-errors'
import { nodeFileSystem } from './file-system'
import type { StorageDeps } from './session-types'

const isAlive = (pid: number): boolean => {
  if (pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM' // somebody else's process
  }
}

/** Storage on the real disk, clock and process. `appData`: see `StorageDeps`. */
export const nodeStorageDeps = (appData: string): StorageDeps => ({
  fs: nodeFileSystem,
  clock: { now: () => Date.now() },
  timers: {
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  },
  randomBytes: (count) => randomBytes(count),
  machine: { hostname: hostname(), pid: process.pid, isAlive },
  appData,
})
