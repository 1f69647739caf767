import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ballot } from '@core/model/vote'
import type { RequestArgs } from '@core/protocol/requests'
import type { PaperMark } from '@core/protocol/vote-views'
import { createHandTimers } from '../helpers/hand-timers'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import { addVote, printSlips, resultSeen, voteSeen } from '../helpers/slips'
import type { Talker } from '../helpers/talker'
import { openRoom, startSession, startTestHost } from '../helpers/test-host'

const enter = async (
  fields: Partial<RequestArgs<'vote.add'>> = {},
  count = 12,
  given: Parameters<typeof startTestHost>[0] = {},
) => {
  const host = await startTestHost(given)
  const facilitator = await startSession(host)
  const room = await openRoom(facilitator)
  const roundId = await addVote(facilitator, 'vote-1', { admission: 'open-room', ...fields })
  const slips = count > 0 ? await printSlips(host, facilitator, count) : { first: 0, codes: [] }
  must(await facilitator.request('vote.open', { id: 'vote-1' }))
  return { host, facilitator, room, roundId, slips }
}

const refused = (code: string, params?: object) => ({ ok: false, error: { code, ...(params ? { params } : {}) } })
const says = (values: Ballot['values'], rest: Partial<Ballot> = {}): PaperMark => ({
  kind: 'ballot',
  ballot: { values, ...rest },
})
const invalid: PaperMark = { kind: 'invalid' }

const typing = (reader: Talker, roundId: string) => ({
  enter: (slip: string | number, mark: PaperMark, pass: 'first' | 'second' | 'fix' = 'first', replace?: boolean) =>
    reader.request('paper.enter', {
      voteId: 'vote-1',
      roundId,
      slip: String(slip),
      pass,
      mark,
      ...(replace === undefined ? {} : { replace }),
    }),
  remove: (number: number) => reader.request('paper.remove', { voteId: 'vote-1', roundId, number }),
  view: async () => must(await reader.request('paper.view', { voteId: 'vote-1', roundId })),
})

describe('slips typed in', () => {
  test('count like phones, once each, by number or code', async () => {
    const { facilitator, room, roundId, slips } = await enter()
    const { enter: type, view } = typing(facilitator, roundId)
    const phone = await openPhone(room.url)
    must(await phone.request('ballot.cast', { voteId: 'vote-1', roundId, rev: 1, ballot: { values: [3, 0, 0] } }))
    expect(must(await type(1, says([3, 1, null], { voiceId: 'voice-1' })))).toEqual({ number: 1, outcome: 'taken' })
    expect(must(await type('002', says([null, null, null])))).toMatchObject({ number: 2 })
    expect(must(await type(slips.codes[2] ?? '', invalid))).toMatchObject({ number: 3 })
    expect(await type(1, says([0, 0, 3]))).toEqual(refused('already-entered', { number: 1 }))
    must(await type(1, says([0, 0, 3], { voiceId: 'voice-1' }), 'first', true))
    expect(await type(4, says([3, 3, 0]))).toMatchObject(refused('too-many-dots'))
    expect(await type(4, says([4, 0, 0]))).toMatchObject(refused('too-many-on-one'))
    expect(await type(4, says([1, 0]))).toMatchObject(refused('wrong-ballot'))
    for (const wrong of ['13', '0', 'K7QXTD'])
      expect(await type(wrong, says([1, 0, 0]))).toEqual(refused('slip-unknown'))
    expect(await view()).toMatchObject({ printed: 12, entered: [1, 2, 3], twice: [], differing: [], invalid: [3] })
    expect((await view()).log.map(({ number, what, by }) => [number, what, by])).toEqual([
      [1, 'changed', 'facilitator'],
      [3, 'entered', 'facilitator'],
      [2, 'entered', 'facilitator'],
      [1, 'entered', 'facilitator'],
    ])
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(resultSeen(facilitator)).toMatchObject({
      cast: 4,
      blank: 1,
      invalid: 1,
      channels: { phone: 1, kiosk: 0, paper: 3, hands: 0 },
      overall: { rows: [[3], [0], [3]] },
      paper: { printed: 12, entered: 3, twice: 0, corrected: 0 },
    })
    expect(await type(5, says([1, 0, 0]))).toEqual(refused('vote-closed'))
  })

  test('are only told about on the laptop', async () => {
    const { facilitator, host, room, roundId } = await enter()
    const [projector, phone] = [await host.window('projector'), await openPhone(room.url)]
    const { enter: type } = typing(facilitator, roundId)
    must(await type(1, says([1, 0, 0], { voiceId: 'voice-1' })))
    must(await type(1, says([0, 0, 1], { voiceId: 'voice-1' }), 'second'))
    const told = await facilitator.push('vote.turnout', ({ paper }) => paper?.differing === 1)
    expect(told).toMatchObject({
      cast: 1,
      channels: { paper: 1 },
      paper: { printed: 12, entered: 1, twice: 1, differing: 1 },
      groups: [{ voiceIds: ['voice-1'], cast: 1 }, { cast: 0 }, { cast: 0 }],
    })
    for (const other of [projector, phone]) {
      expect((await other.push('vote.turnout', ({ cast }) => cast === 1)).paper).toBeUndefined()
      expect(await typing(other, roundId).enter(2, says([1, 0, 0]))).toEqual(refused('not-allowed'))
    }
  })

  test('can be taken out again: the slip is as good as new', async () => {
    const { facilitator, room, roundId, slips } = await enter({ admission: 'codes' })
    const { enter: type, remove, view } = typing(facilitator, roundId)
    const phone = await openPhone(room.url)
    const cast = (rev: number) =>
      phone.request('ballot.cast', {
        voteId: 'vote-1',
        roundId,
        rev,
        ballot: { values: [0, 3, 0] },
        slip: slips.codes[0],
      })
    must(await type(1, says([3, 0, 0])))
    must(await type(1, says([2, 0, 0]), 'second'))
    expect(await cast(1)).toEqual(refused('slip-used'))
    must(await remove(1))
    expect(await remove(1)).toMatchObject(refused('not-found'))
    expect(await view()).toMatchObject({ entered: [], twice: [], differing: [] })
    must(await cast(1))
    expect(await type(1, says([3, 0, 0]))).toEqual(refused('slip-used'))
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(resultSeen(facilitator)).toMatchObject({ cast: 1, overall: { rows: [[0], [3], [0]] } })
  })

  test('go on being typed in while phones are shut, by a helper too', async () => {
    const { facilitator, host, room, roundId } = await enter()
    const [phone, helper] = [await openPhone(room.url), await host.window('co-facilitator')]
    must(await facilitator.request('vote.count', { id: 'vote-1' }))
    const late = { voteId: 'vote-1', roundId, rev: 1, ballot: { values: [3, 0, 0] } }
    expect(await phone.request('ballot.cast', late)).toEqual(refused('vote-closed', { rev: 0 }))
    must(await typing(helper, roundId).enter(7, says([0, 2, 0])))
    expect((await typing(facilitator, roundId).view()).log).toMatchObject([{ number: 7, by: 'co-facilitator' }])
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(resultSeen(facilitator)).toMatchObject({ cast: 1, overall: { rows: [[0], [2], [0]] } })
  })

  test('of a vote without paper are refused', async () => {
    const { facilitator, roundId } = await enter({ channels: ['phone'] }, 0)
    expect(await typing(facilitator, roundId).enter(1, says([1, 0, 0]))).toEqual(refused('channel-not-allowed'))
  })

  test('of the longest ballot fit into the box', async () => {
    const options = Array.from({ length: 200 }, (_, index) => ({ id: `option-${index}`, text: `Topic ${index}` }))
    const { facilitator, host, roundId } = await enter({ method: { name: 'consent' }, options })
    const helper = await host.window('co-facilitator')
    const longest = says(
      options.map(() => null),
      { voiceId: 'voice-1', reason: '\u0001'.repeat(2_000) },
    )
    must(await typing(helper, roundId).enter(12, longest))
    must(await typing(helper, roundId).enter(12, longest, 'second'))
    expect(await typing(helper, roundId).view()).toMatchObject({ twice: [12], differing: [] })
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
  })
})

type Planted = { readonly truth: PaperMark; readonly typed: PaperMark; readonly late: boolean }

const mark: fc.Arbitrary<PaperMark> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(invalid) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        values: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.constantFrom(null, 0, 1)),
        voiceId: fc.constantFrom('voice-1', 'voice-2', undefined),
      })
      .map(({ values, voiceId }) => says(values, voiceId === undefined ? {} : { voiceId })),
  },
)
const zeros = (one: PaperMark): string =>
  one.kind === 'invalid'
    ? 'invalid'
    : JSON.stringify([one.ballot.values.map((value) => value ?? 0), one.ballot.voiceId ?? ''])
const planted: fc.Arbitrary<Planted> = fc
  .record({
    truth: mark,
    typed: mark,
    late: fc.boolean(),
  })
  .chain((one) => fc.boolean().map((isWrong) => (isWrong ? one : { ...one, typed: one.truth })))

describe('typed in a second time', () => {
  test('every planted difference is found, and none that is not there', { timeout: 120_000 }, async () => {
    const { facilitator, host, roundId } = await enter({}, 12)
    const [first, second] = [typing(facilitator, roundId), typing(await host.window('co-facilitator'), roundId)]
    await fc.assert(
      fc.asyncProperty(fc.array(planted, { minLength: 1, maxLength: 12 }), async (slips) => {
        for (const number of (await first.view()).entered) must(await first.remove(number))
        for (const [index, slip] of slips.entries()) must(await first.enter(index + 1, slip.typed))
        const outcomes: string[] = []
        for (const [index, { truth }] of slips.entries()) {
          outcomes.push(must(await second.enter(index + 1, truth, 'second')).outcome)
        }
        const wrong = slips.flatMap(({ truth, typed }, index) => (zeros(truth) === zeros(typed) ? [] : [index + 1]))
        expect(outcomes).toEqual(slips.map((_, index) => (wrong.includes(index + 1) ? 'differs' : 'same')))
        const view = await first.view()
        expect(view.differing.map(({ number }) => number)).toEqual(wrong)
        expect(view.twice).toHaveLength(slips.length)
        if (wrong.length > 0) {
          const why = refused('paper-differs', { count: wrong.length })
          expect(await facilitator.request('vote.close', { id: 'vote-1' })).toEqual(why)
          expect(voteSeen(facilitator).rounds[0]?.state).toBe('open')
        }
        // Mended in either way: by what is right, or by typing the first one anew.
        for (const number of wrong) {
          const { truth = invalid, late = false } = slips[number - 1] ?? {}
          expect(must(await first.enter(number, truth, late ? 'fix' : 'first', true)).outcome).toBe('same')
        }
        expect((await second.view()).differing).toEqual([])
      }),
      { numRuns: process.env['POLYPHONY_LONG'] ? 300 : 15 },
    )
  })

  test('what counts is the first, until it is mended; the result says how often', async () => {
    const { facilitator, roundId } = await enter()
    const { enter: type } = typing(facilitator, roundId)
    for (const number of [1, 2, 3]) must(await type(number, says([1, 0, 0])))
    expect(must(await type(1, says([1, null, null]), 'second')).outcome).toBe('same')
    expect(must(await type(2, says([0, 1, 0]), 'second')).outcome).toBe('differs')
    expect(must(await type(3, invalid, 'second')).outcome).toBe('differs')
    expect(await type(2, says([0, 1, 0]), 'second')).toEqual(refused('already-entered', { number: 2 }))
    // Left out the first time: now it counts.
    expect(must(await type(4, says([0, 0, 2]), 'second')).outcome).toBe('taken')
    expect(await type(5, says([0, 0, 2]), 'fix')).toMatchObject(refused('not-found'))
    expect(await facilitator.request('vote.close', { id: 'vote-1' })).toEqual(refused('paper-differs', { count: 2 }))
    expect(must(await type(2, says([0, 1, 0]), 'fix')).outcome).toBe('same')
    must(await facilitator.request('vote.count', { id: 'vote-1' }))
    expect(await facilitator.request('vote.close', { id: 'vote-1' })).toEqual(refused('paper-differs', { count: 1 }))
    must(await facilitator.request('vote.close', { id: 'vote-1', accept: true }))
    expect(resultSeen(facilitator)).toMatchObject({
      cast: 4,
      invalid: 0,
      overall: { rows: [[2], [1], [2]] },
      paper: { printed: 12, entered: 4, twice: 3, corrected: 1 },
    })
  })
})

describe('an announced end', () => {
  const announced = async (fields: Partial<RequestArgs<'vote.add'>>, count: number, becomes: string) => {
    const time = createHandTimers()
    const { facilitator, roundId } = await enter(fields, count, { clock: time.clock, timers: time.timers })
    must(await facilitator.request('vote.announce-close', { id: 'vote-1', seconds: 20 }))
    time.pass(20_100)
    await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes(`"state":"${becomes}"`))
    return { facilitator, roundId }
  }

  test('leaves time for printed slips', async () => {
    const { facilitator, roundId } = await announced({}, 3, 'counting')
    must(await typing(facilitator, roundId).enter(1, says([1, 0, 0])))
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(resultSeen(facilitator).cast).toBe(1)
  })

  test('leaves time for raised hands', async () => {
    const { facilitator } = await announced({ method: { name: 'consent' }, channels: ['hands'] }, 0, 'counting')
    const hands = { id: 'vote-1', voiceId: null, optionId: 'o1', stance: 0, count: 7 }
    must(await facilitator.request('vote.hands', hands))
    must(await facilitator.request('vote.close', { id: 'vote-1' }))
    expect(resultSeen(facilitator).cast).toBe(7)
  })

  test('waits for nothing where no slip was printed', async () => {
    const { facilitator } = await announced({}, 0, 'closed')
    expect(resultSeen(facilitator).cast).toBe(0)
  })
})

test('a vote by hands alone needs no room, and counts people by voice', async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  await addVote(facilitator, 'vote-1', { method: { name: 'consent' }, channels: ['hands'], admission: 'open-room' })
  must(await facilitator.request('vote.open', { id: 'vote-1' }))
  const raise = (voiceId: string | null, stance: number, count: number) =>
    facilitator.request('vote.hands', { id: 'vote-1', voiceId, optionId: 'o1', stance, count })
  must(await raise('voice-1', 0, 6))
  must(await raise('voice-1', 2, 2))
  must(await raise('voice-2', 0, 4))
  const told = await facilitator.push('vote.turnout', ({ cast }) => cast === 12)
  expect(told).toMatchObject({ channels: { hands: 12 }, present: 30 })
  expect(told.groups.map(({ cast }) => cast)).toEqual([8, 4, 0])
  must(await facilitator.request('vote.close', { id: 'vote-1' }))
  const result = resultSeen(facilitator)
  expect(result).toMatchObject({ cast: 12, channels: { phone: 0, kiosk: 0, paper: 0, hands: 12 } })
  expect(result.overall.rows[0]).toEqual([10, 0, 2])
  expect(result.paper).toBeUndefined()
})
