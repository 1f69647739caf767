import { describe, expect, it } from 'vitest'
import { tablesOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { searchIn } from '../../../electron/host/search'
import {
  aBoard,
  aCard,
  aCluster,
  aDecision,
  aLab,
  anActivity,
  anIndicator,
  aPerson,
  aProject,
  aQuestion,
  aSession,
  aStep,
  aTask,
  aVote,
} from '../../helpers/builders'

const t = (key: string): string => (key === 'boards:step.agreed' ? 'What we agreed last time' : key)

const idsFor = (text: string, ...records: readonly AnyRecord[]): string[] =>
  searchIn(tablesOf([aSession(), aLab(), aBoard(), ...records]), text, t).map((hit) => hit.id)

describe('searching the session', () => {
  it('finds every kind of record by its words', () => {
    const records: AnyRecord[] = [
      aCard({ text: 'The lantern is broken' }),
      aCluster({ label: { text: 'Lantern' } }),
      {
        type: 'statement',
        id: 'statement-1',
        origin: { sessionId: 'older-1', cardId: 'old-1' },
        round: 1,
        text: 'A lantern',
        quote: 'role',
      },
      aDecision({ wording: 'Buy a lantern' }),
      aTask({ text: 'Carry the lantern' }),
      aQuestion({ text: 'Whose lantern?' }),
      aProject({ title: 'Lantern walk' }),
      anIndicator({ name: 'Lanterns lit' }),
      anActivity({ title: 'Lantern evening' }),
      aStep({ label: { text: 'Lantern round' } }),
      aBoard({ id: 'board-2', label: { text: 'Lantern board' } }),
      aPerson({ alias: 'Lantern chair' }),
      aVote({ options: [{ id: 'o1', text: 'The lantern first' }] }),
    ]
    expect(new Set(idsFor('lantern', ...records))).toEqual(new Set(records.map((record) => record.id)))
  })

  it('minds neither accents nor capitals, and takes words in any order', () => {
    const card = aCard({ text: 'Šola nas ne VIDI' })
    expect(idsFor('vidi sola', card)).toEqual(['card-1'])
    expect(idsFor('SOLA nas', card)).toEqual(['card-1'])
    expect(idsFor('sola pes', card)).toEqual([])
  })

  it('finds by tags, by what a stakeholder expects and by built-in words', () => {
    expect(idsFor('many helpers', aCard({ tags: ['many helpers'] }))).toEqual(['card-1'])
    expect(idsFor('one plan', aCard({ text: 'School', expects: 'One plan for all' }))).toEqual(['card-1'])
    expect(idsFor('agreed last', aStep({ label: { key: 'boards:step.agreed' } }))).toEqual(['step-1'])
  })

  it('puts first what begins with the words, then words, then pieces of words', () => {
    const card = (id: string, text: string) => aCard({ id, text })
    const cards = [
      card('inside', 'unplanned'),
      card('apart', 'A plan that is a new one'),
      card('word', 'We want a plan'),
      card('start', 'Planning together'),
      { ...card('elsewhere', 'Nothing'), expects: 'a plan' },
    ]
    expect(idsFor('plan', ...cards)).toEqual(['start', 'apart', 'word', 'inside', 'elsewhere'])
    expect(idsFor('new plan', ...cards)).toEqual(['apart'])
  })

  it('does not find what is hidden until it is revealed, nor given names', () => {
    expect(idsFor('secret', aCard({ text: 'My secret', revealed: false }))).toEqual([])
    expect(idsFor('Ada', aPerson({ alias: 'Blue chair', name: 'Ada' }))).toEqual([])
  })

  it('sees a change at once, and answers fifty at most, also among 50,000 cards', () => {
    const tables = tablesOf([
      aSession(),
      aLab(),
      aBoard(),
      ...Array.from({ length: 50_000 }, (_, at) => aCard({ id: `card-${at}`, text: `Statement ${at} about the plan` })),
    ])
    expect(searchIn(tables, 'plan about', t)).toHaveLength(50)
    expect(searchIn(tables, 'Statement 49999', t).map((hit) => hit.id)).toEqual(['card-49999'])
    tables.card.set('card-7', aCard({ id: 'card-7', text: 'Quite another thing' }))
    expect(searchIn(tables, 'quite another', t).map((hit) => hit.id)).toEqual(['card-7'])
  })
})
