import { describe, expect, test } from 'vitest'
import type { RoundResult } from '@core/model/vote'
import { createHandTimers } from '../helpers/hand-timers'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import type { Talker } from '../helpers/talker'
import { openDotVote, openRoom, startSession, startTestHost } from '../helpers/test-host'

const enter = async (given: Parameters<typeof startTestHost>[0] = {}) => {
  const host = await startTestHost(given)
  const facilitator = await startSession(host)
  const room = await openRoom(facilitator)
  return { host, facilitator, room, roundId: await openDotVote(facilitator) }
}

const resultOf = async (host: Awaited<ReturnType<typeof startTestHost>>): Promise<RoundResult> => {
  const { session } = (await host.window('facilitator')).welcome()
  const records = session.kind === 'snapshot' ? session.snapshot.records : []
  const vote = records.find((record) => record.type === 'vote')
  const result = vote?.type === 'vote' ? vote.rounds.at(-1)?.result : undefined
  if (!result) throw new Error('no result')
  return result
}

const cast = (phone: Talker, roundId: string, rev: number, values: (number | null)[], voiceId?: string) =>
  phone.request('ballot.cast', { voteId: 'vote-1', roundId, rev, ballot: { values, ...(voiceId ? { voiceId } : {}) } })

describe('one device, one ballot', () => {
  test('the newest revision counts; a retry counts once; an old one changes nothing', async () => {
    const { host, facilitator, room, roundId } = await enter()
    const phone = await openPhone(room.url)
    expect(await cast(phone, roundId, 1, [3, 0, 0])).toMatchObject({ ok: true })
    expect(await cast(phone, roundId, 3, [0, 2, 0])).toMatchObject({ ok: true })
    expect(await cast(phone, roundId, 3, [0, 2, 0])).toEqual({ ok: true, value: { rev: 3, counted: true } })
    expect(await cast(phone, roundId, 2, [0, 0, 3])).toMatchObject({
      error: { code: 'old-ballot', params: { rev: 3 } },
    })
    expect(must(await phone.request('ballot.mine', { voteId: 'vote-1', roundId }))).toEqual({
      rev: 3,
      ballot: { values: [0, 2, 0] },
      state: 'open',
    })
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect((await resultOf(host)).overall).toEqual({ ballots: 1, rows: [[0], [2], [0]] })
    // Its receipt was lost on the way: the phone asks again after the close.
    expect(await cast(phone, roundId, 3, [0, 2, 0])).toEqual({ ok: true, value: { rev: 3, counted: true } })
    expect(await cast(phone, roundId, 4, [3, 0, 0])).toMatchObject({ error: { code: 'vote-closed' } })
  })

  test('ballots that break the rules are refused by name', async () => {
    const { room, roundId } = await enter()
    const phone = await openPhone(room.url)
    expect(await cast(phone, roundId, 1, [3, 3, 0])).toMatchObject({ error: { code: 'too-many-dots' } })
    expect(await cast(phone, roundId, 1, [4, 0, 0])).toMatchObject({ error: { code: 'too-many-on-one' } })
    expect(await cast(phone, roundId, 1, [1, 1])).toMatchObject({ error: { code: 'wrong-ballot' } })
    expect(await cast(phone, roundId, 1, [0.5, 0, 0])).toMatchObject({ ok: false })
    expect(await cast(phone, 'round-other', 1, [1, 0, 0])).toMatchObject({ error: { code: 'vote-not-open' } })
  })

  test('a voice that does not exist counts as unstated', async () => {
    const { host, facilitator, room, roundId } = await enter()
    const phone = await openPhone(room.url)
    must(await cast(phone, roundId, 1, [1, 0, 0], 'voice-invented'))
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(JSON.stringify(await resultOf(host))).not.toContain('voice-invented')
  })
})

describe('before the close', () => {
  test('nobody is told more than how many', async () => {
    const { facilitator, room, roundId, host } = await enter()
    const projector = await host.window('projector')
    const phone = await openPhone(room.url)
    for (const rev of [1, 2]) must(await cast(phone, roundId, rev, [2, 2, 1], 'voice-1'))
    const told = await projector.push('vote.turnout', ({ cast: count }) => count === 1)
    expect(told).toMatchObject({ cast: 1, present: 30 })
    await phone.push('vote.turnout')
    for (const reader of [facilitator, projector, phone]) {
      expect(JSON.stringify(reader.received)).not.toContain('[2,2,1]')
      expect(JSON.stringify(reader.received)).not.toContain('"overall"')
    }
  })

  test('an announced end shuts the phones and counts by itself', async () => {
    const time = createHandTimers()
    const { facilitator, room, roundId, host } = await enter({ clock: time.clock, timers: time.timers })
    const phone = await openPhone(room.url)
    must(await cast(phone, roundId, 1, [1, 0, 0]))
    must(await facilitator.request('vote.announce-close', { id: 'vote-1', seconds: 20 }))
    time.pass(20_100)
    await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"state":"closed"'))
    expect((await resultOf(host)).cast).toBe(1)
    expect(await cast(phone, roundId, 2, [0, 1, 0])).toMatchObject({ error: { code: 'vote-closed' } })
  })
})

test('200 phones in one burst: every receipt is a ballot and the tally is exact', async () => {
  const { host, facilitator, room, roundId } = await enter()
  const phones = await Promise.all(
    Array.from({ length: 200 }, (_, index) => openPhone(room.url, { voiceId: `voice-${1 + (index % 3)}` })),
  )
  const answers = await Promise.all(
    phones.flatMap((phone, index) => [
      cast(phone, roundId, 1, [3, 2, 0]),
      cast(phone, roundId, 2, index % 2 === 0 ? [2, 0, 0] : [0, 0, 1], `voice-${1 + (index % 3)}`),
    ]),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(400)
  must(await facilitator.request('vote.close', { id: 'vote-1' }))
  const result = await resultOf(host)
  expect(result.overall).toEqual({ ballots: 200, rows: [[200], [0], [100]] })
  expect(result.channels).toEqual({ phone: 200, kiosk: 0, paper: 0, hands: 0 })
})

test('ballots in flight at the close are counted or refused, never unclear', async () => {
  const { host, facilitator, room, roundId } = await enter()
  const phones = await Promise.all(Array.from({ length: 60 }, () => openPhone(room.url)))
  const answers = Promise.all(phones.map((phone) => cast(phone, roundId, 1, [1, 0, 0])))
  must(await facilitator.request('vote.close', { id: 'vote-1' }))
  const told = await answers
  const counted = told.filter((answer) => answer.ok && answer.value.counted).length
  const refused = told.filter((answer) => !answer.ok && answer.error.code === 'vote-closed').length
  expect(counted + refused).toBe(60)
  expect((await resultOf(host)).cast).toBe(counted)
})
