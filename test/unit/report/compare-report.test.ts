import { describe, expect, test } from 'vitest'
import type { Compared } from '@core/compare/compare-view'
import { sessionFacts } from '@core/compare/session-facts'
import type { SessionFacts } from '@core/compare/session-facts'
import { emptyTables, tablesOf } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { reportOf } from '@core/report/kinds'
import type { Block, Profile, ReportModel } from '@core/report/model'
import { aBoard, aCard, aLab, aPerson, aSession } from '../../helpers/builders'
import { baseline, sixCountries, smallSession } from '../../helpers/compare-files'

const factsOf = (records: readonly AnyRecord[]): SessionFacts => {
  const facts = sessionFacts(tablesOf(structuredClone(records) as AnyRecord[]))
  if (!facts) throw new Error('no facts')
  return facts
}

const comparedOf = (facts: readonly SessionFacts[], more: Partial<Compared> = {}): Compared => ({
  facts,
  fileIds: new Map(),
  damaged: [],
  doubles: [],
  ...more,
})

const reportOn = (compare: Compared, profile: Profile, by: 'place' | 'lab' = 'place'): ReportModel => {
  const what = { kind: 'compare', compareId: 'one', by } as const
  const model = reportOf(what, profile, { view: emptyTables(), lab: [], today: '2026-11-01', compare })
  if (!model) throw new Error('no report')
  return model
}

const blocksOf = (model: ReportModel): Block[] => [...model.summary, ...model.parts.flatMap(({ blocks }) => blocks)]
const tableOf = (model: ReportModel, id: string) => {
  const found = blocksOf(model).find((block) => block.b === 'table' && block.id === id)
  return found?.b === 'table' ? found : null
}

describe('the report of a comparison', () => {
  test('is the same for one session over six countries and for six files', () => {
    const one = reportOn(comparedOf([factsOf(baseline())]), 'public')
    const six = reportOn(comparedOf(sixCountries().map(({ records }) => factsOf(records))), 'public')
    const counts = (model: ReportModel) =>
      tableOf(model, 'compare-themes')
        ?.rows.slice(0, 6)
        .map((row) => row.slice(2, 6))
    expect(counts(six)).toEqual(counts(one))
    expect(tableOf(six, 'compare-frame')?.rows).toEqual(tableOf(one, 'compare-frame')?.rows)
  })

  test('never writes a figure where nothing was asked or all were named together', () => {
    const model = reportOn(comparedOf([factsOf(baseline())]), 'public')
    const themes = tableOf(model, 'compare-themes')
    const resources = themes?.columns.findIndex(({ id }) => id === 'resources') ?? -1
    for (const row of themes?.rows.slice(0, 6) ?? []) {
      expect(row[resources]).toMatchObject({ t: 'say', key: 'report:compare.together' })
    }
    const chart = blocksOf(model).find((block) => block.b === 'chart' && block.id === 'compare-themes-map')
    const cells = chart?.b === 'chart' && chart.kind === 'grid' ? (chart.rows.at(-1)?.cells ?? []) : []
    expect(cells.map(({ figure }) => figure)).toEqual(Array.from({ length: 6 }, () => null))
  })

  test('the figures of chart and table are the same figures', () => {
    const model = reportOn(comparedOf([factsOf(baseline())]), 'public')
    const chart = blocksOf(model).find((block) => block.b === 'chart' && block.id === 'compare-themes-map')
    const drawn = chart?.b === 'chart' && chart.kind === 'grid' ? chart.rows.flatMap(({ cells }) => cells) : []
    const tabled = new Map(
      tableOf(model, 'compare-themes')?.rows.flatMap((row) =>
        row.flatMap((cell) => (cell.t === 'figure' ? [[cell.id, cell.value] as const] : [])),
      ),
    )
    const figures = drawn.flatMap(({ figure }) => (figure ? [figure] : []))
    expect(figures.length).toBeGreaterThan(20)
    for (const { id, value } of figures) expect([id, tabled.get(id)]).toEqual([id, value])
  })

  test('outside of the lab no names, no unreleased words, no names of files', () => {
    const axes = [
      { id: 'h', label: { text: 'Heading' }, entries: [{ id: 'd', label: { text: 'D' }, topic: 'digital' as const }] },
    ]
    const card = (id: string, text: string, quote: 'none' | 'role') =>
      aCard({ id, zone: ['d'], text, quote, place: 'Ward of Mira Planted' })
    const facts = factsOf([
      aSession({ title: 'With Mira Planted' }),
      aLab({ name: 'Lab of Mira Planted' }),
      aPerson({ name: 'Mira Planted', alias: 'Green chair' }),
      aBoard({ layout: 'columns', axes }),
      card('one', 'Green chair has no phone.', 'role'),
      card('two', 'Unreleased secret.', 'none'),
    ])
    const damaged = [{ fileId: 'x', fileName: 'Mrs Filename.polyphony.json', failure: { code: 'not-json' } as const }]
    const compare = comparedOf([facts], {
      damaged,
      doubles: [{ fileName: 'Mr Double.polyphony.json', sessionId: 'session-1' }],
    })
    const inside = JSON.stringify(reportOn(compare, 'internal'))
    for (const word of ['Unreleased secret', 'Mira Planted', 'Mrs Filename', 'Mr Double'])
      expect(inside).toContain(word)
    const filter = {
      places: ['Ward of Mira Planted'],
      labIds: [facts.labId],
      targetGroups: ['Green chair and others', ''],
    }
    const narrow = { kind: 'compare', compareId: 'one', by: 'place', filter } as const
    const sources = { view: emptyTables(), lab: [], today: '2026-11-01', compare }
    const narrowed = JSON.stringify(reportOf(narrow, 'public', sources))
    expect(narrowed).toContain('compare.chosen.places')
    for (const word of ['Mira', 'Green chair', 'Unreleased secret']) expect(narrowed).not.toContain(word)
    const outside = JSON.stringify(reportOn(compare, 'public'))
    for (const word of ['Unreleased secret', 'Mira', 'Green chair', 'Filename', 'Mr Double', 'session-1']) {
      expect(outside).not.toContain(word)
    }
    expect(outside).toContain('has no phone.')
    expect(outside).toContain('compare.leftOut.damaged')
    expect(reportOn(compare, 'public').removed).toMatchObject([
      { what: 'names' },
      { what: 'unreleased-words', count: 1 },
    ])
  })

  test('says what it was narrowed down to, in its own words', () => {
    const compare = comparedOf([factsOf(baseline())])
    const filter = { places: ['Spain', 'Norway'], topics: ['legislation' as const], years: [2026], without: [] }
    const what = { kind: 'compare', compareId: 'one', by: 'place', filter } as const
    const model = reportOf(what, 'public', { view: emptyTables(), lab: [], today: '2026-11-01', compare })
    const lead = model?.summary.find((block) => block.b === 'lead')
    const keys = lead?.b === 'lead' ? lead.words.flatMap((one) => (one.t === 'say' ? [one.key] : [])) : []
    expect(keys.filter((key) => key.includes('.chosen') || key.includes('restsOn'))).toEqual([
      'report:compare.restsOnSome',
      'report:compare.chosen.places',
      'report:compare.chosen.topics',
      'report:compare.chosen.years',
    ])
    expect(model && tableOf(model, 'compare-themes')?.columns.map(({ id }) => id)).toEqual([
      'row',
      'sessions',
      'legislation',
    ])
  })

  test('of many places the picture has those with most statements, and says so; the table has all', () => {
    const facts = Array.from({ length: 30 }, (_, number) => factsOf(smallSession(number)))
      .map((session, number) => ({ ...session, places: [`Place ${number}`] }))
      .map((session, number): SessionFacts => ({
        ...session,
        said: session.said.map((one) => ({
          ...one,
          place: `Place ${number}`,
          cardIds: number < 10 ? one.cardIds.slice(0, 1) : one.cardIds,
        })),
      }))
    const model = reportOn(comparedOf(facts), 'public')
    const chart = blocksOf(model).find((block) => block.b === 'chart' && block.id === 'compare-themes-map')
    const rows = chart?.b === 'chart' && chart.kind === 'grid' ? chart.rows : []
    expect(rows.map(({ label }) => (label.t === 'plain' ? label.text : ''))).toEqual(
      Array.from({ length: 20 }, (_, number) => `Place ${number + 10}`),
    )
    expect(chart).toMatchObject({ title: { key: 'report:compare.map.most.place' } })
    expect(tableOf(model, 'compare-themes')?.rows).toHaveLength(31)
  })

  test('of nothing it says so', () => {
    const model = reportOn(comparedOf([]), 'public')
    expect(model.parts.map(({ id }) => id)).toEqual(['compareTopics', 'method'])
    expect(JSON.stringify(model.summary)).toContain('compare.finding.empty')
  })

  test('of more places than fit beside each other the frame is a list', () => {
    const facts = sixCountries().map(({ records }) => factsOf(records))
    const seventh = factsOf(
      (sixCountries()[0]?.records ?? []).map((record): AnyRecord =>
        record.type === 'lab'
          ? { ...record, country: 'Wales' }
          : record.type === 'session'
            ? { ...record, id: 'session-w' }
            : record,
      ),
    )
    const table = tableOf(reportOn(comparedOf([...facts, seventh]), 'internal'), 'compare-frame')
    expect(table?.columns.map(({ id }) => id)).toEqual(['question', 'place', 'said'])
    expect(table?.rows).toHaveLength(15 * 7)
  })
})
