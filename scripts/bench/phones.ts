import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'
import type { Vote } from '@core/model/vote'
import type { RoomView } from '@core/protocol/views'
import type { Host } from '../../electron/host/host'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import type { Target } from './hostile-phones'
import type { Asker } from './kit'
import { median, openWindow, report, round, startHost } from './kit'

const PHONES = 1_000
const ROUNDS = 7
const EACH = 5
/** Hostile clients take what they can of the two cores: fewer turns, without a target for the throughput. */
const HOSTILE_ROUNDS = 3

type Burst = { readonly total: number; readonly p50: number; readonly p99: number; readonly answered: number }
type Job = {
  readonly url: string
  readonly count: number
  readonly each: number
  readonly vote: {
    readonly voteId: string
    readonly roundId: string
    readonly options: number
    readonly secret: string
  } | null
}

/** The phones live in a process of their own, as in the room; it answers with the times of one burst. */
const burst = (job: Job): Promise<Burst> =>
  new Promise((done, failed) => {
    const child: ChildProcess = fork(join(import.meta.dirname, 'phone-crowd.js'), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('message', (result) => {
      child.kill()
      done(result as Burst) // sent by phone-crowd.ts
    })
    child.once('error', failed)
    child.send(job)
  })

/** Bare limit: a server that sends every message back. */
const echo = async (each: number): Promise<Burst> => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
  server.on('connection', (socket) => socket.on('message', (data: Buffer) => socket.send(data.toString('utf8'))))
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const result = await burst({ url: `http://127.0.0.1:${port}`, count: PHONES, each, vote: null })
  server.close()
  for (const client of server.clients) client.terminate()
  return result
}

/** Ten hostile clients from now on; answers how to end them. */
const letIn = (target: Target): Promise<() => void> =>
  new Promise((done, failed) => {
    const child = fork(join(import.meta.dirname, 'phone-hostile.js'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    child.once('message', () => done(() => void child.kill('SIGKILL')))
    child.once('error', failed)
    child.send(target)
  })

/** Time between two clicks, in ms. */
const PACE = 50

/** The facilitator clicks on and on; answers how long each click took, in ms. */
const clicking = ({ ask }: Asker): (() => number[]) => {
  const times: number[] = []
  let due = performance.now() + PACE
  const timer = setInterval(() => {
    // A host that is busy when the click comes makes it wait as much as one that answers late.
    const from = Math.min(due, performance.now())
    due = performance.now() + PACE
    void ask('room.view', {}).then(() => times.push(performance.now() - from))
  }, PACE)
  return () => {
    clearInterval(timer)
    return times
  }
}

type Voted = Burst & { readonly counted: number; readonly clicks: readonly number[]; readonly grownMb: number }

const votes = async (each: number, hostile = false): Promise<Voted> => {
  const folder = await mkdtemp(join(tmpdir(), 'polyphony-bench-'))
  process.env['POLYPHONY_LOOPBACK_ROOM'] = '1'
  const host = await startHost(folder)
  const window = await openWindow(host)
  const { ask } = window
  await ask('session.create', {
    templateId: null,
    title: 'Bench',
    labName: 'Bench',
    day: '2026-11-22',
    timeZone: 'UTC',
  })
  await ask('voice.add', { id: 'voice-1', name: 'Families', present: PHONES })
  const options = Array.from({ length: 7 }, (_, index) => ({ id: `option-${index}`, text: `Option ${index}` }))
  await ask('vote.add', {
    id: 'vote-1',
    question: 'What first?',
    options,
    method: { name: 'dots', budget: 5, cap: 3 },
    channels: ['phone'],
  })
  await ask('vote.open', { id: 'vote-1' })
  const room = (await ask('room.open', { address: '127.0.0.1' })) as RoomView
  const round_ = await roundOf(host)
  const url = new URL(room.url)
  const end = hostile ? await letIn({ url: room.url, voteId: 'vote-1', roundId: round_ }) : () => undefined
  const before = process.memoryUsage().rss
  const clicks = clicking(window)
  const result = await burst({
    url: url.origin,
    count: PHONES,
    each,
    vote: { voteId: 'vote-1', roundId: round_, options: options.length, secret: url.hash.slice('#s='.length) },
  })
  const times = clicks()
  const grownMb = (process.memoryUsage().rss - before) / 1024 / 1024
  end()
  await ask('vote.close', { id: 'vote-1' })
  const counted = await castOf(host)
  await host.stop()
  await rm(folder, { recursive: true, force: true })
  return { ...result, counted, clicks: times, grownMb }
}

const voteRecord = async (host: Host): Promise<Vote | undefined> => {
  let found: Vote | undefined
  await new Promise<void>((done) => {
    const seat = host.attach({
      from: 'window',
      windowRole: 'facilitator',
      address: '',
      send: ({ message }) => {
        if (message.t !== 'welcome' || message.session.kind !== 'snapshot') return
        found = message.session.snapshot.records.find((record) => record.type === 'vote')
        queueMicrotask(() => seat.ended())
        done()
      },
      buffered: () => 0,
      close: () => undefined,
    })
    seat.receive({ t: 'hello', v: PROTOCOL_VERSION, role: 'facilitator', proof: { kind: 'window' } })
  })
  return found
}

const roundOf = async (host: Host): Promise<string> => (await voteRecord(host))?.rounds[0]?.id ?? ''
const castOf = async (host: Host): Promise<number> => (await voteRecord(host))?.rounds[0]?.result?.cast ?? 0

for (const each of [1, EACH]) {
  const ratios: number[] = []
  const tails: number[] = []
  let lost = 0
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const limit = await echo(each)
    const ours = await votes(each)
    ratios.push(limit.total / ours.total)
    tails.push(ours.p99 / limit.p99)
    lost += PHONES * each - ours.answered + Math.abs(PHONES - ours.counted)
  }
  report({
    id: `phones.${PHONES}x${each}`,
    value: round(median(ratios)),
    unit: 'x throughput of a bare ws echo, durable',
    target: '>= 0.5',
    goal: '>= 0.65',
  })
  report({ id: `phones.${PHONES}x${each}.p99`, value: round(median(tails)), unit: 'x p99 of the echo', goal: '<= 2' })
  report({ id: `phones.${PHONES}x${each}.lost`, value: lost, unit: 'ballots lost or doubled', target: '<= 0' })
}

const worst = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0

/** The same five ballots each, with ten who mean it ill: what it costs the honest, the facilitator and the memory. */
const withHostile = async (): Promise<void> => {
  const [ratios, tails, clicks, grown]: [number[], number[], number[], number[]] = [[], [], [], []]
  let lost = 0
  for (let turn = 0; turn < HOSTILE_ROUNDS; turn += 1) {
    const limit = await echo(EACH)
    const ours = await votes(EACH, true)
    ratios.push(limit.total / ours.total)
    tails.push(ours.p99 / limit.p99)
    clicks.push(...ours.clicks)
    grown.push(ours.grownMb)
    lost += PHONES * EACH - ours.answered + Math.abs(PHONES - ours.counted)
  }
  const id = `phones.${PHONES}x${EACH}.hostile`
  report({ id, value: round(median(ratios)), unit: 'x throughput of a bare ws echo without hostile clients' })
  report({ id: `${id}.p99`, value: round(median(tails)), unit: 'x p99 of that echo', goal: '<= 2' })
  report({ id: `${id}.lost`, value: lost, unit: 'ballots lost or doubled', target: '<= 0' })
  report({
    id: `${id}.click`,
    value: round(median(clicks)),
    unit: 'ms, a click of the facilitator meanwhile',
    goal: '<= 100',
  })
  report({ id: `${id}.click.p99`, value: round(worst(clicks, 0.99)), unit: 'ms, the slowest of a hundred clicks' })
  report({ id: `${id}.memory`, value: round(grown.at(-1) ?? 0), unit: 'MB grown in the last turn', goal: '<= 50' })
}

await withHostile()
