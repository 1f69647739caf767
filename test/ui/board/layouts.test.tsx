import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { MemoryHost } from '../../../scripts/bench/board/memory-host'
import { runAction } from '../../../renderer/facilitator/app/actions'
import { openBoard } from './open-board'

afterEach(cleanup)

const zone = (name: string): HTMLElement => screen.getByRole('region', { name: new RegExp(`^${name}:`) })
const cardsIn = (name: string): HTMLElement[] =>
  within(zone(name))
    .queryAllByRole('button')
    .filter((button) => button.hasAttribute('data-carry'))
const board = (host: MemoryHost) => {
  const found = host.tables.board.get('board-1')
  if (!found) throw new Error('no board')
  return found
}

describe('every layout is walked and named alike', () => {
  for (const [layout, name, other] of [
    ['quadrants', 'Organisation of services, Structural', 'Legislation, Structural'],
    ['rings', 'Structural', 'Group, community'],
    ['rounds', 'Structural', 'Group, community'],
    ['columns', 'Organisation of services', 'Legislation'],
  ] as const) {
    test(`${layout}: the arrow keys lead from a card of one zone to a card of the next`, async () => {
      await openBoard({ cards: 12, layout })
      const user = userEvent.setup()
      act(() => cardsIn(name)[0]?.focus())
      const isThere = (): boolean => zone(other).contains(document.activeElement)
      const key = layout === 'rings' ? '{ArrowUp}' : '{ArrowRight}'
      for (let step = 0; step < 14 && !isThere(); step += 1) await user.keyboard(key)
      expect(isThere()).toBe(true)
    })
  }

  test('rounds say which number they have', async () => {
    await openBoard({ cards: 3, layout: 'rounds' })
    expect(screen.getByText('Round 1')).toBeTruthy()
    expect(screen.getByText('Round 3')).toBeTruthy()
  })

  test('the outline has the same zones for rings and quadrants', async () => {
    await openBoard({ cards: 8, layout: 'rings' }, 'outline')
    for (const name of ['Structural', 'Group, community', 'Individual, family']) {
      expect(screen.getByRole('heading', { level: 2, name })).toBeTruthy()
    }
  })
})

describe('the columns, rows and layout of a board', () => {
  const openEditor = async (): Promise<HTMLElement> => {
    act(() => void runAction('board.axes'))
    return await screen.findByRole('dialog')
  }

  test('another layout that fits is one choice away, and no card moves', async () => {
    const host = await openBoard({ cards: 12, layout: 'columns' })
    const before = [...host.tables.card.values()]
    const user = userEvent.setup()
    const dialog = await openEditor()
    expect(within(dialog).queryByRole('radio', { name: 'Matrix' })).toBeNull()
    await user.click(within(dialog).getByRole('radio', { name: 'Rounds' }))
    await waitFor(() => expect(board(host).layout).toBe('rounds'))
    expect([...host.tables.card.values()]).toEqual(before)
  })

  test('an entry gets a name, a topic, another place; what is removed offers its cards a new one', async () => {
    const host = await openBoard({ cards: 21, layout: 'columns' })
    const user = userEvent.setup()
    const dialog = within(await openEditor())
    const name = dialog.getByRole('textbox', { name: 'Name: Legislation' })
    await user.clear(name)
    await user.type(name, 'Law{Enter}')
    await waitFor(() => expect(board(host).axes[0]?.entries[1]?.label).toEqual({ text: 'Law' }))
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Topic of: Law' }), 'legislation')
    await waitFor(() => expect(board(host).axes[0]?.entries[1]?.topic).toBe('legislation'))
    act(() => dialog.getByRole('button', { name: /^Move: Law/ }).focus())
    await user.keyboard('{ArrowUp}')
    await waitFor(() => expect(board(host).axes[0]?.entries[0]?.label).toEqual({ text: 'Law' }))
    await user.click(dialog.getByRole('button', { name: 'Remove: Law' }))
    await user.selectOptions(dialog.getByRole('combobox', { name: /Where do they go/ }), 'theme-2')
    await user.click(dialog.getByRole('button', { name: 'Remove it' }))
    await waitFor(() => expect(board(host).axes[0]?.entries).toHaveLength(6))
    expect(host.tables.card.size).toBe(21)
    expect([...host.tables.card.values()].every((card) => card.zone[0] !== 'theme-1')).toBe(true)
  })

  test('rows come and go, and every card keeps a place', async () => {
    const host = await openBoard({ cards: 9, layout: 'columns' })
    const user = userEvent.setup()
    const dialog = within(await openEditor())
    await user.click(dialog.getByRole('button', { name: 'Add rows' }))
    await waitFor(() => expect(board(host)).toMatchObject({ layout: 'matrix', axes: [{}, {}] }))
    expect([...host.tables.card.values()].every((card) => card.zone.length === 2)).toBe(true)
    const [, remove] = dialog.getAllByRole('button', { name: 'Remove this axis' })
    if (!remove) throw new Error('no second axis')
    await user.click(remove)
    await user.click(dialog.getAllByRole('button', { name: 'Remove this axis' }).at(-1) ?? remove)
    await waitFor(() => expect(board(host).axes).toHaveLength(1))
    expect([...host.tables.card.values()].every((card) => card.zone.length === 1)).toBe(true)
  })
})

describe('the board on the projector', () => {
  test('is shown from its menu and stepped picture by picture', async () => {
    const host = await openBoard({ cards: 60 })
    const user = userEvent.setup()
    act(() => void runAction('board.show'))
    const bar = within(await screen.findByRole('group', { name: 'This board on the projector' }))
    expect(bar.getByText(/The whole board, picture 1 of/)).toBeTruthy()
    await user.click(bar.getByRole('button', { name: 'Next picture' }))
    await bar.findByText(/Organisation of services, picture 2 of/)
    const stage = host.tables.session.get('session-1')?.stage
    expect(stage).toEqual({ view: 'board', boardId: 'board-1', entryId: 'theme-0', page: 0 })
  })
})
