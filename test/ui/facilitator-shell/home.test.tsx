import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { homeView, sessionCard } from './home-view'
import { openPage } from './open-page'

afterEach(cleanup)

const namesOf = (page: { readonly asked: readonly { readonly name: string }[] }): string[] =>
  page.asked.map(({ name }) => name)

describe('the home page', () => {
  test('of a new laptop says what to do first', async () => {
    await openPage()
    expect(await screen.findByText('No session yet')).toBeDefined()
    expect(screen.getByText(/No network port is open/)).toBeDefined()
  })

  test('raises what was cut off and says that everything is back', async () => {
    const view = homeView({ sessions: [sessionCard({ interrupted: true, title: 'Cut off' })] })
    await openPage({ answers: { 'home.view': () => ({ value: view }) } })
    const raised = await screen.findByRole('article')
    expect(within(raised).getByText('Cut off')).toBeDefined()
    expect(within(raised).getByText(/Everything is back when you open it/)).toBeDefined()
  })

  test('names what waits in a lab in words', async () => {
    const lab = {
      labId: 'lab-1',
      name: 'Families lab',
      sessions: 3,
      newestFileId: 'file-2',
      voices: [],
      lateTasks: 4,
      openTasks: 5,
      decisionsDue: 1,
    }
    await openPage({ answers: { 'home.view': () => ({ value: homeView({ labs: [lab] }) }) } })
    expect(await screen.findByText('4 tasks late and 1 decision due for review')).toBeDefined()
  })

  test('tells why a file did not open and offers to read it only', async () => {
    const view = homeView({ sessions: [sessionCard({ fileId: 'locked', title: 'Locked' })] })
    const page = await openPage({
      answers: {
        'home.view': () => ({ value: view }),
        'session.open': () => ({ code: 'locked-by-other' }),
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Open' }))
    const dialog = await screen.findByRole('dialog')
    for (const term of ['What happened', 'What is safe', 'What to do'])
      expect(within(dialog).getByText(term)).toBeDefined()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Open to read only' }))
    await waitFor(() => {
      expect(page.asked.at(-1)).toEqual({ name: 'session.open', args: { fileId: 'locked', accept: 'read-only' } })
    })
  })

  test('opens without the damaged part only when one asks for it', async () => {
    const damaged = [{ fileId: 'torn', fileName: 'torn.polyphony.json', failure: { code: 'journal-gap' } as const }]
    const page = await openPage({ answers: { 'home.view': () => ({ value: homeView({ damaged }) }) } })
    await userEvent.click(await screen.findByRole('button', { name: 'What can I do?' }))
    expect(namesOf(page)).not.toContain('session.open')
    await userEvent.click(await screen.findByRole('button', { name: 'Open what is safe' }))
    await waitFor(() => {
      expect(page.asked.at(-1)).toEqual({ name: 'session.open', args: { fileId: 'torn', accept: 'loss' } })
    })
  })

  test('creates a session from a template', async () => {
    const page = await openPage({
      answers: { 'session.create': () => ({ value: { fileId: 'new', sessionId: 'session-9' } }) },
    })
    await userEvent.click(await screen.findByRole('button', { name: /^Empty session/ }))
    await userEvent.type(await screen.findByLabelText('Title of the meeting'), 'Third meeting')
    await userEvent.type(screen.getByLabelText('Name of the new lab'), 'Families lab')
    await userEvent.click(screen.getByRole('button', { name: 'Create the session' }))
    await waitFor(() => expect(namesOf(page)).toContain('session.create'))
    expect(page.asked.find(({ name }) => name === 'session.create')?.args).toMatchObject({
      templateId: 'empty',
      title: 'Third meeting',
      labName: 'Families lab',
      day: '2026-03-10',
    })
  })
})
