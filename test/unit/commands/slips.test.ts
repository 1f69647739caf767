import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyHistory, planUndo, recordChange } from '@core/change/history'
import { addSlips, nextSlip, slipPlace } from '@core/commands/slips'
import { closeVote, openVote } from '@core/commands/vote-phases'
import type { Tables } from '@core/model/document'
import { sessionOf } from '@core/model/document'
import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import { startFrom } from '@core/next/start-from'
import { templateFromSession } from '@core/next/template-from-session'
import { tallyRound } from '@core/rules/tally'
import { aCard, aContext, aDocument, aVote } from '../../helpers/builders'
import { act, codeOf, take } from '../../helpers/outcomes'

const id = 'vote-1'
const vote = (tables: Tables, voteId = id): Vote => {
  const found = tables.vote.get(voteId)
  if (!found) throw new Error('no vote')
  return found
}
const print = (tables: Tables, count: number, voteId = id) =>
  take(tables, addSlips(tables, { id: voteId, count }, aContext()))
const seriesOf = (tables: Tables, voteId = id) => lastRound(vote(tables, voteId)).slips
const close = (tables: Tables) =>
  closeVote(tables, { id, result: tallyRound(vote(tables), [], new Map(), aContext()) }, aContext(4))

describe('numbers', () => {
  test('run through all votes and rounds of the session, so that a number names its vote and round', () => {
    const tables = aDocument(aVote(), aVote({ id: 'vote-2', order: 'W' }))
    print(tables, 12)
    print(tables, 8, 'vote-2')
    print(tables, 3)
    take(tables, openVote(tables, { id }, aContext(2)))
    take(tables, close(tables))
    act(tables, 'vote.new-round', { id, roundId: 'r2' })
    print(tables, 5)
    const place = (number: number) => {
      const found = slipPlace(tables, number)
      return found && [found.vote.id, found.roundId]
    }
    expect([1, 12, 13, 20, 21, 23, 24, 28].map(place)).toEqual([
      [id, 'round-1'],
      [id, 'round-1'],
      ['vote-2', 'round-1'],
      ['vote-2', 'round-1'],
      [id, 'round-1'],
      [id, 'round-1'],
      [id, 'r2'],
      [id, 'r2'],
    ])
    expect([0, 29].map(place)).toEqual([null, null])
  })

  test('are used once, whatever is printed and removed', () => {
    const deed = fc.oneof(
      fc.record({ print: fc.constantFrom('a', 'b', 'c'), count: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ remove: fc.constantFrom('a', 'b', 'c') }),
    )
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
        const tables = aDocument()
        const used = new Set<number>()
        for (const what of deeds) {
          if ('remove' in what) {
            if (tables.vote.has(what.remove)) act(tables, 'vote.remove', { id: what.remove })
            continue
          }
          if (!tables.vote.has(what.print)) act(tables, 'vote.add', { id: what.print, question: 'What?' })
          print(tables, what.count, what.print)
          const { first, count } = seriesOf(tables, what.print)?.at(-1) ?? { first: 0, count: 0 }
          expect([first, count]).toEqual([used.size + 1, what.count])
          for (let number = first; number < first + count; number += 1) used.add(number)
        }
        expect(nextSlip(tables)).toBe(used.size + 1)
      }),
      { numRuns: 60 },
    )
  })

  test('are refused where nothing is printed for, or the round is over', () => {
    const phones = aDocument(aVote({ channels: ['phone'] }))
    expect(codeOf(addSlips(phones, { id, count: 1 }, aContext()))).toBe('channel-not-allowed')
    const codes = aDocument(aVote({ channels: ['phone'], admission: 'codes' }))
    expect(codeOf(addSlips(codes, { id, count: 1 }, aContext()))).toBeNull()
    const tables = aDocument(aVote())
    expect(codeOf(addSlips(tables, { id, count: 501 }, aContext()))).toBe('slips-full')
    take(tables, openVote(tables, { id }, aContext(2)))
    expect(codeOf(addSlips(tables, { id, count: 1 }, aContext()))).toBeNull()
    take(tables, close(tables))
    expect(codeOf(addSlips(tables, { id, count: 1 }, aContext()))).toBe('vote-closed')
  })
})

describe('what is printed', () => {
  const options = [
    { id: 'o1', text: 'old words', source: { type: 'card' as const, id: 'card-1' } },
    { id: 'o2', text: 'own words' },
  ]

  test('are the words of that time; more slips and the opening keep to them', () => {
    const tables = aDocument(aCard({ text: 'printed words' }), aVote({ options }))
    print(tables, 10)
    act(tables, 'card.update', { id: 'card-1', text: 'later words' })
    print(tables, 5)
    take(tables, openVote(tables, { id }, aContext(2)))
    expect(vote(tables).options[0]?.text).toBe('printed words')
    expect(seriesOf(tables)).toEqual([
      { first: 1, count: 10 },
      { first: 11, count: 5 },
    ])
  })

  test.each<[string, Parameters<typeof act<'vote.update'>>[2], boolean]>([
    ['another question', { id, question: 'What last?' }, true],
    ['another topic', { id, options: [...options, { id: 'o3', text: 'new' }] }, true],
    ['topics in another order', { id, options: options.toReversed() }, true],
    ['another method', { id, method: { name: 'rating' } }, true],
    ['other rules', { id, method: { name: 'dots', budget: 4, cap: 3 } }, true],
    ['ballots are kept now', { id, keepBallots: true }, true],
    ['the vote is not secret any more', { id, secret: false }, true],
    ['the same once more', { id, question: 'What comes first? ', method: { cap: 3, budget: 5, name: 'dots' } }, false],
    ['the same topics', { id, options: options.map(({ text, id: own }) => ({ text, id: own })) }, false],
    ['an explanation', { id, explanation: 'Take your time.' }, false],
    ['a smallest group', { id, k: { room: 4, public: 6 } }, false],
  ])('%s', (_, args, isVoid) => {
    const tables = aDocument(aCard({ text: 'old words' }), aVote({ options }))
    print(tables, 10)
    act(tables, 'vote.update', args)
    expect(seriesOf(tables)).toEqual([{ first: 1, count: 10, ...(isVoid ? { void: true } : {}) }])
  })

  test('void slips bind nothing: the next ones have the words of their time', () => {
    const tables = aDocument(aCard({ text: 'printed words' }), aVote({ options }))
    print(tables, 10)
    act(tables, 'vote.update', { id, question: 'What last?' })
    act(tables, 'card.update', { id: 'card-1', text: 'later words' })
    print(tables, 5)
    expect(vote(tables).options[0]?.text).toBe('later words')
    expect(slipPlace(tables, 3)?.series.void).toBe(true)
    expect(slipPlace(tables, 11)?.series.void).toBeUndefined()
  })

  test('a change from before the printing is not taken back; one that made slips void brings them back', () => {
    const tables = aDocument(aVote())
    const before = recordChange(emptyHistory, 'vote.update', act(tables, 'vote.update', { id, question: 'First?' }))
    print(tables, 10)
    const refused = planUndo(tables, before)
    expect(refused.outcome).toMatchObject({ ok: false, error: { code: 'changed-meanwhile' } })
    const after = recordChange(emptyHistory, 'vote.update', act(tables, 'vote.update', { id, question: 'Last?' }))
    const { outcome } = planUndo(tables, after)
    if (!outcome.ok) throw new Error(outcome.error.code)
    take(tables, { ok: true, value: outcome.value.diff })
    expect([vote(tables).question, seriesOf(tables)]).toEqual(['First?', [{ first: 1, count: 10 }]])
  })
})

test('neither the next session nor a template takes slips along', () => {
  const tables = aDocument(aVote())
  print(tables, 10)
  expect(sessionOf(tables)?.nextSlip).toBe(11)
  const records = startFrom(
    tables,
    { sessionId: 's2', title: 'Second', day: '2026-04-01', personIds: [], records: [] },
    aContext(5),
  )
  expect(JSON.stringify(records)).not.toMatch(/slip/i)
  expect(JSON.stringify(templateFromSession(tables, 'mine', 'Mine'))).not.toMatch(/slip|hands/i)
})
