import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { Axis } from '@core/model/board'
import { aBoard, aCard, aCluster } from '../../helpers/builders'
import { openProjector } from './open-projector'

afterEach(cleanup)

const ring = (id: string, text: string) => ({ id, label: { text } })
const rings: Axis = {
  id: 'near',
  label: { text: 'How near' },
  entries: [ring('r1', 'Closest'), ring('r2', 'Helping now'), ring('r3', 'Could help')],
}

const many = (zone: readonly string[], count: number) =>
  Array.from({ length: count }, (_, index) =>
    aCard({ id: `card-${zone.join('')}-${index}`, order: `a${index}`, zone: [...zone], voiceId: 'families' }),
  )

describe('the board on the projector', () => {
  test('is first shown whole, with the number of cards of each zone, then zone by zone', async () => {
    const { show } = await openProjector(
      { view: 'board', boardId: 'board-1' },
      ...many(['t1', 'l1'], 4),
      ...many(['t2', 'l2'], 7),
    )
    expect(await screen.findByText('4 cards')).toBeTruthy()
    expect(screen.getByText('7 cards')).toBeTruthy()
    expect(screen.queryByRole('article')).toBeNull()
    show({ view: 'board', boardId: 'board-1', page: 1 })
    expect(await screen.findAllByRole('article')).toHaveLength(4)
  })

  test('draws rings in each other, the core innermost', async () => {
    await openProjector(
      { view: 'board', boardId: 'rings' },
      aBoard({ id: 'rings', layout: 'rings', axes: [rings] }),
      aCard({ boardId: 'rings', zone: ['r2'] }),
    )
    const core = (await screen.findByRole('heading', { name: 'Closest' })).closest('.sum-ring')
    const middle = screen.getByRole('heading', { name: 'Helping now' }).closest('.sum-ring')
    const outer = screen.getByRole('heading', { name: 'Could help' }).closest('.sum-ring')
    expect(core?.parentElement).toBe(middle)
    expect(middle?.parentElement).toBe(outer)
  })

  test('shows cards that say the same as one, with how many they are', async () => {
    await openProjector(
      { view: 'board', boardId: 'board-1', entryId: 't1' },
      aCluster({ kind: 'merged', label: { text: 'Everybody asks the same' }, cards: [] }),
      aCard({ id: 'c1', text: 'Asked nine times', clusterId: 'cluster-1' }),
      aCard({ id: 'c2', text: 'Asked again', clusterId: 'cluster-1' }),
      aCard({ id: 'c3', text: 'Held back', clusterId: 'cluster-1', held: true }),
    )
    expect(await screen.findByText('Everybody asks the same')).toBeTruthy()
    expect(screen.getByText('2 say the same')).toBeTruthy()
    for (const words of ['Asked nine times', 'Asked again', 'Held back']) expect(screen.queryByText(words)).toBeNull()
  })

  test('does not show the heading of a group of which every card is held', async () => {
    await openProjector(
      { view: 'board', boardId: 'board-1', entryId: 't1' },
      aCluster({ label: { text: 'Not yet' }, cards: [] }),
      aCard({ id: 'c1', clusterId: 'cluster-1', held: true }),
      aCard({ id: 'c2', text: 'This one is open' }),
    )
    await screen.findByText('This one is open')
    expect(screen.queryByText('Not yet')).toBeNull()
  })

  test('gives a card whose zone is gone a place all the same', async () => {
    await openProjector(
      { view: 'board', boardId: 'board-1', entryId: 't1' },
      aCard({ zone: ['gone', 'l1'], text: 'Where was I?' }),
    )
    expect(await screen.findByText('Where was I?')).toBeTruthy()
  })

  test('never has type under 2.2 % of the height, nor words of a card under 3.1 %', () => {
    // 1 rem is 16 px of 1080, that is 1.48 %; --s1 is 1.75 rem and never under 2.2 %.
    const percent = (rem: number): number => (rem * 16 * 100) / 1080
    for (const file of ['board.css', 'board-overview.css']) {
      const css = readFileSync(resolve(import.meta.dirname, `../../../renderer/projector/views/${file}`), 'utf8')
      for (const [, selector = '', size = ''] of css.matchAll(/([^{}]+)\{[^{}]*font-size: ([\d.]+)rem/g)) {
        expect(percent(Number(size))).toBeGreaterThanOrEqual(selector.includes('.big-card') ? 3.1 : 2.2)
      }
    }
  })
})
