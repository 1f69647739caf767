import { readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Topic } from '@core/model/board'
import type { CompareView } from '@core/protocol/report-views'
import type { RequestArgs } from '@core/protocol/requests'
import {
  COUNTRIES,
  baseline,
  sixCountries,
  smallSession,
  writeSessionFile,
  writeSmallSessions,
} from '../helpers/compare-files'
import { must } from '../helpers/must'
import type { Talker } from '../helpers/talker'
import { tempDir } from '../helpers/temp-dir'
import { startSession, startTestHost } from '../helpers/test-host'

/** npm test reads sixty files, the long run a thousand. */
const MANY = process.env['POLYPHONY_LONG'] ? 1_000 : 60

/** Some time long ago, in seconds. */
const NOON = 1_700_000_000

/** Who reported what as a challenge to integrated care, as the comparison of the six countries was published. */
const REPORTED: Partial<Record<Topic, readonly string[]>> = {
  organisation: ['Latvia', 'Norway', 'Serbia', 'Spain', 'Sweden'],
  legislation: ['Serbia', 'Slovenia', 'Spain'],
  collaboration: ['Norway', 'Serbia', 'Slovenia', 'Spain', 'Sweden'],
  staff: ['Latvia', 'Slovenia', 'Spain', 'Sweden'],
}

type Of = RequestArgs<'compare.start'>['of']

/** Begins a comparison and waits for its job; answers its id. */
const compared = async (facilitator: Talker, of: Of): Promise<string> => {
  const { compareId, jobId } = must(await facilitator.request('compare.start', { of }))
  const ended = await facilitator.push('job.changed', (job) => job.jobId === jobId && job.state !== 'running')
  expect(ended).toMatchObject({ kind: 'compare', state: 'done' })
  return compareId
}

const view = async (facilitator: Talker, compareId: string, more: Partial<RequestArgs<'compare.view'>> = {}) =>
  must(await facilitator.request('compare.view', { compareId, by: 'place', ...more }))

const folderOf = async (
  files: readonly { readonly name: string; readonly records: Parameters<typeof writeSessionFile>[2] }[],
) => {
  const folder = await tempDir()
  for (const { name, records } of files) await writeSessionFile(folder, name, records)
  return folder
}

const reported = ({ topics }: CompareView): Record<string, string[]> =>
  Object.fromEntries(
    Object.keys(REPORTED).map((topic) => [
      topic,
      topics.rows
        .filter(({ cells }) => {
          const cell = cells[topics.topics.indexOf(topic as Topic)]
          return cell?.kind === 'count' && cell.statements.length > 0
        })
        .map(({ name }) => name),
    ]),
  )

describe('the six countries', () => {
  test('one session and six files give the published table, the same frame and the same sums', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const path = await folderOf([{ name: 'all', records: baseline() }])
    const one = await view(facilitator, await compared(facilitator, { kind: 'folder', path }))
    const six = await view(
      facilitator,
      await compared(facilitator, {
        kind: 'folder',
        path: await folderOf(sixCountries().map(({ country, records }) => ({ name: country, records }))),
      }),
    )
    for (const table of [one, six]) {
      expect(table.topics.rows.map(({ name }) => name)).toEqual(COUNTRIES)
      expect(reported(table)).toEqual(REPORTED)
    }
    expect(six.sessions).toHaveLength(6)
    expect(six.frame.rows).toEqual(one.frame.rows)
    expect(one.frame.topics).toHaveLength(15)
    expect(one.shared.find(({ topic }) => topic === 'legislation')).toMatchObject({
      rows: ['Serbia', 'Slovenia', 'Spain'],
      asked: 6,
    })
  })

  test('what stands behind a cell is read from the file, as it is', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const path = await folderOf([{ name: 'all', records: baseline() }])
    const compareId = await compared(facilitator, { kind: 'folder', path })
    const { topics } = await view(facilitator, compareId)
    const cell = topics.rows.find(({ name }) => name === 'Spain')?.cells[topics.topics.indexOf('legislation')]
    const refs = cell?.kind === 'count' ? [...cell.statements] : []
    const statements = must(await facilitator.request('compare.statements', { compareId, refs }))
    expect(statements).toHaveLength(2)
    for (const one of statements) expect(one).toMatchObject({ place: 'Spain', title: 'Six countries, one frame' })
    expect(statements.map(({ voice }) => voice)).not.toContain(null)
  })
})

/** Files of the app's own folder under `compare`, whole. */
const keptIn = async (folder: string): Promise<string[]> => {
  const names = await readdir(join(folder, 'app', 'compare')).catch(() => [])
  return Promise.all(names.map((name) => readFile(join(folder, 'app', 'compare', name), 'utf8')))
}

describe('a folder of sessions', () => {
  test(`${MANY} files are read once; what did not change is not read again`, async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const path = await tempDir()
    await writeSmallSessions(path, MANY)
    const spoilt = join(path, 'lab-1', '1.polyphony.json')
    await utimes(spoilt, NOON, NOON)
    const first = await view(facilitator, await compared(facilitator, { kind: 'folder', path }))
    expect(first.all.sessions).toBe(MANY)
    expect((await keptIn(host.folder)).length).toBeGreaterThan(1)
    // Spoilt without a trace in time and size: only what is kept can still tell what stood there.
    await writeFile(spoilt, ' '.repeat((await stat(spoilt)).size))
    await utimes(spoilt, NOON, NOON)
    const changed = join(path, 'lab-2', '2.polyphony.json')
    await writeSessionFile(path, 'lab-2/2', smallSession(2).slice(0, -2), 7)
    expect(await readFile(changed, 'utf8')).toContain('session-2')
    const from = performance.now()
    const second = await view(facilitator, await compared(facilitator, { kind: 'folder', path }))
    expect(second.damaged).toEqual([])
    expect(second.all.sessions).toBe(MANY)
    const statementsOf = (of: CompareView) => of.sessions.find(({ sessionId }) => sessionId === 'session-2')?.statements
    expect([statementsOf(first), statementsOf(second)]).toEqual([3, 2])
    // A second for a thousand; the bench measures it.
    expect(performance.now() - from).toBeLessThan(3_000)
  })

  test('says how far it is and stops when told to; nothing of it can be looked at', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const path = await tempDir()
    await writeSmallSessions(path, MANY)
    const { compareId, jobId } = must(await facilitator.request('compare.start', { of: { kind: 'folder', path } }))
    await facilitator.push('job.changed', (job) => job.jobId === jobId && job.done > 0 && job.total === MANY)
    must(await facilitator.request('job.cancel', { jobId }))
    await facilitator.push('job.changed', (job) => job.jobId === jobId && job.state === 'cancelled')
    expect(await facilitator.request('compare.view', { compareId, by: 'place' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  test('damaged files are named, older copies as well, and hidden folders are none of its business', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const path = await tempDir()
    await writeSessionFile(path, 'copies/old', smallSession(1), 3)
    await writeSessionFile(path, 'new', smallSession(1).slice(0, -1), 9)
    await writeSessionFile(path, '.trash/thrown', smallSession(4))
    await writeFile(join(path, 'broken.polyphony.json'), '{"format":"polyphony-session"')
    await writeFile(join(path, 'other.polyphony.json'), '{"some":"thing"}')
    const found = await view(facilitator, await compared(facilitator, { kind: 'folder', path }))
    expect(found.sessions.map(({ sessionId }) => sessionId)).toEqual(['session-1'])
    expect(found.tasks).toEqual([])
    expect(found.doubles).toEqual([{ fileName: join('copies', 'old.polyphony.json'), sessionId: 'session-1' }])
    expect(found.damaged.map(({ fileName, failure }) => [fileName, failure.code])).toEqual([
      ['broken.polyphony.json', 'not-json'],
      ['other.polyphony.json', 'not-ours'],
    ])
  })

  test('a folder that is not there is said, not shown as empty', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    for (const path of [join(host.folder, 'nowhere'), 'data']) {
      expect(await facilitator.request('compare.start', { of: { kind: 'folder', path } })).toMatchObject({
        ok: false,
        error: { code: 'no-such-folder' },
      })
    }
  })

  test('a filter leaves what is asked for and still tells what there is', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const path = await tempDir()
    await writeSmallSessions(path, 12)
    const compareId = await compared(facilitator, { kind: 'folder', path })
    const families = await view(facilitator, compareId, { filter: { targetGroups: ['Families'] } })
    expect(families.sessions).toHaveLength(6)
    expect(families.all).toEqual({
      sessions: 12,
      targetGroups: ['Families', 'Older people'],
      years: [2020, 2021, 2022, 2023, 2024, 2025],
      places: COUNTRIES,
      topics: ['staff', 'trust'],
      voices: [{ name: 'Families', ids: [expect.any(String)] }],
    })
    const one = await view(facilitator, compareId, { by: 'lab', filter: { years: [2021], labIds: ['lab-1'] } })
    expect(one.topics.rows).toMatchObject([{ name: 'Lab 1', sessions: 1 }])
    expect(one.tasks).toEqual([{ labName: 'Lab 1', done: 0, all: 1, late: 1 }])
    expect((await view(facilitator, compareId, { filter: { years: [] } })).sessions).toEqual([])
  })
})

describe('the sessions of this computer', () => {
  test('what is open counts as it is now, also after the comparison was begun; held words never', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const entry = { id: 'staff', label: { text: 'Staff' }, topic: 'staff' as const }
    must(await facilitator.request('axis.add-entry', { boardId: 'board-1', axisId: 'theme', entry }))
    const card = {
      id: 'card-1',
      boardId: 'board-1',
      zone: ['staff', 'l1'],
      text: 'Nobody asked us.',
      voiceId: 'voice-1',
    }
    must(await facilitator.request('card.add', card))
    const compareId = await compared(facilitator, { kind: 'all' })
    const countOf = async (): Promise<number | undefined> => {
      const { topics } = await view(facilitator, compareId)
      const cell = topics.rows[0]?.cells[topics.topics.indexOf('staff')]
      return cell?.kind === 'count' ? cell.statements.length : undefined
    }
    expect(await countOf()).toBe(1)
    must(await facilitator.request('card.add', { ...card, id: 'card-2' }))
    must(await facilitator.request('card.add', { ...card, id: 'card-3', held: true }))
    expect(await countOf()).toBe(2)
    const { sessions } = await view(facilitator, compareId)
    const sessionId = sessions[0]?.sessionId ?? ''
    expect(sessions[0]?.fileId).not.toBeNull()
    const refs = ['card-2', 'card-3', 'card-x'].map((cardId) => ({ sessionId, cardId }))
    const statements = must(await facilitator.request('compare.statements', { compareId, refs }))
    expect(statements).toMatchObject([{ cardId: 'card-2', voice: 'Families', voiceSlot: 1, text: 'Nobody asked us.' }])
  })

  test('the sample labs are read where they are, and not copied', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const samples = await view(facilitator, await compared(facilitator, { kind: 'samples' }))
    expect(new Set(samples.sessions.map(({ labId }) => labId)).size).toBe(5)
    expect(samples.damaged).toEqual([])
    expect(samples.sessions.every(({ fileId }) => fileId === null)).toBe(true)
    expect(must(await facilitator.request('home.view', {})).sessions).toEqual([])
  })

  test('all, some labs, some files', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    await writeSmallSessions(join(host.folder, 'data'), 6)
    const { sessions } = must(await facilitator.request('home.view', {}))
    const idsOf = async (of: Of): Promise<string[]> =>
      (await view(facilitator, await compared(facilitator, of))).sessions.map(({ sessionId }) => sessionId).toSorted()
    expect(await idsOf({ kind: 'all' })).toHaveLength(6)
    expect(await idsOf({ kind: 'labs', labIds: ['lab-2', 'lab-5'] })).toEqual(['session-2', 'session-5'])
    const files = sessions.filter(({ sessionId }) => sessionId === 'session-3').map(({ fileId }) => fileId)
    expect(await idsOf({ kind: 'files', fileIds: files })).toEqual(['session-3'])
    await rm(join(host.folder, 'data', 'lab-3', '3.polyphony.json'))
    const gone = await view(facilitator, await compared(facilitator, { kind: 'files', fileIds: files }))
    expect(gone.sessions).toEqual([])
    expect(gone.damaged).toMatchObject([
      { fileName: join('lab-3', '3.polyphony.json'), failure: { code: 'file-missing' } },
    ])
  })

  test('an erasure leaves no word in what was kept', async () => {
    const host = await startTestHost()
    const facilitator = await startSession(host)
    const entry = { id: 'digital', label: { text: 'Digital' }, topic: 'digital' as const }
    must(await facilitator.request('axis.add-entry', { boardId: 'board-1', axisId: 'theme', entry }))
    const card = { id: 'card-1', boardId: 'board-1', zone: ['digital', 'l1'], text: 'Planted words of Mira.' }
    must(await facilitator.request('card.add', card))
    must(await facilitator.request('session.leave', {}))
    await compared(facilitator, { kind: 'all' })
    expect((await keptIn(host.folder)).join('')).toContain('Planted words')
    const { sessions } = must(await facilitator.request('home.view', {}))
    must(await facilitator.request('session.open', { fileId: sessions[0]?.fileId ?? '' }))
    const { jobId } = must(await facilitator.request('erase.run', { what: { kind: 'records', ids: ['card-1'] } }))
    await facilitator.push('job.changed', (job) => job.jobId === jobId && job.state === 'done')
    expect((await keptIn(host.folder)).join('')).not.toContain('Planted words')
  })

  test('a comparison is exported without an open session, in every format that has no printer', async () => {
    const host = await startTestHost()
    const facilitator = await host.window('facilitator')
    const path = await folderOf([{ name: 'all', records: baseline() }])
    const compareId = await compared(facilitator, { kind: 'folder', path })
    const what = { kind: 'compare', compareId, by: 'place' } as const
    const formats = ['html', 'docx', 'xlsx', 'csv', 'md', 'json'] as const
    const { jobId } = must(
      await facilitator.request('export.run', {
        formats: [...formats],
        profile: 'public',
        lang: 'en',
        force: false,
        what,
      }),
    )
    const job = await facilitator.push('job.changed', (one) => one.jobId === jobId && one.state !== 'running')
    expect(job).toMatchObject({ state: 'done', folder: join(host.folder, 'data', 'reports') })
    const name = job.files?.find((file) => file.endsWith('.md')) ?? ''
    const text = await readFile(join(host.folder, 'data', 'reports', name), 'utf8')
    expect(text).toContain('5 of 6 places name Organisation of services and Collaboration between services.')
    expect(text).toContain('Latvia')
    const asked = { profile: 'public', lang: 'en', what } as const
    const picture = { ...asked, chartId: 'compare-themes-map', as: 'svg' } as const
    expect(must(await facilitator.request('export.picture', picture)).data).toContain('Legislation')
  })
})
