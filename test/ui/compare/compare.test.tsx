import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CompareView } from '@core/protocol/report-views'
import type { RequestArgs } from '@core/protocol/requests'
import { chooseAgain } from '../../../renderer/facilitator/compare/comparison'
import { homeView, sessionCard } from '../facilitator-shell/home-view'
import { openPage } from '../facilitator-shell/open-page'
import { compareSession, compareView, topicTable } from './compare-answers'

beforeEach(() => chooseAgain())
afterEach(cleanup)

type Asked = RequestArgs<'compare.view'>

const home = homeView({
  sessions: [sessionCard(), sessionCard({ fileId: 'file-3', title: 'Second meeting' })],
  labs: [],
})

const done = { jobId: 'job-1', kind: 'compare', state: 'done', done: 3, total: 3 } as const

const statement = {
  sessionId: 'session-es',
  cardId: 'card-1',
  text: 'Rules keep services from sharing.',
  voice: 'Managers',
  voiceSlot: 3,
  place: 'Spain',
  title: 'Spain meets',
}

const openCompare = async (view: (asked: Asked) => CompareView = () => compareView()) => {
  const asks: Asked[] = []
  const page = await openPage({
    place: { kind: 'compare' },
    answers: {
      'home.view': () => ({ value: home }),
      'compare.start': () => ({ value: { compareId: 'compare-1', jobId: 'job-1' } }),
      'compare.view': (args) => {
        asks.push(args as Asked)
        return { value: view(args as Asked) }
      },
      'compare.statements': () => ({ value: [statement] }),
      'job.cancel': () => ({ value: null }),
    },
  })
  return { page, asks }
}

const compared = async (view?: (asked: Asked) => CompareView) => {
  const opened = await openCompare(view)
  await userEvent.click(await screen.findByRole('button', { name: 'Compare' }))
  await waitFor(() => expect(opened.page.asked.some(({ name }) => name === 'compare.start')).toBe(true))
  opened.page.push('job.changed', done)
  return opened
}

const cell = async (name: RegExp) => await screen.findByRole('button', { name })

describe('choosing what is compared', () => {
  test('asks for ticks before single sessions are compared, and takes what is ticked', async () => {
    const { page } = await openCompare()
    await userEvent.click(await screen.findByRole('radio', { name: /Single sessions/ }))
    const start = screen.getByRole('button', { name: 'Compare' })
    expect(start.getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(screen.getByRole('checkbox', { name: /Second meeting/ }))
    await userEvent.click(start)
    await waitFor(() =>
      expect(page.asked.find(({ name }) => name === 'compare.start')?.args).toEqual({
        of: { kind: 'files', fileIds: ['file-3'] },
      }),
    )
  })

  test('shows how far reading is, and goes back to the choice when it is cancelled', async () => {
    const { page } = await openCompare()
    await userEvent.click(await screen.findByRole('button', { name: 'Compare' }))
    page.push('job.changed', { ...done, state: 'running', done: 40, total: 1_000 })
    expect(await screen.findByText('40 of 1000 files')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(page.asked.at(-1)).toMatchObject({ name: 'job.cancel', args: { jobId: 'job-1' } }))
    page.push('job.changed', { ...done, state: 'cancelled' })
    expect(await screen.findByRole('radio', { name: /^All sessions \d/ })).toBeTruthy()
  })

  test('shows what is chosen before it is read', async () => {
    await openCompare()
    const preview = within(await screen.findByRole('region', { name: 'What will stand side by side' }))
    expect(preview.getByText('Second meeting')).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: /Single sessions/ }))
    expect(preview.getByText('Nothing is chosen yet.')).toBeTruthy()
    await userEvent.click(screen.getByRole('checkbox', { name: /Second meeting/ }))
    expect(preview.getByRole('heading', { name: '1 session of 1 lab' })).toBeTruthy()
  })

  test('with no session says what to do, and takes the samples', async () => {
    const samples = [{ id: 's', name: 'A sample', place: 'Slovenia', parts: [] }]
    const page = await openPage({
      place: { kind: 'compare' },
      answers: { 'home.view': () => ({ value: homeView({ samples }) }) },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Look at it with the sample labs' }))
    await waitFor(() =>
      expect(page.asked.find(({ name }) => name === 'compare.start')?.args).toEqual({ of: { kind: 'samples' } }),
    )
  })

  test('with no session says what to do, and takes a folder', async () => {
    const page = await openPage({ place: { kind: 'compare' } })
    expect(await screen.findByText('No session to compare yet')).toBeTruthy()
    await userEvent.type(screen.getByLabelText(/^Folder/), '/from/others')
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }))
    await waitFor(() =>
      expect(page.asked.find(({ name }) => name === 'compare.start')?.args).toEqual({
        of: { kind: 'folder', path: '/from/others' },
      }),
    )
  })
})

describe('the heat map', () => {
  test('tells a number, nobody named it, not asked and named together apart', async () => {
    await compared()
    expect((await cell(/^2 statements: Legislation, Spain/)).textContent).toBe('2')
    expect((await cell(/^0 statements: Legislation, Latvia/)).textContent).toBe('–')
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(rows[1]?.textContent).toContain('not asked')
    expect(screen.queryByRole('button', { name: /Staff and competences, Latvia/ })).toBeNull()
    expect(await screen.findByText('Named by the 3 places together,')).toBeTruthy()
    expect(screen.getByText('2 of 3')).toBeTruthy()
    expect(screen.getByText('2 of 3 places name Legislation.')).toBeTruthy()
  })

  test('opens the statements behind a cell, goes on to the same theme elsewhere and to the session', async () => {
    const { page } = await compared()
    await userEvent.click(await cell(/Legislation, Spain/))
    expect(await screen.findByRole('heading', { name: 'Spain, Legislation' })).toBeTruthy()
    const drawer = within(screen.getByRole('complementary'))
    expect(await drawer.findByText('Rules keep services from sharing.')).toBeTruthy()
    await userEvent.click(drawer.getByRole('button', { name: 'Open the session Spain meets' }))
    await waitFor(() =>
      expect(page.asked.find(({ name }) => name === 'session.open')?.args).toEqual({ fileId: 'file-es' }),
    )
    await userEvent.click(drawer.getByRole('button', { name: 'Serbia' }))
    expect(await screen.findByRole('heading', { name: 'Serbia, Legislation' })).toBeTruthy()
  })

  test('does not open a session whose file is outside of the folder', async () => {
    await compared()
    await userEvent.click(await cell(/Legislation, Latvia/))
    expect(await screen.findByText('It was asked here, and nobody named it.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Open the session/ })).toBeNull()
    expect(screen.getByText(/outside of the folder of your sessions/)).toBeTruthy()
  })

  test('goes from cell to cell by the arrow keys, over what was not asked', async () => {
    await compared()
    const start = await cell(/Legislation, Latvia/)
    start.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Staff and competences, Serbia/)
    await userEvent.keyboard('{ArrowUp}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Staff and competences, Serbia/)
  })

  test('asks anew for labs and for a year, and says when nothing is left', async () => {
    const { asks } = await compared(({ filter }) =>
      filter?.years?.[0] === 2025
        ? compareView({ sessions: [], topics: topicTable({ topics: [], rows: [], named: [] }) })
        : compareView(),
    )
    await userEvent.click(await screen.findByRole('radio', { name: 'Lab × theme' }))
    await waitFor(() => expect(asks.at(-1)?.by).toBe('lab'))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Year' }), '2025')
    await waitFor(() => expect(asks.at(-1)?.filter).toEqual({ years: [2025] }))
    expect(await screen.findByText('No session is left by what was chosen.')).toBeTruthy()
    const [again] = screen.getAllByRole('button', { name: 'Show all again' })
    if (again) await userEvent.click(again)
    await waitFor(() => expect(asks.at(-1)).not.toHaveProperty('filter'))
    expect(await cell(/Legislation, Spain/)).toBeTruthy()
  })

  test('leaves single sessions out by their ticks, and a lab that has none left', async () => {
    const sessions = [
      compareSession({ labId: 'lab-2', labName: 'Second lab', sessionId: 'second' }),
      compareSession({ sessionId: 'early', title: 'Early meeting' }),
      compareSession({ sessionId: 'late', title: 'Late meeting', day: '2026-05-01' }),
    ]
    const { asks } = await compared(() => compareView({ sessions }))
    await userEvent.click(await screen.findByRole('button', { name: 'Sessions of Baseline' }))
    await userEvent.click(screen.getByRole('checkbox', { name: /Early meeting/ }))
    await waitFor(() => expect(asks.at(-1)?.filter).toEqual({ without: ['early'] }))
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Baseline' }).indeterminate).toBe(true)
    await userEvent.click(screen.getByRole('checkbox', { name: /Late meeting/ }))
    await waitFor(() => expect(asks.at(-1)?.filter).toEqual({ labIds: ['lab-2'] }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Baseline' }))
    await waitFor(() => expect(asks.at(-1)).not.toHaveProperty('filter'))
  })

  test('is narrowed down by place, voice and theme, and exported like that', async () => {
    const { page, asks } = await compared()
    await userEvent.click(await screen.findByRole('button', { name: 'Narrow down' }))
    const drawer = within(screen.getByRole('complementary'))
    const tick = (group: string, name: string) =>
      userEvent.click(within(drawer.getByRole('group', { name: group })).getByRole('checkbox', { name }))
    await tick('Places', 'Latvia')
    await tick('Voices', 'Managers')
    await tick('Themes and questions', 'Staff and competences')
    const filter = { places: ['Serbia', 'Spain'], voices: ['f1', 'f2'], topics: ['legislation', 'trust'] }
    await waitFor(() => expect(asks.at(-1)?.filter).toEqual(filter))
    expect(screen.getByRole('button', { name: 'Narrow down (3)' })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /^Export$/ }))
    expect(screen.getByText(/Only what is chosen on the screen/)).toBeTruthy()
    await userEvent.click(await screen.findByRole('button', { name: 'Write the files' }))
    await waitFor(() =>
      expect(page.asked.find(({ name }) => name === 'export.run')?.args).toMatchObject({ what: { filter } }),
    )
  })

  test('leaves a lab out by its tick', async () => {
    const sessions = [compareSession(), compareSession({ sessionId: 'other', labId: 'lab-2', labName: 'Second lab' })]
    const { asks } = await compared(() => compareView({ sessions }))
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Second lab' }))
    await waitFor(() => expect(asks.at(-1)?.filter).toEqual({ labIds: ['lab-1'] }))
  })
})

describe('the other views', () => {
  const go = async (name: RegExp) => await userEvent.click(await screen.findByRole('button', { name }))

  test('hold words, priorities, tasks and indicators', async () => {
    await compared()
    await go(/In their words/)
    const row = within(screen.getByRole('table')).getAllByRole('row')[1]
    expect(row?.textContent).toContain('not asked')
    expect(row?.textContent).toContain('nothing said')
    expect(row?.textContent).toContain('No internet at home.')
    await go(/Priorities/)
    expect(screen.getByText('up from 2')).toBeTruthy()
    expect(screen.getByText('“One worker” rose from place 2 to place 1.')).toBeTruthy()
    const moves = within(screen.getByRole('table')).getAllByRole('row')[1]
    expect(moves?.textContent).toBe('One worker21')
    await userEvent.click(screen.getByRole('radio', { name: 'By voice' }))
    expect(screen.getByText('Staff + Managers')).toBeTruthy()
    await go(/Tasks kept/)
    expect(await screen.findByRole('img', { name: '3 of 5 tasks are done. 1 is late.' })).toBeTruthy()
    await go(/As a table/)
    expect(within(screen.getByRole('table')).getAllByRole('row')[1]?.textContent).toBe('Baseline351')
    await go(/Indicators/)
    expect(await screen.findByRole('img', { name: '1 of 1 indicator with a target has reached it.' })).toBeTruthy()
    await go(/As a table/)
    expect(screen.getByText('reached')).toBeTruthy()
  })

  test('list what was left out with why', async () => {
    await compared()
    await go(/Left out/)
    expect(screen.getByText('broken.polyphony.json').parentElement?.textContent).toMatch(/signs that are not text/)
    expect(screen.getByText('copy.polyphony.json')).toBeTruthy()
  })

  test('are written as they are seen', async () => {
    const { page } = await compared()
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Year' }), '2026')
    await go(/^Export$/)
    await userEvent.click(await screen.findByRole('button', { name: 'Write the files' }))
    await waitFor(() =>
      expect(page.asked.find(({ name }) => name === 'export.run')?.args).toMatchObject({
        profile: 'public',
        what: { kind: 'compare', compareId: 'compare-1', by: 'place', filter: { years: [2026] } },
      }),
    )
  })
})

test('a comparison that the host has forgotten is read again, once', async () => {
  const page = await openPage({
    place: { kind: 'compare' },
    answers: {
      'home.view': () => ({ value: home }),
      'compare.start': () => ({ value: { compareId: 'compare-1', jobId: 'job-1' } }),
      'compare.view': () => ({ code: 'not-found', params: { type: 'comparison' } }),
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Compare' }))
  page.push('job.changed', done)
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(page.asked.filter(({ name }) => name === 'compare.start')).toHaveLength(2)
})
