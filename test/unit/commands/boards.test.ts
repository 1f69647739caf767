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

describe('board.update', () => {
  test('changes the layout to one that fits the axes, and nothing else', () => {
    const tables = aDocument(aBoard({ layout: 'matrix' }), aCard())
    const card = tables.card.get('card-1')
    act(tables, 'board.update', { id: 'board-1', layout: 'quadrants' })
    expect(tables.board.get('board-1')?.layout).toBe('quadrants')
    expect(tables.card.get('card-1')).toBe(card)
    expect(codeOf(run(tables, 'board.update', { id: 'board-1', layout: 'rings' }))).toBe('layout-does-not-fit')
  })

  test('gives a board to a parallel group and back to everybody', () => {
    const group = { type: 'group', id: 'g1', order: 'V', label: { text: 'Blue' }, stage: { view: 'join' } } as const
    const tables = aDocument(aBoard(), group)
    act(tables, 'board.update', { id: 'board-1', groupId: 'g1' })
    expect(tables.board.get('board-1')?.groupId).toBe('g1')
    act(tables, 'board.update', { id: 'board-1', groupId: null })
    expect(tables.board.get('board-1')?.groupId).toBeUndefined()
    expect(codeOf(run(tables, 'board.update', { id: 'board-1', groupId: 'g2' }))).toBe('not-found')
  })
})

test('board.move puts a board before another one', () => {
  const tables = aDocument(aBoard(), aBoard({ id: 'board-2', order: 'W' }), aBoard({ id: 'board-3', order: 'X' }))
  act(tables, 'board.move', { id: 'board-3', before: 'board-1' })
  const ids = [...tables.board.values()].toSorted((a, b) => (a.order < b.order ? -1 : 1)).map((board) => board.id)
  expect(ids).toEqual(['board-3', 'board-1', 'board-2'])
  expect(codeOf(run(tables, 'board.move', { id: 'board-1', before: 'nobody' }))).toBe('wrong-place')
})

describe('a second axis', () => {
  const flat = aBoard({
    layout: 'columns',
    axes: [{ id: 'theme', label: { text: 'Theme' }, entries: [{ id: 't1', label: { text: 't1' } }] }],
  })
  const levels = {
    id: 'level',
    label: { text: 'Level' },
    entries: ['l1', 'l2'].map((id) => ({ id, label: { text: id } })),
  }

  test('comes with a place for every card, also for those that a group remembers', () => {
    const remembered = { id: 'card-2', zone: ['t1'], order: 'V' }
    const tables = aDocument(
      flat,
      aCard({ zone: ['t1'] }),
      aCluster({ id: 'c1', zone: ['t1'], cards: [remembered] }),
      aCard({ id: 'card-2', zone: ['t1'], clusterId: 'c1' }),
    )
    act(tables, 'axis.add', { boardId: 'board-1', axis: levels })
    expect(tables.board.get('board-1')?.layout).toBe('matrix')
    expect(tables.card.get('card-1')?.zone).toEqual(['t1', 'l1'])
    expect(tables.cluster.get('c1')).toMatchObject({ zone: ['t1', 'l1'], cards: [{ zone: ['t1', 'l1'] }] })
    expect(codeOf(run(tables, 'axis.add', { boardId: 'board-1', axis: { ...levels, id: 'third' } }))).toBe('too-many')
  })

  test('goes again, and cards keep their entry of the other; the room sees the whole board', () => {
    const tables = aDocument(
      aBoard({ layout: 'quadrants' }),
      aSession({ stage: { view: 'board', boardId: 'board-1', entryId: 't1', page: 1 } }),
      aCard({ zone: ['t1', 'l2'] }),
    )
    act(tables, 'axis.remove', { boardId: 'board-1', axisId: 'theme' })
    expect(tables.board.get('board-1')).toMatchObject({ layout: 'columns', axes: [{ id: 'level' }] })
    expect(tables.card.get('card-1')?.zone).toEqual(['l2'])
    expect(tables.session.get('session-1')?.stage).toEqual({ view: 'board', boardId: 'board-1' })
    expect(codeOf(run(tables, 'axis.remove', { boardId: 'board-1', axisId: 'level' }))).toBe('last-one')
  })

  test('has a name that can be changed', () => {
    const tables = aDocument()
    act(tables, 'axis.update', { boardId: 'board-1', axisId: 'theme', label: { text: ' Influence ' } })
    expect(tables.board.get('board-1')?.axes[0]?.label).toEqual({ text: 'Influence' })
    expect(codeOf(run(tables, 'axis.update', { boardId: 'board-1', axisId: 'theme', label: { text: ' ' } }))).toBe(
      'text-empty',
    )
  })
})
