import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { aBoard, aCard, aLab, aSession, aStep, aTask, aVoice } from '../../helpers/builders'
import { openPage } from '../facilitator-shell/open-page'

afterEach(cleanup)

const families = aVoice({ id: 'families', order: 'a', label: { text: 'Families' }, present: 6, level: 'micro' })
const staff = aVoice({ id: 'staff', order: 'b', label: { text: 'Staff' }, slot: 2, present: 4, level: 'meso' })
const open = (place: 'people' | 'waiting', ...records: AnyRecord[]) =>
  openPage({
    place: { kind: place },
    records: [aSession({ state: 'running' }), aLab(), aBoard(), aStep(), families, staff, ...records],
  })
const card = (id: string, fields: Parameters<typeof aCard>[0]) => aCard({ id, ...fields })

describe('people and voices', () => {
  test('says whose share is small, who is missing, and counts a turn with one press', async () => {
    const page = await open(
      'people',
      ...['c1', 'c2', 'c3'].map((id) => card(id, { voiceId: 'staff' })),
      card('c4', { voiceId: 'families', held: true }),
    )
    await screen.findByText('Families are 60% of the people here; 0% of what was said came from them.')
    expect(screen.getByText(/Nobody in the room speaks for: policy/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'A turn Families' }))
    await waitFor(() =>
      expect([...page.tables.event.values()]).toMatchObject([{ kind: 'turn.taken', ref: 'families' }]),
    )
    await screen.findByText(/25% of what was said came from them/)
    await userEvent.click(screen.getByRole('button', { name: /^Staff\s*3\s*Count a turn$/ }))
    await waitFor(() => expect(page.tables.event.size).toBe(2))
  })

  test('mentions a voice that was not heard for a quarter of an hour, in the foot too', async () => {
    const page = await open('people', card('c1', { voiceId: 'staff' }))
    await screen.findByRole('heading', { name: 'Voice balance' })
    expect(screen.queryByText(/nothing heard/)).toBeNull()
    const since = Date.now() - 20.5 * 60_000
    const voices = [
      { voiceId: 'families', at: since, turns: 0 },
      { voiceId: 'staff', at: Date.now(), turns: 0 },
    ]
    page.push('heard.changed', { since, voices })
    await screen.findByText('Families: nothing heard for 20 minutes.')
    expect(within(screen.getByRole('contentinfo')).getByText('Families: nothing heard for 20 min')).toBeDefined()
  })

  test('keeps a list of who would like to speak', async () => {
    const page = await open('people')
    await userEvent.click(await screen.findByRole('checkbox', { name: 'People may ask to speak' }))
    await userEvent.type(await screen.findByRole('textbox', { name: 'What the room calls them' }), 'Green jacket')
    await userEvent.click(screen.getByRole('button', { name: 'Put on the list' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Next: Green jacket' }))
    await waitFor(() => expect(page.tables.session.get('session-1')?.queue).toEqual([]))
  })

  test('takes a pasted list of people, with their voices', async () => {
    const page = await open('people')
    await userEvent.click(await screen.findByRole('button', { name: 'Paste a list' }))
    await userEvent.click(await screen.findByRole('textbox', { name: 'One person a line' }))
    await userEvent.paste('Blue chair, Families\nAnna')
    await userEvent.click(await screen.findByRole('button', { name: 'Add 2 people' }))
    await waitFor(() => expect(page.tables.person.size).toBe(2))
    expect([...page.tables.person.values()].map(({ alias, voiceId }) => [alias, voiceId])).toEqual([
      ['Blue chair', 'families'],
      ['Anna', undefined],
    ])
  })

  test('writes down what somebody said, with who wrote and that it was read back', async () => {
    const page = await open('people')
    await userEvent.click(await screen.findByRole('button', { name: 'Write down for somebody' }))
    const panel = within(await screen.findByRole('complementary', { name: 'Write down for somebody' }))
    await userEvent.type(panel.getByRole('textbox', { name: 'What they said' }), 'I told my story nine times.')
    await userEvent.click(panel.getByRole('button', { name: 'Families' }))
    await userEvent.type(panel.getByRole('textbox', { name: 'Written down by' }), 'Mira')
    await userEvent.click(panel.getByRole('checkbox', { name: 'Read back to them, and right' }))
    await userEvent.click(panel.getByRole('button', { name: 'Keep it' }))
    await waitFor(() => expect(page.tables.card.size).toBe(1))
    expect([...page.tables.card.values()][0]).toMatchObject({
      text: 'I told my story nine times.',
      voiceId: 'families',
      source: 'facilitator',
      spoken: true,
      writtenBy: 'Mira',
      readBack: true,
      quote: 'none',
      stepId: 'step-1',
    })
    // The next one may be somebody else: their voice is asked again, the writer is not.
    expect(panel.getByRole('button', { name: 'Families' }).getAttribute('aria-pressed')).toBe('false')
    expect(panel.getByRole<HTMLInputElement>('textbox', { name: 'Written down by' }).value).toBe('Mira')
  })
})

describe('what waits', () => {
  test('is accepted, declined, placed and shown', async () => {
    const page = await open(
      'waiting',
      aTask(),
      { type: 'proposal', id: 'p1', kind: 'task', text: 'Ask the nurse.', voiceId: 'families' },
      { type: 'proposal', id: 'p2', kind: 'volunteer', taskId: 'task-1', voiceId: 'staff' },
      { type: 'proposal', id: 'p3', kind: 'step', text: 'A walk' },
      card('c1', { text: 'Held back.', held: true }),
      card('c2', { text: 'Still hidden.', held: true, revealed: false }),
    )
    await screen.findByRole('button', { name: '4 things wait' })
    expect(screen.queryByText('Still hidden.')).toBeNull()
    // The same deed stands at each proposal: its name says for which.
    await userEvent.click(await screen.findByRole('button', { name: 'Make it a task: Ask the nurse.' }))
    await userEvent.click(screen.getByRole('button', { name: /^Agree: / }))
    await waitFor(() => expect(page.tables.task.get('task-1')?.owner).toEqual({ kind: 'voice', voiceId: 'staff' }))
    expect([...page.tables.task.values()].map(({ text }) => text)).toContain('Ask the nurse.')
    await userEvent.click(screen.getByRole('button', { name: 'Decline: A walk' }))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Theme/ }), 't2')
    await userEvent.click(screen.getByRole('button', { name: 'Show it: Held back.' }))
    await waitFor(() => expect(page.tables.card.get('c1')).toMatchObject({ held: false, zone: ['t2', 'l1'] }))
    expect(page.tables.proposal.size).toBe(0)
    await screen.findByText('Nothing waits.')
  })

  test('everything from phones can be held first', async () => {
    const page = await open('waiting')
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Hold everything from phones/ }))
    await waitFor(() => expect(page.tables.step.get('step-1')?.holdFirst).toBe(true))
  })
})
