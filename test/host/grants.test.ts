import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import type { Role } from '@core/protocol/roles'
import type { GrantView } from '@core/protocol/views'
import { createHandTimers } from '../helpers/hand-timers'
import { must } from '../helpers/must'
import { openPhone, openSocket } from '../helpers/phones'
import type { Talker } from '../helpers/talker'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const enter = async (given: Parameters<typeof startTestHost>[0] = {}) => {
  const host = await startTestHost(given)
  const facilitator = await startSession(host)
  const room = await openRoom(facilitator)
  return { host, facilitator, room, base: `http://${room.typed}` }
}

const grant = async (facilitator: Talker, role: GrantView['role'], groupId?: string): Promise<GrantView> =>
  must(await facilitator.request('room.grant', { role, ...(groupId === undefined ? {} : { groupId }) }))

const tokenOf = ({ url }: GrantView): string => new URL(url).hash.slice('#g='.length)

/** A browser on another computer that opened the address. */
const come = async (base: string, role: Role, token: string) => {
  const socket = await openSocket(base, {}, '/ws/granted')
  return { socket, answer: await socket.hello({ role, proof: { kind: 'grant', token } }) }
}

const status = (base: string, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base)
    const asked = request({ host: hostname, port, path, method: 'GET' }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })

describe('an address for another computer', () => {
  test('has 256 bits in the fragment and opens one browser, which comes back by what it was given', async () => {
    const { facilitator, base } = await enter()
    const given = await grant(facilitator, 'projector')
    expect(Buffer.from(tokenOf(given), 'base64url')).toHaveLength(32)
    const { answer } = await come(base, 'projector', tokenOf(given))
    expect(answer).toMatchObject({ t: 'welcome', role: 'projector', groupId: null })
    const credential = answer.t === 'welcome' ? (answer.credential ?? '') : ''
    expect((await come(base, 'projector', tokenOf(given))).answer).toMatchObject({ failure: { code: 'wrong-token' } })
    expect((await come(base, 'projector', credential)).answer.t).toBe('welcome')
    expect(must(await facilitator.request('room.grants', {}))).toMatchObject([{ used: true, connected: true, url: '' }])
  })

  test('is for one browser at a time: the second with the same proof ends the first', async () => {
    const { facilitator, base } = await enter()
    const first = await come(base, 'co-facilitator', tokenOf(await grant(facilitator, 'co-facilitator')))
    const credential = first.socket.welcome().credential ?? ''
    await come(base, 'co-facilitator', credential)
    expect(await first.socket.waitFor((message) => message.t === 'bye')).toEqual({ t: 'bye', reason: 'replaced' })
  })

  test('ended, sends its browser away at once and opens nothing any more', async () => {
    const { facilitator, base } = await enter()
    const given = await grant(facilitator, 'co-facilitator')
    const unused = await grant(facilitator, 'projector')
    const { socket } = await come(base, 'co-facilitator', tokenOf(given))
    const credential = socket.welcome().credential ?? ''
    must(await facilitator.request('room.revoke', { grantId: given.grantId }))
    expect(await socket.waitFor((message) => message.t === 'bye')).toEqual({ t: 'bye', reason: 'removed' })
    expect((await come(base, 'co-facilitator', credential)).answer).toMatchObject({ failure: { code: 'wrong-token' } })
    must(await facilitator.request('room.revoke', { grantId: unused.grantId }))
    await expect(come(base, 'projector', tokenOf(unused))).rejects.toThrow('status 404')
    expect(must(await facilitator.request('room.grants', {}))).toEqual([])
  })

  test('gives no other role than its own, and never the facilitator’s', async () => {
    const { facilitator, base } = await enter()
    const given = await grant(facilitator, 'projector')
    for (const role of ['facilitator', 'co-facilitator', 'participant', 'kiosk'] as const) {
      expect((await come(base, role, tokenOf(given))).answer).toMatchObject({ failure: { code: 'not-allowed' } })
    }
    const { socket } = await come(base, 'projector', tokenOf(given))
    const credential = socket.welcome().credential ?? ''
    expect((await come(base, 'co-facilitator', credential)).answer).toMatchObject({ failure: { code: 'not-allowed' } })
    expect(await socket.request('card.add', { id: 'c-1', boardId: 'board-1', zone: ['t1', 'l1'], text: 'x' })).toEqual({
      ok: false,
      error: { code: 'not-allowed' },
    })
  })

  test('is not guessed: wrong ones are slowed, a browser that is known is not', async () => {
    const time = createHandTimers()
    const { facilitator, base } = await enter({ clock: time.clock })
    const given = await grant(facilitator, 'projector')
    const { socket } = await come(base, 'projector', tokenOf(given))
    const other = await grant(facilitator, 'projector')
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await come(base, 'projector', `${'a'.repeat(42)}${guess}`)).answer).toMatchObject({
        failure: { code: 'wrong-token' },
      })
    }
    expect((await come(base, 'projector', tokenOf(other))).answer).toMatchObject({ failure: { code: 'slow-down' } })
    expect((await come(base, 'projector', socket.welcome().credential ?? '')).answer.t).toBe('welcome')
    time.pass(3_000)
    expect((await come(base, 'projector', tokenOf(other))).answer.t).toBe('welcome')
  })

  test('ends with the room, and needs an open one on a network that is there', async () => {
    const networks: { here: boolean } = { here: true }
    const { oneNetwork } = await import('../helpers/test-host')
    const { facilitator, base } = await enter({ interfaces: () => (networks.here ? oneNetwork() : {}) })
    const { socket } = await come(base, 'projector', tokenOf(await grant(facilitator, 'projector')))
    networks.here = false
    expect(await facilitator.request('room.grant', { role: 'projector' })).toEqual({
      ok: false,
      error: { code: 'no-network' },
    })
    networks.here = true
    must(await facilitator.request('room.close', {}))
    expect(await socket.waitFor((message) => message.t === 'bye')).toEqual({ t: 'bye', reason: 'room-closed' })
    expect(await facilitator.request('room.grant', { role: 'projector' })).toEqual({
      ok: false,
      error: { code: 'room-closed' },
    })
    must(await facilitator.request('room.open', {}))
    expect(must(await facilitator.request('room.grants', {}))).toEqual([])
  })

  test('holds over a restart of the program', async () => {
    const { host, facilitator, room, base } = await enter()
    const given = await grant(facilitator, 'projector')
    const { socket } = await come(base, 'projector', tokenOf(given))
    const credential = socket.welcome().credential ?? ''
    await host.stop()
    const again = await startTestHost({ folder: host.folder, roomPort: room.port })
    const back = await again.window('facilitator')
    const [session] = must(await back.request('home.view', {})).sessions
    must(await back.request('session.open', { fileId: session?.fileId ?? '' }))
    expect((await come(base, 'projector', credential)).answer).toMatchObject({ t: 'welcome', role: 'projector' })
  })

  test('serves its pages only while it is given', async () => {
    const { facilitator, base } = await enter()
    const pages = ['/projector', '/facilitator', '/index.html', '/projector.html']
    const all = (): Promise<number[]> => Promise.all(pages.map((path) => status(base, path)))
    expect(await all()).toEqual([404, 404, 404, 404])
    await expect(openSocket(base, {}, '/ws/granted')).rejects.toThrow('status 404')
    const { grantId } = await grant(facilitator, 'projector')
    expect(await all()).toEqual([200, 404, 404, 200])
    await grant(facilitator, 'co-facilitator')
    expect(await all()).toEqual([200, 200, 404, 200])
    must(await facilitator.request('room.revoke', { grantId }))
    expect(await status(base, '/')).toBe(200)
  })

  test('answers nobody but its own pages', async () => {
    const { facilitator, base } = await enter()
    await grant(facilitator, 'projector')
    await expect(openSocket(base, { origin: 'http://evil.example' }, '/ws/granted')).rejects.toThrow('status 403')
    await expect(openSocket(base, { host: 'evil.example' }, '/ws/granted')).rejects.toThrow('status 421')
  })
})

describe('who cannot come in with it', () => {
  test('a phone, at either door', async () => {
    const { facilitator, base, room } = await enter()
    const given = await grant(facilitator, 'projector')
    const secret = new URL(room.url).hash.slice(3)
    const device = (await openPhone(room.url)).welcome().credential ?? ''
    const doors = [
      { path: '/ws', role: 'projector', proof: { kind: 'grant', token: tokenOf(given) } },
      { path: '/ws', role: 'projector', proof: { kind: 'join', secret, device } },
      { path: '/ws/granted', role: 'projector', proof: { kind: 'join', secret, device } },
      { path: '/ws/granted', role: 'participant', proof: { kind: 'join', secret, device } },
      { path: '/ws/granted', role: 'projector', proof: { kind: 'window' } },
    ] as const
    for (const { path, role, proof } of doors) {
      const socket = await openSocket(base, {}, path)
      expect(await socket.hello({ role, proof })).toMatchObject({ failure: { code: 'not-allowed' } })
    }
    const withDevice = await come(base, 'projector', device)
    expect(withDevice.answer).toMatchObject({ failure: { code: 'wrong-token' } })
  })

  test('somebody not yet known who sends much', async () => {
    const { facilitator, base } = await enter()
    await grant(facilitator, 'co-facilitator')
    const socket = await openSocket(base, {}, '/ws/granted')
    const answer = await socket.hello({ role: 'projector', proof: { kind: 'window' }, lang: 'x'.repeat(20_000) })
    expect(answer).toMatchObject({ t: 'refused', failure: { code: 'bad-message' } })
  })
})

describe('the board in other hands', () => {
  test('works as in the facilitator’s, without what is the facilitator’s own', async () => {
    const { facilitator, base } = await enter()
    const { socket } = await come(base, 'co-facilitator', tokenOf(await grant(facilitator, 'co-facilitator')))
    const welcome = socket.welcome()
    expect(welcome.capabilities).toEqual({ nativeDialogs: false, showFiles: false, secondWindow: false })
    expect(welcome.settings).toMatchObject({ dataDir: null, networkAddress: null })
    const text = 'Long enough for a helper. '.repeat(60)
    must(await socket.request('card.add', { id: 'card-1', boardId: 'board-1', zone: ['t1', 'l1'], text }))
    const seen = await facilitator.push('doc.changed', ({ diff }) =>
      (diff.added ?? []).some(({ id }) => id === 'card-1'),
    )
    expect(seen.diff.added).toHaveLength(1)
    const refused = await Promise.all([
      socket.request('session.finish', {}),
      socket.request('home.view', {}),
      socket.request('room.grant', { role: 'co-facilitator' }),
      socket.request('room.grants', {}),
      socket.request('room.close', {}),
      socket.request('export.run', { profile: 'internal', lang: 'en', formats: ['html'], force: false }),
    ])
    expect(refused.map((answer) => !answer.ok && answer.error.code)).toEqual(Array(6).fill('not-allowed'))
  })

  test('the grant of a group’s projector names its group', async () => {
    const { facilitator, base } = await enter()
    must(await facilitator.request('group.add', { id: 'group-a', label: { text: 'A' } }))
    const { answer } = await come(base, 'projector', tokenOf(await grant(facilitator, 'projector', 'group-a')))
    expect(answer).toMatchObject({ t: 'welcome', groupId: 'group-a' })
    const room = await facilitator.push('room.changed', ({ screens }) => screens.length === 1)
    expect(room.screens).toEqual([{ groupId: 'group-a', granted: true }])
    expect(await facilitator.request('room.grant', { role: 'projector', groupId: 'nobody' })).toMatchObject({
      error: { code: 'not-found' },
    })
  })
})
