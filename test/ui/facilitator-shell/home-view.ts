import type { HomeView, SessionCard } from '@core/protocol/views'

export const sessionCard = (fields: Partial<SessionCard> = {}): SessionCard => ({
  fileId: 'file-2',
  title: 'First meeting',
  labId: 'lab-1',
  labName: 'Families lab',
  day: '2026-03-02',
  state: 'closed',
  people: 12,
  cards: 30,
  votes: 1,
  steps: 6,
  minutes: 150,
  openTasks: 2,
  lateTasks: 0,
  decisions: 1,
  decisionsDue: 0,
  voices: [{ slot: 1, name: 'boards:voice.families', count: 7 }],
  sample: false,
  interrupted: false,
  elsewhere: false,
  overdue: false,
  sessionId: 'session-2',
  ...fields,
})

export const homeView = (fields: Partial<HomeView> = {}): HomeView => ({
  sessions: [],
  labs: [],
  damaged: [],
  samples: [],
  templates: [{ id: 'empty', key: 'empty', minutes: 0, steps: 0, picture: 'empty' }],
  dataDir: '/home/lab/Polyphony',
  notices: [],
  today: '2026-03-10',
  ...fields,
})
