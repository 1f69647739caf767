import { describe, expect, test } from 'vitest'
import { ordered } from '@core/model/document'
import type { Tables } from '@core/model/document'
import type { Card } from '@core/model/card'
import { LIMITS } from '@core/model/limits'
import { aCard, aCluster, aContext, aDecision, aDocument, aPerson, aStep, aTask, aVote } from '../../helpers/builders'
import { act, codeOf, run } from '../../helpers/outcomes'

const three = () => [aCard(), aCard({ id: 'card-2', order: 'W' }), aCard({ id: 'card-3', order: 'X' })]
const idsIn = (tables: Tables, zone: string): string[] =>
  ordered(tables, 'card')
    .filter((card) => card.zone.join(' ') === zone)
    .map((card) => card.id)
const card = (tables: Tables, id: string): Card => {
  const found = tables.card.get(id)
  if (!found) throw new Error(`no card ${id}`)
  return found
}
const voting = (sources: readonly { readonly type: 'card' | 'cluster'; readonly id: string }[]) =>
  aVote({
    options: sources.map((source, i) => ({ id: `o${i}`, text: 'x', source })),
    rounds: [{ id: 'round-1', number: 1, state: 'open' }],
  })

describe('card.add', () => {
  test('goes to the end of its zone, or before another card', () => {
    const tables = aDocument(...three())
    act(tables, 'card.add', { id: 'new-1', boardId: 'board-1', zone: ['t1', 'l1'], text: ' Last ' })
    act(tables, 'card.add', { id: 'new-2', boardId: 'board-1', zone: ['t1', 'l1'], text: 'Early', before: 'card-2' })
    expect(idsIn(tables, 't1 l1')).toEqual(['card-1', 'new-2', 'card-2', 'card-3', 'new-1'])
    expect(card(tables, 'new-1').text).toBe('Last')
  })

  test('is refused in a session that could not be opened any more with it', () => {
    const many = Array.from({ length: LIMITS.cards }, (_, index) => aCard({ id: `card-${index}` }))
    const add = { id: 'new-1', boardId: 'board-1', zone: ['t1', 'l1'], text: 'One more' }
    expect(codeOf(run(aDocument(...many), 'card.add', add))).toBe('too-many')
    expect(codeOf(run(aDocument(...many.slice(1)), 'card.add', add))).not.toBe('too-many')
  })

  test('takes voice and consent from its person', () => {
    const tables = aDocument(aPerson({ voiceId: 'staff', consent: { quote: 'none' } }))
    act(tables, 'card.add', { id: 'new-1', boardId: 'board-1', zone: ['t1', 'l1'], text: 'x', personId: 'person-1' })
    expect(card(tables, 'new-1')).toMatchObject({ voiceId: 'staff', quote: 'none' })
  })

  test.each([
    ['only spaces', { text: '   ' }, 'text-empty'],
    ['too long', { text: 'x'.repeat(2_001) }, 'text-too-long'],
    ['an id in use', { id: 'board-1' }, 'already-there'],
    ['an entry of the wrong axis', { zone: ['l1', 't1'] }, 'wrong-place'],
    ['one entry too few', { zone: ['t1'] }, 'wrong-place'],
    ['an unknown board', { boardId: 'board-9' }, 'not-found'],
    ['an unknown voice', { voiceId: 'nobody' }, 'not-found'],
    ['before a card elsewhere', { before: 'card-9' }, 'wrong-place'],
  ])('%s is refused', (_, args, code) => {
    const base = { id: 'new-1', boardId: 'board-1', zone: ['t1', 'l1'], text: 'x' }
    expect(codeOf(run(aDocument(), 'card.add', { ...base, ...args }))).toBe(code)
  })

  test('a text of exactly 2,000 characters with emoji fits', () => {
    const text = '👩‍👩‍👧'.repeat(250)
    expect(text).toHaveLength(2_000)
    const added = run(aDocument(), 'card.add', { id: 'new-1', boardId: 'board-1', zone: ['t1', 'l1'], text })
    expect(codeOf(added)).toBeNull()
  })
})

describe('card.update', () => {
  test('an edit of words that somebody changed meanwhile is refused, with nothing lost', () => {
    const tables = aDocument(aCard({ text: 'theirs' }))
    expect(codeOf(run(tables, 'card.update', { id: 'card-1', was: 'before', text: 'mine' }))).toBe('changed-meanwhile')
    act(tables, 'card.update', { id: 'card-1', was: 'theirs', text: 'mine' })
    expect(card(tables, 'card-1').text).toBe('mine')
  })

  test('another field of a changed card can still be set', () => {
    const tables = aDocument(aCard({ text: 'theirs' }))
    act(tables, 'card.update', { id: 'card-1', was: 'before', voiceId: 'staff' })
    expect(card(tables, 'card-1')).toMatchObject({ text: 'theirs', voiceId: 'staff' })
    act(tables, 'card.update', { id: 'card-1', voiceId: null })
    expect(card(tables, 'card-1').voiceId).toBeUndefined()
  })
})

describe('card.move', () => {
  test('several cards go before another, in the order given', () => {
    const tables = aDocument(...three(), aCard({ id: 'card-4', zone: ['t2', 'l2'] }))
    act(tables, 'card.move', { ids: ['card-4', 'card-3'], zone: ['t1', 'l1'], before: 'card-1' })
    expect(idsIn(tables, 't1 l1')).toEqual(['card-4', 'card-3', 'card-1', 'card-2'])
  })

  test('a card moved out of its cluster leaves it, and an empty cluster dissolves', () => {
    const place = { zone: ['t1', 'l1'], order: 'V' }
    const tables = aDocument(aCard({ clusterId: 'cluster-1' }), aCluster({ cards: [{ id: 'card-1', ...place }] }))
    act(tables, 'card.move', { ids: ['card-1'], zone: ['t2', 'l1'] })
    expect(card(tables, 'card-1')).toMatchObject({ zone: ['t2', 'l1'] })
    expect(tables.cluster.size).toBe(0)
  })
})

describe('card.remove', () => {
  test('takes links along; tasks, decisions and options keep their words', () => {
    const tables = aDocument(
      ...three(),
      { type: 'link', id: 'link-1', kind: 'causes', from: 'card-1', to: 'card-2' },
      aTask({ origin: { type: 'card', id: 'card-1' } }),
      aDecision({
        evidence: [
          { type: 'card', id: 'card-1' },
          { type: 'card', id: 'card-2' },
        ],
      }),
      aVote({ options: [{ id: 'o1', text: 'the words', source: { type: 'card', id: 'card-1' } }] }),
    )
    act(tables, 'card.remove', { ids: ['card-1'] })
    expect(tables.link.size).toBe(0)
    expect(tables.task.get('task-1')?.origin).toBeUndefined()
    expect(tables.decision.get('decision-1')?.evidence).toEqual([{ type: 'card', id: 'card-2' }])
    expect(tables.vote.get('vote-1')?.options).toEqual([{ id: 'o1', text: 'the words' }])
  })

  test('is refused while people vote on the card', () => {
    const tables = aDocument(...three(), voting([{ type: 'card', id: 'card-1' }]))
    expect(codeOf(run(tables, 'card.remove', { ids: ['card-1'] }))).toBe('vote-frozen')
    expect(codeOf(run(tables, 'card.remove', { ids: ['card-2'] }))).toBeNull()
  })
})

test('card.reveal shows all that was written alone, in a new order behind the others', () => {
  const hidden = Array.from({ length: 12 }, (_, i) =>
    aCard({ id: `alone-${i}`, order: `W${String.fromCodePoint(65 + i)}`, revealed: false, stepId: 'step-1' }),
  )
  const tables = aDocument(aCard(), aStep({ contribute: 'alone' }), ...hidden)
  act(tables, 'card.reveal', { stepId: 'step-1' }, aContext(11))
  const order = idsIn(tables, 't1 l1')
  expect(order[0]).toBe('card-1')
  expect(order.toSorted()).toEqual(['card-1', ...hidden.map(({ id }) => id)].toSorted())
  expect(order.slice(1)).not.toEqual(hidden.map(({ id }) => id))
  expect([...tables.card.values()].every((one) => one.revealed)).toBe(true)
  expect([...tables.event.values()]).toMatchObject([{ kind: 'cards.revealed', ref: 'step-1', count: 12 }])
})

describe('clusters', () => {
  const scattered = () =>
    aDocument(aCard(), aCard({ id: 'card-2', zone: ['t2', 'l1'], order: 'k' }), aCard({ id: 'card-3', order: 'X' }))

  test('a split brings every card back to exactly where it was, even after the cluster moved', () => {
    const tables = scattered()
    const before = [...tables.card.values()]
    act(tables, 'cluster.make', { id: 'c1', cardIds: ['card-1', 'card-2'], label: { text: 'One plan' } })
    expect(card(tables, 'card-2')).toMatchObject({ clusterId: 'c1', zone: ['t1', 'l1'] })
    act(tables, 'cluster.add', { id: 'c1', cardIds: ['card-3'] })
    act(tables, 'cluster.move', { id: 'c1', zone: ['t2', 'l2'] })
    expect(card(tables, 'card-3').zone).toEqual(['t2', 'l2'])
    act(tables, 'cluster.split', { id: 'c1' })
    expect([...tables.card.values()]).toEqual(before)
    expect(tables.cluster.size).toBe(0)
  })

  test('a card of another cluster leaves it first and still remembers its own place', () => {
    const tables = scattered()
    const before = card(tables, 'card-2')
    act(tables, 'cluster.make', { id: 'c1', cardIds: ['card-1', 'card-2'], label: { text: 'One' } })
    act(tables, 'cluster.make', { id: 'c2', cardIds: ['card-3', 'card-2'], label: { text: 'Two' } })
    expect(tables.cluster.get('c1')?.cards.map(({ id }) => id)).toEqual(['card-1'])
    act(tables, 'cluster.take-out', { id: 'c2', cardIds: ['card-2'] })
    expect(card(tables, 'card-2')).toEqual(before)
  })

  test('cards of two boards do not go together', () => {
    const tables = scattered()
    act(tables, 'board.add', {
      id: 'board-2',
      label: { text: 'Ideas' },
      layout: 'columns',
      axes: [{ id: 'stage', label: { text: 'Stage' }, entries: [{ id: 'idea', label: { text: 'Idea' } }] }],
    })
    act(tables, 'card.add', { id: 'far', boardId: 'board-2', zone: ['idea'], text: 'x' })
    const made = run(tables, 'cluster.make', { id: 'c1', cardIds: ['card-1', 'far'], label: { text: 'One' } })
    expect(codeOf(made)).toBe('wrong-place')
  })

  test('merging is frozen while people vote on the cards or the cluster', () => {
    const tables = scattered()
    act(tables, 'cluster.make', { id: 'c1', cardIds: ['card-1', 'card-2'], label: { text: 'One' } })
    const open = aDocument(...tables.card.values(), ...tables.cluster.values(), voting([{ type: 'cluster', id: 'c1' }]))
    expect(codeOf(run(open, 'cluster.add', { id: 'c1', cardIds: ['card-3'] }))).toBe('vote-frozen')
    expect(codeOf(run(open, 'cluster.split', { id: 'c1' }))).toBe('vote-frozen')
    expect(codeOf(run(open, 'card.move', { ids: ['card-1'], zone: ['t2', 'l2'] }))).toBe('vote-frozen')
    const onCards = aDocument(...three(), voting([{ type: 'card', id: 'card-1' }]))
    const made = run(onCards, 'cluster.make', { id: 'c1', cardIds: ['card-1', 'card-2'], label: { text: 'x' } })
    expect(codeOf(made)).toBe('vote-frozen')
  })
})
