import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../electron/host/library'
import { must } from '../helpers/must'
import { tempDir } from '../helpers/temp-dir'
import { NEW_SESSION, ROOT, startTestHost } from '../helpers/test-host'

describe('templates', () => {
  test('of boards are served in their order', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const boards = must(await facilitator.request('board.templates', {}))
    expect(boards[0]).toMatchObject({ id: 'challenge-map', layout: 'matrix' })
    expect(boards.length).toBeGreaterThan(10)
  })

  test('that are broken are left out and logged; the others stay', async () => {
    const folder = await tempDir()
    const boards = join(folder, 'templates', 'boards')
    await mkdir(boards, { recursive: true })
    const from = join(ROOT, 'resources', 'templates')
    await copyFile(join(from, 'ideas.json'), join(folder, 'templates', 'ideas.json'))
    await copyFile(join(from, 'boards', 'ideas.json'), join(boards, 'ideas.json'))
    await copyFile(join(from, 'boards', 'effort-effect.json'), join(boards, 'effort-effect.json'))
    await copyFile(join(from, 'baseline.json'), join(folder, 'templates', 'names-a-board-that-is-not-there.json'))
    await writeFile(join(folder, 'templates', 'cut.json'), '{"id":"cut","key":')
    await writeFile(join(boards, 'foreign.json'), '{"hello":"world"}')
    const logged: unknown[] = []
    const library = await openLibrary(folder, false, (event, details) => logged.push([event, details?.['file']]))
    expect(library.boards().map(({ id }) => id)).toEqual(['ideas', 'effort-effect'])
    const deps = (await startTestHost()).folder
    expect(await library.template('ideas', { dataDir: deps })).toMatchObject({ id: 'ideas' })
    expect(await library.template('cut', { dataDir: deps })).toBeNull()
    expect(logged.toSorted()).toEqual([
      ['template-broken', 'cut.json'],
      ['template-broken', 'foreign.json'],
      ['template-broken', 'names-a-board-that-is-not-there.json'],
    ])
  })
})

describe('a template of one’s own', () => {
  test('is kept from a session, made into others and removed', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    must(await facilitator.request('session.create', { ...NEW_SESSION, templateId: 'bikva-staff' }))
    const opened = (await facilitator.push('session.opened')).snapshot.records
    const step = opened.find((record) => record.type === 'step')
    must(await facilitator.request('step.update', { id: step?.id ?? '', label: { text: 'Coffee first' }, minutes: 7 }))
    const board = opened.find((record) => record.type === 'board')
    must(
      await facilitator.request('card.add', {
        id: 'card-1',
        boardId: board?.id ?? '',
        zone: ['staff'],
        text: 'Only we may read this',
      }),
    )
    const { templateId } = must(await facilitator.request('template.save', { name: ' Our own way ' }))
    const files = await readdir(join(host.folder, 'data', 'Templates'))
    expect(files).toHaveLength(1)
    const text = await readFile(join(host.folder, 'data', 'Templates', files[0] ?? ''), 'utf8')
    expect(text).not.toContain('Only we may read this')
    const home = must(await facilitator.request('home.view', {}))
    expect(home.templates.at(-1)).toMatchObject({ id: templateId, name: 'Our own way', round: 2 })
    expect(home.damaged).toEqual([])
    must(await facilitator.request('session.leave', {}))
    facilitator.forget()
    must(await facilitator.request('session.create', { ...NEW_SESSION, title: 'Again', templateId }))
    const again = (await facilitator.push('session.opened')).snapshot.records
    expect(again.find((record) => record.type === 'session')).toMatchObject({ round: 2 })
    const steps = again.filter((record) => record.type === 'step')
    expect(steps).toContainEqual(
      expect.objectContaining({ label: { text: 'Coffee first' }, minutes: 7, state: 'waiting' }),
    )
    expect(again.filter(({ type }) => type === 'card')).toEqual([])
    must(await facilitator.request('template.remove', { templateId }))
    expect(await readdir(join(host.folder, 'data', 'Templates'))).toEqual([])
    expect(await facilitator.request('template.remove', { templateId })).toMatchObject({ ok: false })
  })

  test('is never a way to another file', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const precious = join(host.folder, 'data', 'precious.json')
    await writeFile(precious, '{}')
    for (const templateId of ['own.../precious', 'own.precious', 'ideas', '../precious', 'own.'])
      expect(await facilitator.request('template.remove', { templateId })).toMatchObject({
        error: { code: 'not-found' },
      })
    expect(await readFile(precious, 'utf8')).toBe('{}')
  })

  test('that somebody broke is left out, and the home page still opens', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const folder = join(host.folder, 'data', 'Templates')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'broken.json'), '{"id":')
    await writeFile(join(folder, 'no-words.json'), JSON.stringify({ id: 'no-words', steps: [] }))
    const home = must(await facilitator.request('home.view', {}))
    expect(home.templates.filter(({ name }) => name !== undefined)).toEqual([])
    expect(await facilitator.request('session.create', { ...NEW_SESSION, templateId: 'own.broken' })).toMatchObject({
      ok: false,
    })
  })
})

test('every session of every sample lab opens without a notice', async () => {
  const host = await startTestHost({ samples: true })
  const facilitator = await host.window('facilitator')
  const { samples } = must(await facilitator.request('home.view', {}))
  expect(samples).toHaveLength(5)
  for (const { id, parts } of samples) {
    for (const part of parts.keys()) {
      facilitator.forget()
      must(await facilitator.request('session.open-sample', { sampleId: id, part }))
      expect((await facilitator.push('session.opened')).snapshot.notices).toEqual([])
      must(await facilitator.request('session.leave', {}))
    }
  }
})
