import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { serializeDocument } from '@core/load/serialize'
import { ordersAfter } from '@core/change/order'
import type { Card } from '@core/model/card'
import type { AnyRecord } from '@core/model/records'
import type { HostMessage } from '@core/protocol/envelope'
import { PROTOCOL_VERSION } from '@core/protocol/version'
import type { JobView } from '@core/protocol/views'
import { nodeHostDeps } from '../../electron/host/cli/node-deps'
import { reportThreadIn } from '../../electron/host/cli/node-reports'
import type { Host } from '../../electron/host/host'
import { createHost } from '../../electron/host/host'
import { themeAxes } from '../samples/kit'

/** One figure of the bench; ratios have a target they must keep and, where design asks for more, a goal. */
export type Line = {
  readonly id: string
  readonly value: number
  readonly unit: string
  readonly target?: string
  readonly goal?: string
}

export const report = (line: Line): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** What a part could not measure; not among the figures. */
export const skipped = (why: string): void => void process.stderr.write(`${why}\n`)

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const round = (value: number): number => Math.round(value * 1000) / 1000

export const ROOT = resolve(process.env['POLYPHONY_ROOT'] ?? '.')

const STATEMENT =
  'Each of us has a plan for the family. Together we have none, and the family sees all of them at once. '

/** A session file with `count` cards of about 290 bytes, spread over the 21 zones of a challenge map. */
export const writeSession = async (
  folder: string,
  count: number,
  { sessionId, labId }: { readonly sessionId: string; readonly labId: string } = {
    sessionId: 'session-1',
    labId: 'lab-1',
  },
): Promise<string> => {
  const orders = ordersAfter(null, count)
  const axes = themeAxes()
  const zones = (axes[0]?.entries ?? []).flatMap((theme) =>
    (axes[1]?.entries ?? []).map((level) => [theme.id, level.id]),
  )
  const cards = Array.from({ length: count }, (_, index): Card => ({
    type: 'card',
    id: `card-${index}`,
    boardId: 'board-1',
    zone: zones[index % zones.length] ?? [],
    order: orders[index] ?? '',
    text: `${STATEMENT}${index}`,
    voiceId: 'voice-1',
    source: 'phone',
    held: false,
    revealed: true,
    quote: 'role',
  }))
  const records: readonly AnyRecord[] = [
    {
      type: 'session',
      id: sessionId,
      title: `Bench ${count}`,
      labId,
      day: '2026-11-22',
      timeZone: 'UTC',
      lang: 'en',
      state: 'running',
      stage: { view: 'blank' },
      k: { room: 3, public: 5 },
      createdAt: '2026-11-22T10:00:00.000Z',
    },
    { type: 'lab', id: labId, name: `Bench ${labId}`, organisations: [], partners: [] },
    { type: 'voice', id: 'voice-1', order: 'V', label: { text: 'Families' }, slot: 1, expected: 9, present: 9 },
    { type: 'board', id: 'board-1', order: 'V', label: { text: 'Map' }, layout: 'matrix', axes },
    ...cards,
  ]
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  const path = join(folder, `bench-${count}.polyphony.json`)
  await writeFile(path, serializeDocument(records, { generation: 1, lastSeq: 0, open: false }, [], sha256))
  return path
}

export type Asker = {
  readonly ask: (name: string, args: unknown) => Promise<unknown>
  /** How a job ended, also one that ended before this was asked. */
  readonly ended: (jobId: string) => Promise<JobView>
}

export const hostChoices = (folder: string) => ({
  dataDir: join(folder, 'data'),
  appData: join(folder, 'app'),
  resources: join(ROOT, 'resources'),
  pages: join(ROOT, 'out', 'renderer'),
  reportThread: reportThreadIn(ROOT),
  build: 'bench',
  samples: false,
  shell: null,
  capabilities: { nativeDialogs: false, showFiles: false, secondWindow: false },
  log: () => undefined,
})

export const startHost = async (folder: string): Promise<Host> => createHost(await nodeHostDeps(hostChoices(folder)))

/** The facilitator's window, in process: what a request costs without a wire. */
export const openWindow = async (host: Host): Promise<Asker> => {
  const waiting = new Map<
    number,
    { readonly done: (result: unknown) => void; readonly failed: (error: Error) => void }
  >()
  let next = 1
  let welcomed: () => void = () => undefined
  const ready = new Promise<void>((done) => (welcomed = done))
  const seat = host.attach({
    from: 'window',
    windowRole: 'facilitator',
    address: '',
    send: ({ message }) => take(message),
    buffered: () => 0,
    close: () => undefined,
  })
  const over = new Map<string, JobView>()
  const ends = new Map<string, (job: JobView) => void>()
  const take = (message: HostMessage): void => {
    if (message.t === 'welcome') return welcomed()
    if (message.t === 'push' && message.name === 'job.changed' && message.data.state !== 'running') {
      over.set(message.data.jobId, message.data)
      ends.get(message.data.jobId)?.(message.data)
    }
    if (message.t !== 'res') return
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.ok) asked?.done(message.result)
    else asked?.failed(new Error(message.failure.code))
  }
  seat.receive({ t: 'hello', v: PROTOCOL_VERSION, role: 'facilitator', proof: { kind: 'window' } })
  await ready
  return {
    ask: (name, args) =>
      new Promise((done, failed) => {
        const id = next++
        waiting.set(id, { done, failed })
        seat.receive({ t: 'req', id, name, args })
      }),
    ended: (jobId) =>
      new Promise((done) => {
        const job = over.get(jobId)
        if (job) done(job)
        else ends.set(jobId, done)
      }),
  }
}
