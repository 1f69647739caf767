import { ordersAfter } from '@core/change/order'
import { sessionOf, tablesOf } from '@core/model/document'
import type { Card } from '@core/model/card'
import type { AnyRecord } from '@core/model/records'
import type { Vote } from '@core/model/vote'
import { startFrom } from '@core/next/start-from'
import { ideas, secondMap } from './families-content'
import type { FirstSession } from './families-first'
import { withResult } from './families-first'
import { secondOutcomes } from './families-outcomes'
import { secondWork } from './families-work'
import type { SampleKit } from './kit'
import { boardWords, cardsFrom, cardStarting, clusterOf, columnAxes, columnLines, matrixLines, themeAxes } from './kit'

const at = (time: string): string => `2026-11-17T${time}:00Z`

/** key, kind, minutes, from, to (empty: not yet). */
const STEPS = [
  ['agreed', 'agreed', 10, '08:00', '08:09'],
  ['say', 'contribute', 40, '08:09', '08:48'],
  ['together', 'cluster', 20, '08:48', '09:05'],
  ['priorities', 'vote', 15, '09:05', '09:26'],
  ['break', 'break', 15, '09:26', '09:41'],
  ['ideas', 'contribute', 35, '09:41', '10:14'],
  ['decide', 'decide', 25, '10:14', ''],
  ['close', 'talk', 10, '', ''],
] as const

const FRESH = { families: 9, staff: 7, managers: 4, schoolHealth: 4, policymakers: 2 } as const

/** The second meeting, started from the first: stopped in the middle of the decisions, so that every screen has content. */
export const secondFamilySession = (kit: SampleKit, first: FirstSession): AnyRecord[] => {
  const previous = tablesOf(first.records)
  const mapBoard = kit.id()
  const ideasBoard = kit.id()
  const voteId = kit.id()
  const steps = stepsOf(kit, { mapBoard, ideasBoard, voteId })
  const stepId = (key: string): string => steps[STEPS.findIndex(([name]) => name === key)]?.id ?? ''
  const cards = cardsFrom(matrixLines(secondMap), {
    boardId: mapBoard,
    stepId: stepId('say'),
    voices: first.voices,
    kit,
  })
  const clusters = [
    clusterOf(kit, cards, 'One plan, made with the family', [
      'Seven helpers',
      'Each of us has a plan',
      'I would like to be told',
    ]),
    clusterOf(kit, cards, 'Say it once', [
      'I told it nine times',
      'Each letter asks',
      'I hear from the family',
      'The child carries',
    ]),
    clusterOf(kit, cards, 'Time for teams to meet', [
      'We meet when there is a crisis',
      'An hour of agreeing',
      'No time to talk',
    ]),
  ]
  const vote = secondVote(kit, { voteId, stepId: stepId('priorities'), clusters, cards, first })
  const ideaCards = cardsFrom(columnLines(ideas), {
    boardId: ideasBoard,
    stepId: stepId('ideas'),
    voices: first.voices,
    kit,
  })
  const work = secondWork(kit, { voices: first.voices, ideas: ideaCards })
  const carried = startFrom(
    previous,
    {
      sessionId: kit.id(),
      title: 'Second meeting: one plan with the family',
      day: '2026-11-17',
      timeZone: 'Europe/Ljubljana',
      personIds: [],
      records: [],
    },
    { now: Date.parse('2026-11-10T09:00:00Z'), newId: kit.id, random: kit.random },
  )
  return [
    ...carried.flatMap((record) => opened(record, stepId('decide'))),
    ...steps,
    {
      type: 'board',
      id: mapBoard,
      order: 'W',
      label: boardWords('board.challengeMap'),
      layout: 'matrix',
      axes: themeAxes(),
    },
    {
      type: 'board',
      id: ideasBoard,
      order: 'X',
      label: boardWords('board.ideas'),
      layout: 'columns',
      axes: columnAxes('stage', ['idea', 'tryOut', 'works', 'daily']),
    },
    ...cards,
    ...work.cards,
    ...work.records,
    ...clusters,
    vote,
    ...linksOf(kit, cards),
    ...secondOutcomes(kit, { voices: first.voices, voteId, cards, labSessionId: sessionOf(previous)?.id ?? '' }),
    { type: 'event', id: kit.id(), at: at('08:00'), kind: 'session.started' },
    { type: 'event', id: kit.id(), at: at('08:47'), kind: 'cards.revealed', ref: stepId('say'), count: 12 },
    { type: 'event', id: kit.id(), at: at('09:06'), kind: 'vote.opened', ref: voteId },
    { type: 'event', id: kit.id(), at: at('09:24'), kind: 'vote.closed', ref: voteId, count: 24 },
    { type: 'event', id: kit.id(), at: at('10:14'), kind: 'step.started', ref: stepId('decide') },
  ]
}

const stepsOf = (
  kit: SampleKit,
  ids: { readonly mapBoard: string; readonly ideasBoard: string; readonly voteId: string },
): (AnyRecord & { type: 'step' })[] => {
  const orders = ordersAfter(null, STEPS.length)
  return STEPS.map(([key, kind, minutes, from, to], index) => ({
    type: 'step',
    id: kit.id(),
    order: orders[index] ?? '',
    label: boardWords(`step.${key}`),
    ...(kind === 'break'
      ? {}
      : { question: boardWords(`question.${key}`), instruction: boardWords(`instruction.${key}`) }),
    kind,
    minutes,
    ...(key === 'say' || key === 'together' || key === 'priorities' ? { boardId: ids.mapBoard } : {}),
    ...(key === 'ideas' ? { boardId: ids.ideasBoard } : {}),
    ...(key === 'priorities' ? { voteId: ids.voteId } : {}),
    contribute: key === 'say' || key === 'ideas' ? 'open' : 'closed',
    state: to ? 'done' : from ? 'running' : 'waiting',
    ...(from ? { startedAt: at(from) } : {}),
    ...(to ? { endedAt: at(to) } : {}),
    // The clock of a sample stands still, so that it does not run over for months.
    ...(from && !to ? { pausedAt: at('10:18') } : {}),
  }))
}

/** What `startFrom` carried over, as it stands in the middle of the meeting. */
const opened = (record: AnyRecord, stepId: string): AnyRecord[] => {
  switch (record.type) {
    case 'session':
      return [
        {
          ...record,
          state: 'running',
          sample: true,
          templateKey: 'challenge-map',
          startedAt: at('08:00'),
          currentStepId: stepId,
          stage: { view: 'agreed' },
        },
      ]
    case 'voice': {
      const key = 'key' in record.label ? record.label.key.replace('boards:voice.', '') : ''
      return [{ ...record, present: FRESH[key as keyof typeof FRESH] ?? 0 }] // the sample's own voices
    }
    case 'step':
      return []
    case 'task':
      return [{ ...record, review: record.state === 'done' ? 'done' : 'going-on' }]
    default:
      return [record]
  }
}

type VotePlan = {
  readonly voteId: string
  readonly stepId: string
  readonly clusters: readonly AnyRecord[]
  readonly cards: readonly Card[]
  readonly first: FirstSession
}

const secondVote = (kit: SampleKit, plan: VotePlan): Vote => {
  const cluster = (index: number, text: string): Vote['options'][number] => ({
    id: kit.id(),
    text,
    source: { type: 'cluster', id: plan.clusters[index]?.id ?? '' },
  })
  const card = (text: string, beginning: string): Vote['options'][number] => ({
    id: kit.id(),
    text,
    source: { type: 'card', id: cardStarting(plan.cards, beginning).id },
  })
  const vote: Vote = {
    type: 'vote',
    id: plan.voteId,
    order: 'W',
    question: 'What should we work on first?',
    explanation: 'Five dots each, three at most on one topic.',
    method: { name: 'dots', budget: 5, cap: 3 },
    options: [
      cluster(0, 'One plan, made with the family'),
      card('One person who holds the thread', 'The law names no coordinator'),
      card('Fewer families per worker', 'Thirty-eight families'),
      cluster(1, 'Say it once: a shared record'),
      cluster(2, 'Time for teams to meet'),
      card('Regular feedback from families', 'She rang to ask'),
      card('Rules that let services share', 'A shared record needs'),
    ],
    admission: 'open-room',
    channels: ['phone', 'kiosk', 'paper'],
    secret: true,
    keepBallots: false,
    k: { room: 3, public: 5 },
    rounds: [{ id: kit.id(), number: 1, state: 'closed', openedAt: at('09:06'), closedAt: at('09:24') }],
    resultShown: true,
    stepId: plan.stepId,
  }
  return withResult(kit, vote, plan.first.voices, {
    families: [9, [15, 7, 1, 6, 0.3, 4, 1]],
    staff: [6, [2.5, 6, 11, 2, 8, 0.7, 1.5]],
    managers: [3, [3, 5, 12, 1, 4, 1, 3]],
    schoolHealth: [4, [14, 7, 1, 6, 3, 1, 1]],
    policymakers: [2, [3, 4, 9, 2, 2, 1, 5]],
  })
}

const linksOf = (kit: SampleKit, cards: readonly Card[]): AnyRecord[] => {
  const link = (kind: 'causes' | 'supports' | 'answers', from: string, to: string): AnyRecord => ({
    type: 'link',
    id: kit.id(),
    kind,
    from: cardStarting(cards, from).id,
    to: cardStarting(cards, to).id,
  })
  return [
    link('causes', 'We are measured by deadlines', 'Seven helpers'),
    link('causes', 'Nobody’s contract says', 'The law names no coordinator'),
    link('supports', 'There is an empty classroom', 'We meet when there is a crisis'),
    link('answers', 'I would like to say sorry', 'I told it nine times'),
    link('causes', 'Thirty-eight families', 'The good ones leave'),
  ]
}
