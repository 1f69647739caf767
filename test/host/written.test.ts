import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RequestArgs } from '@core/protocol/requests'
import type { ShellPort } from '../../electron/host/ports'
import { must } from '../helpers/must'
import type { Talker } from '../helpers/talker'
import { startSession, startTestHost } from '../helpers/test-host'

const ask: RequestArgs<'export.run'> = { profile: 'participants', lang: 'en', formats: ['md'], force: false }

/** A shell that notes what it was asked to open; `refuses` as a computer without a program for it. */
const shellThat = (opened: string[], picks: string | null, refuses = false): ShellPort => ({
  pickSessionFile: () => Promise.resolve(null),
  pickSavePath: () => Promise.resolve(null),
  pickFolder: () => Promise.resolve(picks),
  showFile: (path) => void opened.push(`show ${path}`),
  openFile: (path) => {
    opened.push(path)
    return Promise.resolve(!refuses)
  },
  printPdf: () => Promise.reject(new Error('no printer')),
  openProjector: () => undefined,
  openTablet: () => undefined,
})

const write = async (facilitator: Talker, more: { readonly folder?: string; readonly beside?: boolean } = {}) => {
  const { jobId } = must(await facilitator.request('export.run', { ...ask, ...more }))
  const done = await facilitator.push('job.changed', (one) => one.jobId === jobId && one.state === 'done')
  return { jobId, folder: done.folder ?? '', file: done.files?.[0] ?? '' }
}

test('only what a job has written is opened or shown, by its name', async () => {
  const opened: string[] = []
  const facilitator = await startSession(await startTestHost({ shell: shellThat(opened, '/chosen') }))
  const { jobId, folder, file } = await write(facilitator)
  must(await facilitator.request('file.open', { jobId, file }))
  must(await facilitator.request('file.show', { jobId }))
  expect(opened).toEqual([join(folder, file), `show ${join(folder, file)}`])
  await writeFile(join(folder, 'other.md'), 'x')
  for (const other of ['other.md', `../${file}`, join(folder, file), '']) {
    expect(await facilitator.request('file.open', { jobId, file: other })).toMatchObject({ ok: false })
  }
  expect(opened).toHaveLength(2)
  await rm(join(folder, file))
  expect(await facilitator.request('file.open', { jobId, file })).toMatchObject({ error: { code: 'not-opened' } })
  expect(must(await facilitator.request('folder.pick', {}))).toEqual({ folder: '/chosen' })
})

test('a file that no program opens is said', async () => {
  const facilitator = await startSession(await startTestHost({ shell: shellThat([], null, true) }))
  const { jobId, file } = await write(facilitator)
  const refused = await facilitator.request('file.open', { jobId, file })
  expect(refused).toMatchObject({ error: { code: 'not-opened', params: { file } } })
})

test('files go to the folder that was chosen, beside older ones, and to none that is gone', async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const folder = join(host.folder, 'for the ministry')
  expect(await facilitator.request('export.run', { ...ask, folder })).toMatchObject({
    error: { code: 'no-such-folder' },
  })
  await mkdir(folder)
  const first = await write(facilitator, { folder })
  expect(first.folder).toBe(folder)
  await writeFile(join(folder, first.file), 'mine')
  const second = await write(facilitator, { folder, beside: true })
  expect(second.file).toBe(first.file.replace('.participants', '-2.participants'))
  expect(await readFile(join(folder, first.file), 'utf8')).toBe('mine')
  expect((await write(facilitator, { folder, beside: true })).file).toBe(second.file.replace('-2.', '-3.'))
  const relative = await facilitator.request('export.plan', { profile: 'public', lang: 'en', folder: 'reports' })
  expect(relative).toMatchObject({ error: { code: 'no-such-folder' } })
})

test('a browser gets what was written, and nothing else', async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  const origin = must(await host.serveLoopback(0))
  const { jobId, file } = await write(facilitator)
  const get = async (path: string) => await fetch(`${origin}/written/${path}`)
  const kept = await get(`${jobId}/${encodeURIComponent(file)}`)
  expect(kept.status).toBe(200)
  expect(kept.headers.get('content-disposition')).toContain('attachment')
  expect(await kept.text()).toContain('First meeting')
  const { jobId: page } = must(await facilitator.request('export.run', { ...ask, formats: ['html'] }))
  const done = await facilitator.push('job.changed', (one) => one.jobId === page && one.state === 'done')
  const html = `${page}/${encodeURIComponent(done.files?.[0] ?? '')}`
  const shown = await get(html)
  expect(shown.headers.get('content-disposition')).toContain('inline')
  expect(shown.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox$/)
  expect((await get(`${html}?keep`)).headers.get('content-disposition')).toContain('attachment')
  for (const path of [`${jobId}/..%2f..%2fsettings.json`, `${page}/${file}`, `nothing/${file}`, `${jobId}/%`, jobId]) {
    expect((await get(path)).status).toBe(404)
  }
})
