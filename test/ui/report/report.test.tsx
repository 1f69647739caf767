import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { ExportPart } from '@core/protocol/report-views'
import { nav } from '../../../renderer/facilitator/app/nav'
import { openPage } from '../facilitator-shell/open-page'
import { sampleRecords } from '../outcomes/sample-page'

afterEach(cleanup)

const plan = { files: [], folder: '/labs/reports', existing: [], removed: [{ what: 'names', count: 3 }] } as const
const part = (id: string, title: string): ExportPart => ({ id, title, charts: [] })
const PARTS = [part('people', 'Who took part'), part('tasks', 'Who does what'), part('annex', 'Every contribution')]

type Run = (args: unknown) => { readonly value: unknown } | { readonly code: 'target-exists' }

const openReport = async (run: Run = () => ({ value: { jobId: 'job-1' } }), desktop = false) => {
  const page = await openPage({
    desktop,
    records: sampleRecords(),
    place: { kind: 'report' },
    answers: {
      'export.plan': () => ({ value: plan }),
      'export.parts': () => ({ value: PARTS }),
      'export.preview': () => ({ value: { url: 'data:,' } }),
      'export.run': run,
      'file.open': () => ({ value: null }),
      'folder.pick': () => ({ value: { folder: '/usb/for the ministry' } }),
    },
  })
  // The place is fetched when it is first opened, with every kind of report behind it.
  await screen.findByText('3 names', {}, { timeout: 30_000 })
  return page
}

const lastAsk = (asked: readonly { readonly name: string; readonly args: unknown }[], name: string): unknown =>
  asked.findLast((one) => one.name === name)?.args

const write = async (): Promise<void> => await userEvent.click(screen.getByRole('button', { name: 'Write the files' }))

describe('writing the report', () => {
  it('says what is left out, and replaces files only when told to', async () => {
    const asks: unknown[] = []
    const page = await openReport((args) => {
      asks.push(args)
      return asks.length === 1 ? { code: 'target-exists' } : { value: { jobId: 'job-1' } }
    })
    expect(screen.getByText('3 names')).toBeTruthy()
    await write()
    await userEvent.click(await screen.findByRole('button', { name: 'Replace them' }))
    await waitFor(() => expect(asks).toHaveLength(2))
    expect(asks).toMatchObject([{ force: false }, { force: true }])
    const done = { jobId: 'job-1', kind: 'export', state: 'done', done: 1, total: 1 } as const
    page.push('job.changed', { ...done, files: ['meeting.html'], folder: '/labs/reports' })
    expect(await screen.findByText('meeting.html')).toBeTruthy()
  })

  it('is right without touching anything: nothing is chosen for the lab', async () => {
    const page = await openReport()
    await write()
    await waitFor(() => expect(lastAsk(page.asked, 'export.run')).toBeTruthy())
    const ask = { profile: 'participants', lang: 'en', what: { kind: 'session' }, choices: {}, formats: ['html'] }
    expect(lastAsk(page.asked, 'export.run')).toEqual({ ...ask, force: false })
  })

  it('names the file that could not be replaced, and those that were written', async () => {
    const page = await openReport()
    await write()
    await waitFor(() => expect(lastAsk(page.asked, 'export.run')).toBeTruthy())
    const failed = { jobId: 'job-1', kind: 'export', state: 'failed', done: 2, total: 2 } as const
    const failure = { code: 'target-open', params: { file: 'meeting.docx' } } as const
    page.push('job.changed', { ...failed, failure, files: ['meeting.html'], folder: '/labs/reports' })
    expect(await screen.findByText(/“meeting.docx” could not be replaced/)).toBeTruthy()
    expect(screen.getByText('meeting.html')).toBeTruthy()
    expect(screen.getByText('In /labs/reports')).toBeTruthy()
  })
})

describe('choosing what is in the report', () => {
  it('moves parts by buttons and keys, leaves some out, and goes back to the usual', async () => {
    const page = await openReport()
    await userEvent.click(await screen.findByText('Parts'))
    const preview = (): unknown => lastAsk(page.asked, 'export.preview')
    await userEvent.click(await screen.findByRole('button', { name: 'Who does what: further up' }))
    await waitFor(() => expect(preview()).toMatchObject({ choices: { parts: ['tasks', 'people', 'annex'] } }))
    screen.getByRole('button', { name: 'Move Every contribution, place 3' }).focus()
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Who took part' }))
    await waitFor(() => expect(preview()).toMatchObject({ choices: { parts: ['tasks', 'annex'] } }))
    expect(screen.getByText('2 of 3, as you chose')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'All parts, in the usual order' }))
    await waitFor(() => expect(preview()).not.toHaveProperty('choices.parts'))
  })

  it('writes what the preview shows: kind, cover and formats', async () => {
    const page = await openReport()
    await userEvent.click(await screen.findByRole('radio', { name: /^Minutes/ }))
    await userEvent.click(screen.getByText('Cover'))
    const authors = screen.getByRole('textbox', { name: 'Authors, one a line' })
    await userEvent.clear(authors)
    await userEvent.type(authors, 'Ana{Enter}Bo')
    await userEvent.click(screen.getByRole('checkbox', { name: /^Word/ }))
    await write()
    await waitFor(() => expect(lastAsk(page.asked, 'export.run')).toBeTruthy())
    const chosen = { what: { kind: 'minutes' }, choices: { cover: { authors: ['Ana', 'Bo'] } } }
    expect(lastAsk(page.asked, 'export.run')).toMatchObject({ ...chosen, formats: ['html', 'docx'] })
    await waitFor(() => expect(lastAsk(page.asked, 'export.preview')).toMatchObject(chosen))
  })

  it('offers only formats that a kind has, in a group with a name', async () => {
    await openReport()
    await userEvent.click(await screen.findByRole('radio', { name: /^Policy brief/ }))
    const formats = within(screen.getByRole('group', { name: 'As what?' }))
    expect(formats.queryByRole('checkbox', { name: /^Excel/ })).toBeNull()
    expect(formats.getByRole('checkbox', { name: /^PDF/ })).toBeTruthy()
  })
})

const job = { jobId: 'job-1', kind: 'export', done: 1, total: 1 } as const

describe('after writing', () => {
  it('opens files in their own programs, or lets a browser open and keep them', async () => {
    const page = await openReport(undefined, true)
    await write()
    page.push('job.changed', { ...job, state: 'done', files: ['meeting.html', 'meeting.pdf'], folder: '/labs/reports' })
    await userEvent.click(await screen.findByRole('button', { name: 'Open meeting.pdf' }))
    await waitFor(() => expect(lastAsk(page.asked, 'file.open')).toEqual({ jobId: 'job-1', file: 'meeting.pdf' }))
    cleanup()
    const inBrowser = await openReport()
    await write()
    inBrowser.push('job.changed', { ...job, state: 'done', files: ['a b.html', 'a b.docx'], folder: '/labs/reports' })
    const open = await screen.findByRole('link', { name: 'Open a b.html' })
    expect(open.getAttribute('href')).toBe('/written/job-1/a%20b.html')
    expect(screen.getByRole('link', { name: 'Download a b.docx' }).getAttribute('href')).toContain('a%20b.docx?keep')
    expect(screen.queryByRole('link', { name: 'Open a b.docx' })).toBeNull()
  })

  it('goes on in another folder, or beside what is there, with everything as it was chosen', async () => {
    const asks: unknown[] = []
    const page = await openReport((args) => {
      asks.push(args)
      return asks.length === 2 ? { code: 'target-exists' } : { value: { jobId: 'job-1' } }
    }, true)
    await userEvent.click(await screen.findByRole('radio', { name: /^Minutes/ }))
    await write()
    const failure = { code: 'export-no-room', params: { file: 'meeting.pdf' } } as const
    page.push('job.changed', { ...job, state: 'failed', failure, files: ['meeting.html'], folder: '/labs/reports' })
    const problem = within(
      (await screen.findByText(/no room on the disk/)).closest<HTMLElement>('.notice') ?? document.body,
    )
    await userEvent.click(problem.getByRole('button', { name: 'Another folder' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Write beside them' }))
    await waitFor(() => expect(asks).toHaveLength(3))
    // The page was written before the disk was full: only the PDF is asked for again.
    const again = { what: { kind: 'minutes' }, formats: ['pdf'], folder: '/usb/for the ministry', force: false }
    expect(asks.slice(1)).toMatchObject([again, { ...again, beside: true }])
  })

  it('has everything as it was when one comes back', async () => {
    const page = await openReport()
    await userEvent.click(await screen.findByRole('radio', { name: /^Minutes/ }))
    await userEvent.click(screen.getByRole('radio', { name: /^Everybody/ }))
    await userEvent.click(screen.getByRole('checkbox', { name: /^Excel/ }))
    await write()
    page.push('job.changed', { ...job, state: 'done', files: ['meeting.html'], folder: '/labs/reports' })
    await screen.findByText('meeting.html')
    act(() => nav.go({ kind: 'lab' }))
    await waitFor(() => expect(screen.queryByText('meeting.html')).toBeNull())
    act(() => nav.go({ kind: 'report' }))
    expect(await screen.findByText('meeting.html')).toBeTruthy()
    for (const name of [/^Minutes/, /^Everybody/]) {
      expect(screen.getByRole<HTMLInputElement>('radio', { name }).checked).toBe(true)
    }
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Excel/ }).checked).toBe(true)
  })
})
