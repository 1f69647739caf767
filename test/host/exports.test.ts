import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { JobView } from '@core/protocol/views'
import { must } from '../helpers/must'
import { startSession, startTestHost } from '../helpers/test-host'

type Formats = readonly ('html' | 'md' | 'csv' | 'json' | 'docx' | 'xlsx')[]

/** A session with its folder for reports not made yet, and a way to write into it. */
const start = async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const ask = { profile: 'participants', lang: 'en' } as const
  const plan = must(await facilitator.request('export.plan', ask))
  const over = ({ state }: JobView): boolean => state !== 'running'
  const write = async (formats: Formats, force = false): Promise<JobView> => {
    const { jobId } = must(await facilitator.request('export.run', { ...ask, formats: [...formats], force }))
    return await facilitator.push('job.changed', (one) => one.jobId === jobId && over(one))
  }
  const nameOf = (ending: string): string => plan.files.find((name) => name.endsWith(ending)) ?? ''
  return { facilitator, ask, plan, write, nameOf, folder: plan.folder }
}

const half = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.tmp'))

test('a folder that is gone is made anew, and nothing is replaced unasked', async () => {
  const { facilitator, ask, write, nameOf, folder } = await start()
  expect(await write(['html', 'docx', 'xlsx'])).toMatchObject({ state: 'done', done: 3, folder })
  await rm(folder, { recursive: true })
  expect(await write(['md'])).toMatchObject({ state: 'done', files: [nameOf('.md')] })
  const again = await facilitator.request('export.run', { ...ask, formats: ['md'], force: false })
  expect(again).toMatchObject({ error: { code: 'target-exists' } })
  expect(await write(['md'], true)).toMatchObject({ state: 'done' })
})

test('a file with the name of the folder is left alone', async () => {
  const { write, folder } = await start()
  await writeFile(folder, 'mine')
  expect(await write(['md'])).toMatchObject({ state: 'failed', failure: { code: 'export-folder' }, files: [] })
  expect(await readFile(folder, 'utf8')).toBe('mine')
})

test('a file that cannot be replaced is said by its name, and the others are written', async () => {
  const { write, nameOf, folder } = await start()
  // As a program that holds the file: what has the name cannot be replaced by a file.
  await mkdir(join(folder, nameOf('.md')), { recursive: true })
  const job = await write(['html', 'md', 'json'], true)
  expect(job).toMatchObject({ state: 'failed', failure: { code: 'target-open', params: { file: nameOf('.md') } } })
  expect(job.files).toEqual([nameOf('.html'), nameOf('.json')])
  expect(await half(folder)).toEqual([])
})

test.skipIf(process.platform !== 'linux')('a folder that nobody may write to is said', async () => {
  const { write, folder } = await start()
  // Not even the administrator makes files there.
  await symlink('/sys/kernel', folder)
  expect(await write(['md'])).toMatchObject({ state: 'failed', failure: { code: 'export-folder' } })
})

test('a stopped export keeps what is complete', async () => {
  const { facilitator, ask, folder } = await start()
  const formats = ['html', 'docx', 'xlsx', 'csv', 'md', 'json'] as const
  const { jobId } = must(await facilitator.request('export.run', { ...ask, formats: [...formats], force: false }))
  await facilitator.push('job.changed', (one) => one.jobId === jobId && one.done === 1)
  must(await facilitator.request('job.cancel', { jobId }))
  const job = await facilitator.push('job.changed', (one) => one.jobId === jobId && one.state === 'cancelled')
  expect(job.files?.length).toBeLessThan(formats.length)
  expect((await readdir(folder)).toSorted()).toEqual([...(job.files ?? [])].toSorted())
})
