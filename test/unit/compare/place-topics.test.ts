import { describe, expect, test } from 'vitest'
import type { TopicTable } from '@core/compare/place-topics'
import { topicTable } from '@core/compare/place-topics'
import type { SessionFacts } from '@core/compare/session-facts'
import { sessionFacts } from '@core/compare/session-facts'
import type { Topic } from '@core/model/board'
import { tablesOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { TOPIC_GROUPS } from '@core/model/topics'
import { baselineSession } from '../../../scripts/samples/baseline'
import { sampleKit } from '../../../scripts/samples/kit'
import { aBoard, aCard, aLab, aSession } from '../../helpers/builders'

const COUNTRIES = ['Latvia', 'Norway', 'Serbia', 'Slovenia', 'Spain', 'Sweden']
/** Who reported what as a challenge to integrated care, as the comparison of the six countries was published. */
const REPORTED: Partial<Record<Topic, readonly string[]>> = {
  organisation: ['Latvia', 'Norway', 'Serbia', 'Spain', 'Sweden'],
  legislation: ['Serbia', 'Slovenia', 'Spain'],
  collaboration: ['Norway', 'Serbia', 'Slovenia', 'Spain', 'Sweden'],
  staff: ['Latvia', 'Slovenia', 'Spain', 'Sweden'],
}

const factsOf = (records: readonly AnyRecord[]): SessionFacts => {
  const facts = sessionFacts(tablesOf(structuredClone(records) as AnyRecord[]))
  if (!facts) throw new Error('no facts')
  return facts
}

/** The same sample as six files: each has the map of one country, and nothing said for all of them. */
const sixFiles = (): SessionFacts[] =>
  COUNTRIES.map((country) =>
    factsOf(
      baselineSession(sampleKit(3)).flatMap((record): AnyRecord[] => {
        if (record.type === 'session') return [{ ...record, id: `session-${country}` }]
        if (record.type === 'lab') return [{ ...record, country }]
        if (record.type !== 'card') return [record]
        if (record.place !== country) return []
        const { place: _place, ...card } = record
        return [card]
      }),
    ),
  )

const reported = ({ topics, rows }: TopicTable): Record<string, string[]> =>
  Object.fromEntries(
    topics.map((topic, column) => [
      topic,
      rows
        .filter(({ cells: { [column]: cell } }) => cell?.kind === 'count' && cell.statements.length > 0)
        .map(({ name }) => name),
    ]),
  )

const THEMES = TOPIC_GROUPS.theme.slice(0, 4)

describe('the table of places and topics', () => {
  test('gives the published comparison from one session over six countries', () => {
    const table = topicTable([factsOf(baselineSession(sampleKit(3)))], 'place', THEMES)
    expect(table.rows.map(({ name }) => name)).toEqual(COUNTRIES)
    expect(reported(table)).toEqual(REPORTED)
  })

  test('gives the same from six files of one country each', () => {
    const one = topicTable([factsOf(baselineSession(sampleKit(3)))], 'place', THEMES)
    const six = topicTable(sixFiles(), 'place', THEMES)
    expect(reported(six)).toEqual(REPORTED)
    const counts = ({ rows }: TopicTable) =>
      rows.map(({ name, cells }) => [
        name,
        ...cells.map((cell) => (cell.kind === 'count' ? cell.statements.length : cell.kind)),
      ])
    expect(counts(six)).toEqual(counts(one))
  })

  test('keeps apart none, not asked, and named for all together', () => {
    const one = topicTable([factsOf(baselineSession(sampleKit(3)))], 'place')
    const cellAt = (table: TopicTable, name: string, topic: Topic) =>
      table.rows.find((row) => row.name === name)?.cells[table.topics.indexOf(topic)]
    expect(cellAt(one, 'Norway', 'legislation')).toEqual({ kind: 'count', statements: [] })
    expect(cellAt(one, 'Norway', 'resources')?.kind).toBe('together')
    const other = factsOf([
      aSession({ id: 's2' }),
      aLab({ id: 'lab-2', name: 'Elsewhere', country: 'Denmark' }),
      aBoard({
        id: 'b2',
        axes: [{ id: 'a', label: { text: 'A' }, entries: [{ id: 'e', label: { text: 'E' }, topic: 'staff' }] }],
      }),
      aCard({ boardId: 'b2', zone: ['e'] }),
    ])
    const both = topicTable([factsOf(baselineSession(sampleKit(3))), other], 'place')
    expect(cellAt(both, 'Denmark', 'legislation')).toEqual({ kind: 'not-asked' })
    expect(cellAt(both, 'Denmark', 'staff')).toMatchObject({ kind: 'count', statements: [{ sessionId: 's2' }] })
  })

  test('names what is shared and what one alone reports', () => {
    const table = topicTable(sixFiles(), 'place', THEMES)
    expect(table.shared).toEqual(['organisation', 'collaboration', 'staff', 'legislation'])
    expect(table.single).toEqual([])
    const without = topicTable(
      sixFiles().filter(({ places }) => places.includes('Norway') || places.includes('Slovenia')),
      'place',
      THEMES,
    )
    expect(without.single).toEqual([
      { topic: 'organisation', row: 'Norway' },
      { topic: 'legislation', row: 'Slovenia' },
      { topic: 'staff', row: 'Slovenia' },
    ])
  })

  test('does not count what waits to be looked at', () => {
    const records = [
      aSession(),
      aLab({ country: 'Denmark' }),
      aBoard({
        id: 'b',
        axes: [{ id: 'a', label: { text: 'A' }, entries: [{ id: 'e', label: { text: 'E' }, topic: 'staff' }] }],
      }),
      aCard({ id: 'held', boardId: 'b', zone: ['e'], held: true }),
      aCard({ id: 'in', boardId: 'b', zone: ['e'] }),
    ]
    expect(factsOf(records)).toMatchObject({
      statements: 1,
      said: [{ topic: 'staff', place: 'Denmark', cardIds: ['in'] }],
    })
  })
})
