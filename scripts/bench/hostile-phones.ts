import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { PROTOCOL_VERSION } from '@core/protocol/version'

/** What somebody in the room might do to it. Each goes on until `stop`, and never gets anything right. */
export type Hostile = { readonly stop: () => void; readonly closings: () => number }

export type Target = { readonly url: string; readonly voteId: string; readonly roundId: string }
type Deed = (target: Target, send: WebSocket) => void

const origin = ({ url }: Target): string => new URL(url).origin

const hello = (secret: string, device?: string): string =>
  JSON.stringify({
    t: 'hello',
    v: PROTOCOL_VERSION,
    role: 'participant',
    proof: { kind: 'join', secret, ...(device === undefined ? {} : { device }) },
    voiceId: 'voice-1',
  })

const cast = ({ voteId, roundId }: Target, id: number, rev: number, values: readonly unknown[]): string =>
  JSON.stringify({
    t: 'req',
    id,
    name: 'ballot.cast',
    args: { voteId, roundId, rev, ballot: { voiceId: 'voice-1', values } },
  })

/** A connection that is opened anew whenever the host ends it, as long as the attack goes on. */
const again = (
  target: Target,
  deed: Deed,
  headers: { readonly Origin?: string; readonly Host?: string } = {},
): Hostile => {
  let isOver = false
  let closings = 0
  let socket: WebSocket | null = null
  const open = (): void => {
    if (isOver) return
    socket = new WebSocket(`${origin(target).replace('http', 'ws')}/ws`, {
      headers: { Origin: origin(target), ...headers },
    })
    const own = socket
    own.on('error', () => undefined)
    own.on('open', () => deed(target, own))
    own.on('close', () => {
      closings += 1
      setTimeout(open, 5)
    })
  }
  open()
  return {
    stop: () => {
      isOver = true
      socket?.terminate()
    },
    closings: () => closings,
  }
}

const secretOf = ({ url }: Target): string => new URL(url).hash.slice('#s='.length)

/** Says what it was told to, over and over, as fast as the line takes it. */
const over = (say: (turn: number) => string | Buffer): Deed => {
  return (_, socket) => {
    let turn = 0
    const go = (): void => {
      if (socket.readyState !== WebSocket.OPEN) return
      for (let at = 0; at < 20; at += 1) socket.send(say((turn += 1)), () => undefined)
      setTimeout(go, 2)
    }
    go()
  }
}

const joined =
  (deed: Deed, device?: string): Deed =>
  (target, socket) => {
    socket.once('message', () => deed(target, socket))
    socket.send(hello(secretOf(target), device))
  }

/** A TCP connection that sends its request one byte at a time and never ends it. */
const drip = (target: Target): Hostile => {
  const { hostname, port } = new URL(target.url)
  let closings = 0
  const socket = connect(Number(port), hostname)
  const text = `GET / HTTP/1.1\r\nHost: ${hostname}:${port}\r\nX-Slow: ${'x'.repeat(4_000)}`
  let at = 0
  const timer = setInterval(() => socket.write(text.charAt(at++ % text.length)), 10)
  socket.on('error', () => undefined)
  socket.on('close', () => {
    closings += 1
    clearInterval(timer)
  })
  return {
    stop: () => {
      clearInterval(timer)
      socket.destroy()
    },
    closings: () => closings,
  }
}

/** Ten of them: garbage, huge, slow, flooding, replay, forged ids, wrong Origin and Host, dripping, and deaf. */
export const hostilePhones = (target: Target): readonly (readonly [name: string, hostile: Hostile])[] => [
  [
    'garbage',
    again(
      target,
      over((turn) => '{"t":"req"'.slice(0, 1 + (turn % 10))),
    ),
  ],
  ['binary garbage', again(target, joined(over(() => Buffer.alloc(200, 0xff))))],
  ['huge frames', again(target, joined(over(() => 'x'.repeat(200_000))))],
  [
    'flooding',
    again(target, joined(over((turn) => JSON.stringify({ t: 'req', id: turn, name: 'room.hello', args: {} })))),
  ],
  ['replay', again(target, joined(over((turn) => cast(target, turn, 1, [9, 9, 9]))))],
  [
    'forged ids',
    again(
      target,
      joined(
        over((turn) => cast({ ...target, roundId: `round-${turn}` }, turn, turn, [3, 0, 0])),
        'f'.repeat(60),
      ),
    ),
  ],
  [
    'wrong Origin',
    again(
      target,
      over(() => '{}'),
      { Origin: 'http://evil.example' },
    ),
  ],
  [
    'wrong Host',
    again(
      target,
      over(() => '{}'),
      { Host: 'evil.example' },
    ),
  ],
  ['dripping', drip(target)],
  [
    'deaf',
    again(
      target,
      joined((_, socket) => socket.pause()),
    ),
  ],
]
