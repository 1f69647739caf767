import { describe, expect, test } from 'vitest'
import type { Cluster } from '@core/model/card'
import { NO_FILTER } from '../../../renderer/facilitator/board/model/filter'
import { findItem } from '../../../renderer/facilitator/board/model/zone-index'
import { boardWith, indexOf } from './fixture'

const aCluster = (cardIds: readonly string[]): Cluster => ({
  type: 'cluster',
  id: 'cluster-1',
  boardId: 'board-1',
  zone: ['theme-0', 'level-0'],
  order: '0V',
  label: { text: 'Say it once' },
  cards: cardIds.map((id) => ({ id, zone: ['theme-0', 'level-0'], order: 'V' })),
})

describe('the board by zones', () => {
  test('every card is in exactly one zone, also one whose zone is gone', () => {
    const { grid, tables } = boardWith(50)
    const cards = [...tables.card.values()].map((card, at) =>
      at === 7 ? { ...card, zone: ['gone', 'level-0'] } : card,
    )
    const index = indexOf(grid, cards)
    const ids = [...index.zones.values()].flatMap((zone) => zone.items.flatMap((item) => item.cardIds))
    expect(ids.toSorted()).toEqual(cards.map((card) => card.id).toSorted())
    expect(index.cards).toBe(50)
  })

  test('a cluster stands for its cards', () => {
    const { grid, tables } = boardWith(30)
    const cards = [...tables.card.values()].map((card) =>
      card.id === 'card-1' || card.id === 'card-2' ? { ...card, clusterId: 'cluster-1' } : card,
    )
    const index = indexOf(grid, cards, [aCluster(['card-1', 'card-2'])])
    expect(findItem(grid, index, 'card-1')).toBeNull()
    expect(findItem(grid, index, 'cluster-1')?.item.cardIds).toEqual(['card-1', 'card-2'])
    expect(index.zones.get('theme-0/level-0')?.cards).toBeGreaterThanOrEqual(2)
  })

  test('a filter leaves out others and says how many are shown', () => {
    const { grid, tables } = boardWith(50)
    const filter = { ...NO_FILTER, voices: new Set(['voice-2']) }
    const index = indexOf(grid, tables.card.values(), [], filter)
    const shown = [...index.zones.values()].flatMap((zone) => zone.items)
    expect(shown).toHaveLength(10)
    expect(index.shown).toBe(10)
    expect(index.cards).toBe(50)
    expect(shown.every((item) => tables.card.get(item.id)?.voiceId === 'voice-2')).toBe(true)
  })

  test('zones that did not change stay the same object, so that they are not drawn again', () => {
    const { grid, tables } = boardWith(50)
    const first = indexOf(grid, tables.card.values())
    const moved = [...tables.card.values()].map((card) =>
      card.id === 'card-0' ? { ...card, zone: ['theme-6', 'level-2'] } : card,
    )
    const second = indexOf(grid, moved, [], NO_FILTER, first)
    const changed = [...second.zones].filter(([key, zone]) => first.zones.get(key) !== zone).map(([key]) => key)
    expect(changed.toSorted()).toEqual(['theme-0/level-0', 'theme-6/level-2'])
  })
})
