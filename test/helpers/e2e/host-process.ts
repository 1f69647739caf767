import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

export const ROOT = resolve(import.meta.dirname, '../../..')

/** The build under test; another folder while somebody else builds into the usual one. */
const OUT = process.env['POLYPHONY_BUILD'] ?? join(ROOT, 'out')

type Ready = { readonly facilitatorUrl: string; readonly dataDir: string; readonly pid: number }
type Running = { readonly child: ChildProcess; readonly ready: Ready; readonly line: () => Promise<string> }

export type HostProcess = {
  /** Holds `data` (the sessions) and `app` (keys and settings); gone after `stop`. */
  readonly folder: string
  readonly dataDir: string
  /** A fresh link for one more page of the facilitator; each opens one browser, once. */
  readonly link: () => Promise<string>
  /** As when the battery falls out: no last write, no goodbye. */
  readonly kill: () => Promise<void>
  /** The same computer again: same folders, same port. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** The end of a host that was asked to stop may take this long, ms; then it is ended by force. */
const LAST_WORD = 5_000

const run = async (folder: string, sessions: string, port: string): Promise<Running> => {
  const args = ['serve', '--sample', '--json', '--data', sessions, '--port', port]
  const child = spawn(process.execPath, [join(OUT, 'host', 'cli.js'), ...args], {
    // The room opens on this machine only, so that no test speaks to a network.
    env: { ...process.env, POLYPHONY_APP_DATA: join(folder, 'app'), POLYPHONY_LOOPBACK_ROOM: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = async (): Promise<string> => {
    const next = await lines.next()
    if (next.done === true) throw new Error('The host ended. Is the build there? (npm run build)')
    return next.value
  }
  return { child, ready: JSON.parse(await line()) as Ready, line }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    else child.once('exit', () => done())
  })

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  child.kill(signal)
  const late = setTimeout(() => child.kill('SIGKILL'), LAST_WORD)
  await ended(child)
  clearTimeout(late)
}

/** The built host as a process of its own, on new folders and a free port; or on the `sessions` of another. */
export const startHostProcess = async (given: { readonly sessions?: string } = {}): Promise<HostProcess> => {
  const folder = await mkdtemp(join(tmpdir(), 'polyphony-e2e-'))
  const dataDir = given.sessions ?? join(folder, 'data')
  let running = await run(folder, dataDir, '0')
  // The first link came with the start, the others are asked for.
  let first: string | null = running.ready.facilitatorUrl
  const { port } = new URL(running.ready.facilitatorUrl)
  return {
    folder,
    dataDir,
    link: async () => {
      const kept = first
      first = null
      if (kept !== null) return kept
      running.child.stdin?.write('\n')
      return (JSON.parse(await running.line()) as Ready).facilitatorUrl
    },
    kill: () => end(running.child, 'SIGKILL'),
    restart: async () => {
      running = await run(folder, dataDir, port)
      first = running.ready.facilitatorUrl
    },
    stop: async () => {
      await end(running.child, 'SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}
