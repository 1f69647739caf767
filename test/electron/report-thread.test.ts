import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { expect, it } from 'vitest'
import type { JobView } from '@core/protocol/views'
import { hostReports, reportThreadIn } from '../../electron/host/cli/node-reports'
import { readWords } from '../../electron/host/words'
import { must } from '../helpers/must'
import { ROOT, startTestHost } from '../helpers/test-host'

/** `npm test` builds first; alone, `npm run build` does. */
const script = join(process.env['POLYPHONY_BUILD'] ?? join(ROOT, 'out'), 'host', 'report-thread.js')
const resources = join(ROOT, 'resources')
const ask = { profile: 'internal', lang: 'en' } as const
const over = ({ state }: JobView): boolean => state !== 'running'

/** A host with the sample lab's long meeting open, which draws its reports in the built thread. */
const start = async (reportThread: string | null = script) => {
  const reports = await hostReports({ shell: null, resources, reportThread }, await readWords(resources))
  const host = await startTestHost({ samples: true, reports })
  const facilitator = await host.window('facilitator')
  must(await facilitator.request('session.open-sample', { sampleId: 'families', part: 1 }))
  return facilitator
}

it('is built where it is looked for', () => {
  expect(reportThreadIn(ROOT)).toBe(join(ROOT, 'out', 'host', 'report-thread.js'))
  expect(existsSync(script), 'run "npm run build" first').toBe(true)
})

it('draws beside the host, which answers meanwhile, and the same as in the host', async () => {
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
  const here = await start(null)
  const [there, inHost] = await Promise.all(
    [facilitator, here].map(async (one) => must(await one.request('export.plan', ask)).files),
  )
  expect(there).toEqual(inHost)
})

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
