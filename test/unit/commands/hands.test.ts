import { describe, expect, test } from 'vitest'
import { closeVote, openVote } from '@core/commands/vote-phases'
import type { Tables } from '@core/model/document'
import type { Vote } from '@core/model/vote'
import { lastRound } from '@core/rules/frozen'
import { tallyRound } from '@core/rules/tally'
import { visible } from '@core/rules/visible'
import { aContext, aDocument, aVote } from '../../helpers/builders'
import { act, codeOf, run, take } from '../../helpers/outcomes'

const id = 'vote-1'
const opened = (fields: Partial<Vote>): Tables => {
  const tables = aDocument(aVote({ channels: ['hands', 'phone'], secret: false, ...fields }))
  take(tables, openVote(tables, { id }, aContext(2)))
  return tables
}
const round = (tables: Tables) => {
  const vote = tables.vote.get(id)
  if (!vote) throw new Error('no vote')
  return lastRound(vote)
}
const raise = (optionId: string, count: number, voiceId: string | null = 'families', stance = 0) => ({
  id,
  voiceId,
  optionId,
  stance,
  count,
})

const approval = { method: { name: 'approval' as const } }

describe('raised hands', () => {
  test('are kept by voice, option and stance; a new count replaces the one before, nobody takes it out', () => {
    const tables = opened(approval)
    act(tables, 'vote.hands', raise('o1', 4))
    act(tables, 'vote.hands', raise('o1', 5))
    act(tables, 'vote.hands', raise('o1', 2, null))
    expect(round(tables).hands).toEqual([
      { voiceId: 'families', optionId: 'o1', stance: 0, count: 5 },
      { voiceId: null, optionId: 'o1', stance: 0, count: 2 },
    ])
    act(tables, 'vote.hands', raise('o1', 0))
    expect(round(tables).hands).toHaveLength(1)
  })

  test.each<[string, Partial<Vote>, Parameters<typeof raise>, string]>([
    ['an option that is not there', approval, ['o9', 1], 'wrong-value'],
    ['a voice that is not there', approval, ['o1', 1, 'nobody'], 'not-found'],
    ['a stance where there are none', approval, ['o1', 1, 'families', 2], 'wrong-value'],
    ['a vote without hands', { ...approval, channels: ['phone'] }, ['o1', 1], 'channel-not-allowed'],
  ])('are refused for %s', (_, fields, args, code) => {
    expect(codeOf(run(opened(fields), 'vote.hands', raise(...args)))).toBe(code)
  })

  test('are refused before the vote opens, and after it has closed they are gone from the record', () => {
    const draft = aDocument(aVote({ ...approval, channels: ['hands'] }))
    expect(codeOf(run(draft, 'vote.hands', raise('o1', 1)))).toBe('vote-not-open')
    const tables = opened(approval)
    act(tables, 'vote.hands', raise('o1', 5))
    act(tables, 'vote.hands-people', { id, voiceId: 'families', people: 6 })
    const vote = tables.vote.get(id) ?? aVote()
    const result = tallyRound(vote, [], new Map(), aContext(), lastRound(vote))
    take(tables, closeVote(tables, { id, result }, aContext(3)))
    expect(round(tables)).toMatchObject({ result: { cast: 6, channels: { hands: 6 } } })
    expect(Object.keys(round(tables))).not.toContain('hands')
    expect(Object.keys(round(tables))).not.toContain('handsPeople')
    expect(codeOf(run(tables, 'vote.hands', raise('o1', 1)))).toBe('vote-not-open')
  })

  test('are seen on the laptop alone while they are counted', () => {
    const tables = opened(approval)
    act(tables, 'vote.hands', raise('o1', 5))
    const vote = tables.vote.get(id) ?? aVote()
    expect(JSON.stringify(visible(vote, 'facilitator'))).toContain('"count":5')
    for (const role of ['participant', 'kiosk', 'projector'] as const) {
      expect(JSON.stringify(visible(vote, role))).not.toContain('"count":5')
    }
  })
})

describe('more hands than people', () => {
  const oneDot = { method: { name: 'dots' as const, budget: 1, cap: 1 } }
  const consent = { method: { name: 'consent' as const } }

  test.each<[string, Partial<Vote>, Parameters<typeof raise>[], Parameters<typeof raise>, string | null]>([
    ['one dot: as many as there are', oneDot, [['o1', 3]], ['o2', 2], null],
    ['one dot: one too many in all', oneDot, [['o1', 3]], ['o2', 3], 'too-many-hands'],
    ['approval: everybody for each', approval, [['o1', 5]], ['o2', 5], null],
    ['approval: one too many for one', approval, [['o1', 5]], ['o2', 6], 'too-many-hands'],
    ['consent: all stances of a proposal together', consent, [['o1', 3]], ['o1', 2, 'families', 2], null],
    ['consent: one too many', consent, [['o1', 3]], ['o1', 3, 'families', 2], 'too-many-hands'],
    ['consent: another proposal', consent, [['o1', 5]], ['o2', 5, 'families', 1], null],
    ['another voice', approval, [['o1', 5]], ['o1', 9, 'staff'], null],
  ])('%s', (_, fields, before, next, code) => {
    const tables = opened(fields)
    act(tables, 'vote.hands-people', { id, voiceId: 'families', people: 5 })
    for (const args of before) act(tables, 'vote.hands', raise(...args))
    expect(codeOf(run(tables, 'vote.hands', raise(...next)))).toBe(code)
  })

  test('the people cannot be fewer than the hands that are counted; the refusal names both', () => {
    const tables = opened(approval)
    act(tables, 'vote.hands', raise('o1', 5))
    const refused = run(tables, 'vote.hands-people', { id, voiceId: 'families', people: 4 })
    expect(refused).toMatchObject({ error: { code: 'too-many-hands', params: { count: 5, people: 4 } } })
    act(tables, 'vote.hands-people', { id, voiceId: 'families', people: 5 })
    expect(round(tables).handsPeople).toEqual([{ voiceId: 'families', people: 5 }])
    act(tables, 'vote.hands-people', { id, voiceId: 'families', people: 0 })
    expect(round(tables).handsPeople).toEqual([])
    act(tables, 'vote.hands', raise('o1', 9))
  })
})
