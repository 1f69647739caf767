import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocketServer } from 'ws'
import type { Vote } from '@core/model/vote'
import type { RoomView } from '@core/protocol/views'
import type { Host } from '../../electron/host/host'
import { median, openWindow, report, round, startHost } from './kit'

const PHONES = 1_000
const ROUNDS = 7
const EACH = 5

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

const votes = async (each: number): Promise<Burst & { readonly counted: number }> => {
  const folder = await mkdtemp(join(tmpdir(), 'polyphony-bench-'))
  process.env['POLYPHONY_LOOPBACK_ROOM'] = '1'
  const host = await startHost(folder)
  const { ask } = await openWindow(host)
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
  const result = await burst({
    url: url.origin,
    count: PHONES,
    each,
    vote: { voteId: 'vote-1', roundId: round_, options: options.length, secret: url.hash.slice('#s='.length) },
  })
  await ask('vote.close', { id: 'vote-1' })
  const counted = await castOf(host)
  await host.stop()
  await rm(folder, { recursive: true, force: true })
  return { ...result, counted }
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
    seat.receive({ t: 'hello', v: 1, role: 'facilitator', proof: { kind: 'window' } })
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
