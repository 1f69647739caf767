import { describe, expect, test } from 'vitest'
import type { Diff } from '@core/change/diff'
import type { History } from '@core/change/history'
import { emptyHistory, planRedo, planUndo, recordChange } from '@core/change/history'
import { applyDiff, diffOf, patch } from '@core/change/diff'
import type { Tables } from '@core/model/document'
import type { DocumentRequestName, RequestArgs } from '@core/protocol/requests'
import { openVote } from '@core/commands/vote-phases'
import { aCard, aContext, aDocument, aVote } from '../../helpers/builders'
import { act, take } from '../../helpers/outcomes'

const did = <N extends DocumentRequestName>(tables: Tables, history: History, name: N, args: RequestArgs<N>): History =>
  recordChange(history, name, act(tables, name, args))

const undo = (tables: Tables, history: History): { code: string; next: History } => {
  const { outcome, next } = planUndo(tables, history)
  if (!outcome.ok) return { code: outcome.error.code, next }
  applyDiff(tables, outcome.value.diff)
  return { code: outcome.value.label, next }
}

describe('undo', () => {
  test('goes back step by step, and redo forward again', () => {
    const tables = aDocument(aCard({ text: 'a' }))
    let history = did(tables, emptyHistory, 'card.update', { id: 'card-1', text: 'b' })
    history = did(tables, history, 'card.move', { ids: ['card-1'], zone: ['t2', 'l2'] })
    const first = undo(tables, history)
    expect(first.code).toBe('card.move')
    const second = undo(tables, first.next)
    expect(tables.card.get('card-1')).toEqual(aCard({ text: 'a' }))
    expect(undo(tables, second.next).code).toBe('nothing-to-undo')
    const redone = planRedo(tables, second.next)
    expect(redone.outcome).toMatchObject({ ok: true, value: { label: 'card.update' } })
    expect(redone.next.redo.map(({ label }) => label)).toEqual(['card.move'])
  })

  test('a new change ends redoing', () => {
    const tables = aDocument(aCard())
    const { next } = undo(tables, did(tables, emptyHistory, 'card.hold', { ids: ['card-1'], held: true }))
    const after = did(tables, next, 'card.update', { id: 'card-1', text: 'new' })
    expect(planRedo(tables, after).outcome).toMatchObject({ error: { code: 'nothing-to-redo' } })
  })

  test('never overwrites what somebody else changed since, and the step before can still be undone', () => {
    const tables = aDocument(aCard({ text: 'a' }))
    let history = did(tables, emptyHistory, 'card.hold', { ids: ['card-1'], held: true })
    history = did(tables, history, 'card.update', { id: 'card-1', text: 'b' })
    act(tables, 'card.update', { id: 'card-1', text: 'theirs' })
    const refused = undo(tables, history)
    expect(refused.code).toBe('changed-meanwhile')
    expect(tables.card.get('card-1')?.text).toBe('theirs')
    expect(undo(tables, refused.next).code).toBe('card.hold')
  })

  test('never takes away what others have built on', () => {
    const tables = aDocument()
    const card = { id: 'card-1', boardId: 'board-1', zone: ['t1', 'l1'], text: 'x' }
    const history = did(tables, emptyHistory, 'card.add', card)
    act(tables, 'task.add', { id: 'task-1', text: 'y', origin: { type: 'card', id: 'card-1' } })
    expect(undo(tables, history).code).toBe('changed-meanwhile')
  })

  test('an axis entry with cards in it stays', () => {
    const tables = aDocument()
    const entry = { id: 't3', label: { text: 'Trust' } }
    const history = did(tables, emptyHistory, 'axis.add-entry', { boardId: 'board-1', axisId: 'theme', entry })
    act(tables, 'card.add', { id: 'card-1', boardId: 'board-1', zone: ['t3', 'l1'], text: 'x' })
    expect(undo(tables, history).code).toBe('changed-meanwhile')
  })

  test('waits while people vote on it', () => {
    const tables = aDocument(aCard(), aCard({ id: 'card-2', order: 'W' }))
    const making = { id: 'c1', cardIds: ['card-1', 'card-2'], label: { text: 'One plan' } }
    let history = did(tables, emptyHistory, 'cluster.make', making)
    const options = ['c1', 'card-1'].map((id, i) => ({ id: `o${i}`, text: id }))
    const source = { type: 'cluster' as const, id: 'c1' }
    const vote = aVote({ options: options.map((option, i) => (i === 0 ? { ...option, source } : option)) })
    applyDiff(tables, diffOf({ added: [vote] }))
    history = did(tables, history, 'vote.update', { id: 'vote-1', question: 'Other?' })
    take(tables, openVote(tables, { id: 'vote-1' }, aContext(2)))
    expect(undo(tables, history)).toEqual({ code: 'vote-frozen', next: history })
    const older = { undo: history.undo.slice(0, 1), redo: [] }
    expect(['vote-frozen', 'changed-meanwhile']).toContain(undo(tables, older).code)
    expect(tables.cluster.has('c1')).toBe(true)
  })

  test('a closed vote stays as it was; a removed card comes back into its options', () => {
    const source = { type: 'card' as const, id: 'card-1' }
    const options = [
      { id: 'o1', text: 'x', source },
      { id: 'o2', text: 'y' },
    ]
    const rounds = [{ id: 'r1', number: 1, state: 'closed' as const }]
    const tables = aDocument(aCard(), aVote({ options: options.slice(1) }))
    const edited = did(tables, emptyHistory, 'vote.update', { id: 'vote-1', options })
    const vote = tables.vote.get('vote-1') ?? aVote()
    applyDiff(tables, diffOf({ changed: [patch<'vote'>(vote, { rounds })] }))
    expect(undo(tables, edited).code).toBe('vote-frozen')
    const removed = did(tables, emptyHistory, 'card.remove', { ids: ['card-1'] })
    expect(undo(tables, removed).code).toBe('card.remove')
    expect(tables.vote.get('vote-1')?.options).toEqual(options)
  })

  test('a closed session stays closed and as it was', () => {
    const tables = aDocument(aCard())
    const history = did(tables, emptyHistory, 'card.hold', { ids: ['card-1'], held: true })
    act(tables, 'session.finish', {})
    expect(undo(tables, history)).toEqual({ code: 'session-is-closed', next: history })
  })

  test('keeps the last 200 changes', () => {
    let history = emptyHistory
    for (let i = 0; i < 250; i += 1)
      history = recordChange(history, `n${i}`, diffOf({ added: [aCard({ id: `c-${i}` })] }))
    expect(history.undo).toHaveLength(200)
    expect(history.undo.at(-1)?.label).toBe('n249')
    expect(recordChange(history, 'nothing', {})).toBe(history)
  })
})

test('additions of one batch are taken back together, those of another are not', () => {
  const tables = aDocument()
  const added = (id: string, order: string): Diff => ({ added: [aCard({ id, order })] })
  let history = emptyHistory
  for (const [id, batch] of [
    ['a', 'one'],
    ['b', 'one'],
    ['c', 'two'],
  ] as const) {
    const diff = added(id, id)
    applyDiff(tables, diff)
    history = recordChange(history, 'card.add-many', diff, batch)
  }
  expect(history.undo).toHaveLength(2)
  for (const left of [['a', 'b'], []]) {
    const { outcome, next } = planUndo(tables, history)
    if (outcome.ok) applyDiff(tables, outcome.value.diff)
    history = next
    expect([...tables.card.keys()]).toEqual(left)
  }
  const again = planRedo(tables, history)
  expect(again.outcome.ok && again.outcome.value.diff.added).toHaveLength(2)
})
