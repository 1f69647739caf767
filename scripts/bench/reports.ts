import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { openDocument } from '@core/load/open-document'
import type { Card } from '@core/model/card'
import type { Tables } from '@core/model/document'
import { putRecord } from '@core/model/document'
import { findBrowser } from '../../electron/export/chromium-pdf'
import { nodeHostDeps } from '../../electron/host/cli/node-deps'
import { EXPORT_FORMATS } from '@core/report/formats'
import { loadTools } from '../../electron/storage/recovery'
import { benchJobs } from './report-jobs'
import { hostChoices, median, report, ROOT, round } from './kit'

const CARDS = 300
const DECISIONS = 40
/** Each closed vote has three or four charts. */
const VOTES = 3
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
  const [decision] = tables.decision.values()
  const vote = [...tables.vote.values()].find(({ rounds }) => rounds.some(({ result }) => result !== undefined))
  if (!decision || !vote) throw new Error('the sample has no decision or no closed vote')
  for (let index = tables.decision.size; index < DECISIONS; index += 1) {
    putRecord(tables, { ...decision, id: `bench-d${index}`, wording: `${decision.wording} (${index})` })
  }
  for (let index = tables.vote.size; index < VOTES; index += 1) putRecord(tables, { ...vote, id: `bench-v${index}` })
  return tables
}

/** What is in a zip, one file after the other: sizes and places stand at its end. */
const unzipped = (zip: Buffer): Buffer[] => {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const found: Buffer[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = zip.readUInt32LE(at + 20)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(from, from + size)
    found.push(zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return found
}

const timed = async (work: () => unknown): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return median(times)
}

/** The least that a file of this kind can cost: its bytes through deflate. */
const deflateTime = async (zip: Uint8Array): Promise<number> => {
  const parts = unzipped(Buffer.from(zip))
  return await timed(() => parts.map((part) => deflateRawSync(part)))
}

/** The same page printed by the same browser, with nothing of ours around it. */
const barePrintTime = async (browser: string, page: Uint8Array, folder: string): Promise<number> => {
  const path = join(folder, 'bare.html')
  await writeFile(path, page)
  const own = [`--user-data-dir=${join(folder, 'profile')}`, '--no-sandbox', '--disable-gpu', '--no-first-run']
  const print = [`--print-to-pdf=${join(folder, 'bare.pdf')}`, pathToFileURL(path).href]
  return await timed(
    () =>
      new Promise((done) => {
        spawn(browser, ['--headless=new', ...own, ...print], { stdio: 'ignore' }).once('exit', done)
      }),
  )
}

const folder = await mkdtemp(join(tmpdir(), 'polyphony-bench-'))
const { reports } = await nodeHostDeps(hostChoices(folder))
if (!reports) throw new Error('no reports')
const tables = await longDay()
const browser = await findBrowser(process.env, process.platform)
const ask = { profile: 'internal', lang: 'en', base: 'bench' } as const
const made = new Map<string, Uint8Array>()
for (const format of EXPORT_FORMATS) {
  if (format === 'pdf' && browser === null) continue
  let files: Awaited<ReturnType<typeof reports.draw>> = []
  const time = await timed(async () => {
    files = await reports.draw(tables, ask, format)
  })
  const [first] = files
  if (first) made.set(format, first.bytes)
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  report({ id: `report.${format}.size`, value: round(bytes / 1_000), unit: 'kB' })
  report({ id: `report.${format}`, value: round(time / 1_000), unit: 's for 300 cards' })
  if (first && (format === 'docx' || format === 'xlsx')) {
    const least = await deflateTime(first.bytes)
    report({ id: `report.${format}.deflate`, value: round(time / least), unit: '× deflate of the same bytes' })
  }
  const page = made.get('html')
  if (format === 'pdf' && browser !== null && page) {
    const least = await barePrintTime(browser, page, folder)
    report({ id: 'report.pdf.print', value: round(time / least), unit: '× a bare print', target: '<= 2' })
  }
}
await reports.close?.()
await benchJobs(folder, tables, browser !== null)
await rm(folder, { recursive: true, force: true })
