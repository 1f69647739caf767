import { describe, expect, test } from 'vitest'
import { changesOf, draftOf, EMPTY_STEP, minutesFrom } from '../../../renderer/facilitator/agenda/step-draft'
import { canPart, splitPlan } from '../../../renderer/facilitator/agenda/split-plan'
import { plainTime, rowTimes } from '../../../renderer/facilitator/agenda/step-times'
import { stillOpen } from '../../../renderer/facilitator/app/still-open'
import { commands } from '@core/commands/table'
import type { Command } from '@core/commands/command'
import { aBoard, aCard, aContext, aDocument, aStep, aTask, aVote } from '../../helpers/builders'
import { take } from '../../helpers/outcomes'

const words = (label: { readonly key: string } | { readonly text: string }): string =>
  'text' in label ? label.text : `[${label.key}]`

describe('a step in a form', () => {
  test('sends only what was changed, so that built-in words stay translatable', () => {
    const step = aStep({ label: { key: 'boards:step.agreed' }, question: { key: 'boards:question' }, lockAtEnd: true })
    const before = draftOf(step, words)
    expect(changesOf(before, before)).toEqual({})
    expect(changesOf(before, { ...before, minutes: 5, question: '', boardId: '', propose: ['step'] })).toEqual({
      minutes: 5,
      question: null,
      boardId: null,
      propose: ['step'],
    })
    expect(draftOf(undefined, words)).toBe(EMPTY_STEP)
  })

  test.each([
    ['15', 15],
    ['', 0],
    ['-3', 0],
    ['2.6', 3],
    ['1e9', 600],
    ['soon', 0],
  ])('%j are %d minutes', (text, minutes) => expect(minutesFrom(text)).toBe(minutes))
})

describe('the times of an agenda', () => {
  const start = Date.parse('2026-03-02T09:00:00.000Z')
  const minutes = (count: number): number => start + count * 60_000
  const steps = [
    aStep({ id: 'one', state: 'done', minutes: 10, startedAt: new Date(minutes(2)).toISOString() }),
    aStep({ id: 'two', state: 'running', minutes: 20, startedAt: new Date(minutes(15)).toISOString() }),
    aStep({ id: 'no', state: 'skipped', minutes: 20 }),
    aStep({ id: 'three', state: 'waiting', minutes: 20 }),
  ]

  test('are as planned before the start, and as it went and looks afterwards', () => {
    const planned = rowTimes(steps, start, null)
    expect(planned.get('three')).toEqual({ planned: minutes(30), real: null, off: 0 })
    const now = rowTimes(steps, start, minutes(20))
    expect(now.get('one')).toMatchObject({ off: 2 })
    expect(now.get('two')).toMatchObject({ off: 5 })
    expect(now.get('three')).toEqual({ planned: minutes(30), real: minutes(35), off: 5 })
    expect(now.get('no')).toEqual({ planned: null, real: null, off: 0 })
  })

  test('go on past midnight', () => {
    expect([plainTime(545), plainTime(1_439.6), plainTime(1_505)]).toEqual(['09:05', '00:00', '01:05'])
  })
})

test('a split parts only what waits and is everybody’s, and every command of it is accepted', () => {
  const tables = aDocument(
    aStep({ id: 'two', order: 'W', state: 'waiting' }),
    aStep({ id: 'three', order: 'X', state: 'waiting' }),
    aStep({ id: 'voting', order: 'Y', state: 'waiting', voteId: 'vote-1' }),
    aVote(),
    aCard(),
  )
  let made = 0
  const plan = splitPlan(tables, {
    names: ['A', 'B', 'C'],
    stepIds: new Set(['step-1', 'two', 'three', 'voting']),
    newId: () => `new-${(made += 1)}`,
    boardName: (board, group) => `${words(board)} ${group}`,
  })
  for (const { name, args } of plan) {
    take(tables, (commands[name].run as Command<unknown>)(tables, args, aContext(made))) // each name with its own arguments
  }
  expect(canPart(aStep({ state: 'running' }))).toBe(false)
  const groups = (label: string) =>
    [...tables.step.values()].filter(
      ({ id, boardId }) =>
        id !== 'step-1' &&
        tables.board.get(boardId ?? '')?.label &&
        words(tables.board.get(boardId ?? '')?.label ?? { text: '' }).endsWith(label),
    ).length
  expect([groups(' A'), groups(' B'), groups(' C')]).toEqual([2, 2, 2])
  // Two steps on one board stay on one board, a group for itself.
  expect(tables.board.size).toBe(4)
  expect(tables.step.get('voting')?.groupId).toBeUndefined()
  expect(tables.card.get('card-1')?.boardId).toBe('board-1')
})

test('what is still open when one finishes', () => {
  const tables = aDocument(
    aBoard(),
    aCard({ id: 'hidden', revealed: false, held: true }),
    aCard({ id: 'held', held: true }),
    aVote({ rounds: [{ id: 'r', number: 1, state: 'counting' }] }),
    aTask(),
    aStep({ id: 'next', order: 'z', state: 'waiting' }),
  )
  tables.pulse.set('p', { type: 'pulse', id: 'p', order: 'V', question: { text: 'Heard?' }, answers: {}, remarks: [] })
  expect(stillOpen(tables).map(({ kind, count, stops }) => [kind, count, stops])).toEqual([
    ['votes', 1, true],
    ['hidden', 1, false],
    ['held', 1, false],
    ['pulse', 1, false],
    ['owners', 1, false],
    ['steps', 1, false],
  ])
  tables.pulse.set('p', {
    type: 'pulse',
    id: 'p',
    order: 'V',
    question: { text: 'Heard?' },
    answers: { paper: [0, 0, 0, 1, 0] },
    remarks: [],
  })
  expect(stillOpen(tables).some(({ kind }) => kind === 'pulse')).toBe(false)
  expect(stillOpen(aDocument())).toEqual([])
})
