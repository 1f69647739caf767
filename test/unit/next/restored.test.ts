import { expect, test } from 'vitest'
import { tablesOf } from '@core/model/document'
import { restoredRecords } from '@core/next/restored'
import { aCard, aLab, aSession, aVote } from '../../helpers/builders'

const statement = (sessionId: string) =>
  ({
    type: 'statement',
    id: `of-${sessionId}`,
    origin: { sessionId, cardId: 'c' },
    round: 1,
    text: 'x',
    quote: 'role',
  }) as const

test('a session from a backup has an id of its own, wherever its own is named', () => {
  const view = tablesOf([aSession(), aLab(), aCard(), statement('session-1'), statement('earlier')])
  const restored = tablesOf(restoredRecords(view, 'session-9'))
  expect([...restored.session.keys()]).toEqual(['session-9'])
  const origins = [...restored.statement.values()].map(({ origin }) => origin.sessionId)
  expect(origins).toEqual(['session-9', 'earlier'])
  expect(restored.card.get('card-1')).toEqual(view.card.get('card-1'))
})

test('a round under way begins anew, since its ballots are in no backup; closed ones stay', () => {
  const at = '2026-03-02T09:00:00.000Z'
  const closed = { id: 'r1', number: 1, state: 'closed', closedAt: at } as const
  for (const state of ['open', 'counting'] as const) {
    const hands = [{ voiceId: null, optionId: 'o1', stance: 0, count: 4 }]
    const handsPeople = [{ voiceId: null, people: 4 }]
    const open = { id: 'r2', number: 2, state, openedAt: at, closesAt: at, hands, handsPeople }
    const restored = tablesOf(restoredRecords(tablesOf([aSession(), aVote({ rounds: [closed, open] })]), 'session-9'))
    expect(restored.vote.get('vote-1')?.rounds).toEqual([closed, { id: 'r2', number: 2, state: 'draft' }])
  }
})
