import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import type { PaperMark } from '@core/protocol/vote-views'
import type { RoundModel } from '../helpers/ballot-model'
import { castIn, countedIn, countOf, differing, markOf, newRound, takeOut, typeIn } from '../helpers/ballot-model'
import { createHandTimers } from '../helpers/hand-timers'
import { must } from '../helpers/must'
import type { Socket } from '../helpers/phones'
import { openPhone } from '../helpers/phones'
import { addVote, printSlips, resultSeen } from '../helpers/slips'
import type { Talker } from '../helpers/talker'
import type { TestHost } from '../helpers/test-host'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const RUNS = process.env['POLYPHONY_LONG'] ? 10_000 : 150
/** A session with many votes is slow to save: each room takes so many histories. */
const PER_ROOM = 50
const SLIPS = 3
const DEVICES = 3

type Values = readonly [number, number, number]
type Deed =
  /** `own`: a device that knows only of its own ballots; `old`: a message that comes late. */
  | { readonly do: 'phone'; device: number; slip: number; rev: 'next' | 'own' | 'same' | 'old'; values: Values }
  | { readonly do: 'kiosk'; slip: number; values: Values }
  | { readonly do: 'type'; slip: number; pass: 'first' | 'second' | 'fix'; mark: PaperMark; replace: boolean }
  | { readonly do: 'take-out'; slip: number }
  | { readonly do: 'replay'; nth: number }
  | { readonly do: 'count' }
  | { readonly do: 'next-round' }

const values: fc.Arbitrary<Values> = fc.constantFrom([3, 2, 0], [0, 0, 0], [0, 1, 3], [1, 1, 1], [3, 3, 3])
/** The last one is of the round before, if there was one. */
const slip = fc.integer({ min: 0, max: SLIPS })
const mark: fc.Arbitrary<PaperMark> = fc.oneof(
  fc.constant<PaperMark>({ kind: 'invalid' }),
  fc.constantFrom<Values>([3, 2, 0], [0, 0, 0], [0, 1, 3]).map((one) => markOf([...one])),
)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('phone' as const),
      device: fc.nat(DEVICES - 1),
      slip,
      rev: fc.constantFrom('next', 'next', 'own', 'same', 'old'),
      values,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kiosk' as const), slip, values }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      slip,
      pass: fc.constantFrom('first', 'first', 'second', 'fix'),
      mark,
      replace: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('take-out' as const), slip }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('replay' as const), nth: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.constantFrom<Deed>({ do: 'count' }, { do: 'next-round' }) },
)
const history = fc.record({
  admission: fc.constantFrom('codes', 'codes', 'open-room'),
  deeds: fc.array(deed, { minLength: 4, maxLength: 24 }),
})
type History = typeof history extends fc.Arbitrary<infer H> ? H : never

type Ground = {
  readonly time: ReturnType<typeof createHandTimers>
  readonly host: TestHost
  readonly facilitator: Talker
  readonly phones: readonly Socket[]
}
type Slip = { readonly number: number; readonly code: string; readonly round: RoundModel }
type Cast = { readonly again: () => Promise<void> }

const told = (answer: Result<unknown, Failure>): string => (answer.ok ? 'ok' : answer.error.code)

/** One vote from the first slip to the close of its last round, beside a model that says what must come of it. */
const play = async ({ time, host, facilitator, phones }: Ground, { admission, deeds }: History, voteId: string) => {
  let round = newRound(await addVote(facilitator, voteId, { admission }))
  let slips: Slip[] = []
  let before: Slip | undefined
  const casts: Cast[] = []
  const own = new Map<string, number>()

  const openRound = async (): Promise<void> => {
    const { first, codes } = await printSlips(host, facilitator, SLIPS, voteId)
    ;[before] = slips
    slips = codes.map((code, index) => ({ number: first + index, code, round }))
    must(await facilitator.request('vote.open', { id: voteId }))
  }
  const slipAt = (index: number): Slip => {
    const found = slips[index] ?? before ?? slips[0]
    if (!found) throw new Error('no slip')
    return found
  }
  const cast = async (voter: Talker, from: string, way: 'phone' | 'kiosk', at: number, rev: number, said: Values) => {
    const { code, number, round: of } = slipAt(at)
    const now = round
    const cred = admission === 'codes' ? `slip ${number}` : from
    const send = async (): Promise<void> => {
      // No phone is to be refused for speaking too fast.
      time.pass(150)
      const isOther = admission === 'codes' && of.id !== now.id
      const wanted = isOther ? 'slip-other-round' : castIn(now, { cred, from, way, rev, values: said })
      const ask = { voteId, roundId: now.id, rev, ballot: { values: [...said] } }
      expect(told(await voter.request('ballot.cast', admission === 'codes' ? { ...ask, slip: code } : ask))).toBe(
        wanted,
      )
    }
    casts.push({ again: send })
    await send()
  }
  const close = async (): Promise<void> => {
    const open = differing(round)
    if (open > 0) {
      const answer = await facilitator.request('vote.close', { id: voteId })
      expect(answer).toEqual({ ok: false, error: { code: 'paper-differs', params: { count: open } } })
    }
    must(await facilitator.request('vote.close', { id: voteId, accept: true }))
    expect(countedIn(resultSeen(facilitator, voteId))).toEqual(countOf(round, SLIPS, 3))
    round.state = 'closed'
  }

  const act = async (one: Deed): Promise<void> => {
    switch (one.do) {
      case 'phone': {
        const phone = phones[one.device]
        if (!phone) throw new Error('no phone')
        const from = `phone ${one.device}`
        const cred = admission === 'codes' ? `slip ${slipAt(one.slip).number}` : from
        const key = `${round.id} ${cred} ${from}`
        const now = round.held.get(cred)?.rev ?? 0
        const mine = own.get(key) ?? 0
        const rev = { next: now + 1, own: mine + 1, same: Math.max(1, now), old: Math.max(1, now - 1) }[one.rev]
        own.set(key, rev)
        return cast(phone, from, 'phone', one.slip, rev, one.values)
      }
      case 'kiosk': {
        const tablet = await host.window('kiosk')
        const rev = (round.held.get(`slip ${slipAt(one.slip).number}`)?.rev ?? 0) + 1
        return cast(tablet, `turn ${casts.length}`, 'kiosk', one.slip, rev, one.values)
      }
      case 'type': {
        const { number, round: of } = slipAt(one.slip)
        const { pass, replace } = one
        const wanted = of.id === round.id ? typeIn(round, { ...one, number }) : 'slip-other-round'
        const ask = { voteId, roundId: round.id, slip: String(number), pass, mark: one.mark, replace }
        const answer = await facilitator.request('paper.enter', ask)
        expect(answer.ok ? answer.value.outcome : answer.error.code).toBe(wanted)
        return
      }
      case 'take-out': {
        const { number } = slipAt(one.slip)
        const answer = await facilitator.request('paper.remove', { voteId, roundId: round.id, number })
        expect(told(answer)).toBe(takeOut(round, number))
        return
      }
      case 'replay':
        return casts[one.nth % Math.max(1, casts.length)]?.again()
      case 'count':
        if (round.state === 'open') must(await facilitator.request('vote.count', { id: voteId }))
        round.state = 'counting'
        return
      case 'next-round': {
        await close()
        round = newRound(`round-${voteId}-${casts.length}-${slips[0]?.number ?? 0}`)
        must(await facilitator.request('vote.new-round', { id: voteId, roundId: round.id }))
        return openRound()
      }
    }
  }

  await openRound()
  for (const one of deeds) await act(one)
  await close()
  for (const one of casts) await one.again()
}

test(
  `${RUNS} histories of a vote: one ballot per credential, the last one before the close counts`,
  { timeout: 3_600_000 },
  async () => {
    const time = createHandTimers()
    let ground: Ground | null = null
    let count = 0
    const prepare = async (): Promise<Ground> => {
      await ground?.host.stop()
      const host = await startTestHost({ clock: time.clock, timers: time.timers })
      const facilitator = await startSession(host)
      const { url } = await openRoom(facilitator)
      return {
        time,
        host,
        facilitator,
        phones: await Promise.all(Array.from({ length: DEVICES }, () => openPhone(url))),
      }
    }
    await fc.assert(
      fc.asyncProperty(history, async (one) => {
        if (count % PER_ROOM === 0) ground = await prepare()
        count += 1
        if (!ground) throw new Error('no room')
        // Phones may speak again as much as they like, and say that they are there.
        time.pass(5_000)
        for (const talker of [ground.facilitator, ...ground.phones]) talker.forget()
        for (const phone of ground.phones) must(await phone.request('room.hello', {}))
        await play(ground, one, `vote-${count}`)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
  },
)
