import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import type { Place } from '../../../renderer/facilitator/app/nav'
import { startProject } from '../../../renderer/facilitator/outcomes/drafts'
import {
  aCard,
  aDocument,
  anActivity,
  anIndicator,
  aProject,
  aPulse,
  aQuestion,
  aSession,
} from '../../helpers/builders'
import { openPage } from '../facilitator-shell/open-page'
import type { Page } from '../facilitator-shell/open-page'
import { allRecords } from '@core/model/document'
import '../outcomes/sample-page'

afterEach(cleanup)

const open = async (kind: Place['kind'], ...records: readonly AnyRecord[]): Promise<Page> => {
  // Places with an id are not opened here.
  const page = await openPage({ records: [...allRecords(aDocument(...records))], place: { kind } as Place })
  await screen.findByRole('heading', { level: 1 })
  return page
}

const closed = aSession({ state: 'closed' })

describe('projects', () => {
  it('stand by how far they are, and move from the drawer', async () => {
    const page = await open('projects', aProject())
    await userEvent.click(await screen.findByRole('button', { name: /Neighbourhood evenings/ }))
    await userEvent.selectOptions(await screen.findByLabelText('How far it is'), 'Works')
    await waitFor(() => expect(page.tables.project.get('project-1')?.state).toBe('works'))
  })

  it('begin from a card, which becomes theirs', async () => {
    const page = await open('projects', aCard({ text: 'A meeting in the yard' }))
    startProject({ type: 'card', id: 'card-1' })
    expect(await screen.findByLabelText('Name')).toHaveProperty('value', 'A meeting in the yard')
    await userEvent.click(screen.getByRole('button', { name: 'Add the project' }))
    await waitFor(() => expect(page.tables.project.size).toBe(1))
    expect(page.tables.card.get('card-1')?.projectId).toBe([...page.tables.project.keys()][0])
  })

  it('can be written after the session, but not removed', async () => {
    await open('projects', aProject(), closed)
    await userEvent.click(await screen.findByRole('button', { name: /Neighbourhood evenings/ }))
    expect(await screen.findByLabelText('Name')).toHaveProperty('disabled', false)
    expect(screen.queryByRole('button', { name: 'Remove the project' })).toBeNull()
  })
})

describe('indicators', () => {
  const absence = anIndicator({
    unit: '%',
    better: 'down',
    baseline: { value: 17, on: '2026-01-01' },
    target: { value: 10 },
    measurements: [{ value: 12.5, on: '2026-05-01' }],
  })

  it('say in words what the figures say', async () => {
    await open('indicators', absence)
    expect(
      await screen.findByText(
        'It fell from 17 % to 12.5 % by 1 May 2026. That is better. The target is not reached yet.',
      ),
    ).toBeTruthy()
  })

  it('give the same figures as a table', async () => {
    await open('indicators', absence)
    await userEvent.click(await screen.findByRole('button', { name: 'As a table' }))
    const table = await screen.findByRole('table', { name: 'School absence' })
    expect(within(table).getByText('12.5 %')).toBeTruthy()
    expect(within(table).getByText('17 %')).toBeTruthy()
  })

  it('take a figure with a comma, and refuse what is none', async () => {
    const page = await open('indicators', absence, closed)
    const field = await screen.findByLabelText('Figure')
    await userEvent.type(field, 'some')
    await userEvent.click(screen.getByRole('button', { name: 'Add the figure' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
    await userEvent.clear(field)
    await userEvent.type(field, '11,5')
    fireEvent.change(screen.getByLabelText('Day'), { target: { value: '2026-06-01' } })
    await userEvent.click(screen.getByRole('button', { name: 'Add the figure' }))
    await waitFor(() =>
      expect(page.tables.indicator.get('indicator-1')?.measurements.at(-1)).toEqual({ value: 11.5, on: '2026-06-01' }),
    )
  })
})

describe('between meetings', () => {
  it('a visit can be written down after the session was closed', async () => {
    const page = await open('activities', anActivity(), closed)
    await userEvent.click(await screen.findByRole('button', { name: 'Add what was done' }))
    await userEvent.type(await screen.findByLabelText('What was done'), 'Visit at home')
    await userEvent.selectOptions(screen.getByLabelText('Kind'), 'Visit')
    await userEvent.click(screen.getByRole('button', { name: 'Add it' }))
    await waitFor(() => expect(page.tables.activity.size).toBe(2))
    expect([...page.tables.activity.values()].at(-1)).toMatchObject({ title: 'Visit at home', kind: 'visit' })
  })

  it('questions stay as they were, and say why', async () => {
    await open('questions', aQuestion(), closed)
    expect(await screen.findByText(/The session is closed: this stays as it was/)).toBeTruthy()
    expect(screen.queryByRole('textbox', { name: 'Write a question' })).toBeNull()
  })
})

describe('the feedback round', () => {
  it('shows no counts under three answers', async () => {
    await open('pulse', aPulse({ answers: { phone: [0, 0, 0, 2, 0] } }))
    expect(await screen.findByText(/2 answers. Shown from 3 on/)).toBeTruthy()
    expect(screen.queryByRole('listitem', { name: '4: 2' })).toBeNull()
  })

  it('counts paper slips with the phones, typed or one by one, also afterwards', async () => {
    const page = await open('pulse', aPulse({ answers: { phone: [0, 0, 0, 2, 0] } }), closed)
    await userEvent.click(await screen.findByRole('button', { name: 'More, Paper slips that gave 5: Was I heard?' }))
    await waitFor(() => expect(page.tables.pulse.get('pulse-1')?.answers.paper).toEqual([0, 0, 0, 0, 1]))
    expect(await screen.findByText('3 answers, 4.3 of 5 on average.')).toBeTruthy()
    expect(screen.getByRole('listitem', { name: '4: 2' })).toBeTruthy()
  })

  it('offers what is often asked, each once', async () => {
    const page = await open('pulse')
    await userEvent.click(await screen.findByRole('button', { name: 'Was your voice heard today?' }))
    await waitFor(() => expect([...page.tables.pulse.values()][0]?.question).toEqual({ key: 'boards:pulse.heard' }))
    expect(screen.queryByRole('button', { name: 'Was your voice heard today?' })).toBeNull()
  })
})
