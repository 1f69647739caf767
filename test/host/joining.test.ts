import { describe, expect, test } from 'vitest'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import type { Role } from '@core/protocol/roles'
import { createHandTimers } from '../helpers/hand-timers'
import { must } from '../helpers/must'
import { openPhone, openSocket } from '../helpers/phones'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const enter = async (given: Parameters<typeof startTestHost>[0] = {}) => {
  const host = await startTestHost(given)
  const facilitator = await startSession(host)
  const room = await openRoom(facilitator)
  const base = `http://${room.typed}`
  const join = async (proof: { code?: string; secret?: string; device?: string }, role: Role = 'participant') => {
    const phone = await openSocket(base)
    return { phone, answer: await phone.hello({ role, proof: { kind: 'join', ...proof } }) }
  }
  return { host, facilitator, room, base, join }
}

describe('the way in', () => {
  test('a code may be typed as people type', async () => {
    const { room, join } = await enter()
    expect(room.code).toMatch(/^[A-Z]+ \d\d$/)
    for (const code of [
      room.code,
      room.code.toLowerCase(),
      room.code.replace(' ', '-'),
      ` ${room.code.replace(' ', '')} `,
    ]) {
      expect((await join({ code })).answer.t).toBe('welcome')
    }
  })

  test('wrong codes are slowed, the QR never is', async () => {
    const time = createHandTimers()
    const { room, join } = await enter({ clock: time.clock })
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await join({ code: 'WRONG 11' })).answer).toMatchObject({ failure: { code: 'wrong-code' } })
    }
    expect((await join({ code: room.code })).answer).toMatchObject({
      failure: { code: 'slow-down', params: { seconds: 3 } },
    })
    expect((await join({ secret: new URL(room.url).hash.slice(3) })).answer.t).toBe('welcome')
    time.pass(3_000)
    expect((await join({ code: room.code })).answer.t).toBe('welcome')
  })

  test('a locked room keeps newcomers out and lets phones come back', async () => {
    const { room, facilitator, join } = await enter()
    const device = (await openPhone(room.url)).welcome().credential ?? ''
    must(await facilitator.request('room.lock', { locked: true }))
    expect((await join({ code: room.code })).answer).toMatchObject({ failure: { code: 'room-locked' } })
    expect((await join({ device })).answer.t).toBe('welcome')
  })

  test('a forged device token opens nothing', async () => {
    const { room, join } = await enter()
    const device = (await openPhone(room.url)).welcome().credential ?? ''
    const forged = [
      `${device}x`,
      `x${device}`,
      device.replace('.', ''),
      '.'.repeat(30),
      'a'.repeat(24),
      `${'a'.repeat(24)}.${'b'.repeat(43)}`,
    ]
    for (const token of forged) expect((await join({ device: token })).answer.t).toBe('refused')
  })

  test('no other role comes in over the LAN', async () => {
    const { room, base, host, join } = await enter()
    must(await host.serveLoopback(0))
    const secret = new URL(room.url).hash.slice(3)
    for (const role of ['facilitator', 'co-facilitator', 'projector', 'kiosk'] as const) {
      expect((await join({ secret }, role)).answer).toMatchObject({ failure: { code: 'not-allowed' } })
    }
    const token = new URL(host.link('facilitator') ?? '').hash.slice(3)
    const phone = await openSocket(base)
    const answer = await phone.hello({ role: 'facilitator', proof: { kind: 'link', token } })
    expect(answer).toMatchObject({ failure: { code: 'not-allowed' } })
    const other = await openSocket(base)
    expect(await other.hello({ role: 'facilitator', proof: { kind: 'window' } })).toMatchObject({
      failure: { code: 'not-allowed' },
    })
  })

  test('a page of another version is told so', async () => {
    const { base } = await enter()
    const secret = { kind: 'join', secret: 'x' } as const
    const old = await openSocket(base)
    expect(await old.hello({ role: 'participant', proof: secret }, PROTOCOL_VERSION - 1)).toMatchObject({
      failure: { code: 'protocol-too-old' },
    })
    const next = await openSocket(base)
    expect(await next.hello({ role: 'participant', proof: secret }, PROTOCOL_VERSION + 1)).toMatchObject({
      failure: { code: 'protocol-too-new' },
    })
  })

  test('the same phone again replaces its old connection', async () => {
    const { room } = await enter()
    const first = await openPhone(room.url)
    const second = await openPhone(room.url, { device: first.welcome().credential ?? '' })
    expect(await first.waitFor((message) => message.t === 'bye')).toEqual({ t: 'bye', reason: 'replaced' })
    expect(second.welcome().credential).toBe(first.welcome().credential)
  })

  test('closing the room ends its connections and its address', async () => {
    const { room, facilitator, base } = await enter()
    const phone = await openPhone(room.url)
    must(await facilitator.request('room.close', {}))
    expect(await phone.waitFor((message) => message.t === 'bye')).toEqual({ t: 'bye', reason: 'room-closed' })
    await expect(openSocket(base)).rejects.toThrow('ECONNREFUSED')
  })
})

describe('what stands in the way of a room', () => {
  test('no network is said, and nothing is opened', async () => {
    const host = await startTestHost({ interfaces: () => ({}) })
    const facilitator = await startSession(host)
    expect(await facilitator.request('room.open', {})).toEqual({ ok: false, error: { code: 'no-network' } })
    const view = await facilitator.push('room.changed', ({ failure }) => failure !== null)
    expect(view).toMatchObject({ open: false, failure: { code: 'no-network' } })
  })

  test('a taken port gives way to the next one, which is said', async () => {
    const first = await enter()
    const host = await startTestHost({ roomPort: first.room.port })
    const facilitator = await startSession(host)
    const room = await openRoom(facilitator)
    expect(room.port).not.toBe(first.room.port)
    const notice = await facilitator.push('notice')
    expect(notice).toEqual({ code: 'port-taken', params: { port: first.room.port, instead: room.port } })
  })

  test('no phone within 20 seconds: the causes come in order', async () => {
    const time = createHandTimers()
    const { facilitator } = await enter({ clock: time.clock, timers: time.timers })
    must(await facilitator.request('reach.start', {}))
    time.pass(19_900)
    expect(facilitator.pushes('reach.changed').at(-1)?.state).toBe('waiting')
    time.pass(200)
    const failed = await facilitator.push('reach.changed', ({ state }) => state === 'failed')
    expect(failed.causes).toEqual(['firewall', 'client-isolation', 'interface'])
  })
})
