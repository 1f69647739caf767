import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { must } from '../helpers/must'
import { NEW_SESSION, startSession, startTestHost } from '../helpers/test-host'
import { tempDir } from '../helpers/temp-dir'

const contents = async (folder: string): Promise<Map<string, string>> => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const texts = files.map(
    async (file) => [file.name, await readFile(join(file.parentPath, file.name), 'utf8')] as const,
  )
  return new Map(await Promise.all(texts))
}

describe('the home page', () => {
  test('lists every session file; what is damaged is named, never left out', async () => {
    const folder = await tempDir()
    const lab = join(folder, 'data', 'Lab')
    await mkdir(lab, { recursive: true })
    const broken = {
      'cut.polyphony.json': '{"format":"polyphony-session","formatVersion":1,',
      'foreign.polyphony.json': '{"hello":"world"}',
      'newer.polyphony.json': '{"format":"polyphony-session","formatVersion":99,"records":[]}',
      'deep.polyphony.json': '['.repeat(500),
      'keys.polyphony.json': '{"format":"polyphony-session","__proto__":{}}',
      'empty.polyphony.json': '',
    }
    for (const [name, text] of Object.entries(broken)) await writeFile(join(lab, name), text)
    const host = await startTestHost({ folder })
    const facilitator = await host.window('facilitator')
    must(await facilitator.request('session.create', NEW_SESSION))
    const home = must(await facilitator.request('home.view', {}))
    expect(home.sessions.map(({ title, labName }) => [title, labName])).toEqual([['First meeting', 'Families lab']])
    expect(home.labs).toMatchObject([{ name: 'Families lab', sessions: 1 }])
    const named = Object.fromEntries(home.damaged.map(({ fileName, failure }) => [fileName, failure.code]))
    expect(named).toEqual({
      'cut.polyphony.json': 'not-json',
      'foreign.polyphony.json': 'not-ours',
      'newer.polyphony.json': 'newer-format',
      'deep.polyphony.json': 'too-deep',
      'keys.polyphony.json': 'forbidden-key',
      'empty.polyphony.json': 'not-json',
    })
    for (const { fileId, failure } of home.damaged) {
      expect(await facilitator.request('session.open', { fileId })).toMatchObject({ ok: false })
      expect(failure.code).not.toBe('internal')
    }
    const after = await contents(lab)
    for (const [name, text] of Object.entries(broken)) expect(after.get(name)).toBe(text)
  })

  test('says that its folder is gone', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    await rm(join(host.folder, 'data'), { recursive: true })
    const home = must(await facilitator.request('home.view', {}))
    expect(home.damaged).toMatchObject([{ fileName: 'data', failure: { code: 'folder-missing' } }])
  })

  test('makes a session from each template', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const { templates } = must(await facilitator.request('home.view', {}))
    expect(templates.length).toBeGreaterThan(3)
    for (const { id } of templates) {
      facilitator.forget()
      must(await facilitator.request('session.create', { ...NEW_SESSION, title: `From ${id}`, templateId: id }))
      const { snapshot } = await facilitator.push('session.opened')
      expect(snapshot.records.filter(({ type }) => type === 'session')).toHaveLength(1)
      expect(JSON.stringify(snapshot.records.filter(({ type }) => type === 'vote'))).not.toContain('boards:')
    }
    const home = must(await facilitator.request('home.view', {}))
    expect(home.sessions).toHaveLength(templates.length)
    expect(JSON.stringify(home.sessions)).not.toContain('boards:')
  })

  test('opens a sample as a copy, and the same copy again', async () => {
    const host = await startTestHost({ samples: true })
    const facilitator = await host.window('facilitator')
    const { samples } = must(await facilitator.request('home.view', {}))
    const [sample] = samples
    const first = must(await facilitator.request('session.open-sample', { sampleId: sample?.id ?? '', part: 0 }))
    must(await facilitator.request('session.update', { title: 'My own title' }))
    const again = must(await facilitator.request('session.open-sample', { sampleId: sample?.id ?? '', part: 0 }))
    expect(again).toEqual(first)
    const home = must(await facilitator.request('home.view', {}))
    expect(home.sessions).toHaveLength(sample?.parts.length ?? 0)
    expect(home.sessions.some(({ title }) => title === 'My own title')).toBe(true)
  })

  test('copies a sample anew after its files were deleted, each part referring to the one before', async () => {
    const host = await startTestHost({ samples: true })
    const facilitator = await host.window('facilitator')
    const open = async (part: number) =>
      must(await facilitator.request('session.open-sample', { sampleId: 'families', part }))
    const old = await open(1)
    must(await facilitator.request('session.update', { title: 'My own title' }))
    must(await facilitator.request('session.leave', {}))
    await rm(join(host.folder, 'data'), { recursive: true })
    const first = await open(0)
    facilitator.forget()
    const second = await open(1)
    expect(second.sessionId).not.toBe(old.sessionId)
    const { snapshot } = await facilitator.push('session.opened')
    expect(snapshot.notices).toEqual([])
    expect(snapshot.records.find(({ type }) => type === 'session')).toMatchObject({ previous: first.sessionId })
  })

  test('keeps what is open when another file cannot be opened', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const broken = join(host.folder, 'broken.polyphony.json')
    await writeFile(broken, '{"format":"polyphony-session"')
    expect(await host.openFile(broken)).toMatchObject({ ok: false, error: { code: 'not-json' } })
    expect((await facilitator.push('open.failed')).failure.code).toBe('not-json')
    must(await facilitator.request('task.add', { id: 'task-1', text: 'Still here' }))
  })

  test('starts the next session from the open one', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    must(await facilitator.request('task.add', { id: 'task-1', text: 'Write to the school' }))
    facilitator.forget()
    const next = { title: 'Second meeting', day: '2026-04-02', personIds: [], templateId: null }
    must(await facilitator.request('session.next', next))
    const { snapshot } = await facilitator.push('session.opened')
    expect(snapshot.records.filter(({ type }) => type === 'task')).toMatchObject([{ id: 'task-1' }])
    expect(must(await facilitator.request('home.view', {})).labs).toMatchObject([{ sessions: 2, openTasks: 1 }])
  })

  test('broken settings are set aside, and that is said', async () => {
    const folder = await tempDir()
    await mkdir(join(folder, 'app'))
    await writeFile(join(folder, 'app', 'settings.json'), '{"settings":')
    const host = await startTestHost({ folder })
    const facilitator = await host.window('facilitator')
    expect(must(await facilitator.request('home.view', {})).notices).toEqual([{ code: 'settings-reset' }])
    must(await facilitator.request('settings.set', { theme: 'dark' }))
    await host.stop()
    const second = await (await startTestHost({ folder })).window('facilitator')
    expect(must(await second.request('settings.get', {})).theme).toBe('dark')
  })
})

describe('reports', () => {
  test('are planned, previewed and written; a second time only with consent', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const ask = { profile: 'internal', lang: 'en' } as const
    const plan = must(await facilitator.request('export.plan', ask))
    expect(plan.existing).toEqual([])
    const { url } = must(await facilitator.request('export.preview', ask))
    expect(Buffer.from(host.preview(url.slice('/preview/'.length)) ?? []).toString()).toContain('<!doctype html>')
    expect(host.preview('guess')).toBeNull()
    const run = { ...ask, formats: ['html' as const, 'json' as const, 'csv' as const, 'md' as const], force: false }
    const { jobId } = must(await facilitator.request('export.run', run))
    const job = await facilitator.push('job.changed', (one) => one.jobId === jobId && one.state === 'done')
    // PDF, Word and Excel were planned too, and not asked for.
    const wanted = plan.files.filter((name) => /\.(html|json|csv|md)$/.test(name))
    expect(job).toMatchObject({ done: 4, total: 4 })
    expect(job.files?.toSorted()).toEqual(wanted.toSorted())
    expect((await readdir(plan.folder)).toSorted()).toEqual(wanted.toSorted())
    expect(await facilitator.request('export.run', run)).toMatchObject({ error: { code: 'target-exists' } })
    must(await facilitator.request('export.run', { ...run, force: true }))
  })
})
