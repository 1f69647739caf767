import { describe, expect, test } from 'vitest'
import { aligned } from '@core/compare/align'
import type { Compared } from '@core/compare/compare-view'
import { compareView } from '@core/compare/compare-view'
import type { CompareFilter } from '@core/compare/filter'
import { chosenFrom } from '@core/compare/filter'
import { sessionFacts } from '@core/compare/session-facts'
import type { SessionFacts } from '@core/compare/session-facts'
import { tablesOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { Label } from '@core/model/text'
import { aBoard, aCard, aLab, aSession, aVoice } from '../../helpers/builders'
import { baseline } from '../../helpers/compare-files'

const factsOf = (records: readonly AnyRecord[]): SessionFacts => {
  const facts = sessionFacts(tablesOf(structuredClone(records) as AnyRecord[]))
  if (!facts) throw new Error('no facts')
  return facts
}

const words = (label: Label): string => ('text' in label ? label.text : label.key)

const viewOf = (facts: readonly SessionFacts[], filter: CompareFilter = {}) => {
  const compared: Compared = { facts, fileIds: new Map(), damaged: [], doubles: [] }
  return compareView(compared, { by: 'place', filter, today: '2026-11-01', words })
}
type View = ReturnType<typeof viewOf>

const cellsOf = ({ topics: { topics, rows } }: View, name: string): Record<string, number | string | undefined> =>
  Object.fromEntries(
    topics.map((topic, column) => {
      const cell = rows.find((row) => row.name === name)?.cells[column]
      return [topic, cell?.kind === 'count' ? cell.statements.length : cell?.kind]
    }),
  )

const one = factsOf(baseline())
const voiceNamed = (view: View, name: string): readonly string[] =>
  view.all.voices.find((voice) => voice.name.includes(name))?.ids ?? []

describe('a comparison narrowed down', () => {
  test('by place leaves the rows and the words of these places, and what was said for all', () => {
    const view = viewOf([one], { places: ['Spain', 'Norway'] })
    expect(view.topics.rows.map(({ name }) => name)).toEqual(['Norway', 'Spain'])
    expect(cellsOf(view, 'Spain')).toMatchObject({ legislation: 2, resources: 'together' })
    expect(view.frame.rows.map(({ place }) => place)).toEqual(['Norway', 'Spain'])
    expect(view.all.places).toHaveLength(6)
    const [session] = view.sessions
    expect(session?.statements).toBeGreaterThan(0)
    expect(session?.statements).toBeLessThan(one.statements)
  })

  test('by topic leaves these, and counts a statement of two topics once', () => {
    const view = viewOf([one], { topics: ['legislation', 'structural', 'digital'] })
    expect(view.topics.topics).toEqual(['legislation', 'structural'])
    expect(view.frame.topics).toEqual(['digital'])
    const cards = new Set(
      one.said
        .filter(({ topic }) => ['legislation', 'structural', 'digital'].includes(topic))
        .flatMap(({ cardIds }) => cardIds),
    )
    expect(view.sessions[0]?.statements).toBe(cards.size)
  })

  test('by voice counts what it said; all voices and the unnamed together are everything', () => {
    const all = viewOf([one])
    const staff = viewOf([one], { voices: voiceNamed(all, 'staff') })
    expect(staff.voices).toEqual(all.voices.filter(({ name }) => name.includes('staff')))
    expect(cellsOf(staff, 'Spain')['legislation']).toBe(1)
    const sum = all.all.voices.reduce((total, { ids }) => total + statementsOf(viewOf([one], { voices: ids })), 0)
    expect(sum).toBe(one.voices.reduce((total, voice) => total + voice.statements, 0))
  })

  test('offers a small voice only together with others, as public reports show it', () => {
    const { voices } = viewOf([one]).all
    expect(voices.map(({ name }) => name).filter((name) => name.includes('families'))).toEqual([
      expect.stringContaining(' + '),
    ])
  })

  test('by a voice that was not there says not asked, never none', () => {
    const session = (id: string, country: string, voice: string) =>
      factsOf([
        aSession({ id, labId: id }),
        aLab({ id, country }),
        aVoice({ id: voice, label: { text: voice }, present: 9 }),
        aBoard({
          layout: 'columns',
          axes: [{ id: 'a', label: { text: 'A' }, entries: [{ id: 'e', label: { text: 'E' }, topic: 'staff' }] }],
        }),
        aCard({ zone: ['e'], voiceId: voice }),
      ])
    const facts = [session('one', 'Norway', 'Managers'), session('two', 'Spain', 'Families')]
    const view = viewOf(facts, { voices: voiceNamed(viewOf(facts), 'Families') })
    expect(view.topics.rows).toMatchObject([{ name: 'Spain', cells: [{ kind: 'count' }] }])
    expect(view.sessions.map(({ sessionId }) => sessionId)).toEqual(['two'])
  })

  test('an empty list chooses nothing; sessions ticked out are out', () => {
    const facts = aligned([one])
    for (const filter of [{ places: [] }, { voices: [] }, { without: [one.sessionId] }, { labIds: [] }]) {
      expect(chosenFrom(facts, filter)).toEqual([])
    }
    expect(chosenFrom(facts, { without: ['another'] })).toEqual(facts)
  })
})

const statementsOf = ({ sessions }: View): number => sessions.reduce((sum, session) => sum + session.statements, 0)
