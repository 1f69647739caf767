import type { Card } from '@core/model/card'
import type { AnyRecord } from '@core/model/records'
import type { SampleKit, VoiceIds } from './kit'
import { cardStarting } from './kit'

type Plan = {
  readonly voices: VoiceIds
  readonly voteId: string
  readonly cards: readonly Card[]
  readonly labSessionId: string
}

const MADE = '2026-11-17T10:16:00Z'

/** Decisions, a recommendation, tasks in all states and open questions of the second meeting. */
export const secondOutcomes = (kit: SampleKit, plan: Plan): AnyRecord[] => {
  const ids = { plan: kit.id(), tuesday: kit.id(), thread: kit.id(), hours: kit.id() }
  return [...decisions(kit, plan, ids), ...tasks(kit, plan, ids), ...questions(kit, plan)]
}

type Ids = { readonly plan: string; readonly tuesday: string; readonly thread: string; readonly hours: string }

const decisions = (kit: SampleKit, plan: Plan, ids: Ids): AnyRecord[] => {
  const voice = (key: string): string => plan.voices[key] ?? ''
  const all = ['families', 'staff', 'managers', 'schoolHealth', 'policymakers'].map(voice)
  const card = (beginning: string): { type: 'card'; id: string } => ({
    type: 'card',
    id: cardStarting(plan.cards, beginning).id,
  })
  const vote = { type: 'vote', id: plan.voteId } as const
  return [
    {
      type: 'decision',
      id: ids.tuesday,
      order: 'D4',
      number: 4,
      kind: 'agreement',
      status: 'agreed',
      wording: 'School and centre meet every second Tuesday, with the family.',
      rationale: 'A room stands empty at that hour, and the child no longer has to carry messages.',
      behind: { voiceIds: ['families', 'staff', 'managers', 'schoolHealth'].map(voice), count: 22, of: 24 },
      objections: [],
      owner: { kind: 'voice', voiceId: voice('schoolHealth') },
      evidence: [card('There is an empty classroom'), card('The child carries')],
      reviewOn: '2027-01-26',
      madeAt: MADE,
    },
    {
      type: 'decision',
      id: ids.plan,
      order: 'D5',
      number: 5,
      kind: 'agreement',
      status: 'agreed',
      wording: 'Every family in the trial gets one plan, written with them at home.',
      rationale: 'It came first in the vote. The plan belongs to the family; services sign what they will do.',
      behind: { voiceIds: all, count: 24, of: 24 },
      objections: [],
      owner: { kind: 'organisation', name: 'Social work centre' },
      evidence: [vote, card('Seven helpers')],
      reviewOn: '2027-03-09',
      madeAt: MADE,
    },
    {
      type: 'decision',
      id: ids.thread,
      order: 'D6',
      number: 6,
      kind: 'agreement',
      status: 'agreed',
      wording: 'One named worker holds the thread for each of twelve families.',
      rationale: 'Every voice had it among its first three. Twelve is what the centre can carry for six months.',
      behind: { voiceIds: ['families', 'staff', 'schoolHealth', 'policymakers'].map(voice), count: 21, of: 24 },
      objections: [
        {
          id: kit.id(),
          text: 'Not without fewer cases. We would promise what we cannot keep.',
          voiceId: voice('managers'),
          quote: 'role',
        },
      ],
      owner: { kind: 'voice', voiceId: voice('staff') },
      evidence: [vote, card('Nobody’s contract says')],
      reviewOn: '2027-03-09',
      madeAt: MADE,
    },
    {
      type: 'decision',
      id: ids.hours,
      order: 'D7',
      number: 7,
      kind: 'recommendation',
      status: 'proposed',
      wording: 'Count hours of agreeing with other services as work with families.',
      rationale: 'Staff and managers put workload first. The norm is not the lab’s to change.',
      behind: { voiceIds: ['staff', 'managers', 'schoolHealth'].map(voice), count: 16, of: 24 },
      objections: [],
      addressee: 'Ministry responsible for social affairs',
      level: 'macro',
      evidence: [vote, card('An hour of agreeing')],
      reviewOn: '2027-02-15',
      madeAt: MADE,
    },
  ]
}

const tasks = (kit: SampleKit, plan: Plan, ids: Ids): AnyRecord[] => {
  const task = (
    order: string,
    text: string,
    state: 'todo' | 'doing' | 'done' | 'dropped',
    owner: string,
    due: string,
    origin: string,
    more: { readonly progress?: string; readonly note?: string } = {},
  ): AnyRecord => ({
    type: 'task',
    id: kit.id(),
    order,
    text,
    state,
    owner: plan.voices[owner]
      ? { kind: 'voice', voiceId: plan.voices[owner] ?? '' }
      : { kind: 'organisation', name: owner },
    due,
    origin: { type: 'decision', id: origin },
    history: [{ at: MADE, state: 'todo' }, ...(state === 'todo' ? [] : [{ at: MADE, state }])],
    ...more,
  })
  return [
    task('K', 'Choose twelve families who want to try', 'todo', 'Social work centre', '2026-12-05', ids.thread),
    task('L', 'Write the one-page form of the plan', 'todo', 'families', '2026-12-12', ids.plan),
    task('M', 'Ask which data the school may see', 'todo', 'Municipality', '2026-12-15', ids.thread),
    task('N', 'Send the Tuesdays to everybody', 'todo', 'schoolHealth', '2026-11-20', ids.tuesday),
    task('O', 'First plans at the kitchen table', 'doing', 'Social work centre', '2026-12-20', ids.plan, {
      progress: '4 of 12',
    }),
    task('G', 'Put the feedback slip into the welcome letter', 'done', 'staff', '2026-11-16', ids.plan),
    task('H', 'Ask for the empty classroom on Tuesdays', 'done', 'schoolHealth', '2026-11-17', ids.tuesday),
    task('P', 'Ask the ministry about hours for teams', 'todo', 'managers', '2027-01-09', ids.hours),
    task('Q', 'Draw a map of all helpers on one sheet', 'dropped', 'staff', '2026-11-30', ids.thread, {
      note: 'The one-page plan does this.',
    }),
  ]
}

const questions = (kit: SampleKit, plan: Plan): AnyRecord[] => {
  const question = (
    order: string,
    kind: 'question' | 'assumption',
    text: string,
    owner: string,
    due: string,
  ): AnyRecord => ({
    type: 'question',
    id: kit.id(),
    order,
    kind,
    text,
    owner: { kind: 'voice', voiceId: plan.voices[owner] ?? '' },
    due,
    state: 'open',
  })
  return [
    question('K', 'question', 'May a school keep a copy of the plan?', 'schoolHealth', '2026-12-15'),
    question('L', 'assumption', 'Twelve families are enough to learn from.', 'staff', '2027-03-09'),
    question('M', 'question', 'Who keeps the plan when the worker leaves?', 'families', '2026-12-20'),
  ]
}
