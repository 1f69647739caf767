import fc from 'fast-check'
import type { Link, Statement } from '@core/model/card'
import type { Tables } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { aBoard, aCard, aDecision, aDocument, aSession, aVoice } from './builders'

export const aStatement = (fields: Partial<Statement> = {}): Statement => ({
  type: 'statement',
  id: 'said-1',
  origin: { sessionId: 'session-0', cardId: 'old-1' },
  round: 1,
  text: 'Nobody asked us.',
  voiceId: 'families',
  quote: 'role',
  ...fields,
})

export const anAnswer = (from: string, to: string, id = `${from}-to-${to}`): Link => ({
  type: 'link',
  id,
  kind: 'answers',
  from,
  to,
})

/** A column for each of the four rounds: r1 to r4. */
export const aRoundsBoard = () =>
  aBoard({
    id: 'rounds',
    layout: 'rounds',
    axes: [
      {
        id: 'round',
        label: { text: 'Round' },
        entries: ['r1', 'r2', 'r3', 'r4'].map((id) => ({ id, label: { text: id } })),
      },
    ],
  })

/** Round three of four: managers answer what families said and staff reflected. */
export const aDialogue = (...more: readonly AnyRecord[]): Tables =>
  aDocument(
    aSession({ round: 3, previous: 'session-0' }),
    aVoice({ id: 'managers', order: 'm', label: { text: 'Managers' }, slot: 3, present: 4 }),
    aRoundsBoard(),
    aStatement({ id: 'asked', text: 'I want to be asked.' }),
    aStatement({ id: 'told', text: 'I tell it all again.' }),
    aStatement({ id: 'helped', text: 'Other parents helped me.' }),
    aStatement({ id: 'forms', round: 2, voiceId: 'staff', text: 'Our form has no box for strengths.' }),
    aStatement({ id: 'records', round: 2, voiceId: 'staff', text: 'Four of us keep four records.' }),
    anAnswer('forms', 'asked'),
    anAnswer('records', 'told'),
    aCard({ id: 'turned', boardId: 'rounds', zone: ['r3'], voiceId: 'managers', text: 'We turn the form round.' }),
    anAnswer('turned', 'forms'),
    ...more,
  )

const IDS = ['s1', 's2', 's3', 's4', 'c1', 'c2', 'c3', 'c4', 'c5'] as const

/** Any web of statements, cards and links between them, circles and copies of one card included. */
export const anyWeb = fc
  .record({
    rounds: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 4, maxLength: 4 }),
    origins: fc.array(fc.constantFrom('c1', 'c2', 'gone-1', 'gone-2'), { minLength: 4, maxLength: 4 }),
    hidden: fc.constantFrom('c3', 'c4', 'nothing'),
    links: fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS)), { maxLength: 14 }),
    evidence: fc.constantFrom(...IDS),
    current: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ rounds, origins, hidden, links, evidence, current }) =>
    aDocument(
      aSession({ round: current }),
      aRoundsBoard(),
      ...rounds.map((round, index) =>
        aStatement({ id: `s${index + 1}`, round, origin: { sessionId: 'session-1', cardId: origins[index] ?? 'c1' } }),
      ),
      ...['c1', 'c2', 'c3', 'c4', 'c5'].map((id, index) =>
        aCard({ id, boardId: 'rounds', zone: [`r${(index % 4) + 1}`], revealed: id !== hidden }),
      ),
      ...links.map(([from, to], index) => anAnswer(from, to, `link-${index}`)),
      aDecision({ evidence: [{ type: evidence.startsWith('s') ? 'statement' : 'card', id: evidence }] }),
    ),
  )
