import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { allRecords } from '@core/model/document'
import type { LabOverview } from '@core/protocol/views'
import { aDecision, aDocument, aTask, anIndicator } from '../../helpers/builders'
import { homeView, sessionCard } from '../facilitator-shell/home-view'
import { openPage } from '../facilitator-shell/open-page'
import '../outcomes/sample-page'

afterEach(cleanup)

const overview: LabOverview = {
  labId: 'lab-1',
  name: 'Families lab',
  sessions: [],
  tasks: [
    { ...aTask({ text: 'Ask the school.', due: '2020-01-01' }), day: '2026-03-02' },
    { ...aTask({ id: 'task-2', text: 'Long done', state: 'done' }), day: '2026-03-02' },
  ],
  decisions: [{ ...aDecision({ kind: 'recommendation', addressee: 'Ministry' }), day: '2026-03-02' }],
  projects: [],
  indicators: [anIndicator({ baseline: { value: 4 } })],
  activities: [],
  pulse: [],
  statements: { all: 5, unanswered: 2 },
  keepUntil: '2026-01-01',
  overdue: true,
  damaged: [{ fileId: 'f9', fileName: 'broken.polyphony.json', failure: { code: 'not-json' } }],
}

const open = async () => {
  const page = await openPage({
    records: [...allRecords(aDocument())],
    place: { kind: 'lab' },
    answers: { 'lab.overview': () => ({ value: overview }) },
  })
  await screen.findByRole('heading', { level: 1 })
  return page
}

it('shows what stands open over all meetings, what is overdue and what could not be read', async () => {
  await open()
  expect(await screen.findByText('Ask the school.')).toBeTruthy()
  expect(screen.queryByText('Long done')).toBeNull()
  expect(screen.getByText('1 recommendation without a reply')).toBeTruthy()
  expect(screen.getByText('2 statements that nobody has answered')).toBeTruthy()
  expect(screen.getByText(/should have been deleted on 1 January 2026/)).toBeTruthy()
  expect(screen.getByText(/broken.polyphony.json/)).toBeTruthy()
})

it('watches the limits of the practice form without cutting anything off', async () => {
  const page = await open()
  await userEvent.click(await screen.findByRole('radio', { name: 'Profile' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Co-production' }))
  await waitFor(() => expect(page.tables.lab.get('lab-1')?.esn?.themes).toEqual(['co-production']))
  await userEvent.click(screen.getByRole('checkbox', { name: '16. Health care' }))
  await waitFor(() => expect(page.tables.lab.get('lab-1')?.esn?.principles).toEqual([16]))
  const words = 'word '.repeat(301).trim()
  await userEvent.click(screen.getByLabelText('Activities, 300 words at most'))
  await userEvent.paste(words)
  await userEvent.tab()
  await waitFor(() => expect(page.tables.lab.get('lab-1')?.esn?.activities).toBe(words))
  expect(await screen.findByText(/1 word too many for the form/)).toBeTruthy()
})

const lab = {
  labId: 'lab-1',
  name: 'Families lab',
  sessions: 1,
  newestFileId: 'file-2',
  voices: [],
  lateTasks: 0,
  openTasks: 0,
  decisionsDue: 0,
}

it('is reached from the list of labs at home', async () => {
  const records = [...allRecords(aDocument())]
  const page = await openPage({
    answers: {
      'home.view': () => ({ value: homeView({ sessions: [sessionCard()], labs: [lab] }) }),
      'lab.overview': () => ({ value: overview }),
      'session.open': () => ({ value: { fileId: 'file-1', sessionId: 'session-1' } }),
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Over time: Families lab' }))
  await waitFor(() => expect(page.asked.map(({ name }) => name)).toContain('session.open'))
  const snapshot = { fileId: 'file-1', sessionId: 'session-1', seq: 0, records, readOnly: false, notices: [] }
  page.push('session.opened', { snapshot })
  expect(await screen.findByText('Ask the school.')).toBeTruthy()
})
