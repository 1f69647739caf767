import { describe, expect, test } from 'vitest'
import type { HostMessage } from '@core/protocol/envelope'
import type { PhoneView } from '@core/protocol/views'
import { must } from '../helpers/must'
import { openPhone, openSocket } from '../helpers/phones'
import type { Socket } from '../helpers/phones'
import type { Talker } from '../helpers/talker'
import { openDotVote, openRoom, startSession, startTestHost } from '../helpers/test-host'

const enter = async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  return { host, facilitator, room: await openRoom(facilitator) }
}

type Ticket = { readonly secret?: string; readonly code?: string; readonly device?: string }

/** What a phone is told when it comes to the door. */
const come = async (url: string, ticket: Ticket = {}): Promise<HostMessage> => {
  const phone = await openSocket(url)
  const secret = new URL(url).hash.slice('#s='.length)
  return phone.hello({ role: 'participant', proof: { kind: 'join', secret, ...ticket } })
}

const deviceOf = (phone: Socket): string => phone.welcome().credential ?? ''
const phonesOf = async (facilitator: Talker): Promise<readonly PhoneView[]> =>
  must(await facilitator.request('room.phones', {}))
const theOnly = async (facilitator: Talker): Promise<string> => (await phonesOf(facilitator))[0]?.phoneId ?? ''

const leave = async (phone: Socket, facilitator: Talker, phones: number): Promise<void> => {
  facilitator.forget()
  phone.socket.terminate()
  await facilitator.push('room.changed', (view) => view.phones === phones)
}

describe('the limit of phones', () => {
  test('keeps newcomers out by name and lets those in who were here before', async () => {
    const { facilitator, room } = await enter()
    const first = await openPhone(room.url)
    await openPhone(room.url)
    await leave(first, facilitator, 1)
    expect(must(await facilitator.request('room.cap', { most: 1 })).cap).toBe(1)
    expect(await come(room.url)).toMatchObject({ failure: { code: 'room-full', params: { limit: 1 } } })
    expect((await come(room.url, { device: deviceOf(first) })).t).toBe('welcome')
    must(await facilitator.request('room.cap', { most: null }))
    expect((await come(room.url)).t).toBe('welcome')
  })

  test('holds when many come in the same instant', async () => {
    const { facilitator, room } = await enter()
    must(await facilitator.request('room.cap', { most: 3 }))
    const answers = await Promise.all(Array.from({ length: 12 }, () => come(room.url)))
    expect(answers.filter(({ t }) => t === 'welcome')).toHaveLength(3)
    const told = answers.flatMap((answer) => (answer.t === 'refused' ? [answer.failure.code] : []))
    expect(told).toEqual(Array(9).fill('room-full'))
  })

  test('is not said to whoever does not know the code', async () => {
    const { facilitator, room } = await enter()
    must(await facilitator.request('room.cap', { most: 1 }))
    await openPhone(room.url)
    expect(await come(room.url, { secret: 'x'.repeat(22) })).toMatchObject({ failure: { code: 'wrong-code' } })
  })

  test('is kept, also when it was set before the room was opened', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    must(await facilitator.request('room.cap', { most: 40 }))
    expect((await openRoom(facilitator)).cap).toBe(40)
    must(await facilitator.request('room.close', {}))
    expect((await openRoom(facilitator)).cap).toBe(40)
  })
})

describe('the list of phones', () => {
  test('says who is here and who was, in an order that tells nothing, with the voice they speak for', async () => {
    const { facilitator, room } = await enter()
    const phones = await Promise.all(Array.from({ length: 6 }, () => openPhone(room.url, { voiceId: 'voice-1' })))
    const [gone] = phones
    if (gone) await leave(gone, facilitator, 5)
    const list = await phonesOf(facilitator)
    expect(list.map(({ phoneId }) => phoneId)).toEqual(list.map(({ phoneId }) => phoneId).toSorted())
    expect(list.filter(({ here }) => here)).toHaveLength(5)
    expect(list.every(({ voiceId }) => voiceId === 'voice-1')).toBe(true)
    expect(await phonesOf(facilitator)).toEqual(list)
    const devices = phones.map((phone) => deviceOf(phone).split('.')[0] ?? '')
    expect(devices.filter((device) => JSON.stringify(list).includes(device))).toEqual([])
  })

  test('names a phone otherwise each time the room is opened', async () => {
    const { facilitator, room } = await enter()
    const phone = await openPhone(room.url)
    const before = await theOnly(facilitator)
    must(await facilitator.request('room.close', {}))
    expect(await phonesOf(facilitator)).toEqual([])
    const again = await openRoom(facilitator)
    await openPhone(again.url, { device: deviceOf(phone) })
    const after = await phonesOf(facilitator)
    expect(after).toHaveLength(1)
    expect(after[0]?.phoneId).not.toBe(before)
  })
})

describe('a phone that is sent away', () => {
  test('goes at once, stays out by every way in, and what it handed in stays', async () => {
    const { facilitator, room } = await enter()
    const roundId = await openDotVote(facilitator)
    const phone = await openPhone(room.url)
    const device = deviceOf(phone)
    must(await phone.request('ballot.cast', { voteId: 'vote-1', roundId, rev: 1, ballot: { values: [2, 0, 0] } }))
    must(await facilitator.request('room.remove-phone', { phoneId: await theOnly(facilitator) }))
    expect(await phone.waitFor(({ t }) => t === 'bye')).toEqual({ t: 'bye', reason: 'removed' })
    const refused = { t: 'refused', failure: { code: 'phone-removed' } }
    expect(await come(room.url, { device })).toMatchObject(refused)
    expect(await come(room.url, { device, code: room.code })).toMatchObject(refused)
    expect(await phonesOf(facilitator)).toEqual([])
    const other = await openPhone(room.url)
    expect(other.welcome().t).toBe('welcome')
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    const closed = await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"overall"'))
    expect(JSON.stringify(closed)).toContain('"ballots":1')
  })

  test('stays away over a restart of the program, until the room is opened anew', async () => {
    const { host, facilitator, room } = await enter()
    const device = deviceOf(await openPhone(room.url))
    must(await facilitator.request('room.remove-phone', { phoneId: await theOnly(facilitator) }))
    await host.stop()
    const second = await startTestHost({ folder: host.folder, roomPort: room.port })
    const back = await second.window('facilitator')
    const [session] = must(await back.request('home.view', {})).sessions
    must(await back.request('session.open', { fileId: session?.fileId ?? '' }))
    expect(await come(room.url, { device })).toMatchObject({ failure: { code: 'phone-removed' } })
    must(await back.request('room.close', {}))
    const again = await openRoom(back)
    expect((await come(again.url, { device })).t).toBe('welcome')
  })

  test('can be sent away while it is away, and only by who it is', async () => {
    const { facilitator, room } = await enter()
    const phone = await openPhone(room.url)
    await leave(phone, facilitator, 0)
    must(await facilitator.request('room.remove-phone', { phoneId: await theOnly(facilitator) }))
    expect(await come(room.url, { device: deviceOf(phone) })).toMatchObject({ failure: { code: 'phone-removed' } })
    expect(await facilitator.request('room.remove-phone', { phoneId: 'nobody' })).toMatchObject({
      error: { code: 'not-found' },
    })
    const helper = await (await startTestHost()).window('co-facilitator')
    for (const asked of [
      await helper.request('room.remove-phone', { phoneId: 'x' }),
      await helper.request('room.phones', {}),
      await helper.request('room.cap', { most: 1 }),
    ]) {
      expect(asked).toMatchObject({ error: { code: 'not-allowed' } })
    }
  })
})
