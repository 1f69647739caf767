import type { HostMessage, PushName, Pushes } from '@core/protocol/envelope'

/** A message on its way out; its text is made once, however many connections get it. */
export type Outgoing = { readonly message: HostMessage; readonly text: () => string }

export const outgoing = (message: HostMessage): Outgoing => {
  let text: string | null = null
  return { message, text: () => (text ??= JSON.stringify(message)) }
}

export const push = <N extends PushName>(name: N, data: Pushes[N]): Outgoing =>
  outgoing({ t: 'push', name, data } as HostMessage) // the pair of name and data of one push, by its type parameter
