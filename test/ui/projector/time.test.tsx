import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { Group } from '@core/model/session'
import type { Step } from '@core/model/step'
import { aPulse, aStep } from '../../helpers/builders'
import { openProjector, openProjectorOf } from './open-projector'

afterEach(cleanup)

const MINUTE = 60_000
/** A step that has run for so many minutes. */
const running = (minutes: number, gone: number, fields: Partial<Step> = {}): Step =>
  aStep({
    state: 'running',
    minutes,
    startedAt: new Date(Date.now() - gone * MINUTE).toISOString(),
    question: { text: 'What makes it hard?' },
    ...fields,
  })
const group = (id: string, fields: Partial<Group> = {}): Group => ({
  type: 'group',
  id,
  order: id,
  label: { text: `Group ${id}` },
  stage: { view: 'step' },
  ...fields,
})

describe('the timer', () => {
  test('shows what is left, large, and when it ends', async () => {
    await openProjector({ view: 'timer' }, running(20, 5))
    const timer = await screen.findByRole('timer')
    expect(timer.textContent).toMatch(/^15:00|^14:59/)
    expect(timer.textContent).toMatch(/until \d\d:\d\d/)
    expect(timer.dataset['tone']).toBe('calm')
  })

  test('says in words what its colours say', async () => {
    await openProjector({ view: 'timer' }, running(20, 17))
    const timer = await screen.findByRole('timer')
    expect([timer.dataset['tone'], timer.textContent]).toEqual(['warn', expect.stringContaining('3 min left')])
  })

  test('counts up when the time is over', async () => {
    await openProjector({ view: 'timer' }, running(20, 22))
    const timer = await screen.findByRole('timer')
    expect([timer.dataset['tone'], timer.textContent]).toEqual(['bad', expect.stringMatching(/^\+2:0\d.*Time is up/)])
  })

  test('stands still in a pause', async () => {
    const pausedAt = new Date(Date.now() - 2 * MINUTE).toISOString()
    await openProjector({ view: 'timer' }, running(20, 5, { pausedAt }))
    expect((await screen.findByRole('timer')).textContent).toBe('17:00paused')
  })

  test('has words where there is nothing to count', async () => {
    await openProjector({ view: 'timer' }, running(0, 1))
    expect(await screen.findByText('This step has no time limit.')).toBeTruthy()
    cleanup()
    const { host } = await openProjector({ view: 'timer' })
    host.change({ changed: [{ type: 'session', id: 'session-1', from: { currentStepId: 'step-1' }, to: {} }] })
    expect(await screen.findByText('No step is running.')).toBeTruthy()
  })

  test('stands small on the other pictures', async () => {
    await openProjector({ view: 'step' }, running(20, 5))
    expect(within(await screen.findByRole('banner')).getByRole('timer').textContent).toMatch(/^1[45]:/)
  })
})

describe('parallel groups', () => {
  const steps = [
    running(10, 1, { id: 'a1', groupId: 'a', question: { text: 'What would help?' } }),
    running(20, 1, { id: 'b1', groupId: 'b', question: { text: 'What can you change?' } }),
  ]
  const groups = [group('a', { currentStepId: 'a1' }), group('b', { currentStepId: 'b1' })]

  test('stand side by side on the projector of everybody', async () => {
    await openProjector({ view: 'step' }, ...groups, ...steps)
    for (const name of ['Group a', 'Group b']) expect(await screen.findByRole('heading', { name })).toBeTruthy()
    expect(screen.getByText('What would help?')).toBeTruthy()
    expect(screen.getByText('What can you change?')).toBeTruthy()
    expect(screen.getAllByRole('timer')).toHaveLength(2)
  })

  test('have a projector that shows their own picture, step and code', async () => {
    const own = [group('a', { currentStepId: 'a1' }), groups[1] ?? group('b')]
    await openProjectorOf('a', { view: 'blank' }, ...own, ...steps)
    expect(await screen.findByRole('heading', { name: 'What would help?' })).toBeTruthy()
    expect(screen.queryByText('What can you change?')).toBeNull()
    expect(screen.getByText('LEMON 11')).toBeTruthy()
    expect(screen.getByText(/^Group a · /)).toBeTruthy()
  })

  test('join by their own square', async () => {
    await openProjectorOf('a', { view: 'blank' }, group('a', { stage: { view: 'join' } }))
    expect(await screen.findAllByText('LEMON 11')).toHaveLength(2)
    expect(screen.queryByText('MAPLE 47')).toBeNull()
  })

  test('are everybody again when the group is gone', async () => {
    await openProjectorOf('a', { view: 'join' })
    expect(await screen.findAllByText('MAPLE 47')).toHaveLength(2)
  })
})

describe('the feedback round', () => {
  const pulse = aPulse({ question: { text: 'Was your voice heard?' }, answers: { phone: [0, 0, 1, 2, 1] } })
  const few = aPulse({
    id: 'pulse-2',
    order: 'b',
    question: { text: 'Come again?' },
    answers: { phone: [2, 0, 0, 0, 0] },
  })
  const step = (state: Step['state']): Step => running(5, 1, { id: 'feedback', kind: 'pulse', state })

  test('says how to answer and how many did, not what', async () => {
    await openProjector({ view: 'pulse' }, pulse, few, step('running'))
    expect(await screen.findByText('Was your voice heard?')).toBeTruthy()
    expect(screen.getByText('4')).toBeTruthy()
    expect(screen.getByText('answers so far')).toBeTruthy()
    expect(screen.queryByText('4', { selector: '.pulse-mean b' })).toBeNull()
    expect(screen.queryByText(/of 5/)).toBeNull()
  })

  test('shows the mean when it is over, and nothing where only two answered', async () => {
    await openProjector({ view: 'pulse' }, pulse, few, step('done'))
    expect(await screen.findByRole('heading', { name: 'How it was' })).toBeTruthy()
    expect(
      screen.getAllByText(/^\d(\.\d)?$/, { selector: '.pulse-mean b' }).map(({ textContent }) => textContent),
    ).toEqual(['4'])
    expect(screen.getByText(/Fewer than 3 people answered/)).toBeTruthy()
  })
})

describe('one key', () => {
  test('asks the host for blank and back', async () => {
    const { host } = await openProjector({ view: 'join' })
    await screen.findAllByText('MAPLE 47')
    fireEvent.keyDown(document.body, { key: 'b' })
    await waitFor(() => expect(host.asks.map(({ name }) => name)).toEqual(['stage.toggle-blank']))
    fireEvent.keyDown(document.body, { key: 'b', ctrlKey: true })
    fireEvent.keyDown(document.body, { key: 'x' })
    expect(host.asks).toHaveLength(1)
  })
})
