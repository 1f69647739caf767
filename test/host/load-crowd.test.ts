import { describe, expect, test } from 'vitest'
import { createHandTimers } from '../helpers/hand-timers'
import { hostilePhones } from '../../scripts/bench/hostile-phones'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import { seededRandom } from '../helpers/sim-disk'
import { resultSeen } from '../helpers/slips'
import type { Talker } from '../helpers/talker'
import { openDotVote, openRoom, startSession, startTestHost } from '../helpers/test-host'
import { weakPhone } from '../helpers/weak-phone'

const LONG = process.env['POLYPHONY_LONG'] !== undefined
const TIME = { timeout: LONG ? 900_000 : 90_000 }

const enter = async (given: Parameters<typeof startTestHost>[0] = {}) => {
  const host = await startTestHost(given)
  const facilitator = await startSession(host)
  const room = await openRoom(facilitator)
  return { host, facilitator, room, roundId: await openDotVote(facilitator) }
}

const cast = (phone: Talker, roundId: string, rev: number, values: readonly number[], voiceId: string) =>
  phone.request('ballot.cast', { voteId: 'vote-1', roundId, rev, ballot: { values: [...values], voiceId } })

const closed = async (facilitator: Talker) => {
  must(await facilitator.request('vote.close', { id: 'vote-1' }))
  await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"overall"'))
  return resultSeen(facilitator)
}

describe('a crowd and ten who mean it ill', () => {
  test(
    'every honest ballot is acknowledged and counted once, and the facilitator is answered meanwhile',
    TIME,
    async () => {
      const PHONES = LONG ? 1_000 : 100
      const { facilitator, room, roundId } = await enter()
      const hostile = hostilePhones({ url: room.url, voteId: 'vote-1', roundId })
      const phones = []
      for (let from = 0; from < PHONES; from += 50)
        phones.push(
          ...(await Promise.all(
            Array.from({ length: Math.min(50, PHONES - from) }, (_, at) =>
              openPhone(room.url, { voiceId: `voice-${1 + ((from + at) % 3)}` }),
            ),
          )),
        )
      let meanwhile = 0
      const answers = await Promise.all(
        phones.map(async (phone, at) => {
          const voice = `voice-${1 + (at % 3)}`
          const first = await cast(phone, roundId, 1, [3, 2, 0], voice)
          if (at % 10 === 0 && (await facilitator.request('room.view', {})).ok) meanwhile += 1
          const second = await cast(phone, roundId, 2, at % 2 === 0 ? [0, 0, 1] : [0, 2, 0], voice)
          return [first, second]
        }),
      )
      expect(answers.flat().filter((answer) => !answer.ok)).toEqual([])
      expect(meanwhile).toBe(PHONES / 10)
      for (const [, { stop }] of hostile) stop()
      const result = await closed(facilitator)
      expect(result.overall).toEqual({ ballots: PHONES, rows: [[0], [PHONES], [PHONES / 2]] })
      expect(result.channels).toEqual({ phone: PHONES, kiosk: 0, paper: 0, hands: 0 })
      for (const phone of phones) expect(phone.received.some(({ t }) => t === 'bye')).toBe(false)
      // They did get at the host, and were sent away again and again.
      const sentAway = hostile.filter(
        ([name]) => !['dripping', 'deaf', 'replay', 'forged ids', 'flooding'].includes(name),
      )
      for (const [name, { closings }] of sentAway) expect(closings(), name).toBeGreaterThan(1)
    },
  )
})

describe('a weak Wi-Fi', () => {
  test(
    'of phones that lose a third of everything and drop out again and again, each ballot counts exactly once',
    TIME,
    async () => {
      const [PHONES, DROPS] = LONG ? [100, 20] : [20, 5]
      const { facilitator, room, roundId } = await enter()
      const phones = await Promise.all(
        Array.from({ length: PHONES }, (_, at) =>
          weakPhone(room.url, {
            random: seededRandom(at + 1),
            loss: 0.3,
            drops: DROPS,
            voiceId: `voice-${1 + (at % 3)}`,
          }),
        ),
      )
      await Promise.all(
        phones.map(async (phone, at) => {
          for (let rev = 1; phone.drops() < DROPS || rev <= 3; rev += 1) {
            const values = [rev % 4, at % 2, 0]
            await phone.cast('vote-1', roundId, rev, values)
          }
          await phone.cast('vote-1', roundId, 1_000, at % 2 === 0 ? [3, 0, 0] : [0, 1, 3])
        }),
      )
      const result = await closed(facilitator)
      const half = PHONES / 2
      expect(result.overall).toEqual({ ballots: PHONES, rows: [[3 * half], [half], [3 * half]] })
      expect(result.cast).toBe(PHONES)
    },
  )
})

describe('turnout', () => {
  test('is told at most four times a second, however many vote, and the last word is right', async () => {
    const time = createHandTimers()
    const { facilitator, host, room, roundId } = await enter({ clock: time.clock, timers: time.timers })
    const projector = await host.window('projector')
    const phones = await Promise.all(Array.from({ length: 60 }, () => openPhone(room.url)))
    facilitator.forget()
    projector.forget()
    const SECONDS = 3
    for (let second = 0; second < SECONDS; second += 1)
      for (let part = 0; part < 20; part += 1) {
        const phone = phones[second * 20 + part]
        if (phone) must(await cast(phone, roundId, 1, [1, 0, 0], 'voice-1'))
        time.pass(50)
      }
    time.pass(250)
    for (const reader of [facilitator, projector]) {
      await reader.push('vote.turnout', (told) => told.cast === 60)
      // One at once, then one in each quarter of a second.
      expect(reader.pushes('vote.turnout').length).toBeLessThanOrEqual(4 * SECONDS + 2)
      expect(reader.pushes('vote.turnout').length).toBeGreaterThan(SECONDS)
    }
    for (const phone of phones) expect(phone.pushes('vote.turnout').length).toBeLessThanOrEqual(SECONDS + 1)
  })
})
