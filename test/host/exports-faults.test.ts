import { rmSync } from 'node:fs'
import { readFile, readdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { JobView } from '@core/protocol/views'
import { EXPORT_FORMATS } from '@core/report/formats'
import type { ExportFormat } from '@core/report/formats'
import { baseFor, baseOf } from '../../electron/host/export-files'
import { nodeFileSystem } from '../../electron/storage/file-system'
import type { Call, Fault } from '../helpers/fault-fs'
import { faultFs } from '../helpers/fault-fs'
import { aDocument, aPerson } from '../helpers/builders'
import { must } from '../helpers/must'
import { browser } from '../helpers/report-kinds'
import { startSession, startTestHost } from '../helpers/test-host'

/** A session whose reports go to a disk that fails as `disk.decide` says. */
const start = async () => {
  const disk: { decide: (call: Call) => Fault | null } = { decide: () => null }
  const host = await startTestHost({ disk: faultFs(nodeFileSystem, (call) => disk.decide(call)) })
  const facilitator = await startSession(host)
  const ask = { profile: 'participants', lang: 'en' } as const
  const { files, folder } = must(await facilitator.request('export.plan', ask))
  const write = async (formats: readonly ExportFormat[], force = false): Promise<JobView> => {
    const { jobId } = must(await facilitator.request('export.run', { ...ask, formats: [...formats], force }))
    return await facilitator.push('job.changed', (one) => one.jobId === jobId && one.state !== 'running')
  }
  const there = async (): Promise<string[]> => readdir(folder).catch(() => [])
  const nameOf = (format: ExportFormat): string => files.find((name) => name.endsWith(`.${format}`)) ?? ''
  return { disk, write, there, nameOf, folder }
}

/** Files that are being written are full when this many bytes are there. */
const fullAfter =
  (bytes: number) =>
  ({ what }: Call): Fault | null =>
    what === 'write' ? { code: 'ENOSPC', bytes } : null

describe('a disk that is full in the middle of a file', () => {
  const formats = EXPORT_FORMATS.filter((format) => format !== 'pdf' || browser !== null)

  test('leaves nothing half in any format, and says which file it was', async () => {
    const { disk, write, there, nameOf } = await start()
    for (const format of formats) {
      disk.decide = fullAfter(700)
      const failure = { code: 'export-no-room', params: { file: nameOf(format) } }
      expect(await write([format]), format).toMatchObject({ state: 'failed', failure, files: [] })
      expect(await there(), format).toEqual([])
    }
  })

  test('keeps what was written before, also under the same name', async () => {
    const { disk, write, there, nameOf, folder } = await start()
    await write(['html', 'json'])
    const before = await readFile(join(folder, nameOf('json')))
    // The page still fits.
    let files = 0
    disk.decide = (call) => {
      if (call.what === 'open') files += 1
      return files > 1 ? fullAfter(700)(call) : null
    }
    expect(await write(['html', 'json'], true)).toMatchObject({ state: 'failed', files: [nameOf('html')] })
    expect(await readFile(join(folder, nameOf('json')))).toEqual(before)
    expect(await there()).toHaveLength(2)
  })

  test('a disk that takes less than it is given is asked again', async () => {
    const { disk, write, nameOf, folder } = await start()
    disk.decide = ({ what }) => (what === 'write' ? { short: 1_000 } : null)
    expect(await write(['json'])).toMatchObject({ state: 'done' })
    expect(JSON.parse(await readFile(join(folder, nameOf('json')), 'utf8'))).toMatchObject({ kind: 'session' })
  })
})

test.each(['EBUSY', 'EPERM', 'EACCES'])(
  'a file that Word holds (%s) stays, and the others are written',
  async (code) => {
    const { disk, write, there, nameOf } = await start()
    await write(['docx'])
    disk.decide = ({ what, path }) => (what === 'rename' && path.endsWith('.docx') ? { code } : null)
    const job = await write(['html', 'docx', 'md'], true)
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'target-open', params: { file: nameOf('docx') } } })
    expect(job.files).toEqual([nameOf('html'), nameOf('md')])
    expect((await there()).toSorted()).toEqual([nameOf('docx'), nameOf('html'), nameOf('md')].toSorted())
  },
)

test('names begin with as much of a long name as leaves room for the rest, and never with half a letter', () => {
  const family = '👩‍👩‍👧‍👦'
  const base = baseOf(join('lab', `2026-03-02 ${`参加者${family}`.repeat(20)}.polyphony.json`))
  expect(Buffer.byteLength(base)).toBeLessThanOrEqual(190)
  expect(Buffer.byteLength(base)).toBeGreaterThan(160)
  expect(base.replaceAll(/参|加|者/g, '').replaceAll(family, '')).toBe('2026-03-02 ')
  expect(baseOf(join('lab', '2026-03-02 First meeting.polyphony.json'))).toBe('2026-03-02 First meeting')
})

test('the folder of the session is not made anew where it is gone', async () => {
  const { write, folder, nameOf } = await start()
  const lab = dirname(folder)
  await rename(lab, `${lab} away`)
  expect(await write(['md'])).toMatchObject({ state: 'failed', failure: { code: 'export-folder' } })
  await rename(`${lab} away`, lab)
  expect(await write(['md'])).toMatchObject({ state: 'done', files: [nameOf('md')] })
})

test('a folder that vanishes during the job is said, and made anew the next time', async () => {
  const { disk, write, there, nameOf, folder } = await start()
  disk.decide = ({ what, path }) => {
    if (what === 'rename' && path.endsWith('.md')) rmSync(folder, { recursive: true })
    return null
  }
  const job = await write(['html', 'md', 'json'])
  // The page was written, and went with its folder.
  expect(job).toMatchObject({ state: 'failed', failure: { code: 'export-folder' }, files: [nameOf('html')] })
  expect(await there()).toEqual([])
  disk.decide = () => null
  expect(await write(['md'])).toMatchObject({ state: 'done', files: [nameOf('md')] })
})

test('the name of a file for others names nobody, and keeps its day', () => {
  const path = join('lab', '2026-03-02 3. Visit to Žiga Novak, 041 555 010.polyphony.json')
  const view = aDocument(aPerson({ name: 'Z\u030Ciga Novak', alias: 'Green chair' }))
  expect(baseFor(path, 'internal', [view])).toBe('2026-03-02 3. Visit to Žiga Novak, 041 555 010')
  expect(baseFor(path, 'public', [view])).toBe('2026-03-02 3. Visit to _, _')
  expect(baseFor(path, 'participants', [])).toBe('2026-03-02 3. Visit to Žiga Novak, _')
})
