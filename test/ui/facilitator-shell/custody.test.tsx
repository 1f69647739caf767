import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { showDialog } from '../../../renderer/facilitator/app/panels'
import { stepsDone } from '../../../renderer/facilitator/help/guide-steps'
import { aBoard, aCard, aLab, aPerson, aSession, aStep, aVoice } from '../../helpers/builders'
import { homeView, sessionCard } from './home-view'
import { openPage } from './open-page'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const SESSION = [aSession({ state: 'prepared' }), aLab(), aVoice(), aStep(), aBoard(), aCard(), aPerson()]
const asksOf = (page: { readonly asked: readonly { readonly name: string; readonly args: unknown }[] }, name: string) =>
  page.asked.filter((ask) => ask.name === name).map(({ args }) => args)

describe('sessions that are put away', () => {
  const entry = {
    trashId: 't1',
    title: 'Old one',
    labName: 'Lab',
    day: '2025-01-02',
    trashedAt: '2026-03-01T09:00:00Z',
  }

  test('go to the trash from their row', async () => {
    const sessions = [sessionCard(), sessionCard({ fileId: 'file-3', title: 'Another' })]
    const page = await openPage({
      answers: {
        'home.view': () => ({ value: homeView({ sessions }) }),
        'session.trash': () => ({ value: { trashId: 't1' } }),
        'trash.list': () => ({ value: [] }),
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Move to the trash: Another' }))
    expect(asksOf(page, 'session.trash')).toEqual([{ fileId: 'file-3' }])
  })

  test('come back, or go for good only after a question', async () => {
    const page = await openPage({
      answers: {
        'trash.list': () => ({ value: [entry] }),
        'trash.restore': () => ({ value: { fileId: 'file-9', sessionId: '' } }),
        'trash.remove': () => ({ value: null }),
      },
    })
    await userEvent.click(await screen.findByText('Trash: 1 session'))
    await userEvent.click(screen.getByRole('button', { name: 'Restore' }))
    expect(asksOf(page, 'trash.restore')).toEqual([{ trashId: 't1' }])
    await userEvent.click(screen.getByRole('button', { name: 'Remove for good' }))
    expect(asksOf(page, 'trash.remove')).toEqual([])
    const question = await screen.findByRole('dialog')
    expect(within(question).getByText(/cannot be undone/)).toBeDefined()
    await userEvent.click(within(question).getByRole('button', { name: 'Remove for good' }))
    await waitFor(() => expect(asksOf(page, 'trash.remove')).toEqual([{ trashId: 't1' }]))
  })

  test('that were kept too long are named and deleted, each by its own name', async () => {
    const late = sessionCard({ fileId: 'late', title: 'Kept too long', overdue: true, keepUntil: '2026-01-31' })
    const page = await openPage({
      answers: {
        'home.view': () => ({ value: homeView({ sessions: [sessionCard(), late] }) }),
        'trash.list': () => ({ value: [] }),
        'session.trash': () => ({ value: { trashId: 'mine' } }),
        'trash.remove': () => ({ value: null }),
      },
    })
    const section = await screen.findByRole('region', { name: '1 session is kept longer than was promised' })
    expect(within(section).getByText(/was to be kept until 31 January 2026/)).toBeDefined()
    await userEvent.click(within(section).getByRole('button', { name: 'Delete with backups' }))
    const question = await screen.findByRole('dialog')
    await userEvent.click(within(question).getByRole('button', { name: 'Delete with backups' }))
    await waitFor(() => expect(asksOf(page, 'trash.remove')).toEqual([{ trashId: 'mine' }]))
    expect(asksOf(page, 'session.trash')).toEqual([{ fileId: 'late' }])
  })
})

describe('what was done', () => {
  const removal = { entryId: 4, what: 'card.remove', at: Date.now(), about: 'The lost card', count: 1, state: 'done' }

  test('brings one removal back', async () => {
    const page = await openPage({
      records: SESSION,
      place: { kind: 'history' },
      answers: {
        'history.list': () => ({ value: [{ ...removal, restorable: true }] }),
        'history.restore': () => ({ value: { seq: 1 } }),
        'backup.list': () => ({ value: [] }),
      },
    })
    expect(await screen.findByText('The lost card')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Bring back' }))
    expect(asksOf(page, 'history.restore')).toEqual([{ entryId: 4 }])
  })
})

describe('an erasure', () => {
  const plan = {
    here: 2,
    files: [{ title: 'First', day: '2026-01-05', count: 1 }],
    backups: 3,
    touched: 1,
    unreadable: [{ fileId: 'torn', fileName: 'torn.polyphony.json', failure: { code: 'not-json' } }],
  }
  const what = { kind: 'person', personId: 'person-1' } as const

  test('says what goes and where before it goes, and that it is done', async () => {
    const page = await openPage({
      records: SESSION,
      place: { kind: 'people' },
      answers: { 'erase.plan': () => ({ value: plan }), 'erase.run': () => ({ value: { jobId: 'job-1' } }) },
    })
    await screen.findByRole('heading', { level: 1 })
    act(() => showDialog({ kind: 'erase', erase: { what, name: 'Blue chair' } }))
    const dialog = await screen.findByRole('dialog', { name: 'Blue chair withdraws' })
    expect(await within(dialog).findByText('2 entries in this session')).toBeDefined()
    expect(within(dialog).getByText(/1 entry in “First”/)).toBeDefined()
    expect(asksOf(page, 'erase.run')).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: 'Erase for good' }))
    expect(asksOf(page, 'erase.run')).toEqual([{ what }])
    const job = { jobId: 'job-1', kind: 'erase', done: 2, total: 2 } as const
    act(() =>
      page.push('job.changed', { ...job, state: 'failed', failure: { code: 'not-all-erased', params: { count: 1 } } }),
    )
    expect(await within(dialog).findByRole('alert')).toBeDefined()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Try again' }))
    expect(asksOf(page, 'erase.run')).toEqual([{ what }, { what }])
    act(() => page.push('job.changed', { ...job, state: 'done' }))
    expect(await within(dialog).findByText(/The words are gone/)).toBeDefined()
    expect(within(dialog).getByText(/One file cannot be looked into.*torn.polyphony.json/)).toBeDefined()
  })
})

describe('hints in a sample session', () => {
  test('show one thing to try and go when it was done', async () => {
    await openPage({ records: [aSession({ sample: true }), ...SESSION.slice(1)], place: { kind: 'people' } })
    const hint = await screen.findByRole('note', { name: 'First steps in a sample' })
    expect(hint.textContent).toContain('open a card')
    await userEvent.click(within(hint).getByRole('button', { name: 'Not this one' }))
    expect(screen.getByRole('note').textContent).toContain('drag a card')
    await userEvent.click(within(hint).getByRole('button', { name: 'Put the hints away' }))
    expect(screen.queryByRole('note')).toBeNull()
  })

  test('are not in sessions of one’s own', async () => {
    await openPage({ records: SESSION, place: { kind: 'people' } })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('note', { name: 'First steps in a sample' })).toBeNull()
  })

  test('are done by the deed, wherever it is done', () => {
    const seen = { place: { kind: 'report' }, drawer: true, lastChange: 'cluster.make' } as const
    expect(stepsDone(seen).toSorted()).toEqual(['group', 'open', 'report'])
  })
})

describe('help', () => {
  test('is there without a session and goes to a chapter', async () => {
    await openPage({ place: { kind: 'help' } })
    await userEvent.click(await screen.findByRole('button', { name: 'When something goes wrong' }))
    expect(document.activeElement?.textContent).toBe('When something goes wrong')
  })
})
