import { describe, expect, test } from 'vitest'
import type { HostMessage } from '@core/protocol/envelope'
import type { RoomView } from '@core/protocol/views'
import { must } from '../helpers/must'
import { openPhone, openSocket } from '../helpers/phones'
import type { Socket } from '../helpers/phones'
import type { Talker } from '../helpers/talker'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const enter = async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const room = await openRoom(facilitator)
  return { host, facilitator, room, base: `http://${room.typed}` }
}

const grant = async (facilitator: Talker) => {
  const given = must(await facilitator.request('room.grant', { role: 'kiosk' }))
  return { ...given, token: new URL(given.url).hash.slice('#g='.length) }
}

const turnOf = (person: number): string => `turn-of-person-number-${person}`

/** One person takes the tablet into their hands, or its connection comes back in that turn. */
const take = async (base: string, token: string, turn?: string): Promise<{ socket: Socket; answer: HostMessage }> => {
  const socket = await openSocket(base, {}, '/ws/granted')
  const proof = { kind: 'grant', token } as const
  return { socket, answer: await socket.hello({ role: 'kiosk', proof, ...(turn === undefined ? {} : { turn }) }) }
}

/** A vote on the tablet alone, in an open room. */
const openKioskVote = async (facilitator: Talker): Promise<string> => {
  must(
    await facilitator.request('vote.add', {
      id: 'vote-1',
      question: 'What first?',
      method: { name: 'dots', budget: 5, cap: 3 },
      options: ['o1', 'o2'].map((id) => ({ id, text: id })),
      admission: 'open-room',
      channels: ['kiosk'],
    }),
  )
  must(await facilitator.request('vote.open', { id: 'vote-1' }))
  const made = await facilitator.push('doc.changed', ({ diff }) => (diff.added ?? []).some(({ id }) => id === 'vote-1'))
  const vote = made.diff.added?.find(({ id }) => id === 'vote-1')
  return vote?.type === 'vote' ? (vote.rounds[0]?.id ?? '') : ''
}

const cast = (tablet: Talker, roundId: string, values: number[]) =>
  tablet.request('ballot.cast', { voteId: 'vote-1', roundId, rev: 1, ballot: { values } })

const ballotsOf = async (facilitator: Talker): Promise<string> => {
  must(await facilitator.request('vote.close', { id: 'vote-1' }))
  const closed = await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"overall"'))
  return JSON.stringify(closed)
}

const pageOf = async (room: RoomView): Promise<number> => (await fetch(`http://${room.typed}/tablet`)).status

describe('the tablet on another computer of the room', () => {
  test('has its page only while it is given, at an address of its own', async () => {
    const { facilitator, room, base } = await enter()
    expect(await pageOf(room)).toBe(404)
    await expect(openSocket(base, {}, '/ws/granted')).rejects.toThrow('status 404')
    const { url, grantId } = await grant(facilitator)
    expect(url).toMatch(new RegExp(`^http://${room.typed}/tablet#g=`))
    expect(await pageOf(room)).toBe(200)
    must(await facilitator.request('room.revoke', { grantId }))
    expect(await pageOf(room)).toBe(404)
  })

  test('answers nobody but its own page, and gives no other role', async () => {
    const { facilitator, base, room } = await enter()
    const { token } = await grant(facilitator)
    await expect(openSocket(base, { origin: 'http://evil.example' }, '/ws/granted')).rejects.toThrow('status 403')
    await expect(openSocket(base, { host: 'evil.example' }, '/ws/granted')).rejects.toThrow('status 421')
    for (const role of ['facilitator', 'projector', 'participant'] as const) {
      const socket = await openSocket(base, {}, '/ws/granted')
      expect(await socket.hello({ role, proof: { kind: 'grant', token } })).toMatchObject({
        failure: { code: 'not-allowed' },
      })
    }
    const device = (await openPhone(room.url)).welcome().credential ?? ''
    expect((await take(base, device)).answer).toMatchObject({ failure: { code: 'wrong-token' } })
  })

  test('sees what phones see, and is no phone in the list', async () => {
    const { facilitator, base } = await enter()
    const { token } = await grant(facilitator)
    const { socket } = await take(base, token, turnOf(1))
    const { room, settings, capabilities } = socket.welcome()
    expect([room, settings, capabilities.showFiles]).toEqual([null, null, false])
    expect(must(await facilitator.request('room.phones', {}))).toEqual([])
    expect(must(await facilitator.request('room.view', {})).phones).toBe(0)
    expect(await socket.request('room.phones', {})).toMatchObject({ error: { code: 'not-allowed' } })
  })

  test('counts each person who takes it, though it keeps its credential', async () => {
    const { facilitator, base } = await enter()
    const roundId = await openKioskVote(facilitator)
    const { token } = await grant(facilitator)
    let credential = token
    for (const person of [1, 2, 3]) {
      const { socket } = await take(base, credential, turnOf(person))
      const given = socket.welcome().credential ?? ''
      if (person > 1) expect(given).toBe(credential)
      credential = given
      const mine = must(await socket.request('ballot.mine', { voteId: 'vote-1', roundId }))
      expect(mine).toMatchObject({ rev: 0, ballot: null })
      must(await cast(socket, roundId, [1, 0]))
      socket.socket.close()
    }
    expect(await ballotsOf(facilitator)).toContain('"ballots":3,"rows":[[3],[0]]')
  })

  test('counts one person once whose connection broke before the answer came', async () => {
    const { facilitator, base } = await enter()
    const roundId = await openKioskVote(facilitator)
    const { token } = await grant(facilitator)
    const first = await take(base, token, turnOf(1))
    const credential = first.socket.welcome().credential ?? ''
    must(await cast(first.socket, roundId, [2, 1]))
    first.socket.socket.terminate()
    const again = await take(base, credential, turnOf(1))
    expect(must(await cast(again.socket, roundId, [2, 1]))).toEqual({ rev: 1, counted: true })
    expect(await ballotsOf(facilitator)).toContain('"ballots":1,"rows":[[2],[1]]')
  })

  test('holds over a restart of the program, in the middle of a turn', async () => {
    const { host, facilitator, room, base } = await enter()
    const roundId = await openKioskVote(facilitator)
    const { token } = await grant(facilitator)
    const { socket } = await take(base, token, turnOf(1))
    const credential = socket.welcome().credential ?? ''
    must(await cast(socket, roundId, [0, 3]))
    await host.stop()
    const second = await startTestHost({ folder: host.folder, roomPort: room.port })
    const back = await second.window('facilitator')
    const [session] = must(await back.request('home.view', {})).sessions
    must(await back.request('session.open', { fileId: session?.fileId ?? '' }))
    const again = await take(base, credential, turnOf(1))
    const mine = must(await again.socket.request('ballot.mine', { voteId: 'vote-1', roundId }))
    expect(mine).toMatchObject({ rev: 1, ballot: { values: [0, 3] } })
    must(await cast(again.socket, roundId, [0, 3]))
    expect(await ballotsOf(back)).toContain('"ballots":1,"rows":[[0],[3]]')
  })

  test('ended, goes at once and comes back by nothing', async () => {
    const { facilitator, base } = await enter()
    const { token, grantId } = await grant(facilitator)
    const { socket } = await take(base, token, turnOf(1))
    const credential = socket.welcome().credential ?? ''
    // Another one keeps the door open: it is the credential that no longer holds.
    await grant(facilitator)
    must(await facilitator.request('room.revoke', { grantId }))
    expect(await socket.waitFor(({ t }) => t === 'bye')).toEqual({ t: 'bye', reason: 'removed' })
    for (const shown of [credential, token]) {
      expect((await take(base, shown, turnOf(2))).answer).toMatchObject({ failure: { code: 'wrong-token' } })
    }
  })
})
