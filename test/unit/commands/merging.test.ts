import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDiff, invertDiff } from '@core/change/diff'
import type { Tables } from '@core/model/document'
import { tablesOf } from '@core/model/document'
import { brokenRecords } from '@core/rules/integrity'
import { aBoard, aCard, aCluster, aLab, aSession, aVote } from '../../helpers/builders'
import { act, codeOf, run } from '../../helpers/outcomes'

const cardsOn = (count: number, fields: Parameters<typeof aCard>[0] = {}) =>
  Array.from({ length: count }, (_, index) =>
    aCard({
      id: `card-${index + 1}`,
      order: String.fromCodePoint(66 + index),
      zone: [index % 2 === 0 ? 't1' : 't2', 'l1'],
      text: `Statement ${index + 1}`,
      ...fields,
    }),
  )

const withCards = (count: number): Tables => tablesOf([aSession(), aLab(), aBoard(), ...cardsOn(count)])

const dataOf = (tables: Tables) => ({
  cards: new Map([...tables.card].map(([id, card]) => [id, { ...card }])),
  clusters: new Map([...tables.cluster].map(([id, cluster]) => [id, { ...cluster }])),
})

const merge = (cardIds: string[], id = 'merged-1') =>
  ({ id, cardIds, label: { text: 'They say the same' }, kind: 'merged' }) as const

describe('merging duplicates', () => {
  it('keeps the originals as they are, behind one card', () => {
    const tables = withCards(3)
    const texts = [...tables.card.values()].map((card) => card.text)
    act(tables, 'cluster.make', merge(['card-1', 'card-3']))
    expect(tables.cluster.get('merged-1')).toMatchObject({ kind: 'merged', label: { text: 'They say the same' } })
    expect([...tables.card.values()].map((card) => card.text)).toEqual(texts)
    expect(tables.card.get('card-3')?.clusterId).toBe('merged-1')
    expect(tables.card.get('card-2')?.clusterId).toBeUndefined()
  })

  it('needs two cards, shown to the room', () => {
    const tables = withCards(3)
    expect(codeOf(run(tables, 'cluster.make', merge(['card-1'])))).toBe('wrong-value')
    act(tables, 'card.hold', { ids: ['card-2'], held: true })
    expect(codeOf(run(tables, 'cluster.make', merge(['card-1', 'card-2'])))).toBe('cannot-merge')
  })

  it('is refused while people vote over one of the cards, and so is taking it apart', () => {
    const tables = withCards(3)
    act(tables, 'cluster.make', merge(['card-1', 'card-2']))
    const [round] = aVote().rounds
    const options = [{ id: 'o1', text: 'x', source: { type: 'card' as const, id: 'card-3' } }]
    const onMerged = [...options, { id: 'o2', text: 'y', source: { type: 'cluster' as const, id: 'merged-1' } }]
    if (!round) throw new Error('a vote has a round')
    const open = aVote({ options: onMerged, rounds: [{ ...round, state: 'open' }] })
    const voted = tablesOf([
      ...[...tables.card.values()],
      ...tables.cluster.values(),
      aBoard(),
      aSession(),
      aLab(),
      open,
    ])
    expect(codeOf(run(voted, 'cluster.make', merge(['card-1', 'card-3'], 'merged-2')))).toBe('vote-frozen')
    expect(codeOf(run(voted, 'cluster.split', { id: 'merged-1' }))).toBe('vote-frozen')
  })

  it('leaves the frozen words of an earlier vote apart', () => {
    const options = [1, 2].map((at) => ({
      id: `o${at}`,
      text: `Statement ${at}`,
      source: { type: 'card' as const, id: `card-${at}` },
    }))
    const tables = tablesOf([aSession(), aLab(), aBoard(), ...cardsOn(2), aVote({ options })])
    act(tables, 'cluster.make', merge(['card-1', 'card-2']))
    expect(tables.vote.get('vote-1')?.options).toEqual(options)
  })

  it('merges what is merged already into one, and gives all of them back', () => {
    const tables = withCards(4)
    const before = dataOf(tables)
    act(tables, 'cluster.make', merge(['card-1', 'card-2']))
    act(tables, 'cluster.make', merge(['card-1', 'card-2', 'card-3'], 'merged-2'))
    expect([...tables.cluster.keys()]).toEqual(['merged-2'])
    act(tables, 'cluster.split', { id: 'merged-2' })
    expect(dataOf(tables)).toEqual(before)
  })

  it('ends when a single original is left', () => {
    const tables = withCards(3)
    const before = dataOf(tables)
    act(tables, 'cluster.make', merge(['card-1', 'card-2']))
    act(tables, 'cluster.take-out', { id: 'merged-1', cardIds: ['card-1'] })
    expect(dataOf(tables)).toEqual(before)
    act(tables, 'cluster.make', merge(['card-1', 'card-2']))
    act(tables, 'card.remove', { ids: ['card-1'] })
    expect(tables.cluster.size).toBe(0)
    expect(tables.card.get('card-2')).toEqual(before.cards.get('card-2'))
  })

  it('is one card: its originals do not go into a group, and are not held back alone', () => {
    const tables = withCards(3)
    act(tables, 'cluster.make', merge(['card-1', 'card-2']))
    const group = { id: 'group-1', cardIds: ['card-1', 'card-3'], label: { text: 'Group' } }
    expect(codeOf(run(tables, 'cluster.make', group))).toBe('card-merged')
    expect(codeOf(run(tables, 'card.hold', { ids: ['card-1'], held: true }))).toBe('card-merged')
  })

  it('refuses new words over words that somebody else has changed meanwhile', () => {
    const tables = tablesOf([aSession(), aLab(), aBoard(), aCluster({ label: { text: 'Now' } })])
    const rename = { id: 'cluster-1', label: { text: 'Mine' } }
    expect(codeOf(run(tables, 'cluster.rename', { ...rename, was: 'Before' }))).toBe('changed-meanwhile')
    expect(codeOf(run(tables, 'cluster.rename', { ...rename, was: 'Now' }))).toBeNull()
  })

  it('comes back exactly by split and by undo, whatever was put together before', () => {
    const kinds = fc.constantFrom('merged' as const, 'group' as const)
    const choice = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(kinds, choice, fc.option(fc.constantFrom(['t1', 'l2'], ['t2', 'l1'])), (kind, chosen, zone) => {
        const tables = withCards(6)
        const before = dataOf(tables)
        const cardIds = chosen.map((at) => `card-${at}`)
        const made = act(tables, 'cluster.make', {
          id: 'merged-1',
          cardIds,
          label: { text: 'One' },
          kind,
          ...(zone ? { zone: [...zone] } : {}),
        })
        expect(brokenRecords(tables)).toEqual([])
        if (applyDiff(tables, invertDiff(made)).ok) expect(dataOf(tables)).toEqual(before)
        if (!applyDiff(tables, made).ok) throw new Error('redo does not fit')
        act(tables, 'cluster.split', { id: 'merged-1' })
        expect(dataOf(tables)).toEqual(before)
      }),
      { numRuns: 200 },
    )
  })
})
