import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dialogueOf, statementToAnswer } from '@core/rules/chain'
import { roundOfCard } from '@core/rules/dialogue-rounds'
import { aCard, aCluster, aDecision, aDocument, aLab, aSession } from '../../helpers/builders'
import { aDialogue, anAnswer, anyWeb, aStatement } from '../../helpers/dialogue'

const states = (id: string, tables = aDialogue()): readonly string[] =>
  dialogueOf(tables)
    .chains.find((chain) => chain.id === id)
    ?.cells.map((cell) => cell.state) ?? []

describe('chains', () => {
  test('a statement, what staff reflected on it and what managers answered are one chain', () => {
    const [chain] = dialogueOf(aDialogue()).chains
    expect(chain?.cells.map((cell) => cell.said.map((one) => one.text))).toEqual([
      ['I want to be asked.'],
      ['Our form has no box for strengths.'],
      ['We turn the form round.'],
      [],
    ])
    expect(chain?.state).toBe('answered')
  })

  test('whose turn it was is missing, whose turn comes later waits', () => {
    expect(states('asked')).toEqual(['said', 'said', 'said', 'waiting'])
    expect(states('told')).toEqual(['said', 'said', 'missing', 'waiting'])
    expect(states('helped')).toEqual(['said', 'missing', 'waiting', 'waiting'])
  })

  test('what nobody has answered is counted, by round too', () => {
    const { counts, rounds } = dialogueOf(aDialogue())
    expect(counts).toMatchObject({ statements: 5, unanswered: 2, promised: 0, releasedHere: 0, keptBack: 1 })
    expect(rounds.map((round) => round.unanswered)).toEqual([0, 1, 2, 3])
  })

  test('in the first round every statement still waits for its answer', () => {
    const first = aDocument(aSession({ round: 1 }), aStatement(), aStatement({ id: 'said-2' }))
    expect(dialogueOf(first).counts.unanswered).toBe(2)
  })

  test('a decision that rests on a statement, on its card or on an answer is a promise', () => {
    for (const ref of [
      { type: 'statement', id: 'told' },
      { type: 'statement', id: 'records' },
      { type: 'card', id: 'old-told' },
    ] as const) {
      const tables = aDialogue(
        aStatement({ id: 'told', origin: { sessionId: 'session-1', cardId: 'old-told' } }),
        aCard({ id: 'old-told' }),
        aDecision({ evidence: [ref], behind: { voiceIds: ['managers'] } }),
      )
      const chain = dialogueOf(tables).chains.find((one) => one.id === 'told')
      expect(chain?.state).toBe('promised')
      // Managers spoke in round 3, so their promise stands there.
      expect(chain?.cells[2]?.promises.map((one) => one.id)).toEqual(['decision-1'])
    }
  })

  test('a dropped decision promises nothing', () => {
    const tables = aDialogue(aDecision({ status: 'dropped', evidence: [{ type: 'statement', id: 'told' }] }))
    expect(dialogueOf(tables).counts.promised).toBe(0)
  })

  test('a released card and its statement are one thing', () => {
    const tables = aDialogue(
      aStatement({ id: 'turned-copy', round: 3, origin: { sessionId: 'session-1', cardId: 'turned' } }),
    )
    const [chain] = dialogueOf(tables).chains
    expect(chain?.cells[2]?.said.map((one) => [one.id, one.kind, one.cardId])).toEqual([
      ['turned-copy', 'statement', 'turned'],
    ])
  })

  test('one answer to two statements stands once and is named at the other', () => {
    const tables = aDialogue(anAnswer('turned', 'told'))
    const { chains } = dialogueOf(tables)
    const told = chains.find((chain) => chain.id === 'told')
    expect(told?.cells[2]?.said).toEqual([])
    expect(told?.cells[2]?.also.map((one) => one.id)).toEqual(['turned'])
    expect(told?.state).toBe('answered')
  })

  test('an answer to a merged card answers all that say the same', () => {
    const tables = aDialogue(
      aStatement({ id: 'same-1', origin: { sessionId: 'session-1', cardId: 'one' } }),
      aStatement({ id: 'same-2', origin: { sessionId: 'session-1', cardId: 'two' } }),
      aCard({ id: 'one', clusterId: 'cluster-1' }),
      aCard({ id: 'two', clusterId: 'cluster-1' }),
      aCluster({
        kind: 'merged',
        cards: ['one', 'two'].map((id) => ({ id, zone: ['t1', 'l1'], order: 'V' })),
      }),
      aCard({ id: 'both', boardId: 'rounds', zone: ['r2'] }),
      anAnswer('both', 'cluster-1'),
    )
    const open = dialogueOf(tables).chains.filter(({ id }) => id.startsWith('same'))
    expect(open.map((chain) => chain.cells[1]?.state)).toEqual(['said', 'said'])
  })

  test('held and hidden answers are not seen yet', () => {
    for (const fields of [{ held: true }, { revealed: false }]) {
      const tables = aDialogue(aCard({ id: 'turned', boardId: 'rounds', zone: ['r3'], ...fields }))
      expect(states('asked', tables)).toEqual(['said', 'said', 'missing', 'waiting'])
    }
  })

  test('an answer belongs to the last statement before it', () => {
    const chain = dialogueOf(aDialogue()).chains[0]
    expect(chain && [statementToAnswer(chain, 2), statementToAnswer(chain, 3), statementToAnswer(chain, 4)]).toEqual([
      'asked',
      'forms',
      'forms',
    ])
  })

  test('with fewer rounds what came later stands in the last one', () => {
    const rounds = ['users', 'professionals'].map((id) => ({ id, label: { text: id } }))
    const dialogue = dialogueOf(aDialogue(aLab({ rounds })))
    expect(dialogue.rounds.map(({ label }) => label)).toEqual(rounds.map(({ label }) => label))
    expect(dialogue.current).toBe(2)
    expect(dialogue.chains[0]?.cells[1]?.said.map((one) => one.id)).toEqual(['forms', 'turned'])
  })

  test('any web of links: every statement stands exactly once, whatever points in circles', () => {
    fc.assert(
      fc.property(anyWeb, (tables) => {
        const { chains, counts } = dialogueOf(tables)
        const shown = chains.flatMap(({ cells }) => cells.flatMap((cell) => cell.said.map((one) => one.id)))
        expect(new Set(shown).size).toBe(shown.length)
        expect([...tables.statement.keys()].filter((id) => !shown.includes(id))).toEqual([])
        for (const { cells } of chains) expect(cells.map((cell) => cell.round)).toEqual([1, 2, 3, 4])
        expect(chains.filter(({ state }) => state === 'unanswered')).toHaveLength(counts.unanswered)
        expect(shown.some((id) => tables.card.get(id)?.revealed === false)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the round of a card', () => {
  const tables = aDialogue()
  test('is its column on a board with one for each round', () => {
    expect(roundOfCard(tables, { boardId: 'rounds', zone: ['r2'] })).toBe(2)
  })
  test('is that of the session anywhere else', () => {
    expect(roundOfCard(tables, { boardId: 'board-1', zone: ['t1', 'l1'] })).toBe(3)
    expect(roundOfCard(aDocument(), { boardId: 'board-1', zone: ['t1', 'l1'] })).toBe(1)
    const rounds = ['a', 'b', 'c'].map((id) => ({ id, label: { text: id } }))
    expect(roundOfCard(aDialogue(aLab({ rounds })), { boardId: 'rounds', zone: ['r1'] })).toBe(3)
  })
})
