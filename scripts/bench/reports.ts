import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDocument } from '@core/load/open-document'
import type { Card } from '@core/model/card'
import type { Tables } from '@core/model/document'
import { putRecord } from '@core/model/document'
import { nodeHostDeps } from '../../electron/host/cli/node-deps'
import { EXPORT_FORMATS } from '@core/report/formats'
import { loadTools } from '../../electron/storage/recovery'
import { hostChoices, median, report, ROOT, round } from './kit'

const CARDS = 300
const ROUNDS = 5

/** The second meeting of the sample lab, with votes, decisions and tasks, and as many cards as a long day brings. */
const longDay = async (): Promise<Tables> => {
  const opened = openDocument(await readFile(join(ROOT, 'resources/samples/families/2.polyphony.json')), loadTools)
  if (!opened.ok) throw new Error(opened.error.code)
  const { tables } = opened.value
  const known: readonly Card[] = [...tables.card.values()]
  for (let index = 0; tables.card.size < CARDS; index += 1) {
    const card = known[index % known.length]
    if (!card) throw new Error('the sample has no cards')
    putRecord(tables, { ...card, id: `bench-${index}`, text: `${card.text} (${index})` })
  }
  return tables
}

const folder = await mkdtemp(join(tmpdir(), 'polyphony-bench-'))
const { reports } = await nodeHostDeps(hostChoices(folder))
if (!reports) throw new Error('no reports')
const tables = await longDay()
for (const format of EXPORT_FORMATS) {
  const times: number[] = []
  let bytes = 0
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const from = performance.now()
    const files = await reports.draw(tables, { profile: 'internal', lang: 'en', base: 'bench' }, format)
    times.push(performance.now() - from)
    bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  }
  report({ id: `report.${format}.size`, value: round(bytes / 1_000), unit: 'kB' })
  report({ id: `report.${format}`, value: round(median(times) / 1_000), unit: 's for 300 cards', target: '<= 10' })
}
await rm(folder, { recursive: true, force: true })
