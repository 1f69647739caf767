import { describe, expect, test } from 'vitest'
import { ordered, sessionOf, tablesOf } from '@core/model/document'
import { recordSchemas } from '@core/model/registry'
import type { AnyRecord } from '@core/model/records'
import { startFrom } from '@core/next/start-from'
import { brokenRecords } from '@core/rules/integrity'
import {
  aBoard,
  aCard,
  aContext,
  aDecision,
  aDocument,
  aPerson,
  aQuestion,
  aSession,
  aStep,
  aTask,
  aVoice,
} from '../../helpers/builders'

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
    expect(next.task.get('task-1')).not.toHaveProperty('origin')
    expect(next.task.get('task-2')).toMatchObject({
      fromSession: 'session-0',
      owner: { kind: 'person', personId: 'person-1' },
    })
  })

  test('decisions come along when they are due or unanswered', () => {
    expect([...next.decision.keys()].toSorted()).toEqual(['asked', 'decision-1'])
    expect(next.decision.get('decision-1')?.evidence).toEqual([])
    expect(next.decision.get('asked')?.number).toBe(3)
  })

  test('only people who were ticked, nobody present yet', () => {
    expect([...next.person.values()]).toMatchObject([{ id: 'person-1', present: false }])
    expect(tablesOf(start({ personIds: [] })).person.size).toBe(0)
    expect(next.voice.get('families')).toMatchObject({ present: 0, expected: 12 })
  })

  test('questions, projects, indicators and statements with their answers, but no card', () => {
    expect([...next.question.keys()]).toEqual(['question-1'])
    expect(next.project.size + next.indicator.size).toBe(2)
    expect(next.statement.size).toBe(2)
    expect([...next.link.keys()]).toEqual(['link-1'])
    expect(next.card.size).toBe(0)
  })
})
