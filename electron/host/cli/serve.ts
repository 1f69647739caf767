import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Host } from '../host'
import { createHost } from '../host'
import { defaultAppData, defaultDataDir } from './folders'
import { nodeHostDeps } from './node-deps'
import { reportThreadIn } from './node-reports'
import type { Say } from './say'
import { findRoot, readVersion } from './root'

export type ServeOptions = {
  readonly data: string | undefined
  readonly port: number
  readonly sample: boolean
  readonly json: boolean
}

/** How long a clean end may take before the program ends anyway, ms. What was acknowledged is on disk already. */
const END_TIME = 1_800

/** Tried after the one asked for. */
const MORE_PORTS = 9

/** Within this time a repeated signal is the same wish, ms. */
const ECHO_TIME = 500

/** Runs until SIGINT or SIGTERM. Answers the exit code. */
export const serve = async (options: ServeOptions, say: Say): Promise<number> => {
  const root = findRoot()
  const dataDir = options.data ?? defaultDataDir()
  try {
    await mkdir(dataDir, { recursive: true })
  } catch {
    return say.problem('errors:cli.badFolder', { folder: dataDir })
  }
  const host = await createHost(
    await nodeHostDeps({
      dataDir,
      appData: defaultAppData(process.platform, process.env),
      resources: join(root, 'resources'),
      pages: join(root, 'out', 'renderer'),
      reportThread: reportThreadIn(root),
      build: readVersion(root),
      samples: options.sample,
      shell: null,
      capabilities: { nativeDialogs: false, showFiles: false, secondWindow: false },
      log: logger(process.env['POLYPHONY_LOG']),
    }),
  )
  const port = await serveFrom(host, options.port)
  if (port === null) {
    await host.stop()
    return say.problem('errors:cli.portTaken', { port: options.port })
  }
  if (port !== options.port && options.port !== 0)
    say.problem('errors:cli.nextPort', { port: options.port, next: port })
  const ended = untilAsked(host)
  announce(host, dataDir, options.json, say)
  linkPerLine(host, options.json, say)
  return ended
}

/** The port asked for, or one of the next where it is taken; null when they all are. */
const serveFrom = async (host: Host, first: number): Promise<number | null> => {
  const last = first === 0 ? 0 : Math.min(first + MORE_PORTS, 65_535)
  for (let port = first; port <= last; port += 1) if ((await host.serveLoopback(port)).ok) return port
  return null
}

const announce = (host: Host, dataDir: string, json: boolean, say: Say): void => {
  const facilitatorUrl = host.link('facilitator') ?? ''
  if (json) say.line(JSON.stringify({ event: 'ready', facilitatorUrl, dataDir, pid: process.pid }))
  else say.line(say.words('errors:cli.ready', { url: facilitatorUrl }))
}

/** Each line on stdin (Enter) asks for a fresh link: the first one opens one browser, once. */
const linkPerLine = (host: Host, json: boolean, say: Say): void => {
  // A stdin that is closed or absent says nothing; it does not end the program.
  process.stdin.on('error', () => undefined)
  createInterface({ input: process.stdin }).on('line', () => {
    const facilitatorUrl = host.link('facilitator') ?? ''
    say.line(json ? JSON.stringify({ event: 'link', facilitatorUrl }) : facilitatorUrl)
  })
}

const untilAsked = (host: Host): Promise<number> =>
  new Promise((resolve) => {
    let askedAt: number | null = null
    const end = (): void => {
      // A second Ctrl-C means now; but one Ctrl-C can arrive twice, from the terminal and from the script in between.
      if (askedAt !== null && performance.now() - askedAt > ECHO_TIME) process.exit(1)
      if (askedAt !== null) return
      askedAt = performance.now()
      const late = setTimeout(() => resolve(1), END_TIME)
      host
        .stop()
        .then(
          () => resolve(0),
          () => resolve(1),
        )
        .finally(() => clearTimeout(late))
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  })

const logger =
  (wanted: string | undefined) =>
  (event: string, details: object = {}): void => {
    if (wanted) process.stderr.write(`${JSON.stringify({ event, ...details })}\n`)
  }
