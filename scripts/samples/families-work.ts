import type { Card } from '@core/model/card'
import type { AnyRecord } from '@core/model/records'
import type { SampleKit, VoiceIds } from './kit'
import { boardWords, cardStarting } from './kit'

/** What the first meeting answered to the feedback questions at its end. */
export const firstPulse = (kit: SampleKit): AnyRecord[] => {
  const pulse = (order: string, key: string, phone: number[], paper: number[], remarks: string[]): AnyRecord => ({
    type: 'pulse',
    id: kit.id(),
    order,
    question: boardWords(`pulse.${key}`),
    answers: { phone, paper },
    remarks,
  })
  return [
    pulse('V', 'heard', [0, 2, 4, 6, 3], [0, 1, 2, 4, 2], ['Nobody looked at a telephone while I spoke.']),
    pulse('W', 'clear', [1, 3, 6, 4, 1], [1, 2, 3, 2, 1], []),
    pulse('X', 'again', [0, 1, 2, 6, 6], [0, 0, 1, 3, 5], []),
  ]
}

type Plan = { readonly voices: VoiceIds; readonly ideas: readonly Card[] }

/** The project, its figure, and what happened between the two meetings; `cards` are the ideas with the project's card. */
export const secondWork = (
  kit: SampleKit,
  plan: Plan,
): { readonly cards: readonly Card[]; readonly records: AnyRecord[] } => {
  const projectId = kit.id()
  const indicatorId = kit.id()
  const card = cardStarting(plan.ideas, 'One worker holds the thread')
  const cards = plan.ideas.map((idea) => (idea.id === card.id ? { ...idea, projectId } : idea))
  return { cards, records: [project(projectId, indicatorId, plan.voices), indicator(indicatorId), ...activities(kit)] }
}

const project = (id: string, indicatorId: string, voices: VoiceIds): AnyRecord => ({
  type: 'project',
  id,
  order: 'V',
  title: 'One worker holds the thread for twelve families',
  aim: 'A family knows whom to ask, and that person knows what the others have promised.',
  targetGroup: 'Twelve families with more than four helpers.',
  partners: ['Social work centre', 'Primary school', 'Health centre'],
  from: '2026-11-17',
  to: '2027-05-31',
  state: 'try-out',
  owner: { kind: 'voice', voiceId: voices['staff'] ?? '' },
  activities: 'First plan at the kitchen table, then one call a week and one meeting a month with all who help.',
  indicatorIds: [indicatorId],
})

const indicator = (id: string): AnyRecord => ({
  type: 'indicator',
  id,
  order: 'V',
  name: 'Families called back within one week',
  unit: '%',
  better: 'up',
  source: 'Counted by the centre from its list of calls',
  baseline: { value: 41, on: '2026-09-30' },
  target: { value: 90, on: '2027-03-31' },
  measurements: [
    { value: 68, on: '2026-10-31' },
    { value: 94, on: '2026-11-16', note: '31 of 33' },
  ],
})

const activities = (kit: SampleKit): AnyRecord[] => [
  {
    type: 'activity',
    id: kit.id(),
    order: 'V',
    title: 'Open-door day',
    on: '2026-11-14',
    kind: 'open-door',
    people: 23,
    place: 'Hall of the fire brigade',
    text: 'Two parents stood at the door. Nine people came who had never been at the centre.',
  },
  {
    type: 'activity',
    id: kit.id(),
    order: 'W',
    title: 'Home visits with the feedback slip',
    on: '2026-11-05',
    kind: 'visit',
    people: 12,
    text: 'Three faces and one line. Most children chose the face first.',
  },
  {
    type: 'activity',
    id: kit.id(),
    order: 'X',
    title: 'School and centre learn together',
    on: '2026-11-11',
    kind: 'training',
    people: 16,
    place: 'Primary school',
    text: 'Half a day on one question: how do we say hard things with the family in the room?',
  },
]
