import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { RoundResult } from '@core/model/vote'
import { aCard, aCluster, aDecision, aTask, aVote } from '../../helpers/builders'
import { openProjector } from './open-projector'

afterEach(cleanup)

const result: RoundResult = {
  cast: 8,
  blank: 0,
  invalid: 0,
  present: 16,
  channels: { phone: 5, kiosk: 0, paper: 3, hands: 0 },
  overall: { ballots: 8, rows: [[10], [20], [10]] },
  groups: [
    { id: 'g1', voiceIds: ['families'], unstated: false, present: 9, tally: { ballots: 4, rows: [[2], [15], [3]] } },
    { id: 'g2', voiceIds: ['staff'], unstated: false, present: 7, tally: { ballots: 4, rows: [[3], [14], [3]] } },
  ],
  publicGroups: [[0, 1]],
}

describe('the projector', () => {
  test('shows the ways in', async () => {
    await openProjector({ view: 'join' })
    await screen.findByRole('heading', { name: /Every voice counts here/ })
    expect(screen.getByRole('img', { name: /Square to scan/ })).toBeTruthy()
    for (const words of ['Lab-Room', 'open door 24', '192.168.4.20:4321']) expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getAllByText('MAPLE 47')).toHaveLength(2)
    expect(screen.getByText('14')).toBeTruthy()
  })

  test('follows what the facilitator shows', async () => {
    const { show } = await openProjector({ view: 'join' })
    await screen.findByText('Lab-Room')
    show({ view: 'step' })
    await screen.findByRole('heading', { name: 'What makes it hard?' })
    show({ view: 'blank' })
    await screen.findByRole('heading', { name: 'Nothing is shown right now' })
  })

  test('shows one theme of the board with its zones and clusters, and neither held nor hidden cards', async () => {
    await openProjector(
      { view: 'board', boardId: 'board-1', entryId: 't1' },
      aCard({ id: 'c1', text: 'Everybody sees this' }),
      aCard({ id: 'c2', text: 'This one waits', held: true }),
      aCard({ id: 'c3', text: 'Written alone', revealed: false }),
      aCard({ id: 'c4', text: 'Another theme', zone: ['t2', 'l1'] }),
      ...['c5', 'c6', 'c7'].map((id) => aCard({ id, text: `Joined ${id}`, clusterId: 'cluster-1' })),
      aCluster({ cards: ['c5', 'c6', 'c7'].map((id) => ({ id, zone: ['t1', 'l1'], order: 'V' })) }),
    )
    await screen.findByText('Everybody sees this')
    const shown = within(screen.getByRole('main'))
    expect(shown.queryByText('This one waits')).toBeNull()
    expect(shown.queryByText('Written alone')).toBeNull()
    expect(shown.queryByText('Another theme')).toBeNull()
    expect(shown.getByRole('heading', { name: 'One plan' })).toBeTruthy()
    expect(shown.getByText('1 more card')).toBeTruthy()
  })

  test('pages what does not fit, and shows every card on exactly one page', async () => {
    const cards = Array.from({ length: 23 }, (_, index) =>
      aCard({ id: `card-${index}`, order: `a${String(index).padStart(3, '0')}`, text: `Statement ${index}.` }),
    )
    const { show } = await openProjector({ view: 'board', boardId: 'board-1', entryId: 't1' }, ...cards)
    const seen: string[] = []
    const [, pages] = (await screen.findByText(/^1 of \d+$/)).textContent.split(' of ')
    for (let page = 0; page < Number(pages); page += 1) {
      show({ view: 'board', boardId: 'board-1', entryId: 't1', page })
      // eslint-disable-next-line no-await-in-loop -- one page after the other
      await screen.findByText(`${page + 1} of ${pages}`)
      const texts = screen.getAllByText(/^Statement/).map((card) => card.textContent)
      expect(texts.length).toBeLessThanOrEqual(9)
      seen.push(...texts)
    }
    expect(seen).toEqual(cards.map((card) => card.text))
  })

  test('tells of a running vote only how many have voted', async () => {
    const { host } = await openProjector(
      { view: 'vote', voteId: 'vote-1' },
      aVote({ rounds: [{ id: 'round-1', number: 1, state: 'open' }] }),
    )
    await screen.findByRole('heading', { name: 'What comes first?' })
    host.push('vote.turnout', {
      voteId: 'vote-1',
      roundId: 'round-1',
      cast: 12,
      present: 16,
      channels: { phone: 12, kiosk: 0, paper: 0, hands: 0 },
      groups: [{ voiceIds: ['families'], cast: 7, present: 9 }],
    })
    await screen.findByText('12')
    expect(screen.getByText('of 16 people')).toBeTruthy()
    expect(screen.getByText('Families')).toBeTruthy()
    expect(screen.queryByText('Option o1')).toBeNull()
  })

  test('shows a result with its agreement marked, and only when it is released', async () => {
    const rounds = [{ id: 'round-1', number: 1, state: 'closed' as const, result }]
    const { host } = await openProjector({ view: 'result', voteId: 'vote-1' }, aVote({ rounds }))
    await screen.findByText('The result is shown here when it is released.')
    host.change({ changed: [{ type: 'vote', id: 'vote-1', from: { resultShown: false }, to: { resultShown: true } }] })
    const heading = await screen.findByRole('heading', { level: 1 })
    expect(heading.querySelector('mark')?.textContent).toBe('Every voice puts “Option o2” first.')
    expect(screen.getByText('8 of 16 voted')).toBeTruthy()
    expect(screen.getByText('5 phones')).toBeTruthy()
    expect(screen.queryByText(/tablet/)).toBeNull()
    const [first] = within(screen.getAllByRole('list')[0] ?? document.body).getAllByRole('listitem')
    expect(first?.textContent).toContain('Option o2')
  })

  test('reads out what was agreed, with what came of it', async () => {
    await openProjector(
      { view: 'agreed' },
      aTask({ id: 't1', text: 'One plan', review: 'done', progress: '4 of 4 families', fromSession: 's0' }),
      aTask({ id: 't2', text: 'Meet on Tuesdays', state: 'doing', fromSession: 's0' }),
      aTask({ id: 't3', text: 'New today' }),
      aDecision({ wording: 'One letter', reviewOn: '2026-12-15', fromSession: 's0' }),
    )
    await screen.findByText('One plan')
    expect(screen.getByText('4 of 4 families')).toBeTruthy()
    expect(screen.getByText('Going on')).toBeTruthy()
    expect(screen.getByText('Not yet, due 15 Dec')).toBeTruthy()
    expect(screen.queryByText('New today')).toBeNull()
    expect(screen.getByText('1 done, 1 going on, 1 not yet.')).toBeTruthy()
  })

  test('keeps the last picture while the laptop cannot be reached', async () => {
    const { host } = await openProjector({ view: 'step' })
    await screen.findByRole('heading', { name: 'What makes it hard?' })
    host.drop()
    await screen.findByText('Waiting for the laptop')
    expect(screen.getByRole('heading', { name: 'What makes it hard?' })).toBeTruthy()
  })
})
