import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { HostMessage } from '@core/protocol/envelope'
import type { Talker } from './talker'
import { createTalker } from './talker'

export type Socket = Talker & {
  readonly socket: WebSocket
  /** Code of the close, once it came. */
  readonly closed: Promise<number>
}

/** A real WebSocket to a listener of the host, with the Origin of its own page. */
export const openSocket = async (
  base: string,
  headers: { readonly origin?: string; readonly host?: string } = {},
  path: '/ws' | '/ws/granted' = '/ws',
): Promise<Socket> => {
  const address = new URL(base)
  const socket = new WebSocket(`ws://${address.host}${path}`, {
    headers: { Origin: headers.origin ?? address.origin, ...(headers.host ? { Host: headers.host } : {}) },
  })
  onTestFinished(() => socket.terminate())
  const talker = createTalker((message) => socket.send(JSON.stringify(message)))
  socket.on('message', (data: Buffer) => talker.receive(JSON.parse(data.toString('utf8')) as HostMessage))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) => reject(new Error(`status ${response.statusCode ?? 0}`)))
  })
  return { ...talker, socket, closed }
}

export type Joining = {
  readonly device?: string
  readonly voiceId?: string
  readonly resume?: { sessionId: string; seq: number }
}

/** A phone that scanned the QR of the room. */
export const openPhone = async (roomUrl: string, joining: Joining = {}): Promise<Socket> => {
  const secret = new URL(roomUrl).hash.slice('#s='.length)
  const phone = await openSocket(roomUrl)
  const { device, voiceId, resume } = joining
  const proof = { kind: 'join', secret, ...(device === undefined ? {} : { device }) } as const
  const answer = await phone.hello({
    role: 'participant',
    proof,
    ...(voiceId === undefined ? {} : { voiceId }),
    ...(resume ? { resume } : {}),
  })
  if (answer.t !== 'welcome') throw new Error(JSON.stringify(answer))
  return phone
}
