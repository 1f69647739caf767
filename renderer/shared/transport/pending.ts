import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { Result } from '@core/lib/result'
import { err } from '@core/lib/result'
import type { ClientMessage } from '@core/protocol/envelope'

type Waiting = {
  readonly name: string
  readonly args: unknown
  readonly settle: (result: Result<unknown, Failure>) => void
  sent: boolean
}

/** Requests that wait for their answer, in the order they were made; ids are unique for the life of the page. */
export type Pending = {
  readonly add: (name: string, args: unknown, settle: Waiting['settle']) => number
  readonly settle: (id: number, result: Result<unknown, Failure>) => void
  /** Sends what was never sent, and again what may be sent twice; answers nothing itself. */
  readonly flush: (send: (message: ClientMessage) => void) => void
  /** After a lost connection: what was sent and must not be sent twice is answered `offline`. */
  readonly giveUpSent: () => void
  readonly failAll: (why: Failure) => void
  readonly count: () => number
}

export const createPending = (resend: (name: string) => boolean): Pending => {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  const settle = (id: number, result: Result<unknown, Failure>): void => {
    const entry = waiting.get(id)
    if (!entry) return
    waiting.delete(id)
    entry.settle(result)
  }
  return {
    add(name, args, done) {
      lastId += 1
      waiting.set(lastId, { name, args, settle: done, sent: false })
      return lastId
    },
    settle,
    flush(send) {
      for (const [id, entry] of waiting) {
        if (entry.sent) continue
        entry.sent = true
        send({ t: 'req', id, name: entry.name, args: entry.args })
      }
    },
    giveUpSent() {
      for (const [id, entry] of [...waiting]) {
        if (!entry.sent) continue
        if (resend(entry.name)) entry.sent = false
        else settle(id, err(failure('offline')))
      }
    },
    failAll(why) {
      for (const id of [...waiting.keys()]) settle(id, err(why))
    },
    count: () => waiting.size,
  }
}
