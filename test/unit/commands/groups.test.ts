import { describe, expect, test } from 'vitest'
import { runningStep } from '@core/commands/running-step'
import type { Group } from '@core/model/session'
import { aBoard, aContext, aDocument, aSession, aStep } from '../../helpers/builders'
import { act, codeOf, run } from '../../helpers/outcomes'

const group = (id: string): Group => ({
  type: 'group',
  id,
  order: id,
  label: { text: id },
  stage: { view: 'join' },
})
const waiting = { state: 'waiting' } as const
const parted = () =>
  aDocument(
    aSession({ currentStepId: 'step-1', stage: { view: 'step' } }),
    group('a'),
    group('b'),
    aBoard({ id: 'board-a', groupId: 'a' }),
    aStep({ id: 'a1', order: 'a', groupId: 'a', boardId: 'board-a', ...waiting }),
    aStep({ id: 'b1', order: 'b', groupId: 'b', ...waiting }),
    aStep({ id: 'all', order: 'z', ...waiting }),
  )

describe('parallel groups', () => {
  test('part, each at its own step, and come together again', () => {
    const tables = parted()
    act(tables, 'step.start', { id: 'a1' })
    expect(tables.group.get('a')).toMatchObject({ currentStepId: 'a1', stage: { view: 'step' } })
    // b has not begun: its people are still where everybody was.
    expect([runningStep(tables, 'a')?.id, runningStep(tables, 'b')?.id, runningStep(tables)?.id]).toEqual([
      'a1',
      'step-1',
      'step-1',
    ])
    act(tables, 'step.start', { id: 'b1' }, aContext(2))
    expect(tables.step.get('step-1')?.state).toBe('done')
    expect(tables.session.get('session-1')?.currentStepId).toBeUndefined()
    expect([runningStep(tables, 'a')?.id, runningStep(tables, 'b')?.id, runningStep(tables)?.id]).toEqual([
      'a1',
      'b1',
      undefined,
    ])
    act(tables, 'step.start', { id: 'all' }, aContext(3))
    expect([tables.step.get('a1')?.state, tables.step.get('b1')?.state]).toEqual(['done', 'done'])
    expect(tables.group.get('a')?.currentStepId).toBeUndefined()
    expect(runningStep(tables, 'b')?.id).toBe('all')
  })

  test('skip, pause and end by themselves', () => {
    const tables = parted()
    act(tables, 'step.start', { id: 'a1' })
    act(tables, 'step.start', { id: 'b1' }, aContext(2))
    act(tables, 'step.pause', { id: 'a1', paused: true })
    act(tables, 'step.skip', { id: 'b1' }, aContext(3))
    expect(tables.group.get('b')?.currentStepId).toBeUndefined()
    expect(tables.step.get('a1')).toMatchObject({ state: 'running' })
    act(tables, 'step.start', { id: null, groupId: 'a' }, aContext(4))
    expect(tables.step.get('a1')).toMatchObject({ state: 'done' })
    expect(tables.step.get('a1')?.pausedAt).toBeUndefined()
    expect(codeOf(run(tables, 'step.start', { id: null, groupId: 'gone' }))).toBe('not-found')
  })

  test('have a projector each', () => {
    const tables = parted()
    act(tables, 'stage.show', { stage: { view: 'board', boardId: 'board-a' }, groupId: 'a' })
    expect(tables.group.get('a')?.stage).toEqual({ view: 'board', boardId: 'board-a' })
    expect(tables.session.get('session-1')?.stage).toEqual({ view: 'step' })
    expect(codeOf(run(tables, 'stage.show', { stage: { view: 'blank' }, groupId: 'gone' }))).toBe('not-found')
  })

  test('what a removed group had is everybody’s; a group at work stays', () => {
    const tables = parted()
    act(tables, 'step.start', { id: 'a1' })
    expect(codeOf(run(tables, 'group.remove', { id: 'a' }))).toBe('still-used')
    expect(codeOf(run(tables, 'step.update', { id: 'a1', groupId: 'b' }))).toBe('still-used')
    act(tables, 'step.start', { id: null, groupId: 'a' }, aContext(2))
    act(tables, 'group.remove', { id: 'a' })
    expect(tables.step.get('a1')).toMatchObject({ boardId: 'board-a' })
    expect(tables.step.get('a1')?.groupId).toBeUndefined()
    expect(tables.board.get('board-a')?.groupId).toBeUndefined()
  })

  test('are eight at most, and steps name one that is there', () => {
    const tables = aDocument()
    for (let number = 1; number <= 8; number += 1)
      act(tables, 'group.add', { id: `g${number}`, label: { text: 'Group' } })
    expect(codeOf(run(tables, 'group.add', { id: 'g9', label: { text: 'Group' } }))).toBe('too-many')
    expect(codeOf(run(tables, 'step.update', { id: 'step-1', groupId: 'gone' }))).toBe('not-found')
    expect(codeOf(run(tables, 'group.update', { id: 'g1', label: { text: ' ' } }))).toBe('text-empty')
  })

  test('finishing the session ends the steps of all groups', () => {
    const tables = parted()
    act(tables, 'step.start', { id: 'a1' })
    act(tables, 'session.finish', {}, aContext(2))
    expect([...tables.step.values()].filter(({ state }) => state === 'running')).toEqual([])
    expect(tables.group.get('a')?.currentStepId).toBeUndefined()
  })
})

describe('what the projector shows when a step starts', () => {
  test.each([
    [undefined, { view: 'step' }],
    ['keep', { view: 'timer' }],
    ['step', { view: 'step' }],
    ['board', { view: 'board', boardId: 'board-1' }],
    ['vote', { view: 'step' }],
    ['agreed', { view: 'agreed' }],
    ['join', { view: 'join' }],
    ['chain', { view: 'chain' }],
    ['blank', { view: 'blank' }],
  ] as const)('%s', (show, stage) => {
    const next = aStep({ id: 'next', order: 'z', ...waiting, ...(show === undefined ? {} : { show }) })
    const tables = aDocument(aSession({ stage: { view: 'timer' } }), next)
    act(tables, 'step.start', { id: 'next' })
    expect(tables.session.get('session-1')?.stage).toEqual(stage)
  })

  test('a step whose board is gone shows itself', () => {
    const next = aStep({ id: 'next', order: 'z', ...waiting, show: 'board', boardId: 'board-2' })
    const tables = aDocument(next, aBoard({ id: 'board-2' }))
    act(tables, 'board.remove', { id: 'board-2' })
    act(tables, 'step.start', { id: 'next' })
    expect(tables.session.get('session-1')?.stage).toEqual({ view: 'step' })
  })

  test('the first step leaves the way in, and blank stays blank without a choice', () => {
    const prepared = aDocument(aSession({ state: 'prepared' }), aStep(waiting))
    act(prepared, 'step.start', { id: 'step-1' })
    expect(prepared.session.get('session-1')?.stage).toEqual({ view: 'join' })
    const blank = aDocument(aSession({ stage: { view: 'blank' } }), aStep({ id: 'next', order: 'z', ...waiting }))
    act(blank, 'step.start', { id: 'next' })
    expect(blank.session.get('session-1')?.stage).toEqual({ view: 'blank' })
  })
})

describe('more time', () => {
  const startedAt = '2026-03-02T09:00:00.000Z'
  const late = (minutes: number) => aContext(minutes, Date.parse(startedAt) + minutes * 60_000)

  test('counts from now when the time is over, and stands in the log', () => {
    const tables = aDocument(aStep({ startedAt, minutes: 15 }))
    act(tables, 'step.extend', { id: 'step-1', minutes: 5 }, late(10))
    expect(tables.step.get('step-1')).toMatchObject({ extraMinutes: 5 })
    expect(tables.step.get('step-1')?.pausedSeconds).toBeUndefined()
    act(tables, 'step.extend', { id: 'step-1', minutes: 5 }, late(32))
    expect(tables.step.get('step-1')).toMatchObject({ extraMinutes: 10, pausedSeconds: 12 * 60 })
    expect([...tables.event.values()].map(({ kind, count }) => [kind, count])).toEqual([
      ['step.extended', 5],
      ['step.extended', 5],
    ])
  })

  test('ends at ten hours', () => {
    const tables = aDocument(aStep({ extraMinutes: 598 }))
    expect(codeOf(run(tables, 'step.extend', { id: 'step-1', minutes: 5 }))).toBe('wrong-value')
  })
})

test('a step that is skipped is told once', () => {
  const tables = aDocument(aStep({ id: 'next', order: 'z', ...waiting }))
  act(tables, 'step.skip', { id: 'next' })
  act(tables, 'step.skip', { id: 'next' })
  expect([...tables.event.values()].map(({ kind }) => kind)).toEqual(['step.skipped'])
})
