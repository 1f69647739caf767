import { describe, expect, test } from 'vitest'
import { compareView } from '@core/compare/compare-view'
import type { Compared } from '@core/compare/compare-view'
import { sessionFactsSchema } from '@core/compare/facts-schema'
import { sessionFacts } from '@core/compare/session-facts'
import type { SessionFacts } from '@core/compare/session-facts'
import type { Topic } from '@core/model/board'
import { tablesOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { TOPIC_GROUPS } from '@core/model/topics'
import type { Label } from '@core/model/text'
import { aBoard, aCard, aDecision, aLab, aSession, aTask, aVoice, anIndicator } from '../../helpers/builders'
import { COUNTRIES, baseline, sixCountries } from '../../helpers/compare-files'

const factsOf = (...records: readonly AnyRecord[]): SessionFacts => {
  const facts = sessionFacts(tablesOf(structuredClone(records) as AnyRecord[]))
  if (!facts) throw new Error('no facts')
  return facts
}

const words = (label: Label): string => ('text' in label ? label.text : label.key)

const viewOf = (facts: readonly SessionFacts[], by: 'place' | 'lab' = 'place') => {
  const compared: Compared = { facts, fileIds: new Map(), damaged: [], doubles: [] }
  return compareView(compared, { by, today: '2026-06-01', words })
}

const staffBoard = aBoard({
  layout: 'columns',
  axes: [{ id: 'a', label: { text: 'A' }, entries: [{ id: 'e', label: { text: 'E' }, topic: 'staff' }] }],
})
const said = (fields: Partial<Parameters<typeof aCard>[0]> = {}): AnyRecord => aCard({ zone: ['e'], ...fields })

test('what one file knows to be erased is told of none', () => {
  const heading = aBoard({
    layout: 'columns',
    axes: [
      { id: 'a', label: { text: 'A' }, entries: [{ id: 'e', label: { text: 'E' }, topic: TOPIC_GROUPS.heading[0] }] },
    ],
  })
  const older = factsOf(
    aSession(),
    aLab(),
    heading,
    said({ id: 'gone', text: 'Withdrawn words' }),
    said({ id: 'kept', text: 'Other words' }),
    aTask({ id: 'task-gone' }),
  )
  const erased = ['gone', 'task-gone'].map((id): AnyRecord => ({ type: 'tombstone', id }))
  const newer = factsOf(aSession({ id: 'later', day: '2026-05-01' }), aLab(), ...erased)
  const shown = viewOf([older, newer])
  expect(JSON.stringify(shown.frame)).toContain('Other words')
  expect(JSON.stringify(shown)).not.toContain('Withdrawn words')
  expect(shown.tasks).toEqual([])
})

describe('the facts of a session', () => {
  test('survive being kept as JSON, and fit their schema', () => {
    const facts = factsOf(...baseline())
    const kept: unknown = JSON.parse(JSON.stringify(facts))
    expect(sessionFactsSchema.parse(kept)).toEqual(facts)
  })

  test('take the place from the country column of the baseline frame where the card names none', () => {
    const axes = [
      {
        id: 'c',
        label: { key: 'boards:axis.country' },
        entries: [
          { id: 'no', label: { text: 'Norway' } },
          { id: 'lv', label: { text: 'Latvia' } },
        ],
      },
      {
        id: 'h',
        label: { key: 'boards:axis.heading' },
        entries: [{ id: 'd', label: { text: 'Digital' }, topic: 'digital' as const }],
      },
    ]
    const facts = factsOf(
      aSession(),
      aLab({ country: 'Sweden' }),
      aBoard({ axes }),
      aCard({ id: 'one', zone: ['no', 'd'], text: 'Fibre everywhere.' }),
      aCard({ id: 'two', zone: ['lv', 'd'], text: 'Libraries help.' }),
    )
    const { frame } = viewOf([facts])
    expect(frame.rows).toEqual([
      { place: 'Latvia', cells: [['Libraries help.']], asked: [true] },
      { place: 'Norway', cells: [['Fibre everywhere.']], asked: [true] },
    ])
  })

  test('of a lab without country and place stand under the name of the lab, not nowhere', () => {
    const { topics } = viewOf([factsOf(aSession(), aLab({ name: 'Nowhere lab' }), staffBoard, said())])
    expect(topics.rows).toMatchObject([
      { name: 'Nowhere lab', cells: [{ kind: 'count', statements: [{ cardId: 'card-1' }] }] },
    ])
  })
})

describe('the baseline frame in words', () => {
  const six = sixCountries().map(({ records }) => factsOf(...records))

  test('is the same from one session and from six files: fifteen headings, six countries', () => {
    const { frame } = viewOf([factsOf(...baseline())])
    expect(viewOf(six).frame).toEqual(frame)
    expect(frame.topics).toHaveLength(15)
    expect(frame.rows.map(({ place }) => place)).toEqual(COUNTRIES)
    // Asked everywhere: an empty cell is an empty answer.
    expect(frame.rows.flatMap(({ asked }) => asked)).not.toContain(false)
  })

  test('says for whom each country works, and who told of digital needs', () => {
    const { frame } = viewOf(six)
    const saidOn = (topic: Topic): Record<string, string> =>
      Object.fromEntries(
        frame.rows.flatMap(
          ({ place, cells }) => cells[frame.topics.indexOf(topic)]?.map((text) => [place, text]) ?? [],
        ),
      )
    const groups = Object.entries(saidOn('living')).map(([place, text]) => [
      place,
      /^(Families in complex circumstances|Young people in vulnerable situations|Older people)/.exec(text)?.[0],
    ])
    expect(Object.fromEntries(groups)).toEqual({
      Latvia: 'Young people in vulnerable situations',
      Norway: 'Families in complex circumstances',
      Serbia: 'Families in complex circumstances',
      Slovenia: 'Families in complex circumstances',
      Spain: 'Young people in vulnerable situations',
      Sweden: 'Older people',
    })
    expect(Object.keys(saidOn('digital'))).toEqual(['Serbia', 'Slovenia', 'Spain', 'Sweden'])
    expect(saidOn('provision')).toMatchObject({
      Norway: expect.stringMatching(/^Five regions/),
      Spain: expect.stringMatching(/^Seventeen regional governments/),
      Sweden: expect.stringMatching(/^Twenty-one regions .* 290 municipalities/),
    })
  })
})

describe('places and labs', () => {
  test('one place in two spellings is one row', () => {
    const one = factsOf(aSession({ id: 'one' }), aLab({ country: 'Norway' }), staffBoard, said())
    const two = factsOf(aSession({ id: 'two', day: '2026-04-01' }), aLab({ country: ' norway' }), staffBoard, said())
    expect(viewOf([one, two]).topics.rows).toMatchObject([{ name: 'Norway', sessions: 2 }])
  })

  test('a lab that was renamed is one row, two labs of one name are two', () => {
    const session = (id: string, labId: string, name: string, day: string) =>
      factsOf(aSession({ id, labId, day }), aLab({ id: labId, name }), staffBoard, said())
    const { topics } = viewOf(
      [
        session('one', 'lab-1', 'Old name', '2026-01-01'),
        session('two', 'lab-1', 'Families', '2026-02-01'),
        session('three', 'lab-2', 'families', '2026-03-01'),
      ],
      'lab',
    )
    expect(topics.rows.map(({ name, sessions }) => [name, sessions])).toEqual([
      ['Families', 2],
      ['families (2)', 1],
    ])
  })
})

describe('what is carried from session to session', () => {
  const first = factsOf(
    aSession({ id: 'one', day: '2026-01-01' }),
    aLab(),
    aTask({ id: 'task-1', state: 'todo', due: '2026-02-01' }),
    aTask({ id: 'task-2', state: 'todo', due: '2026-02-01' }),
    aDecision({ id: 'd1' }),
    anIndicator({
      id: 'i1',
      baseline: { value: 17 },
      target: { value: 10 },
      measurements: [{ value: 12, on: '2026-05-01' }],
    }),
  )
  const second = factsOf(
    aSession({ id: 'two', day: '2026-03-01' }),
    aLab(),
    aTask({ id: 'task-1', state: 'done', due: '2026-02-01' }),
    aTask({ id: 'task-3', state: 'dropped' }),
    aDecision({ id: 'd1', status: 'dropped' }),
    aDecision({ id: 'd2', kind: 'recommendation' }),
    anIndicator({
      id: 'i1',
      unit: '%',
      baseline: { value: 17 },
      target: { value: 10 },
      measurements: [{ value: 15, on: '2026-02-15' }],
    }),
  )

  test('counts once, as the newest session has it, in whatever order the files came', () => {
    for (const facts of [
      [first, second],
      [second, first],
    ]) {
      const view = viewOf(facts)
      expect(view.tasks).toEqual([{ labName: 'Families lab', done: 1, all: 2, late: 1 }])
      expect(view.decisions).toEqual([{ labName: 'Families lab', agreements: 0, recommendations: 1 }])
      expect(view.indicators).toEqual([
        {
          labName: 'Families lab',
          name: 'School absence',
          unit: '%',
          baseline: 17,
          target: 10,
          last: 12,
          lastOn: '2026-05-01',
        },
      ])
    }
  })
})

describe('votes and voices', () => {
  test('a vote is as the public may see it, with who put what first', () => {
    const { priorities } = viewOf([factsOf(...baseline())])
    expect(priorities).toHaveLength(1)
    expect(priorities[0]?.first).toHaveLength(3)
    expect(priorities[0]?.first.every(({ share }) => share !== null && share > 0)).toBe(true)
    const named = priorities[0]?.groups.flatMap(({ first }) => first) ?? []
    expect(named.length).toBeGreaterThan(0)
  })

  test('voices of one name count together, without those that wait', () => {
    const of = (id: string) =>
      factsOf(
        aSession({ id }),
        aLab(),
        aVoice(),
        staffBoard,
        said({ id: 'one', voiceId: 'families' }),
        said({ id: 'two', voiceId: 'families', held: true }),
      )
    expect(viewOf([of('s1'), of('s2')]).voices).toEqual([{ name: 'Families', slot: 1, statements: 2 }])
  })
})
