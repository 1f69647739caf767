import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { openPage } from '../facilitator-shell/open-page'
import type { Page } from '../facilitator-shell/open-page'
import { found, sampleRecords } from './sample-page'

afterEach(cleanup)

const open = async (place: 'decisions' | 'tasks' | 'questions'): Promise<Page> => {
  const page = await openPage({ records: sampleRecords(), place: { kind: place } })
  await screen.findByRole('heading', { level: 1 })
  return page
}

const taskOf = (page: Page, words: string) => found([...page.tables.task.values()].find(({ text }) => text === words))

describe('decisions', () => {
  it('shows objections word for word beside the decision', async () => {
    await open('decisions')
    const row = found((await screen.findByRole('button', { name: /One named worker/ })).closest('li'))
    expect(within(row).getByText(/We would promise what we cannot keep/)).toBeTruthy()
  })

  it('records a decision and opens its details', async () => {
    const page = await open('decisions')
    const before = page.tables.decision.size
    await userEvent.click(found((await screen.findAllByRole('button', { name: 'Record a decision' }))[0]))
    await userEvent.type(screen.getByRole('textbox', { name: 'What was decided' }), 'We meet on Mondays.')
    await userEvent.click(screen.getByRole('button', { name: 'Record it' }))
    await waitFor(() => expect(page.tables.decision.size).toBe(before + 1))
    expect([...page.tables.decision.values()].at(-1)?.wording).toBe('We meet on Mondays.')
    expect(await screen.findByRole('heading', { name: /^Decision D/ })).toBeTruthy()
  })

  it('puts the cursor where the words of a new objection go', async () => {
    const page = await open('decisions')
    await userEvent.click(found((await screen.findAllByRole('button', { name: 'Record a decision' }))[0]))
    await userEvent.type(screen.getByRole('textbox', { name: 'What was decided' }), 'We meet on Mondays.')
    await userEvent.click(screen.getByRole('button', { name: 'Add an objection' }))
    await userEvent.keyboard('Mondays are full.')
    await userEvent.click(screen.getByRole('button', { name: 'Record it' }))
    await waitFor(() =>
      expect([...page.tables.decision.values()].at(-1)?.objections.map(({ text }) => text)).toEqual([
        'Mondays are full.',
      ]),
    )
  })

  it('keeps the words and says so when there are none', async () => {
    const page = await open('decisions')
    const before = page.tables.decision.size
    await userEvent.click(found((await screen.findAllByRole('button', { name: 'Record a decision' }))[0]))
    await userEvent.click(screen.getByRole('button', { name: 'Record it' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(page.tables.decision.size).toBe(before)
  })
})

describe('tasks', () => {
  it('move to another column from the drawer', async () => {
    const page = await open('tasks')
    await userEvent.click(await screen.findByRole('button', { name: /Put three letters into one/ }))
    await userEvent.click(await screen.findByRole('radio', { name: 'Done' }))
    await waitFor(() => expect(taskOf(page, 'Put three letters into one').state).toBe('done'))
  })

  it('keep typed words and show both when somebody else was faster', async () => {
    const page = await open('tasks')
    await userEvent.click(await screen.findByRole('button', { name: /Put three letters into one/ }))
    const field = await screen.findByRole('textbox', { name: 'What will be done' })
    await userEvent.type(field, ', mine')
    const task = taskOf(page, 'Put three letters into one')
    const changed = { ...task, text: 'Put four letters into one' }
    const patch = { type: 'task', id: task.id, from: { text: task.text }, to: { text: changed.text } } as const
    page.tables.task.set(task.id, changed)
    page.push('doc.changed', { seq: 1, diff: { added: [], removed: [], changed: [patch] } })
    await userEvent.tab()
    const conflict = await screen.findByRole('alert')
    expect(within(conflict).getByText('Put four letters into one')).toBeTruthy()
    expect(within(conflict).getByText('Put three letters into one, mine')).toBeTruthy()
    await userEvent.click(within(conflict).getByRole('button', { name: 'Keep mine' }))
    await waitFor(() => expect(page.tables.task.get(task.id)?.text).toBe('Put three letters into one, mine'))
  })
})

describe('open questions', () => {
  it('are added with Enter', async () => {
    const page = await open('questions')
    await userEvent.type(await screen.findByRole('textbox', { name: 'Write a question' }), 'Who has the key?{Enter}')
    await waitFor(() =>
      expect([...page.tables.question.values()].map(({ text }) => text)).toContain('Who has the key?'),
    )
  })
})

describe('what we agreed last time', () => {
  it('asks what came of each carried task', async () => {
    const records = sampleRecords()
    const step = found(records.find((record) => record.type === 'step' && record.kind === 'agreed'))
    const page = await openPage({ records, place: { kind: 'step', id: step.id } })
    const answers = await screen.findByRole('radiogroup', { name: /What came of it: Put three letters/ })
    await userEvent.click(within(answers).getByRole('radio', { name: 'Stuck' }))
    await waitFor(() => expect(taskOf(page, 'Put three letters into one').review).toBe('stuck'))
  })
})
