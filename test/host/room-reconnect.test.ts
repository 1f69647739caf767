import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { RoomView } from '@core/protocol/views'
import { createClient } from '../../renderer/shared/transport/client'
import type { Client } from '../../renderer/shared/transport/client'
import { hostSocketUrl, openWebSocketWire } from '../../renderer/shared/transport/websocket-wire'
import { createHandTimers } from '../helpers/hand-timers'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import type { Talker } from '../helpers/talker'
import { openDotVote, openRoom, startSession, startTestHost } from '../helpers/test-host'

/** A person waits so long without wondering, ms. */
const SECONDS = 5_000

type Phone = {
  readonly client: Client
  /** The Wi-Fi is gone: the connection breaks, and no other opens before it is back. */
  readonly wifi: (on: boolean) => void
}

/** The phone page's own way to the host, over real sockets, with what a browser has around it. */
const carryPhone = (room: RoomView): Phone => {
  const sockets: WebSocket[] = []
  let isOn = true
  const origin = `http://${room.typed}`
  class PageSocket extends WebSocket {
    constructor(url: string) {
      super(isOn ? url : 'ws://127.0.0.1:1', { headers: { Origin: origin } })
      sockets.push(this)
    }
  }
  vi.stubGlobal('WebSocket', PageSocket)
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  vi.stubGlobal('document', { ...NO_EVENTS, visibilityState: 'visible' })
  let device: string | null = null
  const client = createClient({
    openWire: () => openWebSocketWire(hostSocketUrl({ protocol: 'http:', host: room.typed })),
    hello: () => {
      const secret = new URL(room.url).hash.slice('#s='.length)
      return { role: 'participant', proof: { kind: 'join', secret, ...(device === null ? {} : { device }) } }
    },
    resend: () => true,
    // As on the phone: a closed room opens again by itself.
    retryRefused: ({ code }) => (code === 'room-closed' ? 200 : null),
    timers: { now: () => Date.now(), set: (run, ms) => Number(setTimeout(run, ms)), clear: (id) => clearTimeout(id) },
  })
  client.onWelcome(({ credential }) => {
    device = credential
  })
  onTestFinished(() => {
    client.close()
    vi.unstubAllGlobals()
    for (const socket of sockets) socket.terminate()
  })
  return {
    client,
    wifi: (on) => {
      isOn = on
      if (!on) for (const socket of sockets) socket.terminate()
    },
  }
}
const NO_EVENTS = { addEventListener: () => undefined, removeEventListener: () => undefined }

const become = (client: Client, status: string): Promise<void> =>
  vi.waitFor(() => expect(client.status()).toBe(status), { timeout: SECONDS, interval: 10 })

const vote = (roundId: string, rev: number, values: number[]) => ({
  voteId: 'vote-1',
  roundId,
  rev,
  ballot: { values },
})
const closedWith = async (facilitator: Talker): Promise<string> => {
  const done = await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"overall"'))
  return JSON.stringify(done)
}

describe('a phone', () => {
  test('that lost the Wi-Fi is back within seconds, and its ballot counts once', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const room = await openRoom(facilitator)
    const roundId = await openDotVote(facilitator)
    const { client, wifi } = carryPhone(room)
    must(await client.request('ballot.cast', vote(roundId, 1, [1, 0, 0])))
    const [before] = must(await facilitator.request('room.phones', {}))
    wifi(false)
    await become(client, 'offline')
    // Handed in without a network: it goes as soon as there is one.
    const late = client.request('ballot.cast', vote(roundId, 2, [0, 2, 0]))
    wifi(true)
    await become(client, 'online')
    expect(must(await late)).toEqual({ rev: 2, counted: true })
    expect(must(await facilitator.request('room.phones', {}))).toEqual([before])
    const mine = must(await client.request('ballot.mine', { voteId: 'vote-1', roundId }))
    expect(mine).toMatchObject({ rev: 2, ballot: { values: [0, 2, 0] } })
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(await closedWith(facilitator)).toContain('"ballots":1,"rows":[[0],[2],[0]]')
  })

  test('comes back by itself when the laptop was started anew on the same port', async () => {
    const first = await startTestHost()
    const facilitator = await startSession(first)
    const room = await openRoom(facilitator)
    const roundId = await openDotVote(facilitator)
    const { client } = carryPhone(room)
    must(await client.request('ballot.cast', vote(roundId, 1, [2, 0, 0])))
    await first.stop()
    await become(client, 'offline')
    const second = await startTestHost({ folder: first.folder, roomPort: room.port })
    const back = await second.window('facilitator')
    const [session] = must(await back.request('home.view', {})).sessions
    must(await back.request('session.open', { fileId: session?.fileId ?? '' }))
    expect(must(await back.request('room.view', {})).typed).toBe(room.typed)
    await become(client, 'online')
    const mine = must(await client.request('ballot.mine', { voteId: 'vote-1', roundId }))
    expect(mine).toMatchObject({ rev: 1, ballot: { values: [2, 0, 0] } })
    // What it sends again, not knowing whether it had come, is the same ballot.
    expect(must(await client.request('ballot.cast', vote(roundId, 1, [2, 0, 0])))).toEqual({ rev: 1, counted: true })
    must(await back.request('vote.close', { id: 'vote-1' }))
    expect(await closedWith(back)).toContain('"ballots":1,"rows":[[2],[0],[0]]')
  })
})

describe('a laptop that sleeps in the middle of a vote', () => {
  /** `sleep`: the clock on the wall goes on, no timer does. */
  const enter = async () => {
    const time = createHandTimers()
    let slept = 0
    const clock = { now: () => time.clock.now() + slept }
    const host = await startTestHost({ clock, timers: time.timers })
    const facilitator = await startSession(host)
    const room = await openRoom(facilitator)
    const roundId = await openDotVote(facilitator)
    const sleep = (ms: number): void => {
      slept += ms
    }
    return { facilitator, room, roundId, sleep, pass: time.pass }
  }
  const stateOf = async (phone: Talker, roundId: string) =>
    must(await phone.request('ballot.mine', { voteId: 'vote-1', roundId })).state

  test('loses no ballot, and phones come back as themselves', async () => {
    const { facilitator, room, roundId, sleep, pass } = await enter()
    const phone = await openPhone(room.url)
    must(await phone.request('ballot.cast', vote(roundId, 1, [1, 0, 0])))
    sleep(600_000)
    // Whoever said nothing for so long is taken to be gone.
    pass(5_000)
    expect(await phone.closed).toBe(1000)
    const back = await openPhone(room.url, { device: phone.welcome().credential ?? '' })
    const mine = must(await back.request('ballot.mine', { voteId: 'vote-1', roundId }))
    expect(mine).toMatchObject({ state: 'open', rev: 1, ballot: { values: [1, 0, 0] } })
    must(await back.request('ballot.cast', vote(roundId, 2, [0, 1, 0])))
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(await closedWith(facilitator)).toContain('"ballots":1,"rows":[[0],[1],[0]]')
  })

  test('through an announced end, gives phones the time to come back before it ends the vote', async () => {
    const { facilitator, room, roundId, sleep, pass } = await enter()
    const phone = await openPhone(room.url)
    must(await facilitator.request('vote.announce-close', { id: 'vote-1', seconds: 20 }))
    pass(10_000)
    sleep(600_000)
    pass(10_000)
    const back = await openPhone(room.url, { device: phone.welcome().credential ?? '' })
    expect(await stateOf(back, roundId)).toBe('open')
    must(await back.request('ballot.cast', vote(roundId, 1, [0, 0, 1])))
    pass(19_000)
    expect(await stateOf(back, roundId)).toBe('open')
    pass(1_000)
    expect(await closedWith(facilitator)).toContain('"ballots":1,"rows":[[0],[0],[1]]')
  })

  test('and whose clock was set back, ends no vote before the time that it announced', async () => {
    const { facilitator, room, roundId, sleep, pass } = await enter()
    const phone = await openPhone(room.url)
    must(await facilitator.request('vote.announce-close', { id: 'vote-1', seconds: 20 }))
    sleep(-15_000)
    pass(20_000)
    expect(await stateOf(phone, roundId)).toBe('open')
    pass(14_000)
    expect(await stateOf(phone, roundId)).toBe('open')
    pass(1_000)
    await closedWith(facilitator)
    expect(await stateOf(phone, roundId)).toBe('closed')
  })
})
