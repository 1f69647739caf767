import type { ClientMessage, HostMessage, PushName, Pushes, Welcome } from '@core/protocol/envelope'
import type { Failure } from '@core/protocol/failures'
import type { RequestArgs, RequestName, RequestResult } from '@core/protocol/requests'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'

type Waiter = { readonly wants: (message: HostMessage) => boolean; readonly take: (message: HostMessage) => void }

/** One end of the protocol in a test: sends messages, keeps all that came, waits for what is to come. */
export const createTalker = (send: (message: ClientMessage) => void) => {
  const received: HostMessage[] = []
  let waiters: Waiter[] = []
  let nextId = 1
  const receive = (message: HostMessage): void => {
    received.push(message)
    for (const waiter of waiters.filter((one) => one.wants(message))) {
      waiters = waiters.filter((one) => one !== waiter)
      waiter.take(message)
    }
  }
  /** The first message, come or to come, that fits. */
  const waitFor = (wants: (message: HostMessage) => boolean): Promise<HostMessage> => {
    const found = received.find(wants)
    return found ? Promise.resolve(found) : new Promise((take) => waiters.push({ wants, take }))
  }
  const request = async <N extends RequestName>(
    name: N,
    args: RequestArgs<N>,
  ): Promise<Result<RequestResult<N>, Failure>> => {
    const id = nextId++
    send({ t: 'req', id, name, args })
    const answer = await waitFor((message) => message.t === 'res' && message.id === id)
    if (answer.t !== 'res') throw new Error('no answer')
    return answer.ok ? ok(answer.result as RequestResult<N>) : err(answer.failure)
  }
  return {
    received,
    receive,
    send,
    waitFor,
    request,
    hello: async (
      hello: Omit<Extract<ClientMessage, { t: 'hello' }>, 't' | 'v'>,
      v = PROTOCOL_VERSION,
    ): Promise<HostMessage> => {
      send({ t: 'hello', v, ...hello })
      return waitFor((message) => message.t === 'welcome' || message.t === 'refused')
    },
    welcome: (): Welcome => {
      const found = received.find((message) => message.t === 'welcome')
      if (found?.t !== 'welcome') throw new Error('no welcome')
      return found
    },
    pushes: <N extends PushName>(name: N): Pushes[N][] =>
      received.flatMap((message) => (message.t === 'push' && message.name === name ? [message.data as Pushes[N]] : [])),
    push: async <N extends PushName>(name: N, fits: (data: Pushes[N]) => boolean = () => true): Promise<Pushes[N]> => {
      const found = await waitFor(
        (message) => message.t === 'push' && message.name === name && fits(message.data as Pushes[N]),
      )
      if (found.t !== 'push') throw new Error('no push')
      return found.data as Pushes[N]
    },
    forget: (): void => {
      received.length = 0
    },
  }
}
export type Talker = ReturnType<typeof createTalker>
