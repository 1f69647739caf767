import { describe, expect, test } from 'vitest'
import { closeVote, countVote, openVote, roundOf } from '@core/commands/vote-phases'
import { lastRound } from '@core/rules/frozen'
import { tallyRound } from '@core/rules/tally'
import type { Tables } from '@core/model/document'
import { aCard, aContext, aDecision, aDocument, aVote } from '../../helpers/builders'
import { act, codeOf, run, take } from '../../helpers/outcomes'

const vote = (tables: Tables) => {
  const found = tables.vote.get('vote-1')
  if (!found) throw new Error('no vote')
  return found
}
const id = 'vote-1'
const close = (tables: Tables) =>
  closeVote(tables, { id, result: tallyRound(vote(tables), [], new Map(), aContext()) }, aContext(4))

test('a new vote has careful defaults', () => {
  const tables = aDocument()
  act(tables, 'vote.add', { id, question: ' What first? ' })
  expect(vote(tables)).toMatchObject({
    question: 'What first?',
    method: { name: 'dots', budget: 5, cap: 3 },
    admission: 'open-room',
    channels: ['phone', 'kiosk', 'paper'],
    secret: true,
    keepBallots: false,
    k: { room: 3, public: 5 },
    resultShown: false,
  })
})

test('raised hands make a vote public, and are only for one-answer methods', () => {
  const tables = aDocument(aVote())
  expect(codeOf(run(tables, 'vote.update', { id, channels: ['hands'] }))).toBe('channel-not-allowed')
  act(tables, 'vote.update', { id, channels: ['hands', 'phone'], method: { name: 'approval' }, secret: true })
  expect(vote(tables).secret).toBe(false)
})

describe('the life of a vote', () => {
  test('opening freezes the words as they are then', () => {
    const options = [
      { id: 'o1', text: 'old words', source: { type: 'card' as const, id: 'card-1' } },
      { id: 'o2', text: 'own words' },
    ]
    const tables = aDocument(aCard({ text: 'new words' }), aVote({ options }))
    take(tables, openVote(tables, { id }, aContext(2)))
    act(tables, 'card.update', { id: 'card-1', text: 'later words' })
    expect(vote(tables).options.map(({ text }) => text)).toEqual(['new words', 'own words'])
    expect(lastRound(vote(tables))).toMatchObject({ state: 'open', openedAt: '2026-03-02T10:00:00.000Z' })
  })

  test('goes draft, open, counting, closed and never back', () => {
    const tables = aDocument(aVote())
    expect(codeOf(countVote(tables, { id }, aContext()))).toBe('vote-not-open')
    expect(codeOf(close(tables))).toBe('vote-not-open')
    take(tables, openVote(tables, { id }, aContext(2)))
    expect(codeOf(openVote(tables, { id }, aContext()))).toBe('vote-already-open')
    expect(codeOf(run(tables, 'vote.update', { id, question: 'Other?' }))).toBe('vote-frozen')
    expect(codeOf(run(tables, 'vote.remove', { id }))).toBe('vote-frozen')
    act(tables, 'vote.announce-close', { id, seconds: 20 })
    expect(lastRound(vote(tables)).closesAt).toBe('2026-03-02T10:00:20.000Z')
    act(tables, 'vote.announce-close', { id, seconds: null })
    expect(lastRound(vote(tables)).closesAt).toBeUndefined()
    expect(codeOf(run(tables, 'vote.show-result', { id, shown: true }))).toBe('vote-not-open')
    take(tables, countVote(tables, { id }, aContext(3)))
    take(tables, close(tables))
    expect(codeOf(close(tables))).toBe('vote-closed')
    expect(codeOf(openVote(tables, { id }, aContext()))).toBe('vote-closed')
    expect(codeOf(run(tables, 'vote.update', { id, options: [] }))).toBe('vote-frozen')
    act(tables, 'vote.show-result', { id, shown: true }, aContext(5))
    expect([...tables.event.values()].map(({ kind }) => kind)).toEqual([
      'vote.opened',
      'vote.counting',
      'vote.closed',
      'vote.shown',
    ])
  })

  test('a second round asks the same, and hides its result until it is shown', () => {
    const tables = aDocument(aVote())
    expect(codeOf(run(tables, 'vote.new-round', { id, roundId: 'r2' }))).toBe('vote-not-open')
    take(tables, openVote(tables, { id }, aContext(2)))
    take(tables, close(tables))
    act(tables, 'vote.show-result', { id, shown: true }, aContext(5))
    act(tables, 'vote.new-round', { id, roundId: 'r2' })
    expect(codeOf(run(tables, 'vote.update', { id, options: [] }))).toBe('vote-frozen')
    take(tables, openVote(tables, { id }, aContext(6)))
    expect(vote(tables).resultShown).toBe(false)
    expect(roundOf(vote(tables), 'r2')).toMatchObject({ number: 2, state: 'open' })
  })

  test.each([
    ['dots', { name: 'dots', budget: 5, cap: 3 }, 'too-few-options'],
    ['approval', { name: 'approval' }, 'too-few-options'],
    ['consent', { name: 'consent' }, null],
  ] as const)('one option, %s', (_, method, code) => {
    const tables = aDocument(aVote({ method, options: [{ id: 'o1', text: 'One plan' }] }))
    expect(codeOf(openVote(tables, { id }, aContext()))).toBe(code)
  })
})

test('a removed vote leaves no evidence behind', () => {
  const tables = aDocument(aVote(), aDecision({ evidence: [{ type: 'vote', id }] }))
  act(tables, 'vote.remove', { id })
  expect(tables.decision.get('decision-1')?.evidence).toEqual([])
})
