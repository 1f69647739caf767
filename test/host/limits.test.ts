import { connect } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import type { HostMessage } from '@core/protocol/envelope'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import { createHandTimers } from '../helpers/hand-timers'
import { must } from '../helpers/must'
import { openPhone, openSocket } from '../helpers/phones'
import type { TestHost } from '../helpers/test-host'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const enter = async (given: Parameters<typeof startTestHost>[0] = {}) => {
  const host = await startTestHost(given)
  const facilitator = await startSession(host)
  const room = await openRoom(facilitator)
  return { facilitator, room, base: `http://${room.typed}` }
}

/** A screen at the laptop that has `unread()` bytes still before it. */
const slowScreen = async (host: TestHost, unread: (sent: readonly HostMessage[]) => number) => {
  const sent: HostMessage[] = []
  const state = { closed: false }
  const seat = host.attach({
    from: 'window',
    windowRole: 'projector',
    address: '',
    send: ({ message }) => sent.push(message),
    buffered: () => unread(sent),
    close: () => {
      state.closed = true
    },
  })
  seat.receive({ t: 'hello', v: PROTOCOL_VERSION, role: 'projector', proof: { kind: 'window' } })
  await vi.waitFor(() => expect(sent[0]?.t).toBe('welcome'))
  return { sent, state }
}

const garbage = [
  '',
  '{',
  'null',
  '7',
  '[]',
  '{"t":"nope"}',
  '{"t":"req"}',
  '{"t":"req","id":-1,"name":"x"}',
  '{"t":"hello"}',
  '\u0000',
]

describe('messages that nobody means', () => {
  test.each(garbage)('%j before the hello is refused', async (text) => {
    const { base } = await enter()
    const stranger = await openSocket(base)
    stranger.socket.send(text)
    expect(await stranger.waitFor((message) => message.t === 'refused')).toMatchObject({
      failure: { code: 'bad-message' },
    })
    expect(await stranger.closed).toBe(1000)
  })

  test('from a phone end its connection and nobody else notices', async () => {
    const { room, facilitator } = await enter()
    const honest = await openPhone(room.url)
    for (const text of garbage) {
      const phone = await openPhone(room.url)
      phone.socket.send(text)
      expect(await phone.waitFor((message) => message.t === 'bye')).toEqual({ t: 'bye', reason: 'misuse' })
    }
    expect((await honest.request('room.hello', {})).ok).toBe(true)
    expect((await facilitator.request('room.view', {})).ok).toBe(true)
  })

  test('binary and oversized messages are cut off', async () => {
    const { room } = await enter()
    const binary = await openPhone(room.url)
    binary.socket.send(Buffer.from('{"t":"ping"}'), { binary: true })
    expect(await binary.waitFor((message) => message.t === 'bye')).toEqual({ t: 'bye', reason: 'misuse' })
    const large = await openPhone(room.url)
    large.socket.send(JSON.stringify({ t: 'req', id: 1, name: 'room.hello', args: 'x'.repeat(17_000) }))
    expect(await large.closed).toBe(1009)
  })

  test('a forged request changes nothing', async () => {
    const { room, facilitator } = await enter()
    const phone = await openPhone(room.url)
    phone.send({ t: 'req', id: 1, name: 'card.remove', args: { ids: ['card-1'] } })
    phone.send({ t: 'req', id: 2, name: 'vote.open', args: { id: 'vote-1' } })
    phone.send({ t: 'req', id: 3, name: 'card.submit', args: { __proto__: { id: 'x' } } })
    await phone.waitFor((message) => message.t === 'res' && message.id === 3)
    const codes = phone.received.flatMap((message) =>
      message.t === 'res' && !message.ok ? [message.failure.code] : [],
    )
    expect(codes).toEqual(['not-allowed', 'not-allowed', 'wrong-value'])
    expect(facilitator.pushes('doc.changed').some(({ diff }) => diff.removed)).toBe(false)
  })
})

describe('names that objects have by themselves', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('%s is no id of a card', async (id) => {
    const { room } = await enter()
    const phone = await openPhone(room.url)
    const args = JSON.stringify({ id, secret: 's'.repeat(20), text: 'Nobody asked us.', quote: 'none' })
    phone.socket.send(`{"t":"req","id":1,"name":"card.submit","args":${args}}`)
    const failure = { code: 'wrong-value', params: { field: 'id' } }
    await phone.waitFor((message) => message.t === 'res')
    expect(phone.received.at(-1)).toEqual({ t: 'res', id: 1, ok: false, failure })
  })
})

describe('messages without measure', () => {
  test('are refused by name over 30 at once; the phone stays and may go on', async () => {
    const time = createHandTimers()
    const { room } = await enter({ clock: time.clock })
    const phone = await openPhone(room.url)
    const answers = await Promise.all(Array.from({ length: 40 }, () => phone.request('room.hello', {})))
    const refused = answers.filter((answer) => !answer.ok && answer.error.code === 'too-many-messages')
    // The hello was the first of the 30.
    expect(refused).toHaveLength(11)
    time.pass(1_000)
    expect((await phone.request('room.hello', {})).ok).toBe(true)
  })

  test('end the connection when they do not stop', async () => {
    const time = createHandTimers()
    const { room } = await enter({ clock: time.clock })
    const phone = await openPhone(room.url)
    for (let sent = 0; sent < 300; sent += 1) phone.send({ t: 'ping' })
    expect(await phone.waitFor((message) => message.t === 'bye')).toEqual({ t: 'bye', reason: 'misuse' })
  })

  test('nobody waits for a hello longer than five seconds', async () => {
    const time = createHandTimers()
    const { base } = await enter({ clock: time.clock, timers: time.timers })
    const silent = await openSocket(base)
    silent.send({ t: 'ping' })
    time.pass(5_100)
    expect(await silent.waitFor((message) => message.t === 'refused')).toMatchObject({ failure: { code: 'timed-out' } })
  })

  test('a phone that fell silent is let go', async () => {
    const time = createHandTimers()
    const { room } = await enter({ clock: time.clock, timers: time.timers })
    const phone = await openPhone(room.url)
    time.pass(60_000)
    expect(await phone.closed).toBe(1000)
  })

  test('what a page does not read is not piled up', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const { sent, state } = await slowScreen(host, ({ length }) => (length > 1 ? 32 * 1024 * 1024 : 0))
    must(await facilitator.request('session.update', { title: 'One' }))
    must(await facilitator.request('session.update', { title: 'Two' }))
    expect(sent.at(-1)).toEqual({ t: 'bye', reason: 'too-slow' })
    expect(state.closed).toBe(true)
  })

  test('a long session on its way over a weak line sends nobody away', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const { sent, state } = await slowScreen(host, ({ length }) => (length > 0 ? 3 * 1024 * 1024 : 0))
    must(await facilitator.request('session.update', { title: 'One' }))
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ t: 'push', name: 'doc.changed' }))
    expect(state.closed).toBe(false)
  })

  test('raw noise on the line is cut off', async () => {
    const { room } = await enter()
    const ended = new Promise<void>((resolve) => {
      const socket = connect(room.port, '127.0.0.1', () => socket.write('\u0016\u0003 not http at all\r\n\r\n'))
      socket.on('close', () => resolve())
      socket.on('error', () => undefined)
    })
    await ended
  })
})
