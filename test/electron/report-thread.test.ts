import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterEach, expect, it, vi } from 'vitest'
import type { JobView } from '@core/protocol/views'
import { hostReports, reportThreadIn } from '../../electron/host/cli/node-reports'
import { readWords } from '../../electron/host/words'
import { must } from '../helpers/must'
import { tempDir } from '../helpers/temp-dir'
import { ROOT, startTestHost } from '../helpers/test-host'

/** `npm test` builds first; alone, `npm run build` does. */
const script = join(process.env['POLYPHONY_BUILD'] ?? join(ROOT, 'out'), 'host', 'report-thread.js')
const resources = join(ROOT, 'resources')
const browser = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((path) => path && existsSync(path))
const ask = { profile: 'internal', lang: 'en' } as const
const over = ({ state }: JobView): boolean => state !== 'running'

afterEach(() => vi.unstubAllEnvs())

/** A host with the sample lab's long meeting open, which draws its reports in the built thread. */
const start = async () => {
  const reports = await hostReports({ shell: null, resources, reportThread: script }, await readWords(resources))
  const host = await startTestHost({ samples: true, reports })
  const facilitator = await host.window('facilitator')
  must(await facilitator.request('session.open-sample', { sampleId: 'families', part: 1 }))
  return { ...facilitator, stop: host.stop }
}

it('is built where it is looked for', () => {
  expect(reportThreadIn(ROOT)).toBe(join(ROOT, 'out', 'host', 'report-thread.js'))
  expect(existsSync(script), 'run "npm run build" first').toBe(true)
})

it('draws beside the host, which answers meanwhile', async () => {
  const facilitator = await start()
  const drawn = async (): Promise<JobView> => {
    const formats = ['docx', 'xlsx'] as const
    const { jobId } = must(await facilitator.request('export.run', { ...ask, formats: [...formats], force: true }))
    return await facilitator.push('job.changed', (one) => one.jobId === jobId && over(one))
  }
  // The first time much else is waited for: files of the libraries, pictures.
  expect(await drawn()).toMatchObject({ state: 'done', files: [expect.anything(), expect.anything()] })
  const before = performance.eventLoopUtilization()
  await drawn()
  // What is drawn in here keeps this thread at work nearly all of the time.
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
  // On a machine that is at work with much else, the first drawing alone has taken 16 s.
}, 60_000)

it('stops in the middle of a file, which is not there, and goes on with what else was asked', async () => {
  const facilitator = await start()
  const { folder } = must(await facilitator.request('export.plan', ask))
  const { jobId } = must(await facilitator.request('export.run', { ...ask, formats: ['docx'], force: false }))
  const preview = facilitator.request('export.preview', ask)
  must(await facilitator.request('job.cancel', { jobId }))
  expect(await facilitator.push('job.changed', (one) => one.jobId === jobId && over(one))).toMatchObject({
    state: 'cancelled',
    files: [],
  })
  expect(await readdir(folder).catch(() => [])).toEqual([])
  expect(must(await preview).url).toMatch(/^\/preview\//)
})

it.skipIf(!browser)(
  'stops in the middle of printing, and leaves no browser behind (skipped without Chromium)',
  async () => {
    const { request, push, stop } = await start()
    const temporary = await tempDir()
    vi.stubEnv('TMPDIR', temporary)
    vi.stubEnv('POLYPHONY_CHROMIUM', browser)
    const { jobId } = must(await request('export.run', { ...ask, formats: ['pdf'], force: false }))
    // Its folder is there from the moment it starts.
    await vi.waitFor(async () => expect(await readdir(temporary)).not.toEqual([]), { timeout: 20_000, interval: 20 })
    must(await request('job.cancel', { jobId }))
    expect(await push('job.changed', (one) => one.jobId === jobId && over(one))).toMatchObject({
      state: 'cancelled',
      files: [],
    })
    await stop()
    expect(await readdir(temporary)).toEqual([])
  },
)
