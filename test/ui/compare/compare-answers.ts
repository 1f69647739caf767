import type { TopicCell, TopicTable } from '@core/compare/place-topics'
import type { CompareSession, CompareView } from '@core/protocol/report-views'

const count = (session: string, ...cards: readonly string[]): TopicCell => ({
  kind: 'count',
  statements: cards.map((cardId) => ({ sessionId: session, cardId })),
})
const together: TopicCell = { kind: 'together', statements: [{ sessionId: 'session-es', cardId: 'all' }] }

export const compareSession = (fields: Partial<CompareSession> = {}): CompareSession => ({
  sessionId: 'session-es',
  fileId: 'file-es',
  title: 'Spain meets',
  labId: 'lab-1',
  labName: 'Baseline',
  day: '2026-03-02',
  places: ['Spain'],
  statements: 3,
  ...fields,
})

/** Three countries: one theme that two name, one that was asked in two only, one that was named for all together. */
export const topicTable = (fields: Partial<TopicTable> = {}): TopicTable => ({
  topics: ['legislation', 'staff', 'trust'],
  rows: [
    { name: 'Latvia', sessions: 1, cells: [count('session-lv'), { kind: 'not-asked' }, together] },
    { name: 'Serbia', sessions: 1, cells: [count('session-rs', 'card-3'), count('session-rs'), together] },
    { name: 'Spain', sessions: 1, cells: [count('session-es', 'card-1', 'card-2'), count('session-es'), together] },
  ],
  named: [
    { rows: 2, asked: 3 },
    { rows: 0, asked: 2 },
    { rows: 0, asked: 0 },
  ],
  shared: ['legislation'],
  single: [],
  ...fields,
})

export const compareView = (fields: Partial<CompareView> = {}): CompareView => ({
  compareId: 'compare-1',
  sessions: [
    compareSession(),
    compareSession({ sessionId: 'session-lv', fileId: null, title: 'Latvia meets', places: ['Latvia'], statements: 1 }),
    compareSession({ sessionId: 'session-rs', fileId: 'file-rs', title: 'Serbia meets', places: ['Serbia'] }),
  ],
  all: {
    sessions: 3,
    targetGroups: [],
    years: [2025, 2026],
    places: ['Latvia', 'Serbia', 'Spain'],
    topics: ['legislation', 'staff', 'trust'],
    voices: [
      { name: 'Families', ids: ['f1', 'f2'] },
      { name: 'Managers', ids: ['m'] },
    ],
  },
  topics: topicTable(),
  frame: {
    topics: ['digital'],
    rows: [
      { place: 'Latvia', cells: [[]], asked: [false] },
      { place: 'Serbia', cells: [[]], asked: [true] },
      { place: 'Spain', cells: [['No internet at home.']], asked: [true] },
    ],
  },
  priorities: [
    {
      sessionId: 'session-es',
      labName: 'Baseline',
      day: '2026-03-02',
      question: 'What first?',
      first: [
        { text: 'One plan', share: 40, voices: [] },
        { text: 'One worker', share: 30, voices: ['Families'] },
      ],
      groups: [],
    },
    {
      sessionId: 'session-rs',
      labName: 'Baseline',
      day: '2026-05-02',
      question: 'What next?',
      first: [{ text: 'One worker', share: 50, voices: [] }],
      groups: [
        { name: 'Families', slot: 1, first: ['One worker'] },
        { name: 'Staff + Managers', slot: 'joined', first: ['One plan'] },
      ],
    },
  ],
  shared: [],
  tasks: [{ labName: 'Baseline', done: 3, all: 5, late: 1 }],
  indicators: [
    { labName: 'Baseline', name: 'Absence', unit: '%', baseline: 17, target: 12, last: 10, lastOn: '2026-06-01' },
  ],
  decisions: [],
  voices: [{ name: 'Families', slot: 1, statements: 7 }],
  damaged: [{ fileId: 'file-x', fileName: 'broken.polyphony.json', failure: { code: 'bad-encoding' } }],
  doubles: [{ fileName: 'copy.polyphony.json', sessionId: 'session-es' }],
  ...fields,
})
