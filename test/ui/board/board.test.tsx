import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import type { MemoryHost } from '../../../scripts/bench/board/memory-host'
import { openBoard } from './open-board'

afterEach(cleanup)

const zone = (name: string): HTMLElement => screen.getByRole('region', { name: new RegExp(`^${name}`) })
const cardsIn = (name: string): HTMLElement[] =>
  within(zone(name))
    .queryAllByRole('button')
    .filter((button) => button.hasAttribute('data-carry'))
const texts = (host: MemoryHost): string[] => [...host.tables.card.values()].map((card) => card.text)
const HOME = 'Organisation of services, Structural'

describe('the map', () => {
  test('says of each zone what it is and how many cards it has', async () => {
    await openBoard({ cards: 20 })
    expect(zone(HOME).getAttribute('aria-label')).toMatch(/: \d+ cards?$/)
    expect(cardsIn(HOME)[0]?.textContent).toContain('Standards count cases')
  })

  test('N writes cards one after the other; an empty one is refused softly', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    act(() => cardsIn(HOME)[0]?.focus())
    await user.keyboard('n')
    await user.type(
      screen.getByRole('textbox', { name: 'Statement' }),
      'First thought{Enter}Second{Shift>}{Enter}{/Shift}line{Enter}',
    )
    await waitFor(() => expect(texts(host)).toContain('Second\nline'))
    expect(texts(host)).toContain('First thought')
    await user.keyboard('{Enter}')
    expect(screen.getByText('Write a few words first.')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('textbox', { name: 'Statement' })).toBeNull()
  })

  test('the plus of a zone and Keep, by mouse, leave the cursor in the field for the next card', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    await user.click(screen.getAllByRole('button', { name: /^Add a card to/ })[0] as HTMLElement)
    const field = await screen.findByRole('textbox', { name: 'Statement' })
    await user.type(field, 'By mouse')
    await user.click(screen.getByRole('button', { name: 'Keep' }))
    await waitFor(() => expect(texts(host)).toContain('By mouse'))
    await screen.findByRole('button', { name: /By mouse$/ })
    expect(document.activeElement).toBe(field)
  })

  test('Shift and arrows choose, G puts together under a heading, Shift+G takes apart', async () => {
    const host = await openBoard({ cards: 120 })
    const user = userEvent.setup()
    const before = cardsIn(HOME).map((card) => card.getAttribute('data-carry'))
    act(() => cardsIn(HOME)[0]?.focus())
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}g')
    await user.type(await screen.findByLabelText('What do these 2 cards have in common?'), 'Say it once{Enter}')
    await waitFor(() => expect(host.tables.cluster.size).toBe(1))
    const [cluster] = host.tables.cluster.values()
    expect(cluster?.label).toEqual({ text: 'Say it once' })
    expect(cluster?.cards.map((card) => card.id)).toEqual(before.slice(0, 2))
    const shown = await within(zone(HOME)).findByRole('button', { name: /^Say it once/ })
    await waitFor(() => expect(document.activeElement).toBe(shown))
    await user.keyboard('{Shift>}g{/Shift}')
    await waitFor(() => expect(host.tables.cluster.size).toBe(0))
    await waitFor(() => expect(cardsIn(HOME).map((card) => card.getAttribute('data-carry'))).toEqual(before))
  })

  test('several chosen cards have their deeds in reach of the mouse', async () => {
    const host = await openBoard({ cards: 120 })
    const user = userEvent.setup()
    act(() => cardsIn(HOME)[0]?.focus())
    expect(screen.queryByRole('group', { name: 'With the chosen cards' })).toBeNull()
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    const bar = await screen.findByRole('group', { name: 'With the chosen cards' })
    expect(within(bar).getByText('2 cards chosen')).toBeTruthy()
    await user.click(within(bar).getByRole('button', { name: 'Put together' }))
    await user.type(await screen.findByLabelText('What do these 2 cards have in common?'), 'Say it once{Enter}')
    await waitFor(() => expect(host.tables.cluster.size).toBe(1))
    expect(screen.queryByRole('group', { name: 'With the chosen cards' })).toBeNull()
  })

  test('a vote on chosen cards fills the vote that waits in the agenda', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    act(() => {
      host.change('vote.add', { id: 'vote-waiting', question: 'What first?' })
      host.change('step.update', { id: 'step-0', voteId: 'vote-waiting' })
      cardsIn(HOME)[0]?.focus()
    })
    await user.keyboard('{Shift>}v{/Shift}')
    await waitFor(() => expect(host.tables.vote.get('vote-waiting')?.options).toHaveLength(1))
    expect(host.tables.vote.size).toBe(1)
  })

  test('Delete takes a card away and its line offers the way back', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    act(() => cardsIn(HOME)[0]?.focus())
    await user.keyboard('{Delete}')
    await waitFor(() => expect(host.tables.card.has('card-0')).toBe(false))
    await waitFor(() => expect(document.activeElement?.closest('section')).toBe(zone(HOME)))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(host.tables.card.has('card-0')).toBe(true))
  })

  test('the focus goes with a card that somebody else or an undo moves', async () => {
    const host = await openBoard({ cards: 60 })
    act(() => cardsIn(HOME)[0]?.focus())
    act(() => void host.change('card.move', { ids: ['card-0'], zone: ['theme-1', 'level-0'], before: null }))
    await waitFor(() => expect(document.activeElement?.getAttribute('data-carry')).toBe('card-0'))
    expect(document.activeElement?.closest('section')).toBe(zone('Legislation, Structural'))
  })

  test('a voice shows alone, and it says how many are shown', async () => {
    await openBoard({ cards: 100 })
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Managers' }))
    expect(await screen.findByText('20 of 100 cards shown')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    expect(screen.queryByText('20 of 100 cards shown')).toBeNull()
  })

  test('words written alone are nowhere in the page before they are revealed', async () => {
    const host = await openBoard({ cards: 20, hidden: 20 })
    expect(screen.queryByText(/Standards count/)).toBeNull()
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Reveal 20 hidden cards' }))
    await waitFor(() => expect([...host.tables.card.values()].every((card) => card.revealed)).toBe(true))
    expect((await screen.findAllByText(/Standards count/)).length).toBeGreaterThan(0)
  })

  test('what is held back still waits to be looked at when everything hidden is shown', async () => {
    const host = await openBoard({ cards: 20, hidden: 2, held: 3 })
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Reveal 2 hidden cards' }))
    const held = await screen.findByRole('button', { name: 'Reveal 3 held cards' })
    expect([...host.tables.card.values()].filter((card) => card.held)).toHaveLength(3)
    await user.click(held)
    await waitFor(() => expect([...host.tables.card.values()].some((card) => card.held)).toBe(false))
  })
})

describe('the drawer', () => {
  test('a change of somebody else meanwhile is shown beside one’s own words, and nothing is lost', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    act(() => cardsIn(HOME)[0]?.focus())
    await user.keyboard('{Enter}')
    const field = await screen.findByRole('textbox', { name: 'Statement' })
    await user.clear(field)
    await user.type(field, 'My words')
    act(() => void host.change('card.update', { id: 'card-0', text: 'Their words' }))
    await user.tab()
    expect(await screen.findByText('Somebody else changed this card meanwhile.')).toBeTruthy()
    const alert = screen.getByRole('alert')
    await waitFor(() => expect(within(alert).getByText('Their words')).toBeTruthy())
    expect(host.tables.card.get('card-0')?.text).toBe('Their words')
    await user.click(screen.getByRole('button', { name: 'Keep my words' }))
    await waitFor(() => expect(host.tables.card.get('card-0')?.text).toBe('My words'))
  })

  test('another zone can be chosen without dragging', async () => {
    const host = await openBoard({ cards: 20 })
    const user = userEvent.setup()
    act(() => cardsIn(HOME)[0]?.focus())
    await user.keyboard('{Enter}')
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Level' }), 'Individual, family')
    await waitFor(() => expect(host.tables.card.get('card-0')?.zone).toEqual(['theme-0', 'level-2']))
  })
})

describe('the outline', () => {
  test('has every card under its theme and level, and the same deeds', async () => {
    const host = await openBoard({ cards: 40 }, 'outline')
    const user = userEvent.setup()
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(7)
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(21)
    expect(screen.getAllByRole('button', { name: /^Move: / })).toHaveLength(40)
    await user.click(screen.getByRole('button', { name: 'Card in Legislation, Structural' }))
    await user.keyboard('Said in the outline{Enter}')
    await waitFor(() => expect(texts(host)).toContain('Said in the outline'))
    const added = [...host.tables.card.values()].find((card) => card.text === 'Said in the outline')
    expect(added?.zone).toEqual(['theme-1', 'level-0'])
  })
})

describe('an empty board', () => {
  test('takes a pasted list, one card per line, shown before', async () => {
    const host = await openBoard({ cards: 0 })
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Paste a list' }))
    const field = await screen.findByRole('textbox', { name: 'One card per line' })
    await user.click(field)
    await user.paste('- one\n- two\n\n3. three')
    expect(screen.getByText('3 lines become 3 cards.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Add 3 cards' }))
    await waitFor(() => expect(texts(host).toSorted()).toEqual(['one', 'three', 'two']))
  })
})
