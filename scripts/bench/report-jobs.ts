import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serializeDocument } from '@core/load/serialize'
import type { Tables } from '@core/model/document'
import { allRecords } from '@core/model/document'
import type { ExportFormat } from '@core/report/formats'
import { EXPORT_FORMATS } from '@core/report/formats'
import type { Asker } from './kit'
import { median, openWindow, report, round, startHost } from './kit'

const ROUNDS = 5
/** A PDF of this session is being printed by then, and not finished, ms. */
const IN_THE_MIDDLE = 400

type Export = {
  readonly time: number
  /** The longest piece of the host's own work without a turn for others. */
  readonly block: number
  /** The longest wait for a turn, whoever had the processor: on a busy machine mostly others. */
  readonly wait: number
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

const begin = async ({ ask }: Asker, formats: readonly ExportFormat[]): Promise<string> => {
  const { jobId } = (await ask('export.run', { profile: 'internal', lang: 'en', formats, force: true })) as {
    readonly jobId: string
  } // the answer of `export.run`
  return jobId
}

/** What this thread has worked so far, ms; where the system does not tell, the clock. */
const worked = (): number => {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return performance.now()
  }
}

/** Looks once a millisecond, or as soon as there is a turn. */
const watchTurns = () => {
  let [block, wait] = [0, 0]
  let before = [worked(), performance.now()] as const
  const look = (): void => {
    const now = [worked(), performance.now()] as const
    block = Math.max(block, now[0] - before[0])
    wait = Math.max(wait, now[1] - before[1])
    before = now
  }
  const timer = setInterval(look, 1)
  return () => {
    clearInterval(timer)
    look()
    return { block, wait }
  }
}

/** One export and the turns that others had meanwhile, ms. */
const exported = async (window: Asker, formats: readonly ExportFormat[]): Promise<Export> => {
  const turns = watchTurns()
  const from = performance.now()
  const { state } = await window.ended(await begin(window, formats))
  const time = performance.now() - from
  const { block, wait } = turns()
  if (state !== 'done') throw new Error(`the export is ${state}`)
  return { time, block, wait }
}

/** How long it takes until nothing goes on any more, ms. */
const cancelled = async (window: Asker): Promise<number> => {
  const jobId = await begin(window, ['pdf'])
  await later(IN_THE_MIDDLE)
  const from = performance.now()
  await window.ask('job.cancel', { jobId })
  const { state, files } = await window.ended(jobId)
  if (state !== 'cancelled' || files?.length !== 0) throw new Error('the export was not cancelled in the middle')
  return performance.now() - from
}

/** Exports as the facilitator has them: jobs of a host that just started, and of one that has done it before. */
export const benchJobs = async (folder: string, tables: Tables, canPrint: boolean): Promise<void> => {
  const formats = EXPORT_FORMATS.filter((format) => format !== 'pdf' || canPrint)
  const path = join(folder, 'long-day.polyphony.json')
  const saved = { generation: 1, lastSeq: 0, open: false }
  await writeFile(path, serializeDocument([...allRecords(tables)], saved, [], sha256))
  const host = await startHost(folder)
  await host.openFile(path)
  const window = await openWindow(host)
  const first = await exported(window, formats)
  const more: Export[] = []
  for (let turn = 0; turn < ROUNDS; turn += 1) more.push(await exported(window, formats))
  const all = median(more.map(({ time }) => time))
  const block = Math.max(...[first, ...more].map((one) => one.block))
  const wait = median(more.map((one) => one.wait))
  report({
    id: 'report.all.first',
    value: round(first.time / 1_000),
    unit: 's, thread and browser started',
    target: '<= 10',
  })
  report({ id: 'report.all', value: round(all / 1_000), unit: 's for every format', target: '<= 10' })
  report({ id: 'report.block', value: round(block), unit: 'ms of work without a turn for others', target: '<= 50' })
  report({ id: 'report.wait', value: Math.round(wait), unit: 'ms until others have a turn' })
  if (canPrint)
    report({ id: 'report.cancel', value: Math.round(await cancelled(window)), unit: 'ms', target: '<= 100' })
  const half = (await readdir(join(folder, 'reports'))).filter((name) => name.endsWith('.tmp'))
  if (half.length > 0) throw new Error('half a file was left')
  await host.stop()
}
