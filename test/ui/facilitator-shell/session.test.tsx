import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { aLab, aSession, aStep, aVoice } from '../../helpers/builders'
import { openPage } from './open-page'

afterEach(cleanup)

/** A round of talk has no board, so its place is there at once. */
const talk = { kind: 'talk', state: 'waiting', boardId: undefined } as const
const steps = [
  aStep({ id: 'step-1', order: 'a', label: { text: 'Welcome' }, ...talk, minutes: 10 }),
  aStep({ id: 'step-2', order: 'b', label: { text: 'Round of talk' }, ...talk, minutes: 20 }),
]
const records = [aSession({ state: 'prepared' }), aLab(), aVoice({ id: 'families' }), ...steps]
const atFirst = { records, place: { kind: 'step', id: 'step-1' } } as const

describe('a helper on another computer', () => {
  test.each(['report', 'settings', 'notebook'] as const)('finds no deeds at the address of the %s', async (kind) => {
    const page = await openPage({ records, role: 'co-facilitator', place: { kind } })
    expect(await screen.findByText('Only on the facilitator’s computer')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: /^(See all boards|Go to the current step)$/ }))
    await waitFor(() => expect(screen.queryByText('Only on the facilitator’s computer')).toBeNull())
    expect(page.asked.filter(({ name }) => name.startsWith('export.'))).toEqual([])
  })
})

describe('an open session', () => {
  test('starts with its first step and goes on to the next', async () => {
    const page = await openPage(atFirst)
    await userEvent.click(await screen.findByRole('button', { name: 'Start the session' }))
    await waitFor(() => expect(page.tables.step.get('step-1')?.state).toBe('running'))
    expect(page.tables.session.get('session-1')?.state).toBe('running')
    await userEvent.click(await screen.findByRole('button', { name: 'Next: Round of talk' }))
    await waitFor(() => expect(page.tables.step.get('step-2')?.state).toBe('running'))
    expect(page.tables.step.get('step-1')?.state).toBe('done')
    expect(await screen.findByRole('heading', { level: 1, name: 'Round of talk' })).toBeDefined()
  })

  test('moves a step of the agenda by keyboard', async () => {
    const page = await openPage(atFirst)
    const rail = await screen.findByRole('navigation')
    within(rail)
      .getByRole('button', { name: /Round of talk.*20 minutes/ })
      .focus()
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => {
      const [one, two] = [page.tables.step.get('step-1'), page.tables.step.get('step-2')]
      expect(two && one && two.order < one.order).toBe(true)
    })
  })

  test('gets a new step from the panel beside the agenda', async () => {
    const page = await openPage(atFirst)
    await userEvent.click(await screen.findByRole('button', { name: 'Add a step' }))
    await userEvent.type(await screen.findByLabelText('Name on the agenda'), 'Coffee')
    await userEvent.click(screen.getByRole('button', { name: 'Add the step' }))
    await waitFor(() =>
      expect([...page.tables.step.values()].map(({ label }) => label)).toContainEqual({ text: 'Coffee' }),
    )
  })

  test('says what is not saved, what is safe, and tries again', async () => {
    const page = await openPage({ ...atFirst, answers: { 'session.retry-save': () => ({ value: null }) } })
    await screen.findByText('Saved')
    page.push('save.changed', { state: 'failed', unsaved: 1, code: 'disk-full', savedAt: Date.now() })
    await userEvent.click(await screen.findByRole('button', { name: '1 change not saved' }))
    const sheet = await screen.findByRole('alert')
    expect(within(sheet).getByText('This laptop’s disk is full')).toBeDefined()
    expect(within(sheet).getByText(/kept in memory/)).toBeDefined()
    await userEvent.click(within(sheet).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(page.asked.at(-1)?.name).toBe('session.retry-save'))
  })

  test('keeps a notice until it is read', async () => {
    await openPage({ ...atFirst, notices: [{ code: 'recovered' }] })
    const words = await screen.findByText('Everything is back.')
    await userEvent.click(screen.getByRole('button', { name: 'I have read this' }))
    expect(words.isConnected).toBe(false)
  })

  test('says when it can only be read', async () => {
    await openPage({ ...atFirst, readOnly: true })
    expect(await screen.findByText('You can look at this session, not change it.')).toBeDefined()
  })

  test('says when the app ended the conversation, with a way back', async () => {
    const page = await openPage(atFirst)
    await screen.findByRole('navigation')
    page.bye()
    expect(await screen.findByText('The app closed the connection')).toBeDefined()
  })

  test('enters the session that is open when the window was sent nowhere', async () => {
    await openPage({ records, fresh: true })
    expect(await screen.findByRole('navigation')).toBeDefined()
    expect(window.location.hash).toMatch(/^#\/(step|boards)/)
  })

  test('says why a file named by the system did not open, and stays where it is', async () => {
    const page = await openPage(atFirst)
    await screen.findByRole('navigation')
    page.push('open.failed', { failure: { code: 'not-json' } })
    expect(await screen.findByText(/The file could not be read/)).toBeDefined()
    expect(screen.getByRole('navigation')).toBeDefined()
  })

  test('runs a deed from the palette by its name', async () => {
    const page = await openPage(atFirst)
    await screen.findByRole('navigation')
    await userEvent.keyboard('{Control>}k{/Control}')
    await userEvent.type(await screen.findByRole('combobox'), 'blank the proj{Enter}')
    await waitFor(() => expect(page.asked).toContainEqual({ name: 'stage.toggle-blank', args: {} }))
  })

  test('leaves single letters to a field', async () => {
    const page = await openPage(atFirst)
    await userEvent.click(await screen.findByRole('button', { name: 'Add a step' }))
    await userEvent.type(await screen.findByLabelText('Name on the agenda'), 'b')
    expect(page.asked.map(({ name }) => name)).not.toContain('stage.toggle-blank')
  })
})
