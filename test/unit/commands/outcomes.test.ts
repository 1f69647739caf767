import { describe, expect, test } from 'vitest'
import { aContext, aDecision, aDocument, aSession, aTask } from '../../helpers/builders'
import { act, codeOf, run } from '../../helpers/outcomes'

describe('decisions', () => {
  test('numbers rise past those carried from earlier sessions', () => {
    const tables = aDocument(aDecision({ number: 7, fromSession: 'session-0' }))
    act(tables, 'decision.add', {
      id: 'd2',
      wording: 'We ask the ministry.',
      kind: 'recommendation',
      addressee: 'Ministry',
    })
    expect(tables.decision.get('d2')).toMatchObject({ number: 8, status: 'agreed', objections: [] })
    expect([...tables.event.values()]).toMatchObject([{ kind: 'decision.made', ref: 'd2' }])
  })

  test('a stale edit is refused', () => {
    const tables = aDocument(aDecision({ wording: 'theirs' }))
    const refusal = run(tables, 'decision.update', { id: 'decision-1', was: 'before', wording: 'mine' })
    expect(codeOf(refusal)).toBe('changed-meanwhile')
  })

  test('of a closed session only a reply still comes in', () => {
    const closed = aDocument(aSession({ state: 'closed' }), aDecision({ kind: 'recommendation' }))
    const reply = { text: 'For two years.', on: '2026-05-01', outcome: 'accepted' } as const
    expect(codeOf(run(closed, 'decision.update', { id: 'decision-1', wording: 'something else' }))).toBe(
      'session-is-closed',
    )
    expect(codeOf(run(closed, 'decision.update', { id: 'decision-1', reply, objections: [] }))).toBe(
      'session-is-closed',
    )
    expect(run(closed, 'decision.update', { id: 'decision-1', reply }).ok).toBe(true)
  })

  test('more people behind it than there were is refused', () => {
    const behind = { voiceIds: [], count: 9, of: 8 }
    expect(codeOf(run(aDocument(), 'decision.add', { id: 'd2', wording: 'x', behind }))).toBe('wrong-value')
  })

  test('evidence must exist', () => {
    const evidence = [{ type: 'card' as const, id: 'card-9' }]
    expect(codeOf(run(aDocument(), 'decision.add', { id: 'd2', wording: 'x', evidence }))).toBe('not-found')
  })
})

describe('tasks', () => {
  const later = aContext(1, Date.parse('2026-03-09T10:00:00.000Z'))

  test('every change of state is kept with its time and note', () => {
    const tables = aDocument(aTask())
    act(tables, 'task.move', { id: 'task-1', state: 'doing', note: ' began ' }, later)
    act(tables, 'task.move', { id: 'task-1', state: 'doing' }, later)
    expect(tables.task.get('task-1')).toMatchObject({
      state: 'doing',
      history: [{ state: 'todo' }, { state: 'doing', at: '2026-03-09T10:00:00.000Z', note: 'began' }],
    })
  })

  test.each([
    ['done', 'done'],
    ['dropped', 'dropped'],
    ['stuck', 'todo'],
    ['going-on', 'todo'],
  ] as const)('asked next time: %s leaves the task %s', (review, state) => {
    const tables = aDocument(aTask())
    act(tables, 'task.update', { id: 'task-1', review }, later)
    expect(tables.task.get('task-1')).toMatchObject({ review, state })
  })

  test('an owner must exist', () => {
    const owner = { kind: 'voice', voiceId: 'nobody' } as const
    expect(codeOf(run(aDocument(), 'task.add', { id: 't9', text: 'x', owner }))).toBe('not-found')
  })
})
