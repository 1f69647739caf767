import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, openWindow, report, round, startHost, writeSession } from './kit'

const SIZES = [100, 1_000, 10_000, 50_000]
const ROUNDS = 5
const CHANGES = 150
/** Rounds that are not counted. */
const WARM_UP = 5

/** Bare limit: append of a line of the same size and fdatasync, both async, one after the other. p50 in ms. */
const bare = async (folder: string): Promise<number> => {
  const file = await open(join(folder, 'bare.log'), 'a')
  const line = Buffer.from(`${'x'.repeat(299)}\n`)
  const times: number[] = []
  for (let i = 0; i < CHANGES; i += 1) {
    const from = performance.now()
    await file.write(line)
    await file.datasync()
    times.push(performance.now() - from)
  }
  await file.close()
  return median(times)
}

/** A card's text changed through the whole way: schema, command, diff, tables, journal, sync, reply. p50 in ms. */
const measured = async (ask: (name: string, args: unknown) => Promise<unknown>, round_: number): Promise<number> => {
  const times: number[] = []
  for (let i = 0; i < CHANGES; i += 1) {
    const from = performance.now()
    await ask('card.update', {
      id: `card-${i % 100}`,
      text: `Changed in round ${round_}, number ${i}, in the words of the person who said it.`,
    })
    times.push(performance.now() - from)
  }
  return median(times)
}

const folder = await mkdtemp(join(tmpdir(), 'polyphony-bench-'))
for (const size of SIZES) {
  const host = await startHost(folder)
  const opened = await host.openFile(await writeSession(folder, size))
  if (!opened.ok) throw new Error(opened.error.code)
  const { ask } = await openWindow(host)
  // The limit is one library call; ours is a way through many functions, which must be compiled before it is fair.
  for (let turn = 0; turn < WARM_UP; turn += 1) await measured(ask, 0)
  const ratios: number[] = []
  const own: number[] = []
  for (let turn = 1; turn <= ROUNDS; turn += 1) {
    const limit = await bare(folder)
    const ours = await measured(ask, turn)
    ratios.push(ours / limit)
    own.push(ours)
  }
  report({ id: `durable.${size}.p50`, value: round(median(own)), unit: 'ms' })
  report({ id: `durable.${size}`, value: round(median(ratios)), unit: 'x bare append + fdatasync', target: '<= 1.3' })
  await host.stop()
}
await rm(folder, { recursive: true, force: true })
