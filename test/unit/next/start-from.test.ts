import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ordered, sessionOf, tablesOf } from '@core/model/document'
import { recordSchemas } from '@core/model/registry'
import type { AnyRecord } from '@core/model/records'
import { startFrom } from '@core/next/start-from'
import { dialogueOf } from '@core/rules/chain'
import { brokenRecords } from '@core/rules/integrity'
import {
  aBoard,
  aCard,
  aContext,
  aDecision,
  aDocument,
  aPerson,
  aPulse,
  aQuestion,
  aSession,
  aStep,
  aTask,
  aVoice,
} from '../../helpers/builders'
import { aDialogue, anAnswer, anyWeb, aStatement } from '../../helpers/dialogue'

const previous = aDocument(
  aSession({ state: 'closed', k: { room: 4, public: 6 }, lang: 'sl' }),
  aVoice({ present: 9, expected: 12 }),
  aPerson({ voiceId: 'families' }),
  aPerson({ id: 'person-2', order: 'W', voiceId: 'staff' }),
  aCard(),
  aTask({ owner: { kind: 'person', personId: 'person-2' }, origin: { type: 'card', id: 'card-1' }, review: 'stuck' }),
  aTask({
    id: 'task-2',
    order: 'W',
    state: 'doing',
    fromSession: 'session-0',
    owner: { kind: 'person', personId: 'person-1' },
  }),
  aTask({ id: 'task-3', state: 'done' }),
  aDecision({ reviewOn: '2026-06-01', evidence: [{ type: 'card', id: 'card-1' }] }),
  aDecision({ id: 'later', reviewOn: '2027-01-01' }),
  aDecision({ id: 'asked', kind: 'recommendation', number: 3 }),
  aDecision({ id: 'answered', kind: 'recommendation', reply: { text: 'Yes', on: '2026-04-01', outcome: 'accepted' } }),
  aQuestion(),
  aQuestion({ id: 'question-2', state: 'answered' }),
  { type: 'indicator', id: 'indicator-1', order: 'V', name: 'Absence', measurements: [] },
  {
    type: 'project',
    id: 'project-1',
    order: 'V',
    title: 'Open days',
    partners: [],
    state: 'try-out',
    indicatorIds: ['indicator-1'],
  },
  {
    type: 'statement',
    id: 'said-1',
    origin: { sessionId: 'session-1', cardId: 'card-1' },
    round: 1,
    text: 'x',
    voiceId: 'families',
    quote: 'role',
  },
  {
    type: 'statement',
    id: 'said-2',
    origin: { sessionId: 'session-1', cardId: 'card-2' },
    round: 2,
    text: 'y',
    quote: 'none',
  },
  { type: 'link', id: 'link-1', kind: 'answers', from: 'said-2', to: 'said-1' },
  { type: 'link', id: 'link-2', kind: 'answers', from: 'card-1', to: 'said-1' },
)

const choices = {
  sessionId: 'session-2',
  title: 'Second meeting',
  day: '2026-06-15',
  personIds: ['person-1'],
  records: [aBoard({ id: 'board-9' }), aStep({ id: 'step-9', order: 'K', boardId: 'board-9', state: 'waiting' })],
}
const start = (more: Partial<typeof choices> = {}): AnyRecord[] =>
  startFrom(previous, { ...choices, ...more }, aContext())
const next = tablesOf(start())

describe('startFrom', () => {
  test('gives a sound session that knows where it comes from', () => {
    for (const record of start())
      expect([record, recordSchemas[record.type].safeParse(record).error]).toEqual([record, undefined])
    expect(brokenRecords(next)).toEqual([])
    expect(sessionOf(next)).toMatchObject({
      id: 'session-2',
      state: 'prepared',
      previous: 'session-1',
      labId: 'lab-1',
      k: { room: 4, public: 6 },
      lang: 'sl',
      timeZone: 'Europe/Ljubljana',
    })
  })

  test('opens with what was agreed last time, then the template', () => {
    expect(ordered(next, 'step').map(({ kind, state }) => [kind, state])).toEqual([
      ['agreed', 'waiting'],
      ['contribute', 'waiting'],
    ])
    const own = start({ records: [aStep({ id: 'step-9', kind: 'agreed', boardId: undefined })] })
    expect(own.filter((record) => record.type === 'step')).toHaveLength(1)
  })

  test('open tasks keep their id and first session; nobody has been asked yet', () => {
    expect([...next.task.keys()]).toEqual(['task-1', 'task-2'])
    expect(next.task.get('task-1')).toMatchObject({
      fromSession: 'session-1',
      owner: { kind: 'voice', voiceId: 'staff' },
    })
    expect(next.task.get('task-1')).not.toHaveProperty('review')
    // Its card was released: from now on it is that statement.
    expect(next.task.get('task-1')?.origin).toEqual({ type: 'statement', id: 'said-1' })
    expect(next.task.get('task-2')).toMatchObject({
      fromSession: 'session-0',
      owner: { kind: 'person', personId: 'person-1' },
    })
  })

  test('decisions come along when they are due or unanswered', () => {
    expect([...next.decision.keys()].toSorted()).toEqual(['asked', 'decision-1'])
    expect(next.decision.get('decision-1')?.evidence).toEqual([{ type: 'statement', id: 'said-1' }])
    expect(next.decision.get('asked')?.number).toBe(3)
  })

  test('only people who were ticked, nobody present yet', () => {
    expect([...next.person.values()]).toMatchObject([{ id: 'person-1', present: false }])
    expect(tablesOf(start({ personIds: [] })).person.size).toBe(0)
    expect(next.voice.get('families')).toMatchObject({ present: 0, earlier: 9, expected: 12 })
  })

  test('questions, projects, indicators and statements with their answers, but no card', () => {
    expect([...next.question.keys()]).toEqual(['question-1'])
    expect(next.project.size + next.indicator.size).toBe(2)
    expect(next.statement.size).toBe(2)
    expect([...next.link.keys()]).toEqual(['link-1'])
    expect(next.card.size).toBe(0)
  })
})

const nextOf = (tables: Parameters<typeof startFrom>[0], more: Partial<Parameters<typeof startFrom>[1]> = {}) =>
  tablesOf(startFrom(tables, { ...choices, records: [], ...more }, aContext()))

describe('a round of the staged dialogue', () => {
  test('is the round of its template, and nobody comes along by name', () => {
    const rounds = ['users', 'professionals'].map((id) => ({ id, label: { text: id } }))
    const round = nextOf(previous, { round: 2, rounds })
    expect(sessionOf(round)?.round).toBe(2)
    expect(round.person.size).toBe(0)
    expect(round.task.get('task-2')?.owner).toEqual({ kind: 'voice', voiceId: 'families' })
    expect([...round.lab.values()][0]?.rounds).toEqual(rounds)
    expect(brokenRecords(round)).toEqual([])
  })

  test('an answer on a card that stays behind is not lost to what was said after it', () => {
    // The card "turned" answers "forms" and is not released; "agreed" answers the card.
    const tables = aDialogue(aStatement({ id: 'agreed', round: 4 }), anAnswer('agreed', 'turned'))
    expect(nextOf(tables).link.get('agreed-to-turned')).toMatchObject({ from: 'agreed', to: 'forms' })
  })

  test('what was promised to a statement comes along, due or not', () => {
    const tables = aDialogue(aDecision({ evidence: [{ type: 'statement', id: 'told' }] }))
    const after = nextOf(tables)
    expect(after.decision.get('decision-1')?.fromSession).toBe('session-1')
    expect(dialogueOf(after).counts.promised).toBe(1)
  })

  test('chains are the same in the next file, but for the cards that stay', () => {
    const ids = (tables: typeof previous) => dialogueOf(tables).chains.map((chain) => chain.id)
    expect(ids(nextOf(aDialogue(), { round: 4 }))).toEqual(ids(aDialogue()))
  })

  test('names of people who stay behind do not travel inside the words', () => {
    const tables = aDialogue(
      aPerson({ alias: 'Ana', name: 'Ana Kos' }),
      aStatement({ id: 'asked', text: 'Ana Kos did the analysis, Ana!' }),
    )
    expect(nextOf(tables, { personIds: [] }).statement.get('asked')?.text).toBe('[…] did the analysis, […]!')
    // Who comes along is known there: reports mask the name, and the room still reads it.
    expect(nextOf(tables).statement.get('asked')?.text).toContain('Ana Kos')
  })
})

describe('whatever was said and linked', () => {
  test('every released statement comes along with its id, nothing points to nothing, no card does', () => {
    fc.assert(
      fc.property(anyWeb, fc.boolean(), (tables, isRound) => {
        const first = nextOf(tables, isRound ? { round: 2 } : {})
        const second = nextOf(first, { sessionId: 'session-3' })
        for (const after of [first, second]) {
          expect([...after.statement.keys()]).toEqual([...tables.statement.keys()])
          expect(brokenRecords(after)).toEqual([])
          expect(after.card.size + after.event.size).toBe(0)
          const links = [...after.link.values()].map(({ kind, from, to }) => `${kind} ${from} ${to}`)
          expect(new Set(links).size).toBe(links.length)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('what was erased does not come back', () => {
    const tables = aDialogue(
      aStatement({ id: 'late', origin: { sessionId: 'session-0', cardId: 'erased-card' } }),
      { type: 'tombstone', id: 'told' },
      { type: 'tombstone', id: 'erased-card' },
    )
    const after = nextOf(tables)
    expect(after.statement.has('told') || after.statement.has('late')).toBe(false)
    expect([...after.tombstone.keys()].toSorted()).toEqual(['erased-card', 'told'])
    expect(brokenRecords(after)).toEqual([])
  })
})

describe('feedback questions', () => {
  const asked = aDocument(
    aPulse({ answers: { phone: [0, 0, 1, 2, 3], paper: [1, 0, 0, 0, 0] }, remarks: ['Too long.'] }),
    aPulse({ id: 'pulse-2', question: { text: 'Was it clear?' } }),
  )
  const five = { sessionId: 'session-1', day: '2026-03-02', counts: [1, 0, 1, 2, 3] }

  test('are asked again and know what was answered; remarks stay', () => {
    const after = nextOf(asked)
    expect(after.pulse.get('pulse-1')).toMatchObject({ answers: {}, remarks: [], past: [five] })
    expect(after.pulse.get('pulse-2')).not.toHaveProperty('past')
    const third = nextOf(after, { sessionId: 'session-3' })
    expect(third.pulse.get('pulse-1')?.past).toEqual([five])
  })

  test('the same question of the template is not asked twice', () => {
    const after = nextOf(asked, {
      records: [aPulse({ id: 'new' }), aPulse({ id: 'other', question: { text: 'More?' } })],
    })
    expect([...after.pulse.keys()]).toEqual(['pulse-1', 'pulse-2', 'other'])
  })
})
