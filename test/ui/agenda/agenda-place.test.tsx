import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ordered } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { LIMITS } from '@core/model/limits'
import { chooseGroup } from '../../../renderer/facilitator/app/group-choice'
import { aBoard, aCard, aLab, aSession, aStep, aVote } from '../../helpers/builders'
import { openPage } from '../facilitator-shell/open-page'

afterEach(cleanup)
beforeEach(() => chooseGroup(null))

const waiting = { state: 'waiting', boardId: undefined } as const
const three = [
  aStep({ id: 'one', order: 'a', label: { text: 'Welcome' }, kind: 'talk', minutes: 10, ...waiting }),
  aStep({ id: 'two', order: 'b', label: { text: 'Say it' }, minutes: 20, state: 'waiting' }),
  aStep({ id: 'three', order: 'c', label: { text: 'Look back' }, kind: 'talk', minutes: 5, ...waiting }),
]
const records: readonly AnyRecord[] = [aSession({ state: 'prepared' }), aLab(), aBoard(), ...three]
const agenda = (more: readonly AnyRecord[] = records) => openPage({ records: more, place: { kind: 'agenda' } })
const rowOf = async (name: string): Promise<HTMLElement> => {
  const grip = await screen.findByRole('button', { name: new RegExp(`: ${name}\\. Move it`) })
  const row = grip.closest('li')
  if (!row) throw new Error(`no row of ${name}`)
  return row
}

describe('the agenda', () => {
  test('adds up, and says when each step begins', async () => {
    await agenda()
    expect(await screen.findByText('3 steps, 35 min. Ends at 09:35.')).toBeDefined()
    expect(within(await rowOf('Look back')).getByText('09:30')).toBeDefined()
  })

  test('changes minutes, kind and board in the row', async () => {
    const page = await agenda()
    const row = await rowOf('Welcome')
    const minutes = within(row).getByLabelText('Minutes')
    await userEvent.clear(minutes)
    await userEvent.type(minutes, '7000{Enter}')
    await waitFor(() => expect(page.tables.step.get('one')?.minutes).toBe(600))
    await userEvent.clear(minutes)
    await userEvent.type(minutes, 'x{Enter}')
    await waitFor(() => expect(page.tables.step.get('one')?.minutes).toBe(0))
    await userEvent.selectOptions(within(row).getByLabelText('Kind'), 'Break')
    await waitFor(() => expect(page.tables.step.get('one')?.kind).toBe('break'))
    await userEvent.selectOptions(within(row).getByLabelText('Board or vote'), 'Challenges')
    await waitFor(() => expect(page.tables.step.get('one')?.boardId).toBe('board-1'))
  })

  test('does not take an empty name, and Escape brings the old one back', async () => {
    const page = await agenda()
    const name = within(await rowOf('Welcome')).getByLabelText('Step')
    await userEvent.clear(name)
    await userEvent.tab()
    expect(page.tables.step.get('one')?.label).toEqual({ text: 'Welcome' })
    await userEvent.type(name, ' all{Escape}')
    expect(name).toHaveProperty('value', 'Welcome')
  })

  test('moves a step with Alt and an arrow, and says where it is', async () => {
    const page = await agenda()
    within(await rowOf('Welcome'))
      .getByRole('button', { name: /Move it/ })
      .focus()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await waitFor(() => expect(ordered(page.tables, 'step').map(({ id }) => id)).toEqual(['two', 'one', 'three']))
    expect(await screen.findByText('Welcome is now step 2.')).toBeDefined()
  })

  test('changes everything about a step in its panel', async () => {
    const page = await agenda()
    await userEvent.click(within(await rowOf('Say it')).getByRole('button', { name: 'Change everything: Say it' }))
    const panel = await screen.findByRole('complementary', { name: 'Step' })
    await userEvent.type(within(panel).getByLabelText('Instruction'), 'One thought per card.')
    await userEvent.selectOptions(within(panel).getByLabelText('On the projector when it starts'), 'The board')
    await userEvent.click(within(panel).getByLabelText('Close phones when the time is up'))
    await userEvent.click(within(panel).getByLabelText('A task'))
    await userEvent.click(within(panel).getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(page.tables.step.get('two')).toMatchObject({
        instruction: { text: 'One thought per card.' },
        show: 'board',
        lockAtEnd: true,
        propose: ['task'],
        label: { text: 'Say it' },
      }),
    )
  })

  test('takes one step after the other, and copies below', async () => {
    const page = await agenda()
    const row = await rowOf('Say it')
    await userEvent.click(within(row).getByRole('button', { name: 'More for step: Say it' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy the step', hidden: true }))
    await waitFor(() => expect(ordered(page.tables, 'step').map(({ boardId }) => boardId)[2]).toBe('board-1'))
    await userEvent.click(within(row).getByRole('button', { name: 'More for step: Say it' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Add a step below', hidden: true }))
    const panel = await screen.findByRole('complementary', { name: 'New step' })
    const name = within(panel).getByLabelText('Name on the agenda')
    await userEvent.type(name, 'Coffee')
    await userEvent.click(within(panel).getByRole('button', { name: 'Add the step' }))
    await waitFor(() => expect(name).toHaveProperty('value', ''))
    await userEvent.type(name, 'Cake')
    await userEvent.click(within(panel).getByRole('button', { name: 'Add the step' }))
    await waitFor(() =>
      expect(ordered(page.tables, 'step').map(({ label }) => label)).toEqual(
        ['Welcome', 'Say it', 'Coffee', 'Cake', 'Say it', 'Look back'].map((text) => ({ text })),
      ),
    )
  })

  test('takes sixty steps and no more', async () => {
    const many = Array.from({ length: LIMITS.steps }, (_, index) =>
      aStep({ id: `step-${index}`, order: `a${String(index).padStart(2, '0')}`, ...waiting, minutes: 600 }),
    )
    await agenda([aSession({ state: 'prepared' }), aLab(), ...many])
    expect(await screen.findByText('60 steps, 600 h. Ends at 09:00.')).toBeDefined()
    const sheet = screen.getByRole('main')
    const add = within(sheet).getByRole('button', { name: 'Add a step' })
    expect(add.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('groups', () => {
  test('are made with steps and boards of their own', async () => {
    const page = await agenda()
    await userEvent.click(await screen.findByRole('button', { name: 'Split into groups' }))
    const dialog = await screen.findByRole('dialog')
    const name = within(dialog).getByLabelText('Name of group 1')
    await userEvent.clear(name)
    await userEvent.type(name, 'North room')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Make the groups' }))
    await waitFor(() => expect(page.tables.step.size).toBe(4))
    const groups = ordered(page.tables, 'group')
    expect(groups.map(({ label }) => label)).toEqual([{ text: 'North room' }, { text: 'Group B' }])
    const steps = ordered(page.tables, 'step')
    expect(steps.map(({ label, groupId }) => [label, groupId])).toEqual([
      [{ text: 'Welcome' }, undefined],
      [{ text: 'Say it' }, groups[0]?.id],
      [{ text: 'Say it' }, groups[1]?.id],
      [{ text: 'Look back' }, undefined],
    ])
    const boards = steps.flatMap(({ boardId }) => (boardId === undefined ? [] : [page.tables.board.get(boardId)]))
    expect(boards.map((board) => [board?.label, board?.groupId])).toEqual([
      [{ text: 'Challenges: North room' }, groups[0]?.id],
      [{ text: 'Challenges: Group B' }, groups[1]?.id],
    ])
    // They part at the same time: the end stays where it was.
    expect(await screen.findByText('4 steps, 35 min. Ends at 09:35.')).toBeDefined()
  })

  const group = (id: string, text: string): AnyRecord => ({
    type: 'group',
    id,
    order: id,
    label: { text },
    stage: { view: 'step' },
  })
  const parted = (): readonly AnyRecord[] => [
    aSession({ startedAt: new Date().toISOString() }),
    aLab(),
    group('a', 'North'),
    group('b', 'South'),
    aStep({
      id: 'in',
      order: 'a',
      label: { text: 'Welcome' },
      ...waiting,
      state: 'running',
      startedAt: new Date().toISOString(),
    }),
    aStep({ id: 'a1', order: 'b', label: { text: 'Maps' }, ...waiting, minutes: 20, groupId: 'a' }),
    aStep({ id: 'b1', order: 'c', label: { text: 'Stories' }, ...waiting, minutes: 30, groupId: 'b' }),
    aStep({ id: 'out', order: 'd', label: { text: 'Together' }, ...waiting }),
  ]

  test('part at once, show two times at once, and come together again', async () => {
    const page = await openPage({ records: parted(), place: { kind: 'step', id: 'in' } })
    await userEvent.click(await screen.findByRole('button', { name: 'Next: the groups part' }))
    await waitFor(() => expect(page.tables.step.get('b1')?.state).toBe('running'))
    expect([page.tables.step.get('a1')?.state, page.tables.step.get('in')?.state]).toEqual(['running', 'done'])
    const bar = screen.getByRole('group', { name: 'Groups' })
    expect(await within(bar).findByText(/^(20:00|19:\d\d)$/)).toBeDefined()
    expect(within(bar).getByText(/^(30:00|29:\d\d)$/)).toBeDefined()
    await userEvent.click(within(bar).getByRole('button', { name: /^South/ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Stories' })).toBeDefined()
    await userEvent.click(within(bar).getByRole('button', { name: 'Bring the groups together' }))
    await waitFor(() => expect(page.tables.step.get('out')?.state).toBe('running'))
    expect([page.tables.step.get('a1')?.state, page.tables.step.get('b1')?.state]).toEqual(['done', 'done'])
  })

  test('pause and more time hold for the group that is looked at', async () => {
    const page = await openPage({ records: parted(), place: { kind: 'step', id: 'in' } })
    await userEvent.click(await screen.findByRole('button', { name: 'Next: the groups part' }))
    await waitFor(() => expect(page.tables.step.get('b1')?.state).toBe('running'))
    await userEvent.click(within(screen.getByRole('group', { name: 'Groups' })).getByRole('button', { name: /^South/ }))
    await userEvent.click(screen.getByRole('button', { name: '+5 min' }))
    await waitFor(() => expect(page.tables.step.get('b1')?.extraMinutes).toBe(5))
    expect(page.tables.step.get('a1')?.extraMinutes).toBeUndefined()
  })
})

describe('the time of a step', () => {
  const over = aStep({
    ...waiting,
    state: 'running',
    minutes: 1,
    lockAtEnd: true,
    startedAt: new Date(Date.now() - 10 * 60_000).toISOString(),
  })

  test('that is up says that phones are closed, and five minutes open them again', async () => {
    const page = await openPage({ records: [aSession(), aLab(), over], place: { kind: 'step', id: 'step-1' } })
    const words = await screen.findByText('Time is up: phones are closed.')
    await userEvent.click(screen.getByRole('button', { name: '5 more minutes' }))
    await waitFor(() => expect(words.isConnected).toBe(false))
    expect(page.tables.step.get('step-1')?.extraMinutes).toBe(5)
    expect((await screen.findAllByText(/^(5:00|4:5\d)$/)).length).toBeGreaterThan(0)
  })

  test('stands beside how many are done', async () => {
    const page = await openPage({ records: [aSession(), aLab(), over], place: { kind: 'step', id: 'step-1' } })
    await screen.findByRole('button', { name: 'Finish the session' })
    page.push('step.done', { stepId: 'step-1', done: 7, present: 12, groups: [] })
    expect(await screen.findByText('7 of 12 are done')).toBeDefined()
  })
})

describe('finishing', () => {
  test('says what is still open, and waits for open votes', async () => {
    const open = aVote({ rounds: [{ id: 'r1', number: 1, state: 'open' }] })
    const page = await openPage({
      records: [aSession(), aLab(), aBoard(), aStep({ boardId: undefined }), open, aCard({ held: true })],
      place: { kind: 'step', id: 'step-1' },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Finish the session' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('1 held card')).toBeDefined()
    expect(within(dialog).getByText('1 vote is open. It must be closed before.')).toBeDefined()
    const finish = within(dialog).getByRole('button', { name: 'Finish the session' })
    expect(finish.getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(finish)
    expect(page.tables.session.get('session-1')?.state).toBe('running')
  })
})
