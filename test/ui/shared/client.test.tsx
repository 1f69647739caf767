import { afterEach, describe, expect, test, vi } from 'vitest'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import { createClient } from '../../../renderer/shared/transport/client'
import type { Client, ClientOptions } from '../../../renderer/shared/transport/client'
import { aSession } from '../../helpers/builders'
import { createPageTimers } from './page-timers'
import { createScriptedHost } from './scripted-host'

const open: Client[] = []
afterEach(() => {
  for (const client of open.splice(0)) client.close()
})

const connect = (options: Partial<ClientOptions> = {}) => {
  const host = createScriptedHost({ records: [aSession()] })
  const clock = createPageTimers()
  const client = createClient({
    openWire: host.openWire,
    hello: () => ({ role: 'participant', proof: { kind: 'join', secret: 'abc' } }),
    timers: clock.timers,
    ...options,
  })
  open.push(client)
  return { host, clock, client }
}

const online = (client: Client) => vi.waitFor(() => expect(client.status()).toBe('online'))
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

describe('the client', () => {
  test('says hello with the version and its proof, and is online after the welcome', async () => {
    const { host, client } = connect()
    await online(client)
    expect(host.hellos).toEqual([
      { t: 'hello', v: PROTOCOL_VERSION, role: 'participant', proof: { kind: 'join', secret: 'abc' }, resume: null },
    ])
    expect(client.welcome()?.credential).toBe('device-token')
  })

  test('sends what was asked before the welcome, and gives each answer to its own request', async () => {
    const { host, client } = connect()
    host.answerWith(({ name }) => ({ result: name }))
    const replies = await Promise.all([client.request('room.view', {}), client.request('room.hello', {})])
    expect(replies).toEqual([
      { ok: true, value: 'room.view' },
      { ok: true, value: 'room.hello' },
    ])
  })

  test('waits longer after each failed try, at most four seconds, and begins short again', async () => {
    const { host, clock, client } = connect()
    await online(client)
    host.drop()
    const waits: number[] = []
    for (let i = 0; i < 7; i += 1) {
      const [wait = 0] = clock.planned()
      waits.push(wait)
      clock.pass(wait)
    }
    const bases = [250, 500, 1_000, 2_000, 4_000, 4_000, 4_000]
    for (const [index, base] of bases.entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(base)
      expect(waits[index]).toBeLessThanOrEqual(base * 1.5)
    }
    host.back()
    clock.pass(6_000)
    await online(client)
    host.drop()
    expect(clock.planned()[0]).toBeLessThanOrEqual(375)
  })

  test('goes on from the change it had last', async () => {
    const { host, clock, client } = connect()
    await online(client)
    host.change({
      changed: [{ type: 'session', id: 'session-1', from: { title: 'First meeting' }, to: { title: 'B' } }],
    })
    await settled()
    host.drop()
    host.back()
    clock.pass(400)
    await online(client)
    expect(host.hellos[1]?.resume).toEqual({ sessionId: 'session-1', seq: 2 })
    client.resync()
    clock.pass(400)
    await online(client)
    expect(host.hellos[2]?.resume).toBeNull()
  })

  test('sends again what may come twice, and answers offline to what must not', async () => {
    const { host, clock, client } = connect({ resend: (name) => name === 'ballot.cast' })
    await online(client)
    host.answerWith(() => 'silent')
    const cast = client.request('ballot.cast', { voteId: 'v1', roundId: 'r1', rev: 1, ballot: { values: [1] } })
    const undo = client.request('history.undo', {})
    await vi.waitFor(() => expect(host.asks).toHaveLength(2))
    host.drop()
    host.back()
    host.answerWith(() => ({ result: 'here' }))
    clock.pass(400)
    expect(await undo).toEqual({ ok: false, error: { code: 'offline' } })
    expect(await cast).toEqual({ ok: true, value: 'here' })
    expect(host.asked('ballot.cast').map((ask) => ask.id)).toEqual([1, 1])
    expect(host.asked('history.undo')).toHaveLength(1)
  })

  test('takes a connection without answers for dead', async () => {
    const { host, clock, client } = connect()
    await online(client)
    clock.pass(20_000)
    await settled()
    expect(host.others).toEqual([{ t: 'ping' }, { t: 'ping' }])
    expect(client.status()).toBe('online')
    clock.pass(10_000)
    expect(client.status()).toBe('offline')
  })

  test('asks at once whether the connection lives when the page wakes up', async () => {
    const { host, clock, client } = connect()
    await online(client)
    document.dispatchEvent(new Event('visibilitychange'))
    await settled()
    expect(host.others).toEqual([{ t: 'ping' }])
    host.send({ t: 'pong', now: clock.timers.now() })
    await settled()
    clock.pass(4_000)
    expect(client.status()).toBe('online')
    document.dispatchEvent(new Event('visibilitychange'))
    clock.pass(4_000)
    expect(client.status()).toBe('offline')
    clock.pass(400)
    await online(client)
  })

  test('does not wait for ever for a connection that does not open', async () => {
    const clock = createPageTimers()
    const opened: string[] = []
    const client = createClient({
      openWire: () => {
        const count = opened.push('connecting') - 1
        return {
          status: () => 'connecting',
          send: () => undefined,
          onMessage: () => () => undefined,
          onStatus: () => () => undefined,
          close: () => (opened[count] = 'closed'),
        }
      },
      hello: () => ({ role: 'participant', proof: { kind: 'join', secret: 'abc' } }),
      timers: clock.timers,
    })
    open.push(client)
    clock.pass(6_000)
    expect([client.status(), opened]).toEqual(['offline', ['closed']])
    clock.pass(400)
    expect(opened).toEqual(['closed', 'connecting'])
  })

  test('lives as long as pongs come', async () => {
    const { host, clock, client } = connect()
    await online(client)
    for (let i = 0; i < 8; i += 1) {
      clock.pass(10_000)
      host.send({ t: 'pong', now: clock.timers.now() + 5_000 })
      // eslint-disable-next-line no-await-in-loop -- each pong must arrive before time goes on
      await settled()
    }
    expect(client.status()).toBe('online')
    expect(client.clockSkew()).toBe(5_000)
  })

  test('stays away after a refusal, and comes when told to', async () => {
    const { host, clock, client } = connect()
    host.refuseWith({ code: 'wrong-code' })
    await vi.waitFor(() => expect(client.status()).toBe('refused'))
    expect(client.ending()).toEqual({ kind: 'refused', failure: { code: 'wrong-code' } })
    clock.pass(60_000)
    expect(host.hellos).toHaveLength(1)
    host.refuseWith(null)
    client.retry()
    await online(client)
    expect(client.ending()).toBeNull()
  })

  test('comes back by itself from a refusal that passes', async () => {
    const { host, clock, client } = connect({ retryRefused: ({ code }) => (code === 'room-locked' ? 8_000 : null) })
    host.refuseWith({ code: 'room-locked' })
    await vi.waitFor(() => expect(client.status()).toBe('refused'))
    host.refuseWith(null)
    clock.pass(8_000)
    await online(client)
  })

  test('does not fight a second window for the same place', async () => {
    const { host, clock, client } = connect()
    await online(client)
    host.bye('replaced')
    await vi.waitFor(() => expect(client.status()).toBe('refused'))
    clock.pass(60_000)
    expect(host.hellos).toHaveLength(1)
  })

  test('waits for a room that was closed to open again', async () => {
    const { host, clock, client } = connect()
    await online(client)
    host.bye('room-closed')
    await vi.waitFor(() => expect(client.status()).toBe('offline'))
    expect(client.ending()).toEqual({ kind: 'bye', reason: 'room-closed' })
    clock.pass(400)
    await online(client)
  })
})
