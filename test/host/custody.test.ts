import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { headerLine } from '@core/load/serialize'
import { must } from '../helpers/must'
import { NEW_SESSION, startTestHost } from '../helpers/test-host'
import type { TestHost } from '../helpers/test-host'
import type { Talker } from '../helpers/talker'

const WORDS = 'The letter came too late for us'

/** Everything on this computer: sessions, trash, backups, journals, quarantine. */
const everything = async (folder: string): Promise<string> => {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))
  return texts.join('\n')
}

const onlySession = async (folder: string): Promise<string> => {
  const names = await readdir(join(folder, 'data'), { recursive: true })
  return join(folder, 'data', names.find((name) => name.endsWith('.polyphony.json')) ?? '')
}

/** As after a crash whose journals are lost: the file itself is whole, and says that there is more. */
const leaveOpen = async (file: string): Promise<void> => {
  const text = await readFile(file, 'utf8')
  const at = text.indexOf('\n') + 1
  const { generation, lastSeq } = JSON.parse(`${text.slice(0, at).trim().replace(/,$/, '')}}`) as {
    generation: number
    lastSeq: number
  }
  const body = text.slice(at).replace('"open":false', '"open":true')
  const sha256 = createHash('sha256').update(body).digest('hex')
  await writeFile(file, headerLine({ generation, lastSeq, open: true }, sha256) + body)
}

const opened = async (facilitator: Talker) => (await facilitator.push('session.opened')).snapshot

/** A board with one card of a person, in a session that is open. */
const withWords = async (facilitator: Talker): Promise<void> => {
  const axes = [{ id: 'said', label: { text: 'Said' }, entries: [{ id: 'here', label: { text: 'Here' } }] }]
  must(await facilitator.request('board.add', { id: 'board-1', label: { text: 'Board' }, layout: 'columns', axes }))
  must(await facilitator.request('person.add', { id: 'person-1', alias: 'Blue chair', quote: 'role' }))
  const place = { boardId: 'board-1', zone: ['here'] }
  must(await facilitator.request('card.add', { id: 'card-1', ...place, text: WORDS, personId: 'person-1' }))
}

const erasedJob = async (facilitator: Talker, jobId: string) =>
  facilitator.push('job.changed', (job) => job.jobId === jobId && job.state !== 'running')

/** The copy is made behind the opening, which it does not hold up. */
const firstBackup = (facilitator: Talker) =>
  vi.waitFor(async () => {
    const [newest] = must(await facilitator.request('backup.list', {}))
    if (!newest) throw new Error('no backup yet')
    return newest
  })

const begin = async (host: TestHost): Promise<Talker> => {
  const facilitator = await host.window('facilitator')
  must(await facilitator.request('session.create', NEW_SESSION))
  await withWords(facilitator)
  return facilitator
}

describe('withdrawal', () => {
  test('takes the words out of this file, later files, the trash, backups and journals', async () => {
    const host = await startTestHost()
    const facilitator = await begin(host)
    must(await facilitator.request('statement.release', { items: [{ id: 'said-1', cardId: 'card-1' }], by: 'author' }))
    must(await facilitator.request('session.finish', {}))
    const next = { title: 'Second', day: '2026-04-02', personIds: [], templateId: null }
    must(await facilitator.request('session.next', next))
    must(await facilitator.request('session.next', { ...next, title: 'Third', day: '2026-05-02' }))
    const { sessions } = must(await facilitator.request('home.view', {}))
    const second = sessions.find(({ title }) => title === 'Second')
    must(await facilitator.request('session.trash', { fileId: second?.fileId ?? '' }))
    expect(await everything(host.folder)).toContain(WORDS)

    const what = { kind: 'records' as const, ids: ['said-1'] }
    const plan = must(await facilitator.request('erase.plan', { what }))
    expect(plan).toMatchObject({ here: 1, unreadable: [] })
    expect(plan.files.map(({ title }) => title).toSorted()).toEqual(['First meeting', 'Second'])
    expect(plan.backups).toBeGreaterThan(0)
    const { jobId } = must(await facilitator.request('erase.run', { what }))
    expect(await erasedJob(facilitator, jobId)).toMatchObject({ state: 'done' })
    expect(await everything(host.folder)).not.toContain(WORDS)
  })

  test('is not called done while a file of the lab cannot be looked into, and can be tried again', async () => {
    const host = await startTestHost()
    const facilitator = await begin(host)
    must(await facilitator.request('statement.release', { items: [{ id: 'said-1', cardId: 'card-1' }], by: 'author' }))
    must(await facilitator.request('session.finish', {}))
    const { fileId } = await opened(facilitator)
    const next = { title: 'Second', day: '2026-04-02', personIds: [], templateId: null }
    must(await facilitator.request('session.next', next))
    must(await facilitator.request('session.open', { fileId }))
    const names = await readdir(join(host.folder, 'data'), { recursive: true })
    const second = join(host.folder, 'data', names.find((name) => name.endsWith('Second.polyphony.json')) ?? '')
    const whole = await readFile(second)
    await leaveOpen(second)
    const what = { kind: 'person', personId: 'person-1' } as const
    const { jobId } = must(await facilitator.request('erase.run', { what }))
    expect(await erasedJob(facilitator, jobId)).toMatchObject({
      state: 'failed',
      failure: { code: 'not-all-erased', params: { count: 1 } },
    })
    expect(await readFile(second, 'utf8')).toContain(WORDS)

    await writeFile(second, whole)
    const again = must(await facilitator.request('erase.run', { what }))
    expect(await erasedJob(facilitator, again.jobId)).toMatchObject({ state: 'done' })
    expect(await everything(host.folder)).not.toContain(WORDS)
  })

  test('of a person cannot be undone, and nothing of it is sent again', async () => {
    const host = await startTestHost()
    const facilitator = await begin(host)
    const what = { kind: 'person', personId: 'person-1' } as const
    const { jobId } = must(await facilitator.request('erase.run', { what }))
    expect(await erasedJob(facilitator, jobId)).toMatchObject({ state: 'done' })
    expect(await facilitator.request('history.undo', {})).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-undo' },
    })
    expect(must(await facilitator.request('history.list', {}))).toEqual([])
    const projector = await host.window('projector')
    expect(JSON.stringify(projector.welcome())).not.toContain(WORDS)
    const board = { boardId: 'board-1', zone: ['here'] }
    const again = await facilitator.request('card.add', { id: 'card-1', ...board, text: WORDS })
    expect(again).toMatchObject({ ok: false, error: { code: 'already-there' } })
  })
})

describe('the trash', () => {
  test('gives a session back whole, or removes it with its backups', async () => {
    const host = await startTestHost()
    const facilitator = await begin(host)
    const { fileId } = await opened(facilitator)
    expect(await facilitator.request('session.trash', { fileId })).toMatchObject({ error: { code: 'file-is-open' } })
    must(await facilitator.request('session.leave', {}))
    must(await facilitator.request('session.trash', { fileId }))
    expect(must(await facilitator.request('home.view', {})).sessions).toEqual([])
    const [entry] = must(await facilitator.request('trash.list', {}))
    expect(entry).toMatchObject({ title: 'First meeting', labName: 'Families lab' })
    const trashId = entry?.trashId ?? ''
    must(await facilitator.request('trash.restore', { trashId }))
    expect(must(await facilitator.request('home.view', {})).sessions).toMatchObject([{ cards: 1 }])

    must(await facilitator.request('session.trash', { fileId }))
    const [second] = must(await facilitator.request('trash.list', {}))
    must(await facilitator.request('trash.remove', { trashId: second?.trashId ?? '' }))
    expect(must(await facilitator.request('trash.list', {}))).toEqual([])
    expect(await everything(host.folder)).not.toContain(WORDS)
  })

  test('takes along the journals of a session that does not open without loss', async () => {
    const host = await startTestHost()
    const facilitator = await begin(host)
    const { fileId } = await opened(facilitator)
    must(await facilitator.request('session.leave', {}))
    const file = await onlySession(host.folder)
    await leaveOpen(file)
    const journals = join(dirname(file), `.${basename(file, '.json')}`)
    await mkdir(journals)
    await writeFile(join(journals, 'journal-7'), WORDS)
    const { trashId } = must(await facilitator.request('session.trash', { fileId }))
    expect(await readdir(join(host.folder, 'data'))).toEqual(['.trash'])
    must(await facilitator.request('trash.restore', { trashId }))
    expect(await readFile(join(journals, 'journal-7'), 'utf8')).toBe(WORDS)
  })

  test('removed for good leaves the copies of another file of the same session', async () => {
    const host = await startTestHost()
    const facilitator = await begin(host)
    const { fileId } = await opened(facilitator)
    await firstBackup(facilitator)
    must(await facilitator.request('session.leave', {}))
    const file = await onlySession(host.folder)
    await copyFile(file, file.replace('First', 'Copied'))
    must(await facilitator.request('session.trash', { fileId }))
    const backups = await readdir(join(host.folder, 'app', 'backups'), { recursive: true })
    const [entry] = must(await facilitator.request('trash.list', {}))
    must(await facilitator.request('trash.remove', { trashId: entry?.trashId ?? '' }))
    expect(await readdir(join(host.folder, 'app', 'backups'), { recursive: true })).toEqual(backups)
    expect(backups.some((name) => name.endsWith('.json'))).toBe(true)
  })

  test('takes no name but its own', async () => {
    const host = await startTestHost()
    const facilitator = await begin(host)
    for (const trashId of ['..', '../Families lab', '20260302T090000-0000000z', '']) {
      expect(await facilitator.request('trash.remove', { trashId })).toMatchObject({ error: { code: 'file-missing' } })
    }
  })
})

describe('backups', () => {
  test('are listed, and one becomes a session beside the present one', async () => {
    const host = await startTestHost()
    const facilitator = await begin(host)
    must(await facilitator.request('session.leave', {}))
    const { sessions } = must(await facilitator.request('home.view', {}))
    must(await facilitator.request('session.open', { fileId: sessions[0]?.fileId ?? '' }))
    const backup = await firstBackup(facilitator)
    must(await facilitator.request('backup.restore', { backupId: backup.backupId }))
    const both = must(await facilitator.request('home.view', {})).sessions
    expect(both).toHaveLength(2)
    expect(new Set(both.map(({ sessionId }) => sessionId)).size).toBe(2)
    const restored = (await opened(facilitator)).fileId
    const other = both.find(({ fileId }) => fileId !== restored)
    expect(other).toMatchObject({ cards: 1 })
  })
})

describe('what was done', () => {
  test('is a list, and one removal is taken back without what came after it', async () => {
    const host = await startTestHost()
    const facilitator = await begin(host)
    must(await facilitator.request('card.remove', { ids: ['card-1'] }))
    must(await facilitator.request('person.add', { id: 'person-2', alias: 'By the door' }))
    const list = must(await facilitator.request('history.list', {}))
    expect(list.slice(0, 2).map(({ what, about }) => [what, about])).toEqual([
      ['person.add', 'By the door'],
      ['card.remove', WORDS],
    ])
    const removal = list.find(({ restorable }) => restorable)
    must(await facilitator.request('history.restore', { entryId: removal?.entryId ?? 0 }))
    expect(must(await facilitator.request('session.search', { text: 'letter' }))).toMatchObject([{ id: 'card-1' }])
    const after = must(await facilitator.request('history.list', {}))
    expect(after[0]).toMatchObject({ what: 'history.restore' })
    expect(after.some(({ what }) => what === 'card.remove')).toBe(false)
    must(await facilitator.request('history.undo', {}))
    expect(must(await facilitator.request('session.search', { text: 'letter' }))).toEqual([])
  })
})

describe('the folder for sessions', () => {
  test('can be changed, at once, and what cannot be a folder is refused', async () => {
    const host = await startTestHost()
    const facilitator = await begin(host)
    const elsewhere = join(host.folder, 'elsewhere')
    must(await facilitator.request('settings.set', { dataDir: elsewhere }))
    must(await facilitator.request('session.create', { ...NEW_SESSION, title: 'There' }))
    const home = must(await facilitator.request('home.view', {}))
    expect(home.dataDir).toBe(elsewhere)
    expect(home.sessions.map(({ title }) => title).toSorted()).toEqual(['First meeting', 'There'])
    expect(await facilitator.request('settings.set', { dataDir: 'not/absolute' })).toMatchObject({ ok: false })
  })
})
