import { describe, expect, test } from 'vitest'
import { applyDiff, invertDiff } from '@core/change/diff'
import { allRecords } from '@core/model/document'
import { brokenRecords } from '@core/rules/integrity'
import { aCard, aDecision, aDocument, aSession, aTask } from '../../helpers/builders'
import { aDialogue, anAnswer, aStatement } from '../../helpers/dialogue'
import { act, codeOf, run } from '../../helpers/outcomes'

const item = { id: 'new-1', cardId: 'card-1' }

describe('release', () => {
  test('copies words, voice and round; no author, no time', () => {
    const card = aCard({ voiceId: 'families', personId: 'person-1', stepId: 'step-1', place: 'Maribor', tags: ['x'] })
    const tables = aDocument(aSession({ round: 2 }), card)
    act(tables, 'statement.release', { items: [item], by: 'author' })
    expect(tables.statement.get('new-1')).toEqual({
      type: 'statement',
      id: 'new-1',
      origin: { sessionId: 'session-1', cardId: 'card-1' },
      round: 2,
      text: 'Everybody plans without us.',
      voiceId: 'families',
      quote: 'role',
      releasedBy: 'author',
    })
    expect([...tables.event.values()]).toMatchObject([{ kind: 'statements.released', count: 1 }])
  })

  test.each([
    ['none', 'named', 'none'],
    ['named', 'role', 'role'],
    ['role', undefined, 'role'],
  ] as const)('nobody releases more than the author allowed: %s, asked %s', (card, asked, expected) => {
    const tables = aDocument(aCard({ quote: card }))
    act(tables, 'statement.release', { items: [item], by: 'facilitator', ...(asked ? { quote: asked } : {}) })
    expect(tables.statement.get('new-1')).toMatchObject({ quote: expected, releasedBy: 'facilitator' })
  })

  test('what is held or hidden is refused, and nothing of the rest is released', () => {
    for (const fields of [{ held: true }, { revealed: false }]) {
      const tables = aDocument(aCard(), aCard({ id: 'card-2', ...fields }))
      const items = [item, { id: 'new-2', cardId: 'card-2' }]
      expect(codeOf(run(tables, 'statement.release', { items, by: 'facilitator' }))).toBe('still-hidden')
    }
  })

  test('a card is released once', () => {
    const tables = aDocument(aCard())
    act(tables, 'statement.release', { items: [item], by: 'author' })
    const again = [{ id: 'new-2', cardId: 'card-1' }]
    expect(codeOf(run(tables, 'statement.release', { items: again, by: 'author' }))).toBe('already-there')
    const twice = [item, { id: 'new-3', cardId: 'card-1' }]
    const both = run(aDocument(aCard()), 'statement.release', { items: twice, by: 'author' })
    expect(codeOf(both)).toBe('already-there')
  })
})

describe('keep back', () => {
  const own = aStatement({ origin: { sessionId: 'session-1', cardId: 'card-1' } })

  test('takes the copy and leaves the card', () => {
    const tables = aDocument(aCard(), own)
    act(tables, 'statement.keep-back', { id: 'said-1' })
    expect([tables.statement.size, tables.card.size]).toEqual([0, 1])
  })

  test.each([
    ['an answer', [aCard({ id: 'card-2' }), anAnswer('card-2', 'said-1')]],
    ['an answer to its card', [aCard({ id: 'card-2' }), anAnswer('card-2', 'card-1')]],
    ['a decision', [aDecision({ evidence: [{ type: 'statement', id: 'said-1' }] })]],
    ['a task', [aTask({ origin: { type: 'statement', id: 'said-1' } })]],
  ] as const)('is refused while %s rests on it', (_, records) => {
    expect(codeOf(run(aDocument(aCard(), own, ...records), 'statement.keep-back', { id: 'said-1' }))).toBe('still-used')
  })

  test('what it answered its card answers then, and undo brings it all back', () => {
    const tables = aDialogue(aCard(), own, anAnswer('said-1', 'asked'))
    const before = JSON.stringify([...allRecords(tables)])
    const diff = act(tables, 'statement.keep-back', { id: 'said-1' })
    expect(tables.link.get('said-1-to-asked')).toMatchObject({ from: 'card-1', to: 'asked' })
    expect(brokenRecords(tables)).toEqual([])
    applyDiff(tables, invertDiff(diff))
    const sorted = (json: string): unknown[] =>
      (JSON.parse(json) as { id: string }[]).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted(JSON.stringify([...allRecords(tables)]))).toEqual(sorted(before))
  })

  test('a statement of an earlier session is not kept back here', () => {
    expect(codeOf(run(aDocument(aStatement()), 'statement.keep-back', { id: 'said-1' }))).toBe('of-earlier-session')
  })

  test('a projector that shows it turns blank', () => {
    const tables = aDocument(aSession({ stage: { view: 'chain', statementId: 'said-1' } }), aCard(), own)
    act(tables, 'statement.keep-back', { id: 'said-1' })
    expect(tables.session.get('session-1')?.stage).toEqual({ view: 'blank' })
  })
})

describe('answer', () => {
  const args = {
    statementId: 'told',
    cardId: 'new-card',
    linkId: 'new-link',
    boardId: 'rounds',
    zone: ['r3'],
    text: '  One record from March on. ',
    voiceId: 'managers',
  }

  test('is a card and its link in one deed', () => {
    const tables = aDialogue()
    const diff = act(tables, 'statement.answer', args)
    expect(tables.card.get('new-card')).toMatchObject({ text: 'One record from March on.', voiceId: 'managers' })
    expect(tables.link.get('new-link')).toMatchObject({ kind: 'answers', from: 'new-card', to: 'told' })
    applyDiff(tables, invertDiff(diff))
    expect([tables.card.has('new-card'), tables.link.has('new-link')]).toEqual([false, false])
  })

  test.each([
    [{ statementId: 'nothing' }, 'not-found'],
    [{ boardId: 'nothing' }, 'not-found'],
    [{ zone: ['r9'] }, 'wrong-place'],
    [{ text: '   ' }, 'text-empty'],
    [{ voiceId: 'nobody' }, 'not-found'],
    [{ linkId: 'new-card' }, 'already-there'],
    [{ cardId: 'turned' }, 'already-there'],
  ] as const)('with %j is refused: %s', (wrong, code) => {
    expect(
      codeOf(
        run(aDialogue(), 'statement.answer', {
          ...args,
          ...wrong,
          zone: [...(('zone' in wrong && wrong.zone) || args.zone)],
        }),
      ),
    ).toBe(code)
  })
})
