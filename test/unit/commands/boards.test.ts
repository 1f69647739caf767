import { describe, expect, test } from 'vitest'
import { aBoard, aCard, aCluster, aDocument, aSession, aStep } from '../../helpers/builders'
import { act, codeOf, run } from '../../helpers/outcomes'

const theme = { boardId: 'board-1', axisId: 'theme' }

describe('axis.remove-entry', () => {
  test('needs a place for the cards in it, and puts them at the end there', () => {
    const tables = aDocument(
      aCard(),
      aCard({ id: 'card-2', zone: ['t2', 'l1'], order: 'W' }),
      aCluster({ id: 'c1', order: 'A', zone: ['t2', 'l1'], cards: [{ id: 'card-3', zone: ['t1', 'l2'], order: 'V' }] }),
      aCard({ id: 'card-3', zone: ['t2', 'l1'], clusterId: 'c1' }),
    )
    const args = { ...theme, entryId: 't1' }
    expect(run(tables, 'axis.remove-entry', args)).toMatchObject({ error: { code: 'not-empty', params: { count: 1 } } })
    expect(codeOf(run(tables, 'axis.remove-entry', { ...args, to: 't1' }))).toBe('wrong-place')
    expect(codeOf(run(tables, 'axis.remove-entry', { ...args, to: 'l1' }))).toBe('wrong-place')
    act(tables, 'axis.remove-entry', { ...args, to: 't2' })
    const [first, second] = [tables.card.get('card-1'), tables.card.get('card-2')]
    expect(first?.zone).toEqual(['t2', 'l1'])
    expect((first?.order ?? '') > (second?.order ?? '')).toBe(true)
    // The place that a split goes back to moves along.
    expect(tables.cluster.get('c1')?.cards[0]?.zone).toEqual(['t2', 'l2'])
    expect(tables.board.get('board-1')?.axes[0]?.entries.map(({ id }) => id)).toEqual(['t2'])
  })

  test('the last entry of an axis stays', () => {
    const axis = { id: 'theme', label: { text: 'Theme' }, entries: [{ id: 't1', label: { text: 't1' } }] }
    const tables = aDocument(aBoard({ axes: [axis] }))
    expect(codeOf(run(tables, 'axis.remove-entry', { ...theme, entryId: 't1' }))).toBe('last-one')
  })
})

test('entries are added, moved and renamed; the topic survives a new name', () => {
  const tables = aDocument()
  const entry = { id: 't3', label: { text: ' Trust ' }, topic: 'trust' as const }
  act(tables, 'axis.add-entry', { ...theme, entry, before: 't1' })
  act(tables, 'axis.update-entry', { ...theme, entryId: 't3', label: { text: 'Trust and time' } })
  act(tables, 'axis.move-entry', { ...theme, entryId: 't1' })
  const entries = tables.board.get('board-1')?.axes[0]?.entries
  expect(entries?.map(({ id }) => id)).toEqual(['t3', 't2', 't1'])
  expect(entries?.[0]).toEqual({ id: 't3', label: { text: 'Trust and time' }, topic: 'trust' })
  expect(codeOf(run(tables, 'axis.add-entry', { ...theme, entry: { id: 'l1', label: { text: 'x' } } }))).toBe(
    'already-there',
  )
})

describe('board.remove', () => {
  test('is refused while cards lie on it', () => {
    const refusal = run(aDocument(aCard()), 'board.remove', { id: 'board-1' })
    expect(refusal).toMatchObject({ error: { code: 'still-used', params: { count: 1 } } })
  })

  test('leaves no step and no projector pointing to it', () => {
    const tables = aDocument(aSession({ stage: { view: 'board', boardId: 'board-1' } }), aStep())
    act(tables, 'board.remove', { id: 'board-1' })
    expect(tables.step.get('step-1')?.boardId).toBeUndefined()
    expect(tables.session.get('session-1')?.stage).toEqual({ view: 'blank' })
  })
})
