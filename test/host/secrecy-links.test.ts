import { expect, test } from 'vitest'
import type { Vote } from '@core/model/vote'
import { filesUnder } from '../helpers/left-on-disk'
import { must } from '../helpers/must'
import { openPhone } from '../helpers/phones'
import { startSession, startTestHost } from '../helpers/test-host'
import { seededRandom } from '../helpers/sim-disk'

const LONG = process.env['POLYPHONY_LONG'] !== undefined
const SESSIONS = LONG ? 1_000 : 12
const PEOPLE = 8
const STANCES = 5

/** What everybody says, different for each: the easiest to recognise. */
const ballotsOf = (random: () => number): number[][] => {
  const seen = new Set<string>()
  while (seen.size < PEOPLE) {
    const values = Array.from({ length: STANCES }, () => Math.floor(random() * 3))
    // Somebody without a stance of their own would have no reason.
    if (values.some((value) => value > 0)) seen.add(JSON.stringify(values))
  }
  return [...seen].map((text) => JSON.parse(text) as number[])
}

type Run = {
  /** In the order in which the phones came in, and in which they voted. */
  readonly joined: readonly string[]
  readonly voted: readonly string[]
  /** Ballots and reasons by the order of their places in each file that is left, and of what was sent to the room. */
  readonly orders: readonly (readonly string[])[]
  readonly reasons: readonly string[]
  readonly kept: readonly string[]
  /** By ballot, its author's reason: what nobody may find out. */
  readonly truth: ReadonlyMap<string, string>
  readonly tokens: readonly string[]
  readonly left: string
}

const runSession = async (seed: number): Promise<Run> => {
  const random = seededRandom(seed)
  const log: string[] = []
  const host = await startTestHost({ log: (line) => void log.push(JSON.stringify(line)) })
  const facilitator = await startSession(host)
  const room = must(await facilitator.request('room.open', {}))
  const options = Array.from({ length: STANCES }, (_, at) => ({ id: `o${at}`, text: `Option ${at}` }))
  // Kept ballots and reasons: the vote that leaves most behind.
  must(
    await facilitator.request('vote.add', {
      id: 'vote-1',
      question: 'Can you live with it?',
      method: { name: 'consent' },
      options,
      channels: ['phone', 'paper'],
      keepBallots: true,
    }),
  )
  must(await facilitator.request('vote.open', { id: 'vote-1' }))
  const change = await facilitator.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"openedAt"'))
  const roundId = /"id":"([^"]+)","number":1/.exec(JSON.stringify(change.diff))?.[1] ?? ''
  const ballots = ballotsOf(random)
  const phones = []
  for (const _ of ballots) phones.push(await openPhone(room.url, { voiceId: 'voice-1' }))
  const order = ballots.map((_, at) => ({ at, by: random() })).toSorted((a, b) => a.by - b.by)
  for (const { at } of order) {
    const ballot = { voiceId: 'voice-1', values: ballots[at] ?? [], reason: `Because of ${at}.` }
    must((await phones[at]?.request('ballot.cast', { voteId: 'vote-1', roundId, rev: 1, ballot })) ?? missing())
  }
  must(await facilitator.request('vote.close', { id: 'vote-1' }))
  must(await facilitator.request('vote.show-result', { id: 'vote-1', shown: true }))
  await phones[0]?.push('doc.changed', ({ diff }) => JSON.stringify(diff).includes('"resultShown":true'))
  const heard = JSON.stringify([facilitator.received, phones[0]?.received])
  const tokens = phones.map((phone) => phone.welcome().credential ?? '')
  must(await facilitator.request('session.leave', {}))
  await host.stop()
  const files = (await filesUnder(host.folder)).map(({ bytes }) => bytes.toString('utf8'))
  const vote = voteIn(files.join('\n'))
  const texts = ballots.map((values) => JSON.stringify(values))
  const places = (text: string): string[] =>
    texts
      .map((ballot) => ({ ballot, at: text.indexOf(ballot) }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at)
      .map(({ ballot }) => ballot)
  const result = vote.rounds[0]?.result
  return {
    joined: texts,
    voted: order.map(({ at }) => texts[at] ?? ''),
    orders: [...files, heard, log.join('\n')].map(places).filter((one) => one.length === PEOPLE),
    reasons: result?.reasons ?? [],
    kept: (result?.kept ?? []).map(({ values }) => JSON.stringify(values)),
    truth: new Map(texts.map((text, at) => [text, `Because of ${at}.`])),
    tokens,
    left: files.join('\n') + log.join('\n'),
  }
}

const missing = (): never => {
  throw new Error('no phone')
}

const voteIn = (text: string): Vote => {
  const line = text.split('\n').find((one) => one.startsWith('{"type":"vote"'))
  return JSON.parse((line ?? '').replace(/,$/, '')) as Vote // the app's own file, written a moment ago
}

const hits = (guess: readonly string[], truth: readonly string[]): number =>
  guess.filter((one, at) => one === truth[at]).length

/** Each is a way to say of every person which ballot is theirs, from what is left and who came when. */
const ATTACKS: { readonly [name: string]: (run: Run) => number[] } = {
  'the order of the file is the order of coming in': (run) => run.orders.map((order) => hits(order, run.joined)),
  'the order of the file is the order of voting': (run) => run.orders.map((order) => hits(order, run.voted)),
  'the last in the file came first': (run) => run.orders.map((order) => hits(order.toReversed(), run.joined)),
  'the last in the file voted first': (run) => run.orders.map((order) => hits(order.toReversed(), run.voted)),
  'ballots and reasons are in the same order': (run) => [
    hits(
      run.reasons,
      run.kept.map((ballot) => run.truth.get(ballot) ?? ''),
    ),
  ],
  'reasons are in the order of voting': (run) => [
    hits(
      run.reasons,
      run.voted.map((ballot) => run.truth.get(ballot) ?? ''),
    ),
  ],
}

test(
  'what is left of a vote links no ballot to a person better than chance',
  { timeout: LONG ? 3_600_000 : 120_000 },
  async () => {
    const rates = new Map<string, { right: number; of: number }>()
    for (let session = 1; session <= SESSIONS; session += 1) {
      const run = await runSession(session)
      expect(run.kept.toSorted()).toEqual(run.joined.toSorted())
      expect(run.orders.length).toBeGreaterThan(0)
      for (const [name, attack] of Object.entries(ATTACKS)) {
        const rate = rates.get(name) ?? { right: 0, of: 0 }
        for (const right of attack(run)) {
          rate.right += right
          rate.of += PEOPLE
        }
        rates.set(name, rate)
      }
      for (const token of run.tokens) {
        expect(token.length).toBeGreaterThan(20)
        expect(run.left.includes(token)).toBe(false)
      }
    }
    for (const [name, { right, of }] of rates) {
      // Chance is one in eight; of one mixing, one is right on average, and the number varies by one.
      const noise = 6 / Math.sqrt(of * PEOPLE)
      expect(right / of, name).toBeLessThanOrEqual(1 / PEOPLE + 0.02 + (LONG ? 0 : noise))
    }
  },
)
