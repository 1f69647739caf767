import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeStorageDeps } from '../../electron/host/cli/node-deps'
import { openSession } from '../../electron/storage/session-store'
import { median, report, round, writeSession } from './kit'

const SIZES = [1_000, 10_000, 50_000]
const ROUNDS = 9

const folder = await mkdtemp(join(tmpdir(), 'polyphony-bench-'))
for (const size of SIZES) {
  const path = await writeSession(folder, size)
  const text = await readFile(path, 'utf8')
  const ratios: number[] = []
  const own: number[] = []
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const from = performance.now()
    JSON.parse(text)
    const limit = performance.now() - from
    const start = performance.now()
    const opened = await openSession(path, nodeStorageDeps(join(folder, 'app')))
    const ours = performance.now() - start
    if (!opened.ok) throw new Error(opened.error.code)
    await opened.value.close()
    if (turn === 0) continue
    ratios.push(ours / limit)
    own.push(ours)
  }
  report({ id: `open.${size}.time`, value: round(median(own)), unit: 'ms' })
  report({
    id: `open.${size}`,
    value: round(median(ratios)),
    unit: 'x JSON.parse, checks and lock included',
    ...(size === 10_000 ? { target: '<= 4' } : {}),
  })
}
await rm(folder, { recursive: true, force: true })
