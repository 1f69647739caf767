import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { MemoryHost } from '../../../scripts/bench/board/memory-host'
import { openBoard } from './open-board'

afterEach(cleanup)

const HOME = 'Organisation of services, Structural'
const zone = (name: string): HTMLElement => screen.getByRole('region', { name: new RegExp(`^${name}`) })
const cardsIn = (name: string): HTMLElement[] =>
  within(zone(name))
    .queryAllByRole('button')
    .filter((button) => button.hasAttribute('data-carry'))
const idsIn = (name: string): string[] => cardsIn(name).map((card) => card.getAttribute('data-carry') ?? '')
const focusFirst = (): void => act(() => cardsIn(HOME)[0]?.focus())
const cardOf = (host: MemoryHost, id: string) => host.tables.card.get(id)

describe('merging', () => {
  test('M shows what several cards become, keeps the originals, and Shift+G brings them back', async () => {
    const host = await openBoard({ cards: 120 })
    const user = userEvent.setup()
    const before = idsIn(HOME)
    const [first = '', second = ''] = before
    focusFirst()
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}m')
    const dialog = await screen.findByRole('dialog', { name: 'Merge 2 cards into one' })
    const words = within(dialog).getByRole('textbox', { name: 'Words of the one card' })
    await user.clear(words)
    await user.type(words, 'They both wait')
    expect(within(dialog).getByText('2 say the same')).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Merge 2 cards' }))
    const merged = await within(zone(HOME)).findByRole('button', { name: /^They both wait.*2 say the same/ })
    expect([...host.tables.cluster.values()][0]).toMatchObject({
      kind: 'merged',
      cards: [{ id: first }, { id: second }],
    })
    await waitFor(() => expect(document.activeElement).toBe(merged))
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: '2 cards that say the same' })).toBeTruthy()
    expect(screen.getByText('The originals')).toBeTruthy()
    act(() => merged.focus())
    await user.keyboard('{Shift>}g{/Shift}')
    await waitFor(() => expect(host.tables.cluster.size).toBe(0))
    await waitFor(() => expect(idsIn(HOME)).toEqual(before))
  })

  test('a held card is not merged, and the dialog says why', async () => {
    const host = await openBoard({ cards: 120 })
    const user = userEvent.setup()
    act(() => void host.change('card.hold', { ids: [idsIn(HOME)[1] ?? ''], held: true }))
    focusFirst()
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}m')
    const dialog = await screen.findByRole('dialog')
    const take = within(dialog).getByRole('button', { name: /^Merge 2 cards/ })
    expect(take.getAttribute('aria-disabled')).toBe('true')
    expect(within(dialog).getByText('Cards that are held back or not revealed yet cannot be merged.')).toBeTruthy()
    await user.click(take)
    expect(host.tables.cluster.size).toBe(0)
  })

  test('new words over words that somebody else has changed show both', async () => {
    const host = await openBoard({ cards: 120 })
    const user = userEvent.setup()
    const [first = '', second = ''] = idsIn(HOME)
    act(() => {
      host.change('cluster.make', {
        id: 'merged-1',
        cardIds: [first, second],
        label: { text: 'Before' },
        kind: 'merged',
      })
    })
    await user.click(await within(zone(HOME)).findByRole('button', { name: /^Before/ }))
    const field = await screen.findByRole('textbox', { name: 'Words of the one card' })
    await user.clear(field)
    await user.type(field, 'Mine')
    act(() => void host.change('cluster.rename', { id: 'merged-1', label: { text: 'Theirs' } }))
    await user.tab()
    const alert = await screen.findByRole('alert')
    expect(within(alert).getByText('Theirs')).toBeTruthy()
    await user.click(within(alert).getByRole('button', { name: 'Keep my words' }))
    await waitFor(() => expect(host.tables.cluster.get('merged-1')?.label).toEqual({ text: 'Mine' }))
  })
})

describe('many cards at once', () => {
  test('Ctrl+A chooses the zone; a tag for all is one change', async () => {
    const host = await openBoard({ cards: 120 })
    const user = userEvent.setup()
    const ids = idsIn(HOME)
    focusFirst()
    await user.keyboard('{Control>}a{/Control}l')
    await user.type(await screen.findByLabelText(/^Which tag for these/), 'waiting{Enter}')
    await waitFor(() => expect(ids.every((id) => cardOf(host, id)?.tags?.includes('waiting'))).toBe(true))
    await user.click(await screen.findByRole('button', { name: 'Choose none' }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(ids.some((id) => cardOf(host, id)?.tags?.includes('waiting'))).toBe(false))
  })

  test('a zone from a list is a place to move to', async () => {
    const host = await openBoard({ cards: 120 })
    const user = userEvent.setup()
    const [first = '', second = ''] = idsIn(HOME)
    focusFirst()
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await user.click(await screen.findByRole('button', { name: 'Move to…' }))
    await user.selectOptions(await screen.findByLabelText('Where do these 2 cards go?'), 'Legislation, Structural')
    await user.click(screen.getByRole('button', { name: 'Move' }))
    await waitFor(() => expect(cardOf(host, first)?.zone).toEqual(['theme-1', 'level-0']))
    expect(cardOf(host, second)?.zone).toEqual(['theme-1', 'level-0'])
  })
})

describe('the filter', () => {
  test('says what it hides, and one press shows all again', async () => {
    const host = await openBoard({ cards: 40 })
    const user = userEvent.setup()
    act(() => {
      host.change('card.update', { id: 'card-3', place: 'Maribor' })
      host.change('cluster.make', { id: 'group-1', cardIds: ['card-0', 'card-21'], label: { text: 'Together' } })
    })
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    await user.click(await screen.findByRole('checkbox', { name: 'in no group', hidden: true }))
    expect(await screen.findByText('38 of 40 cards shown')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'Maribor', hidden: true }))
    expect(await screen.findByText('1 of 40 cards shown')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    await waitFor(() => expect(screen.queryByText(/of 40 cards shown/)).toBeNull())
    expect(host.tables.card.size).toBe(40)
  })
})

describe('the drawer', () => {
  const openFirst = async (user: ReturnType<typeof userEvent.setup>): Promise<void> => {
    focusFirst()
    await user.keyboard('{Enter}')
    await screen.findByRole('textbox', { name: 'Statement' })
  }

  test('a tag is renamed on every card', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    act(() => {
      for (const id of ['card-0', 'card-5']) host.change('card.update', { id, tags: ['school'] })
    })
    await openFirst(user)
    await user.click(screen.getByRole('button', { name: 'Rename the tag school everywhere' }))
    const field = screen.getByRole('combobox', { name: 'Rename the tag school everywhere' })
    await user.clear(field)
    await user.type(field, 'Schools{Enter}')
    await waitFor(() => expect(cardOf(host, 'card-5')?.tags).toEqual(['Schools']))
    expect(cardOf(host, 'card-0')?.tags).toEqual(['Schools'])
  })

  test('what a stakeholder expects is not overwritten; both stand there', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    await openFirst(user)
    if (!screen.queryByRole('textbox', { name: 'What do they expect?' })) {
      await user.click(screen.getByRole('button', { name: 'More about this card' }))
    }
    await user.type(screen.getByRole('textbox', { name: 'What do they expect?' }), 'My view')
    act(() => void host.change('card.update', { id: 'card-0', expects: 'Their view' }))
    await user.tab()
    const alert = await screen.findByRole('alert')
    expect(within(alert).getByText('Their view')).toBeTruthy()
    expect(cardOf(host, 'card-0')?.expects).toBe('Their view')
    await user.click(within(alert).getByRole('button', { name: 'Keep my words' }))
    await waitFor(() => expect(cardOf(host, 'card-0')?.expects).toBe('My view'))
  })

  test('spoken words say who wrote them down and whether they were read back', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    act(() => {
      host.change('card.add', { id: 'said', boardId: 'board-1', zone: ['theme-0', 'level-0'], text: 'Said aloud' })
    })
    await user.click(await within(zone(HOME)).findByRole('button', { name: /Said aloud/ }))
    await user.click(await screen.findByRole('checkbox', { name: 'It was spoken' }))
    await user.type(await screen.findByRole('textbox', { name: 'Written down by' }), 'the nurse{Enter}')
    await user.click(screen.getByRole('checkbox', { name: 'It was read back to who said it' }))
    await waitFor(() =>
      expect(cardOf(host, 'said')).toMatchObject({ spoken: true, writtenBy: 'the nurse', readBack: true }),
    )
  })

  test('a link is a sentence that leads to the other card', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    act(() => void host.change('link.add', { id: 'link-1', kind: 'causes', from: 'card-1', to: 'card-0' }))
    await openFirst(user)
    const links = screen.getByRole('group', { name: 'Links · 1' })
    const sentence = within(links).getByRole('button', { name: /^is caused by/ })
    await user.click(sentence)
    await waitFor(() => expect(document.activeElement?.getAttribute('data-carry')).toBe('card-1'))
    expect(await screen.findByRole('button', { name: /^causes/ })).toBeTruthy()
  })

  test('an open question comes of a card, and names it as its origin', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    await openFirst(user)
    await user.click(screen.getByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Make an open question of it', hidden: true }))
    await waitFor(() => expect(host.tables.question.size).toBe(1))
    expect([...host.tables.question.values()][0]).toMatchObject({ origin: { type: 'card', id: 'card-0' } })
    expect(await screen.findByRole('button', { name: 'Open it' })).toBeTruthy()
  })
})

describe('lists', () => {
  test('a dropped file of two thousand lines opens as a list and is one change', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    const lines = Array.from({ length: 2_000 }, (_, at) => `${at === 0 ? 'Families: ' : ''}line ${at}`)
    const file = new File([lines.join('\r\n')], 'notes.txt', { type: 'text/plain' })
    const dataTransfer = { files: [file], items: [{ kind: 'file', type: file.type }], types: ['Files'] }
    fireEvent.drop(zone(HOME), { dataTransfer })
    await user.click(await screen.findByRole('button', { name: 'Add 2000 cards' }))
    await waitFor(() => expect(host.tables.card.size).toBe(2_020))
    const first = [...host.tables.card.values()].find((card) => card.text === 'line 0')
    expect(first).toMatchObject({ source: 'import', voiceId: [...host.tables.voice.keys()][0] })
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(host.tables.card.size).toBe(20))
  })

  test('a file that only calls itself a picture is refused in words, and nothing changes', async () => {
    const host = await openBoard({ cards: 20 })
    const file = new File(['no picture'], 'photo.png', { type: 'image/png' })
    fireEvent.drop(zone(HOME), {
      dataTransfer: { files: [file], items: [{ kind: 'file', type: file.type }], types: ['Files'] },
    })
    await waitFor(() => expect(screen.queryByText('The picture is being made ready…')).toBeNull())
    expect(host.tables.image.size).toBe(0)
    expect(host.tables.card.size).toBe(20)
  })
})
