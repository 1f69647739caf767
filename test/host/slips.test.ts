import { describe, expect, test } from 'vitest'
import { createHandTimers } from '../helpers/hand-timers'
import { must } from '../helpers/must'
import { openPhone, openSocket } from '../helpers/phones'
import { addVote, printSlips, resultSeen, voteSeen } from '../helpers/slips'
import type { Talker } from '../helpers/talker'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const enter = async (given: Parameters<typeof startTestHost>[0] = {}) => {
  const host = await startTestHost(given)
  const facilitator = await startSession(host)
  const room = await openRoom(facilitator)
  return { host, facilitator, room }
}

const enterVote = async (given: Parameters<typeof startTestHost>[0] = {}, count = 5) => {
  const { host, facilitator, room } = await enter(given)
  const roundId = await addVote(facilitator)
  const slips = await printSlips(host, facilitator, count)
  must(await facilitator.request('vote.open', { id: 'vote-1' }))
  const [code = '', other = ''] = slips.codes
  return { host, facilitator, room, roundId, code, other, slips }
}

const cast = (
  voter: Talker,
  roundId: string,
  rev: number,
  values: (number | null)[],
  slip?: string,
  voteId = 'vote-1',
) => voter.request('ballot.cast', { voteId, roundId, rev, ballot: { values }, ...(slip === undefined ? {} : { slip }) })
const mine = (voter: Talker, roundId: string, slip?: string) =>
  voter.request('ballot.mine', { voteId: 'vote-1', roundId, ...(slip === undefined ? {} : { slip }) })
const check = (voter: Talker, roundId: string, slip: string) =>
  voter.request('slip.check', { voteId: 'vote-1', roundId, slip })
const refused = (code: string, params?: object) => ({ ok: false, error: { code, ...(params ? { params } : {}) } })

describe('a vote by codes', () => {
  test('opens only with slips', async () => {
    const { facilitator, host } = await enter()
    await addVote(facilitator)
    expect(await facilitator.request('vote.open', { id: 'vote-1' })).toEqual(refused('no-slips'))
    await printSlips(host, facilitator, 3)
    must(await facilitator.request('vote.update', { id: 'vote-1', question: 'Something else?' }))
    expect(await facilitator.request('vote.open', { id: 'vote-1' })).toEqual(refused('no-slips'))
    expect((await printSlips(host, facilitator, 3)).first).toBe(4)
    must(await facilitator.request('vote.open', { id: 'vote-1' }))
  })

  test('takes one ballot a slip, from whichever phone', async () => {
    const { facilitator, room, roundId, code, other } = await enterVote()
    const [one, two] = [await openPhone(room.url), await openPhone(room.url)]
    expect(await cast(one, roundId, 1, [3, 0, 0])).toEqual(refused('slip-needed'))
    expect(must(await check(one, roundId, code.toLowerCase()))).toEqual({ number: 1 })
    must(await cast(one, roundId, 1, [3, 0, 0], code))
    // A second phone with the same slip goes on from there, and is not shown what was chosen.
    expect(must(await mine(two, roundId, code))).toEqual({ rev: 1, ballot: null, state: 'open' })
    expect(must(await mine(one, roundId, code))).toEqual({ rev: 1, ballot: { values: [3, 0, 0] }, state: 'open' })
    expect(await cast(two, roundId, 1, [0, 3, 0], code)).toEqual(refused('old-ballot', { rev: 1 }))
    must(await cast(two, roundId, 2, [0, 2, 0], code))
    expect(await cast(one, roundId, 2, [1, 0, 0], code)).toEqual(refused('old-ballot', { rev: 2 }))
    // One device may hand in for somebody who has no phone.
    must(await cast(one, roundId, 1, [0, 0, 1], other))
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    const result = resultSeen(facilitator)
    expect(result.overall.rows).toEqual([[0], [2], [1]])
    expect(result).toMatchObject({ cast: 2, channels: { phone: 2, kiosk: 0, paper: 0, hands: 0 } })
    expect(result.paper).toEqual({ printed: 5, entered: 0, twice: 0, corrected: 0 })
  })

  test('a slip that came one way is refused in another', async () => {
    const { facilitator, host, room, roundId, code, other } = await enterVote()
    const phone = await openPhone(room.url)
    const tablet = await host.window('kiosk')
    must(await cast(phone, roundId, 1, [3, 0, 0], code))
    must(await cast(tablet, roundId, 1, [0, 3, 0], other))
    for (const [voter, slip] of [
      [tablet, code],
      [phone, other],
    ] as const) {
      expect(await cast(voter, roundId, 9, [1, 1, 1], slip)).toEqual(refused('slip-used'))
      expect(await check(voter, roundId, slip)).toEqual(refused('slip-used'))
      expect(await mine(voter, roundId, slip)).toEqual(refused('slip-used'))
    }
    const typed = await facilitator.request('paper.enter', {
      voteId: 'vote-1',
      roundId,
      slip: '1',
      pass: 'first',
      mark: { kind: 'ballot', ballot: { values: [1, 1, 1] } },
    })
    expect(typed).toEqual(refused('slip-used'))
    // The next person at the tablet with the same slip changes that ballot.
    const again = await host.window('kiosk')
    must(await cast(again, roundId, 2, [0, 0, 2], other))
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(resultSeen(facilitator)).toMatchObject({
      overall: { rows: [[3], [0], [2]] },
      channels: { phone: 1, kiosk: 1, paper: 0, hands: 0 },
    })
  })

  test('slips of another round, vote or wording are named; unknown ones are not', async () => {
    const { facilitator, host, room, roundId, code } = await enterVote()
    const phone = await openPhone(room.url)
    const roundTwo = await addVote(facilitator, 'vote-2')
    const stale = await printSlips(host, facilitator, 1, 'vote-2')
    must(await facilitator.request('vote.update', { id: 'vote-2', question: 'And then?' }))
    await printSlips(host, facilitator, 1, 'vote-2')
    must(await facilitator.request('vote.open', { id: 'vote-2' }))
    expect(await cast(phone, roundTwo, 1, [1, 0, 0], code, 'vote-2')).toEqual(
      refused('slip-other-round', { number: 1, question: 'What first? vote-1', round: 1 }),
    )
    expect(await cast(phone, roundTwo, 1, [1, 0, 0], stale.codes[0], 'vote-2')).toEqual(
      refused('slip-void', { number: 6 }),
    )
    for (const typed of ['1', '001', 'ZZZ ZZZ', 'x']) {
      expect(await cast(phone, roundId, 1, [1, 0, 0], typed)).toEqual(refused('slip-unknown'))
    }
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    must(await facilitator.request('vote.new-round', { id: 'vote-1', roundId: 'round-next' }))
    await printSlips(host, facilitator, 2)
    must(await facilitator.request('vote.open', { id: 'vote-1' }))
    expect(await cast(phone, 'round-next', 1, [1, 0, 0], code)).toMatchObject(refused('slip-other-round', { round: 1 }))
  })

  test('phones are shut while it is counted, and told whether their ballot counts', async () => {
    const { facilitator, host, room, roundId, code, other } = await enterVote()
    const phone = await openPhone(room.url)
    const tablet = await host.window('kiosk')
    must(await cast(phone, roundId, 2, [3, 0, 0], code))
    must(await facilitator.request('vote.count', { id: 'vote-1' }))
    expect(await cast(phone, roundId, 2, [3, 0, 0], code)).toEqual({ ok: true, value: { rev: 2, counted: true } })
    expect(await cast(phone, roundId, 3, [0, 3, 0], code)).toEqual(refused('vote-closed', { rev: 2 }))
    expect(await cast(tablet, roundId, 1, [0, 3, 0], other)).toEqual(refused('vote-closed', { rev: 0 }))
    expect(await check(phone, roundId, other)).toEqual(refused('vote-closed'))
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(await cast(phone, roundId, 2, [3, 0, 0], code)).toEqual({ ok: true, value: { rev: 2, counted: true } })
    expect(await cast(phone, roundId, 3, [0, 3, 0], code)).toEqual(refused('vote-closed', { rev: 2 }))
    expect(resultSeen(facilitator).overall.rows).toEqual([[3], [0], [0]])
  })

  test('goes on after a restart with the same codes and ballots', async () => {
    const first = await enterVote()
    const phone = await openPhone(first.room.url)
    const device = phone.welcome().credential ?? ''
    must(await cast(phone, first.roundId, 1, [3, 0, 0], first.code))
    await first.host.stop()
    const host = await startTestHost({ folder: first.host.folder })
    const facilitator = await host.window('facilitator')
    const home = must(await facilitator.request('home.view', {}))
    must(await facilitator.request('session.open', { fileId: home.sessions[0]?.fileId ?? '' }))
    const back = await openPhone(first.room.url, { device })
    expect(must(await mine(back, first.roundId, first.code))).toMatchObject({ rev: 1, ballot: { values: [3, 0, 0] } })
    expect(await cast(back, first.roundId, 1, [0, 0, 3], first.other)).toMatchObject({ ok: true })
    must(await cast(back, first.roundId, 2, [0, 3, 0], first.code))
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(JSON.stringify(facilitator.received)).toContain('"overall":{"ballots":2,"rows":[[0],[3],[3]]}')
  })

  test('by the tablet alone, before the room was ever opened, counts once after the room opens', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const roundId = await addVote(facilitator, 'vote-1', { admission: 'open-room' })
    must(await facilitator.request('vote.open', { id: 'vote-1' }))
    const tablet = await host.window('kiosk')
    must(await cast(tablet, roundId, 1, [1, 0, 0]))
    await openRoom(facilitator)
    must(await cast(tablet, roundId, 2, [0, 1, 0]))
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(resultSeen(facilitator)).toMatchObject({ cast: 1, overall: { rows: [[0], [1], [0]] } })
  })
})

describe('the code of a slip lets a phone in', () => {
  test('as long as its vote is to come or open', async () => {
    const { facilitator, room, code } = await enterVote()
    const join = async (typed: string) => {
      const phone = await openSocket(`http://${room.typed}`)
      return phone.hello({ role: 'participant', proof: { kind: 'join', code: typed } })
    }
    expect((await join(code.toLowerCase())).t).toBe('welcome')
    expect(await join('1')).toMatchObject({ failure: { code: 'wrong-code' } })
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(await join(code)).toMatchObject({ failure: { code: 'wrong-code' } })
  })
})

test('guesses are slowed; whoever has a right code goes on', async () => {
  const time = createHandTimers()
  const { room, roundId, code, other } = await enterVote({ clock: time.clock })
  const [honest, guesser] = [await openPhone(room.url), await openPhone(room.url)]
  must(await check(honest, roundId, code))
  for (let guess = 0; guess < 10; guess += 1) {
    expect(await check(guesser, roundId, `ZZ${guess} ZZZ`)).toEqual(refused('slip-unknown'))
  }
  expect(await check(guesser, roundId, other)).toEqual(refused('slow-down', { seconds: 3 }))
  expect(await cast(guesser, roundId, 1, [3, 0, 0], other)).toEqual(refused('slow-down', { seconds: 3 }))
  must(await cast(honest, roundId, 1, [3, 0, 0], code))
  time.pass(3_000)
  must(await cast(guesser, roundId, 1, [0, 3, 0], other))
})

test('two votes are open at once, each with its own slips and ballots', async () => {
  const { facilitator, host, room, roundId, code } = await enterVote()
  const roundTwo = await addVote(facilitator, 'vote-2')
  const two = await printSlips(host, facilitator, 3, 'vote-2')
  must(await facilitator.request('vote.open', { id: 'vote-2' }))
  const phone = await openPhone(room.url)
  must(await cast(phone, roundId, 1, [3, 0, 0], code))
  must(await cast(phone, roundTwo, 1, [0, 3, 0], two.codes[0], 'vote-2'))
  must(await cast(phone, roundTwo, 1, [0, 0, 2], two.codes[1], 'vote-2'))
  must(await facilitator.request('vote.close', { id: 'vote-1' }))
  must(await cast(phone, roundTwo, 2, [1, 0, 0], two.codes[1], 'vote-2'))
  must(await facilitator.request('vote.close', { id: 'vote-2' }))
  expect(resultSeen(facilitator, 'vote-1').overall.rows).toEqual([[3], [0], [0]])
  expect(resultSeen(facilitator, 'vote-2').overall.rows).toEqual([[1], [3], [0]])
})

test('two openings at once open one box', async () => {
  const { facilitator, host, room } = await enter()
  const roundId = await addVote(facilitator)
  const { codes } = await printSlips(host, facilitator, 1)
  const opened = await Promise.all([1, 2].map(() => facilitator.request('vote.open', { id: 'vote-1' })))
  expect(opened.filter(({ ok }) => ok)).toHaveLength(1)
  expect(voteSeen(facilitator).rounds[0]?.state).toBe('open')
  must(await cast(await openPhone(room.url), roundId, 1, [1, 0, 0], codes[0]))
})
