import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Axis, Board, Layout } from '@core/model/board'
import type { Card, Cluster } from '@core/model/card'
import { cardsIn, itemsByZone } from '../../../renderer/shared/lib/board-items'
import { boardPictures, pictureAt, stageOf } from '../../../renderer/shared/lib/board-pages'
import { aCard, aCluster } from '../../helpers/builders'

const axis = (id: string, count: number): Axis => ({
  id,
  label: { text: id },
  entries: Array.from({ length: count }, (_, at) => ({ id: `${id}-${at}`, label: { text: `${id} ${at}` } })),
})

const boards = fc
  .record({
    layout: fc.constantFrom<Layout>('columns', 'matrix', 'quadrants', 'rings', 'rounds'),
    first: fc.integer({ min: 1, max: 9 }),
    second: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ layout, first, second }): Board => ({
    type: 'board',
    id: 'board-1',
    order: 'a',
    label: { text: 'Board' },
    layout,
    axes: layout === 'matrix' || layout === 'quadrants' ? [axis('a', first), axis('b', second)] : [axis('a', first)],
  }))

interface Filled {
  readonly board: Board
  readonly cards: readonly Card[]
  readonly clusters: readonly Cluster[]
}

/** Cards in zones that exist or do not, held, hidden, in groups and in merged cards. */
const filled: fc.Arbitrary<Filled> = fc
  .tuple(boards, fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(5), fc.nat(300)), { maxLength: 60 }))
  .map(([board, seeds]) => ({
    board,
    cards: seeds.map(([x, y, kind, length], at) =>
      aCard({
        id: `card-${at}`,
        order: `m${String(at).padStart(3, '0')}`,
        zone: board.axes.map((one, index) => `${one.id}-${index === 0 ? x : y}`),
        text: 'x'.repeat(1 + length),
        held: kind === 1,
        revealed: kind !== 2,
        ...(kind > 3 ? { clusterId: `cluster-${kind - 4}` } : {}),
      }),
    ),
    clusters: [
      aCluster({ id: 'cluster-0', zone: board.axes.map((one) => `${one.id}-0`), cards: [] }),
      aCluster({ id: 'cluster-1', zone: board.axes.map((one) => `${one.id}-0`), cards: [], kind: 'merged' }),
    ],
  }))

describe('the pictures of a board', () => {
  test('show every card that the room may see on exactly one of them, and no other', () => {
    fc.assert(
      fc.property(filled, ({ board, cards, clusters }) => {
        const pictures = boardPictures(board, itemsByZone(board, cards, clusters))
        const shown = pictures.flatMap((picture) =>
          picture.kind === 'cards' ? picture.columns.flatMap((column) => column.items.flatMap(cardsIn)) : [],
        )
        const open = cards.filter((card) => card.revealed && !card.held)
        expect(shown.map((card) => card.id).toSorted()).toEqual(open.map((card) => card.id).toSorted())
      }),
    )
  })

  test('hold nine cards at most, and as many lines as the least type size leaves room for', () => {
    fc.assert(
      fc.property(filled, ({ board, cards, clusters }) => {
        for (const picture of boardPictures(board, itemsByZone(board, cards, clusters))) {
          if (picture.kind !== 'cards') continue
          expect(picture.columns.length).toBeLessThanOrEqual(4)
          expect(picture.columns.reduce((sum, column) => sum + column.items.length, 0)).toBeLessThanOrEqual(9)
        }
      }),
    )
  })

  test('can each be asked for, and are then the one shown', () => {
    fc.assert(
      fc.property(filled, ({ board, cards, clusters }) => {
        const items = itemsByZone(board, cards, clusters)
        const pictures = boardPictures(board, items)
        pictures.forEach((picture, index) => {
          const stage = stageOf(board.id, pictures, index)
          if (stage.view !== 'board') throw new Error('not a board')
          const own = boardPictures(board, items, stage.entryId)
          expect(own[pictureAt(own, stage.entryId, stage.page ?? 0)]).toEqual(picture)
        })
      }),
    )
  })
})
