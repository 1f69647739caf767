import { describe, expect, test } from 'vitest'
import { submitCard, withdrawCard } from '@core/commands/submit'
import type { Submission } from '@core/commands/submit'
import { cardSchema } from '@core/model/card'
import { aContext, aDocument, aSession, aStep, aVote } from '../../helpers/builders'
import { aRoundsBoard } from '../../helpers/dialogue'
import { codeOf, take } from '../../helpers/outcomes'

const said: Submission = {
  id: 'mine',
  text: ' Nobody asked us. ',
  entryIds: ['l2', 't2'],
  quote: 'role',
  voiceId: 'families',
  editHash: 'hash',
  source: 'phone',
  holdOpenAxis: false,
}
const own = { id: 'mine', editHash: 'hash' }

describe('submitCard', () => {
  test('goes to the step’s board and keeps nothing about who and when', () => {
    const tables = aDocument()
    take(tables, submitCard(tables, said, aContext()))
    const card = tables.card.get('mine')
    expect(card).toEqual({
      type: 'card',
      id: 'mine',
      boardId: 'board-1',
      zone: ['t2', 'l2'],
      order: card?.order,
      text: 'Nobody asked us.',
      voiceId: 'families',
      source: 'phone',
      held: false,
      revealed: true,
      quote: 'role',
      editHash: 'hash',
      stepId: 'step-1',
    })
    expect(cardSchema.safeParse(card).success).toBe(true)
  })

  test.each([
    [3, 'r3'],
    [undefined, 'r1'],
    [9, 'r4'],
  ])('on a board of rounds it lies in the column of the session’s round: %s', (round, column) => {
    const session = aSession(round === undefined ? {} : { round })
    const tables = aDocument(session, aRoundsBoard(), aStep({ boardId: 'rounds' }))
    take(tables, submitCard(tables, { ...said, entryIds: [] }, aContext()))
    expect(tables.card.get('mine')).toMatchObject({ zone: [column], held: false })
  })

  test.each([
    ['an axis left open', ['l2'], false, ['t1', 'l2'], false],
    ['an axis left open, where somebody is to place it', ['l2'], true, ['t1', 'l2'], true],
    ['an entry that is gone', ['l2', 'gone'], false, ['t1', 'l2'], true],
  ])('%s', (_, entryIds, holdOpenAxis, zone, held) => {
    const tables = aDocument()
    take(tables, submitCard(tables, { ...said, entryIds, holdOpenAxis }, aContext()))
    expect(tables.card.get('mine')).toMatchObject({ zone, held })
  })

  test.each(['alone', 'open'] as const)('written %s, its place tells nobody who was first', (contribute) => {
    const orders = new Set<string>()
    for (let seed = 0; seed < 20; seed += 1) {
      const tables = aDocument(aStep({ contribute }))
      for (let i = 0; i < 6; i += 1) take(tables, submitCard(tables, { ...said, id: `m${i}` }, aContext(seed * 10 + i)))
      const cards = [...tables.card.values()]
      expect(cards.every((card) => card.revealed === (contribute === 'open'))).toBe(true)
      orders.add(
        cards
          .toSorted((a, b) => (a.order < b.order ? -1 : 1))
          .map((card) => card.id)
          .join(),
      )
    }
    expect(orders.size).toBeGreaterThan(10)
  })

  test.each([
    ['nobody contributes now', aDocument(aStep({ contribute: 'closed' })), 'step-closed'],
    ['no step runs', aDocument(aStep({ state: 'done' })), 'step-closed'],
    ['the session is closed', aDocument(aSession({ state: 'closed' })), 'session-is-closed'],
  ])('%s', (_, tables, code) => {
    expect(codeOf(submitCard(tables, said, aContext()))).toBe(code)
  })

  test('the same phone may repeat itself or change its words; another may not', () => {
    const tables = aDocument()
    take(tables, submitCard(tables, said, aContext()))
    take(tables, submitCard(tables, { ...said, text: 'Better words' }, aContext()))
    expect([...tables.card.values()].map(({ text }) => text)).toEqual(['Better words'])
    expect(codeOf(submitCard(tables, { ...said, editHash: 'other' }, aContext()))).toBe('wrong-secret')
  })
})

describe('withdrawCard', () => {
  test('needs the phone’s own secret', () => {
    const tables = aDocument()
    take(tables, submitCard(tables, said, aContext()))
    expect(codeOf(withdrawCard(tables, { ...own, editHash: 'other' }, aContext()))).toBe('wrong-secret')
    take(tables, withdrawCard(tables, own, aContext()))
    expect(tables.card.size).toBe(0)
    expect(codeOf(withdrawCard(tables, own, aContext()))).toBe('not-found')
  })

  test('waits while people vote on the card', () => {
    const source = { type: 'card' as const, id: 'mine' }
    const rounds = [{ id: 'r1', number: 1, state: 'open' as const }]
    const tables = aDocument(aVote({ options: [{ id: 'o1', text: 'x', source }], rounds }))
    take(tables, submitCard(tables, said, aContext()))
    expect(codeOf(withdrawCard(tables, own, aContext()))).toBe('vote-frozen')
  })
})
