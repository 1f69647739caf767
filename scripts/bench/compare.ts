import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { compareView } from '@core/compare/compare-view'
import { openFactsCache } from '../../electron/host/compare-cache'
import { indexSessions } from '../../electron/host/compare-index'
import { sessionPaths } from '../../electron/host/session-folder'
import { report, round, writeSession } from './kit'

const FILES = 1_000
/** Statements of a usual meeting. */
const CARDS = 40

const folder = await mkdtemp(join(tmpdir(), 'polyphony-bench-'))
const [sessions, app] = [join(folder, 'sessions'), join(folder, 'app')]
for (let number = 0; number < FILES; number += 1) {
  const lab = join(sessions, `lab-${number % 25}`, `${number}`)
  await mkdir(lab, { recursive: true })
  await writeSession(lab, CARDS, { sessionId: `session-${number}`, labId: `lab-${number % 25}` })
}

const words = (label: { readonly key: string } | { readonly text: string }): string =>
  'text' in label ? label.text : label.key

/** From the folder to the figures on the screen. */
const compared = async (): Promise<{ readonly ms: number; readonly longest: number }> => {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const from = performance.now()
  const index = await indexSessions((await sessionPaths(sessions)).paths, { cache: openFactsCache(app) })
  if (index?.files.length !== FILES) throw new Error(`indexed ${index?.files.length}`)
  const facts = index.files.map((file) => file.facts)
  const compare = { facts, fileIds: new Map<string, string>(), damaged: [], doubles: [] }
  compareView(compare, { by: 'place', today: '2026-11-22', words })
  const ms = performance.now() - from
  delay.disable()
  return { ms, longest: delay.max / 1e6 }
}

const first = await compared()
report({ id: 'compare.index', value: round(first.ms / 1_000), unit: `s for ${FILES} files, never read before` })
report({ id: 'compare.index.longest', value: round(first.longest), unit: 'ms without an answer', target: '<= 50' })
const again = await compared()
report({
  id: 'compare.again',
  value: round(again.ms / 1_000),
  unit: `s for ${FILES} files, the second time`,
  target: '<= 1',
})
await rm(folder, { recursive: true, force: true })
