import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { must } from '../helpers/must'
import { NEW_SESSION, startSession, startTestHost } from '../helpers/test-host'

const NEXT = { title: 'Second meeting', day: '2026-12-01', personIds: [], templateId: null }

test('the lab over its files: what is open here counts as it stands, two successors are branches', async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  must(await facilitator.request('task.add', { id: 'task-of-first', text: 'Ask the school.' }))
  must(await facilitator.request('project.add', { id: 'project-1', title: 'Evenings' }))
  const first = must(await facilitator.request('home.view', {})).sessions[0]
  must(await facilitator.request('session.next', NEXT))
  must(await facilitator.request('task.move', { id: 'task-of-first', state: 'done' }))
  must(await facilitator.request('session.leave', {}))
  must(await facilitator.request('session.open', { fileId: first?.fileId ?? '' }))
  must(await facilitator.request('session.next', { ...NEXT, title: 'Other second', day: '2026-12-02' }))
  must(await facilitator.request('project.move', { id: 'project-1', state: 'try-out' }))
  const lab = must(await facilitator.request('lab.overview', {}))
  expect(lab.sessions.map(({ title, branch }) => [title, branch])).toEqual([
    [NEW_SESSION.title, 0],
    ['Second meeting', 1],
    ['Other second', 0],
  ])
  // The newest file still has the task open; the other branch finished it.
  expect(lab.tasks.map(({ text, state, day }) => [text, state, day])).toEqual([
    ['Ask the school.', 'todo', '2026-12-02'],
  ])
  expect(lab.projects).toMatchObject([{ title: 'Evenings', state: 'try-out' }])
  expect(lab.damaged).toEqual([])
})

test('a file that cannot be read is listed', async () => {
  const host = await startTestHost()
  const facilitator = await startSession(host)
  await writeFile(join(host.folder, 'data', 'broken.polyphony.json'), '{"format"')
  const lab = must(await facilitator.request('lab.overview', {}))
  expect(lab.sessions).toHaveLength(1)
  expect(lab.damaged).toMatchObject([{ fileName: 'broken.polyphony.json', failure: { code: 'not-json' } }])
})

test('without an open session it must be said which lab', async () => {
  const host = await startTestHost()
  const facilitator = await host.window('facilitator')
  expect(await facilitator.request('lab.overview', {})).toMatchObject({ ok: false, error: { code: 'no-session' } })
})
