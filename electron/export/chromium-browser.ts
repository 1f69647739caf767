import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** One that has not answered by then does not start, ms: a cold disk, a scanner of viruses. */
const START = 30_000

/** No port: only who holds the pipes can speak to it. */
const FLAGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--no-first-run',
  '--disable-extensions',
  '--disable-sync',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  // Pages are given to it; nothing of its own is to be looked for either.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pings',
  '--disable-domain-reliability',
  // Its reports of crashes would be processes and files of their own.
  '--disable-breakpad',
  // Named in the file as what made it.
  '--user-agent=Polyphony',
] as const

export type Params = { readonly [name: string]: unknown }
export type BrowserEvent = { readonly method: string; readonly params: Params; readonly page: string | undefined }
type Answer = { readonly id?: number; readonly result?: Params; readonly error?: { readonly message?: string } }
type Message = Answer & { readonly method?: string; readonly params?: Params; readonly sessionId?: string }
type Waiting = { readonly done: (result: Params) => void; readonly failed: (error: Error) => void }

/** It fell over, or somebody ended it: another one may be tried. */
export class BrowserEnded extends Error {
  constructor() {
    super('the browser ended')
    this.name = 'BrowserEnded'
  }
}

/** A browser without a window, spoken to over two pipes: it has no port, and ends when this program does. */
export type Browser = {
  /** One command of the DevTools protocol, to a page or to the browser. Throws what the browser refuses. */
  readonly send: (method: string, params?: Params, page?: string) => Promise<Params>
  readonly listen: (listener: (event: BrowserEvent) => void) => () => void
  /** Resolves when it is over, whoever ended it. */
  readonly over: Promise<void>
  /** While it is held, the program does not end. */
  readonly hold: (held: boolean) => void
  /** At once; whoever waits for an answer gets an error. Its folder is gone when this resolves. */
  readonly end: () => Promise<void>
}

const FOLDER = /^polyphony-pdf-(\d+)-/

const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A program that was killed left its browser's folder: nothing of a session, but nobody else takes it away. */
const sweep = async (): Promise<void> => {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const [, pid] = FOLDER.exec(name) ?? []
    if (pid === undefined || runs(Number(pid))) continue
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Commands out, answers and events in; `hangUp` tells everybody who waits that no answer comes any more. */
const speaking = (into: Writable, from: Readable) => {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(event: BrowserEvent) => void>()
  let last = 0
  let isOver = false
  const take = ({ id, error, result = {}, method, params = {}, sessionId }: Message): void => {
    const asked = id === undefined ? undefined : waiting.get(id)
    if (id !== undefined) waiting.delete(id)
    if (error) asked?.failed(new Error(`the browser says: ${error.message ?? ''}`))
    else asked?.done(result)
    if (method !== undefined) for (const listener of [...listeners]) listener({ method, params, page: sessionId })
  }
  from.on('data', byMessage(take))
  // Said by its end.
  into.on('error', () => undefined)
  from.on('error', () => undefined)
  const send: Browser['send'] = (method, params = {}, page) =>
    new Promise((done, failed) => {
      if (isOver) {
        failed(new BrowserEnded())
        return
      }
      last += 1
      waiting.set(last, { done, failed })
      into.write(`${JSON.stringify({ id: last, method, params, sessionId: page })}\0`)
    })
  const listen: Browser['listen'] = (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const hangUp = (): void => {
    isOver = true
    for (const { failed } of waiting.values()) failed(new BrowserEnded())
    waiting.clear()
  }
  return { send, listen, hangUp }
}

/** A browser is many processes, and each may still write into the folder. Windows ends them together by itself. */
const ITS_OWN_GROUP = process.platform !== 'win32'

/** What it keeps beside its profile. The place of its socket may have about 100 letters, which other systems use up. */
const temporaryIn = (folder: string): NodeJS.ProcessEnv => (process.platform === 'linux' ? { TMPDIR: folder } : {})

const kill = (child: ChildProcess): void => {
  try {
    if (ITS_OWN_GROUP && child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It is over already.
  }
}

/** Starts it with a profile of its own that is gone afterwards. Throws when it does not answer. */
export const startBrowser = async (path: string): Promise<Browser> => {
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), `polyphony-pdf-${process.pid}-`))
  // A browser that root starts refuses its own sandbox. The page's own policy lets nothing run.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(path, [...FLAGS, ...sandbox, `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: ITS_OWN_GROUP,
    env: { ...process.env, ...temporaryIn(folder) },
  })
  const [, , , into, from] = child.stdio as unknown as [null, null, null, Writable, Readable] // as asked for above
  const { send, listen, hangUp } = speaking(into, from)
  const over = new Promise<void>((done) => {
    child.once('exit', () => done())
    child.once('error', () => done())
  }).then(hangUp)
  // Whatever ends this program: nothing is left behind.
  const atExit = (): void => {
    kill(child)
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    } catch {
      // The next start takes it away.
    }
  }
  process.once('exit', atExit)
  const end = async (): Promise<void> => {
    child.ref()
    kill(child)
    await over
    process.off('exit', atExit)
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }).catch(() => undefined)
  }
  const late = setTimeout(() => kill(child), START)
  try {
    await send('Browser.getVersion')
  } catch (error) {
    await end()
    throw error
  } finally {
    clearTimeout(late)
  }
  const held = [child, into, from] as unknown as readonly Held[] // two of them are sockets
  return {
    send,
    listen,
    over,
    hold: (isHeld) => {
      for (const one of held) {
        if (isHeld) one.ref()
        else one.unref()
      }
    },
    end,
  }
}

type Held = { readonly ref: () => void; readonly unref: () => void }

/** Messages end with a zero; a long one comes in many pieces. */
const byMessage = (take: (message: Message) => void): ((data: Buffer) => void) => {
  let pieces: Buffer[] = []
  return (data) => {
    let rest = data
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...pieces, rest.subarray(0, end)]).toString('utf8')
      pieces = []
      rest = rest.subarray(end + 1)
      take(JSON.parse(text) as Message) // from the browser that was started above
    }
    if (rest.length > 0) pieces.push(rest)
  }
}
