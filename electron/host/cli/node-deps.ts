import { randomBytes } from 'node:crypto'
import { hostname, networkInterfaces } from 'node:os'
import { listBackups, removeBackups, restoreBackup, sessionsWithBackups } from '../../storage/backups'
import { nodeFileSystem } from '../../storage/file-system'
import { layoutOf } from '../../storage/layout'
import { removeQuarantine } from '../../storage/quarantine'
import { isHeldElsewhere } from '../../storage/session-lock'
import { createSession, openSession } from '../../storage/session-store'
import type { StorageDeps } from '../../storage/session-types'
import { smallJson } from '../../storage/small-json'
import { sessionPath, syncServiceOf } from '../../storage/workspace-paths'
import type { HostDeps, Timers } from '../ports'
import { readWords } from '../words'
import { hostReports } from './node-reports'

/** What each way of running the host decides for itself. */
export type NodeChoices = Pick<
  HostDeps,
  'dataDir' | 'appData' | 'resources' | 'pages' | 'build' | 'samples' | 'shell' | 'capabilities' | 'log'
> & {
  /** The built script that draws reports beside the host; null where nobody waits meanwhile: they are drawn in here. */
  readonly reportThread: string | null
}

/** People who type it get used to it. */
const ROOM_PORT = 8484

const clock = { now: () => Date.now() }

const timers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    // Nothing that is only planned keeps the program running.
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** For tests and benches: the room opens on this machine only, so that none of their traffic leaves it. */
const loopbackOnly: typeof networkInterfaces = () => ({
  wlan0: [
    {
      address: '127.0.0.1',
      netmask: '255.0.0.0',
      family: 'IPv4',
      mac: '00:00:00:00:00:00',
      internal: false,
      cidr: '127.0.0.1/8',
    },
  ],
})

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export const nodeStorageDeps = (appData: string): StorageDeps => ({
  fs: nodeFileSystem,
  clock,
  timers,
  randomBytes: (count) => randomBytes(count),
  machine: { hostname: hostname(), pid: process.pid, isAlive },
  appData,
})

/** The real disk, clock, network and exporters around the host; the desktop shell uses the same. */
export const nodeHostDeps = async (choices: NodeChoices): Promise<HostDeps> => {
  const storage = nodeStorageDeps(choices.appData)
  const words = await readWords(choices.resources)
  const { reportThread: _, ...given } = choices
  return {
    ...given,
    clock,
    timers,
    words,
    roomPort: ROOM_PORT,
    randomBytes: (count) => randomBytes(count),
    interfaces: process.env['POLYPHONY_LOOPBACK_ROOM'] ? loopbackOnly : networkInterfaces,
    storage: {
      create: (path, records) => createSession(path, records, storage),
      open: (path, options) => openSession(path, storage, options),
      kept: (path, schema) => smallJson(storage, path, schema),
      sessionPath,
      syncService: syncServiceOf,
      beside: (path) => layoutOf(path).folder,
      backups: {
        list: (sessionId) => listBackups(storage, sessionId),
        sessions: () => sessionsWithBackups(storage),
        restore: (backup, made) => restoreBackup(storage, backup, made),
        removeAll: async (sessionId) => {
          await removeBackups(storage, sessionId)
          await removeQuarantine(storage, sessionId)
        },
      },
      openElsewhere: (path) => isHeldElsewhere(storage, layoutOf(path)),
    },
    reports: await hostReports(choices, words),
    disk: nodeFileSystem,
  }
}
