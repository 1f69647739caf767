import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Lab } from '@core/model/lab'
import { allRecords } from '@core/model/document'
import type { LabOverview } from '@core/protocol/views'
import { aDocument, aLab, anActivity } from '../../helpers/builders'
import { openPage } from '../facilitator-shell/open-page'
import '../outcomes/sample-page'

afterEach(cleanup)

const overview: LabOverview = {
  labId: 'lab-1',
  name: 'Families lab',
  sessions: [],
  tasks: [],
  decisions: [],
  projects: [],
  indicators: [],
  activities: [anActivity({ title: 'Open-door day', on: '2026-05-01', text: 'Nine people came.' })],
  pulse: [],
  statements: { all: 0, unanswered: 0 },
  overdue: false,
  damaged: [],
}

const openForm = async (fields: Partial<Lab>) => {
  const records = [...allRecords(aDocument())].map((record) =>
    record.type === 'lab' ? aLab({ id: record.id, ...fields }) : record,
  )
  const page = await openPage({
    records,
    place: { kind: 'lab' },
    answers: { 'lab.overview': () => ({ value: overview }) },
  })
  await userEvent.click(await screen.findByRole('radio', { name: 'Profile' }))
  return { esn: () => page.tables.lab.get('lab-1')?.esn }
}

const fillIn = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Fill in from the lab' }))
  return within(await screen.findByRole('dialog', { name: 'Fill in from the lab' }))
}

it('offers what the lab knows and replaces nothing unasked', async () => {
  const { esn } = await openForm({
    targetGroup: 'Parents alone',
    aim: 'One plan; one worker',
    esn: { context: 'Mine' },
  })
  const dialog = await fillIn()
  expect(await dialog.findByText('Open-door day, 1 May 2026: Nine people came.')).toBeTruthy()
  expect(dialog.getByLabelText('Context: replace what stands there')).toHaveProperty('checked', false)
  expect(dialog.getByText('Mine')).toBeTruthy()
  expect(esn()).toEqual({ context: 'Mine' })
  await userEvent.click(dialog.getByLabelText('Status'))
  await userEvent.click(dialog.getByRole('button', { name: 'Take over 2 fields' }))
  await waitFor(() =>
    expect(esn()).toEqual({
      context: 'Mine',
      objectives: ['One plan', 'one worker'],
      activities: 'Open-door day, 1 May 2026: Nine people came.',
    }),
  )
})

it('replaces what somebody ticks', async () => {
  const { esn } = await openForm({ targetGroup: 'Parents alone', esn: { context: 'Mine' } })
  const dialog = await fillIn()
  await userEvent.click(await dialog.findByLabelText('Context: replace what stands there'))
  await userEvent.click(dialog.getByRole('button', { name: /^Take over/ }))
  await waitFor(() => expect(esn()?.context).toBe('Parents alone'))
})

it('counts words while they are written', async () => {
  await openForm({})
  const field = await screen.findByLabelText('Activities, 300 words at most')
  await userEvent.click(field)
  await userEvent.paste('one, two – three')
  expect(screen.getByText('3 of 300 words.')).toBeTruthy()
  await userEvent.paste(' word'.repeat(298))
  expect(screen.getByText(/1 word too many for the form/)).toBeTruthy()
})

it('neither cuts nor loses a text that the file cannot hold', async () => {
  const { esn } = await openForm({ esn: { contact: 'Before' } })
  const field = await screen.findByLabelText('Contact')
  const long = 'x'.repeat(301)
  await userEvent.clear(field)
  await userEvent.paste(long)
  await userEvent.tab()
  expect(screen.getByText(/1 character too many/)).toBeTruthy()
  expect(field).toHaveProperty('value', long)
  expect(esn()?.contact).toBe('Before')
  await userEvent.type(field, '{Backspace}')
  await userEvent.tab()
  await waitFor(() => expect(esn()?.contact).toBe('x'.repeat(300)))
})

it('says what is missing, and keeps a theme that no list knows', async () => {
  const { esn } = await openForm({
    country: 'Norway',
    organisations: ['Centre'],
    esn: {
      contact: 'A',
      themes: ['old words'],
      statuses: ['concept'],
      context: 'B',
      objectives: ['C'],
      activities: 'D',
    },
  })
  expect(await screen.findByText('1 field is still to be filled in: Outcomes.')).toBeTruthy()
  await userEvent.click(screen.getByLabelText('Disability'))
  await waitFor(() => expect(esn()?.themes).toEqual(['disability', 'old words']))
  await userEvent.click(screen.getByLabelText('Outcomes, and how they were evaluated'))
  await userEvent.paste('It works.')
  await userEvent.tab()
  expect(await screen.findByText('The form is complete.')).toBeTruthy()
})
