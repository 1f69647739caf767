import { Worker } from 'node:worker_threads'
import { unlessStopped } from './unless-stopped'

/** A thread that nobody asks holds some tens of MB; to start another takes about 0.3 s, ms. */
const IDLE = 60_000

/** It fell over, for example since the memory was full: what it was asked for is lost, another one can be asked. */
export class ThreadEnded extends Error {
  constructor(why: string) {
    super(`the thread ended: ${why}`)
    this.name = 'ThreadEnded'
  }
}

/** What goes in and what comes out of the script of a kept thread. */
export type Asked = { readonly id: number; readonly ask: unknown }
export type Answered = { readonly id: number } & (
  | { readonly answer: unknown }
  | { readonly problem: { readonly name: string; readonly message: string } }
)

type Call = {
  readonly ask: unknown
  readonly done: (answer: unknown) => void
  readonly failed: (error: Error) => void
}

/** The error as it was thrown there, as far as anybody here looks at it. */
const errorOf = ({ name, message }: { readonly name: string; readonly message: string }): Error =>
  Object.assign(new Error(message), { name })

/**
 * A script in a thread of its own, started when it is first asked and ended when it is idle. What is under way ends when its
 * `signal` says stop: with the thread, since nothing else ends work that does not pause; what others have asked goes to a
 * new one.
 */
export const createKeptThread = (script: string, workerData: unknown) => {
  const calls = new Map<number, Call>()
  let thread: Worker | null = null
  let last = 0
  let closing: NodeJS.Timeout | undefined
  const end = async (): Promise<void> => {
    const old = thread
    thread = null
    await old?.terminate()
  }
  const rest = (): void => {
    if (calls.size > 0) return
    thread?.unref()
    clearTimeout(closing)
    closing = setTimeout(() => void end(), IDLE).unref()
  }
  const take = (answered: Answered): void => {
    const call = calls.get(answered.id)
    calls.delete(answered.id)
    rest()
    if ('problem' in answered) call?.failed(errorOf(answered.problem))
    else call?.done(answered.answer)
  }
  const lose = (why: string): void => {
    const lost = [...calls.values()]
    calls.clear()
    for (const { failed } of lost) failed(new ThreadEnded(why))
  }
  const start = (): Worker => {
    const started = new Worker(script, { workerData })
    started.unref()
    const over = (why: string): void => {
      // Ended from here: its calls are over or with another one.
      if (thread !== started) return
      thread = null
      lose(why)
    }
    started.on('message', (message: unknown) => take(message as Answered)) // from the script, and from nobody else
    started.on('error', (error: unknown) => over(error instanceof Error ? error.message : 'unknown'))
    started.on('exit', (code) => over(String(code)))
    return started
  }
  const post = (id: number, ask: unknown): void => {
    clearTimeout(closing)
    thread ??= start()
    thread.postMessage({ id, ask } satisfies Asked)
    thread.ref()
  }
  const drop = (id: number): void => {
    if (!calls.delete(id)) return
    void end()
    for (const [other, call] of calls) post(other, call.ask)
  }
  return {
    /** Throws what the script threw, `ThreadEnded`, and the reason of `signal` when that says stop: at once. */
    ask: async (ask: unknown, signal?: AbortSignal): Promise<unknown> => {
      signal?.throwIfAborted()
      last += 1
      const id = last
      const answer = new Promise((done, failed) => {
        post(id, ask)
        calls.set(id, { ask, done, failed })
      })
      try {
        return await unlessStopped(signal, answer)
      } finally {
        drop(id)
      }
    },
    close: async (): Promise<void> => {
      lose('closed')
      await end()
    },
  }
}
