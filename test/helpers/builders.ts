import type { CommandContext } from '@core/commands/command'
import type { Tables } from '@core/model/document'
import { tablesOf } from '@core/model/document'
import type { Board } from '@core/model/board'
import type { Card, Cluster } from '@core/model/card'
import type { Lab } from '@core/model/lab'
import type { Decision, Question, Task } from '@core/model/outcome'
import type { Person } from '@core/model/person'
import type { AnyRecord } from '@core/model/records'
import type { Session } from '@core/model/session'
import type { Step } from '@core/model/step'
import type { Voice } from '@core/model/voice'
import type { Vote } from '@core/model/vote'
import type { Activity, Indicator, Project, Pulse } from '@core/model/work'

/** Valid records with the fewest words; give only what the test is about. */

const AT = '2026-03-02T09:00:00.000Z'

export const aSession = (fields: Partial<Session> = {}): Session => ({
  type: 'session',
  id: 'session-1',
  title: 'First meeting',
  labId: 'lab-1',
  day: '2026-03-02',
  timeZone: 'Europe/Ljubljana',
  lang: 'en',
  state: 'running',
  stage: { view: 'join' },
  k: { room: 3, public: 5 },
  createdAt: AT,
  ...fields,
})

export const aLab = (fields: Partial<Lab> = {}): Lab => ({
  type: 'lab',
  id: 'lab-1',
  name: 'Families lab',
  organisations: [],
  partners: [],
  ...fields,
})

export const aVoice = (fields: Partial<Voice> = {}): Voice => ({
  type: 'voice',
  id: 'families',
  order: 'V',
  label: { text: 'Families' },
  slot: 1,
  expected: 0,
  present: 0,
  ...fields,
})

export const aPerson = (fields: Partial<Person> = {}): Person => ({
  type: 'person',
  id: 'person-1',
  order: 'V',
  alias: 'Blue chair',
  present: true,
  consent: { quote: 'role' },
  ...fields,
})

export const aStep = (fields: Partial<Step> = {}): Step => ({
  type: 'step',
  id: 'step-1',
  order: 'V',
  label: { text: 'Say it' },
  kind: 'contribute',
  minutes: 15,
  contribute: 'open',
  state: 'running',
  boardId: 'board-1',
  ...fields,
})

/** Two themes × two levels: t1, t2 and l1, l2. */
export const aBoard = (fields: Partial<Board> = {}): Board => ({
  type: 'board',
  id: 'board-1',
  order: 'V',
  label: { text: 'Challenges' },
  layout: 'matrix',
  axes: [
    { id: 'theme', label: { text: 'Theme' }, entries: ['t1', 't2'].map((id) => ({ id, label: { text: id } })) },
    { id: 'level', label: { text: 'Level' }, entries: ['l1', 'l2'].map((id) => ({ id, label: { text: id } })) },
  ],
  ...fields,
})

export const aCard = (fields: Partial<Card> = {}): Card => ({
  type: 'card',
  id: 'card-1',
  boardId: 'board-1',
  zone: ['t1', 'l1'],
  order: 'V',
  text: 'Everybody plans without us.',
  source: 'facilitator',
  held: false,
  revealed: true,
  quote: 'role',
  ...fields,
})

export const aCluster = (fields: Partial<Cluster> = {}): Cluster => ({
  type: 'cluster',
  id: 'cluster-1',
  boardId: 'board-1',
  zone: ['t1', 'l1'],
  order: 'V',
  label: { text: 'One plan' },
  cards: [],
  ...fields,
})

/** A dot vote over options o1, o2, o3, not yet open. */
export const aVote = (fields: Partial<Vote> = {}): Vote => ({
  type: 'vote',
  id: 'vote-1',
  order: 'V',
  question: 'What comes first?',
  method: { name: 'dots', budget: 5, cap: 3 },
  options: ['o1', 'o2', 'o3'].map((id) => ({ id, text: `Option ${id}` })),
  admission: 'open-room',
  channels: ['phone', 'kiosk', 'paper'],
  secret: true,
  keepBallots: false,
  k: { room: 3, public: 5 },
  rounds: [{ id: 'round-1', number: 1, state: 'draft' }],
  resultShown: false,
  ...fields,
})

export const aDecision = (fields: Partial<Decision> = {}): Decision => ({
  type: 'decision',
  id: 'decision-1',
  order: 'V',
  number: 1,
  kind: 'agreement',
  status: 'agreed',
  wording: 'We meet at the family’s table.',
  behind: { voiceIds: [] },
  objections: [],
  evidence: [],
  madeAt: AT,
  ...fields,
})

export const aTask = (fields: Partial<Task> = {}): Task => ({
  type: 'task',
  id: 'task-1',
  order: 'V',
  text: 'Ask the school.',
  state: 'todo',
  history: [{ at: AT, state: 'todo' }],
  ...fields,
})

export const aQuestion = (fields: Partial<Question> = {}): Question => ({
  type: 'question',
  id: 'question-1',
  order: 'V',
  kind: 'question',
  text: 'Who decides?',
  state: 'open',
  ...fields,
})

export const aProject = (fields: Partial<Project> = {}): Project => ({
  type: 'project',
  id: 'project-1',
  order: 'V',
  title: 'Neighbourhood evenings',
  partners: [],
  state: 'idea',
  indicatorIds: [],
  ...fields,
})

export const anIndicator = (fields: Partial<Indicator> = {}): Indicator => ({
  type: 'indicator',
  id: 'indicator-1',
  order: 'V',
  name: 'School absence',
  measurements: [],
  ...fields,
})

export const anActivity = (fields: Partial<Activity> = {}): Activity => ({
  type: 'activity',
  id: 'activity-1',
  order: 'V',
  title: 'Open-door day',
  ...fields,
})

export const aPulse = (fields: Partial<Pulse> = {}): Pulse => ({
  type: 'pulse',
  id: 'pulse-1',
  order: 'V',
  question: { text: 'Was I heard?' },
  answers: {},
  remarks: [],
  ...fields,
})

/** Session, lab, two voices, a running step and its board, and whatever is given; a given record replaces one of the same id. */
export const aDocument = (...records: readonly AnyRecord[]): Tables => {
  const basics: AnyRecord[] = [
    aSession(),
    aLab(),
    aVoice(),
    aVoice({ id: 'staff', order: 'k', label: { text: 'Front-line staff' }, slot: 2 }),
    aBoard(),
    aStep(),
  ]
  const byId = new Map<string, AnyRecord>()
  for (const record of [...basics, ...records]) byId.set(record.id, record)
  return tablesOf(byId.values())
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const aContext = (seed = 1, now = Date.parse('2026-03-02T10:00:00.000Z')): CommandContext => {
  let made = 0
  return {
    now,
    newId: () => `made-${seed}-${(made += 1)}`,
    random: seededRandom(seed),
  }
}
