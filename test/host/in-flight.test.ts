import { expect, test } from 'vitest'
import type { Result } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { must } from '../helpers/must'
import type { Socket } from '../helpers/phones'
import { openPhone } from '../helpers/phones'
import { addVote, printSlips, resultSeen } from '../helpers/slips'
import type { Talker } from '../helpers/talker'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const LONG = process.env['POLYPHONY_LONG'] !== undefined
/** Phones, slips and votes at once: a thousand ballots and more in the long run. */
const [PHONES, SLIPS, VOTES] = LONG ? [80, 40, 12] : [50, 20, 2]

type Told = 'counted' | { readonly code: string; readonly rev: unknown }
const told = (answer: Result<unknown, Failure>): Told =>
  answer.ok ? 'counted' : { code: answer.error.code, rev: answer.error.params?.['rev'] }

/** Each voter has options of their own, so that the tally says exactly whose ballots it counted. */
const only = (option: number) => Array.from({ length: 2 * PHONES + SLIPS }, (_, index) => (index === option ? 1 : 0))

/** Everybody has voted and is just changing their mind, and slips are being typed in, when the vote closes. */
const closeAmid = async (
  facilitator: Talker,
  phones: readonly Socket[],
  voteId: string,
  roundId: string,
  first: number,
) => {
  const cast = async (phone: Socket, rev: 1 | 2, option: number): Promise<Told> =>
    told(await phone.request('ballot.cast', { voteId, roundId, rev, ballot: { values: only(option) } }))
  const type = async (slip: number): Promise<Told> =>
    told(
      await facilitator.request('paper.enter', {
        voteId,
        roundId,
        slip: String(first + slip),
        pass: 'first',
        mark: { kind: 'ballot', ballot: { values: only(2 * PHONES + slip) } },
      }),
    )
  const once = phones.map((phone, index) => cast(phone, 1, index))
  await once[Math.floor(PHONES / 3)]
  const twice = phones.map((phone, index) => cast(phone, 2, PHONES + index))
  const half = Array.from({ length: SLIPS / 2 }, (_, slip) => type(slip))
  const closed = facilitator.request('vote.close', { id: voteId })
  const rest = Array.from({ length: SLIPS / 2 }, (_, slip) => type(SLIPS / 2 + slip))
  must(await closed)
  return {
    once: await Promise.all(once),
    twice: await Promise.all(twice),
    typed: await Promise.all([...half, ...rest]),
  }
}

test(
  `${PHONES * VOTES} ballots in flight at the close: each voter is told what counts`,
  { timeout: 300_000 },
  async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const { url } = await openRoom(facilitator)
    const phones = await Promise.all(Array.from({ length: PHONES }, () => openPhone(url)))
    const options = only(0).map((_, index) => ({ id: `option-${index}`, text: `Topic ${index}` }))
    const votes: { readonly voteId: string; readonly roundId: string; readonly first: number }[] = []
    for (let index = 0; index < VOTES; index += 1) {
      const voteId = `vote-${index}`
      const roundId = await addVote(facilitator, voteId, {
        method: { name: 'approval' },
        options,
        admission: 'open-room',
      })
      const { first } = await printSlips(host, facilitator, SLIPS, voteId)
      must(await facilitator.request('vote.open', { id: voteId }))
      votes.push({ voteId, roundId, first })
    }
    const closings = votes.map(({ voteId, roundId, first }) => closeAmid(facilitator, phones, voteId, roundId, first))
    for (const [index, { once, twice, typed }] of (await Promise.all(closings)).entries()) {
      const counted = new Set<number>()
      for (let phone = 0; phone < PHONES; phone += 1) {
        const [before, after] = [once[phone], twice[phone]]
        if (after === 'counted') counted.add(PHONES + phone)
        else {
          if (before === 'counted') counted.add(phone)
          else expect(before).toEqual({ code: 'vote-closed', rev: 0 })
          expect(after).toEqual({ code: 'vote-closed', rev: before === 'counted' ? 1 : 0 })
        }
      }
      for (const [slip, answer] of typed.entries()) {
        if (answer === 'counted') counted.add(2 * PHONES + slip)
        else expect(answer).toMatchObject({ code: 'vote-closed' })
      }
      const { overall, cast } = resultSeen(facilitator, `vote-${index}`)
      const inTally = overall.rows.flatMap(([count = 0], option) => Array.from({ length: count }, () => option))
      expect(inTally).toEqual([...counted].toSorted((a, b) => a - b))
      expect(cast).toBe(counted.size)
      expect(typed.slice(0, SLIPS / 2)).toEqual(Array.from({ length: SLIPS / 2 }, () => 'counted'))
      expect(typed.at(-1)).toMatchObject({ code: 'vote-closed' })
    }
  },
)
