import { ordersAfter } from '../../../core/change/order'
import type { Axis, Board, Layout } from '../../../core/model/board'
import type { Card } from '../../../core/model/card'
import type { AnyRecord } from '../../../core/model/records'
import type { Voice } from '../../../core/model/voice'

const THEMES = [
  'Organisation of services',
  'Legislation',
  'Collaboration between services',
  'Staff and competences',
  'Resources',
  'Trust and contact',
  'Fragmented, reactive help',
]
const LEVELS = ['Structural', 'Group, community', 'Individual, family']
const VOICES = ['Families', 'Front-line staff', 'Managers', 'School and health', 'Policymakers']
const STATEMENTS = [
  'Standards count cases, not hours with a family.',
  'We are measured by deadlines, not by what changed.',
  'Nobody is paid for the time it takes to agree.',
  'Two of nine posts empty since spring.',
  'I sign consents that I do not understand.',
  'The nurse is invited last.',
  'After the report nobody called.',
  'Each ministry has its own budget and its own form, and each asks for the same papers again.',
]

/** Hard words for looking at: the longest statement, one long word, signs, and two directions of writing. */
export const HARD_STATEMENTS = [
  'All of it. '.repeat(181).trim(),
  'Kinderundjugendhilfeverwaltungsverfahrensgesetznovellierungsarbeitsgruppe',
  '👨‍👩‍👧‍👦 🏳️‍🌈 ✅ 🎉🎉🎉 e\u0301 ﷽',
  'אף אחד לא התקשר אחרי הדוח, ואני עדיין מחכה.',
  'لم يتصل أحد بعد التقرير. No one called.',
  'First line\nSecond line\n\nFourth line',
]

const entriesOf = (prefix: string, names: readonly string[]) =>
  names.map((text, at) => ({ id: `${prefix}-${at}`, label: { text } }))

const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index % list.length]
  if (value === undefined) throw new Error('empty list')
  return value
}

export interface BoardOptions {
  readonly cards: number
  readonly hard?: boolean
  readonly hidden?: number
  readonly held?: number
  /** Another way to draw it; without one it is a matrix of seven themes and three levels. */
  readonly layout?: Layout
}

/** The axes of the board: all of both, one of them, or two entries of each. */
const axesFor = (layout: Layout): readonly Axis[] => {
  const themes = { id: 'themes', label: { text: 'Theme' }, entries: entriesOf('theme', THEMES) }
  const levels = { id: 'levels', label: { text: 'Level' }, entries: entriesOf('level', LEVELS) }
  const two = (axis: Axis): Axis => ({ ...axis, entries: axis.entries.slice(0, 2) })
  switch (layout) {
    case 'matrix':
      return [themes, levels]
    case 'quadrants':
      return [two(themes), two(levels)]
    case 'columns':
      return [themes]
    case 'rings':
    case 'rounds':
      return [levels]
  }
}

/** Spread over all zones, a little unevenly. */
const zoneFor = (axes: readonly Axis[], n: number): string[] =>
  axes.map((axis, index) => at(axis.entries, index === 0 ? n * 5 : n * 2 + (n % 5)).id)

const cardsFor = (options: BoardOptions, axes: readonly Axis[], stepId: string): Card[] => {
  const { cards, hard = false, hidden = 0, held = 0 } = options
  const orders = ordersAfter(null, cards)
  return Array.from({ length: cards }, (_, n) => ({
    type: 'card',
    id: `card-${n}`,
    boardId: 'board-1',
    zone: zoneFor(axes, n),
    order: orders[n] ?? 'V',
    text: hard ? at(HARD_STATEMENTS, n) : at(STATEMENTS, n),
    voiceId: `voice-${n % 5}`,
    source: 'facilitator',
    held: n >= hidden && n < hidden + held,
    revealed: n >= hidden,
    quote: 'role',
    stepId,
    ...(n % 11 === 3 ? { tags: ['workload'] } : {}),
  }))
}

/** A session with one board: a challenge map of seven themes and three levels, or another layout of it. */
export const boardRecords = (options: BoardOptions): AnyRecord[] => {
  const layout = options.layout ?? 'matrix'
  const axes = axesFor(layout)
  const board: Board = {
    type: 'board',
    id: 'board-1',
    order: 'V',
    label: { text: 'Challenge map' },
    layout,
    axes: [...axes],
  }
  const voices = VOICES.map((text, n): Voice => {
    const slot = n + 1
    return { type: 'voice', id: `voice-${n}`, order: `V${n}`, label: { text }, slot, expected: 6, present: 5 }
  })
  const steps: AnyRecord[] = ['Say it and place it', 'What belongs together'].map((text, n) => ({
    type: 'step',
    id: `step-${n}`,
    order: `V${n}`,
    label: { text },
    question: { text: n === 0 ? 'What makes it hard? Say it and place it' : text },
    instruction: {
      text: 'One thought per card, in your own words. Everyone’s cards are shown together when you reveal.',
    },
    kind: n === 0 ? 'contribute' : 'cluster',
    minutes: 30,
    boardId: 'board-1',
    contribute: 'open',
    state: n === 0 ? 'running' : 'waiting',
  }))
  return [
    {
      type: 'session',
      id: 'session-1',
      title: 'Third meeting',
      labId: 'lab-1',
      day: '2026-03-02',
      timeZone: 'UTC',
      lang: 'en',
      state: 'running',
      stage: { view: 'step' },
      k: { room: 3, public: 5 },
      createdAt: '2026-03-02T09:00:00.000Z',
      currentStepId: 'step-0',
    },
    { type: 'lab', id: 'lab-1', name: 'Families and social work', organisations: [], partners: [] },
    ...voices,
    ...steps,
    board,
    ...cardsFor(options, axes, 'step-0'),
  ]
}
