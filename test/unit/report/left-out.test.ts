import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { buildSessionReport, knownNames } from '@core/report/build-session-report'
import type { ReportModel } from '@core/report/model'
import { redact } from '@core/report/redact'
import { aBoard, aCard, aDecision, aDocument, aPulse } from '../../helpers/builders'
import { blocksOf, englishReader } from '../../helpers/report'

const reportOf = (...records: readonly AnyRecord[]): ReportModel => {
  const view = aDocument(...records)
  return redact(buildSessionReport(view), 'public', knownNames(view))
}
const partIds = (model: ReportModel): string[] => model.parts.map(({ id }) => id)
const past = [
  { sessionId: 'session-0', day: '2026-01-10', counts: [0, 0, 2, 3, 1] as [number, number, number, number, number] },
]
const reader = englishReader()

describe('what a session does not have', () => {
  test('without a closed vote neither page one nor a part speaks of priorities', () => {
    const model = reportOf(aCard())
    expect(partIds(model)).not.toContain('priorities')
    expect(model.summary.map((block) => ('id' in block ? block.id : ''))).not.toContain('summary-priorities')
    expect(model.summary.map((block) => ('id' in block ? block.id : ''))).toContain('summary-decisions')
  })

  test('questions that nobody answered today have no row, and feedback of one earlier meeting alone no part', () => {
    expect(partIds(reportOf(aPulse({ past })))).not.toContain('pulse')
    const model = reportOf(
      aPulse({ answers: { phone: [0, 0, 1, 3, 2] } }),
      aPulse({ id: 'pulse-2', order: 'W', question: { text: 'Again?' }, past }),
    )
    const table = blocksOf(model).find((block) => block.b === 'table' && block.id === 'pulse')
    expect(table?.b === 'table' && table.rows.map(([first]) => first && reader.cell(first))).toEqual(['Was I heard?'])
  })

  test('page one counts what this meeting decided, in words that fit one and many', () => {
    const lead = (...records: readonly AnyRecord[]) =>
      reportOf(...records).summary.flatMap((block) => (block.b === 'lead' ? block.words.map(reader.words) : []))
    expect(lead(aCard(), aDecision(), aDecision({ id: 'old', number: 2, fromSession: 'session-0' }))).toEqual([
      'The lab mapped 1 contribution and recorded 1 decision or recommendation.',
      'Worked on: Challenges.',
    ])
  })

  test('a decision of an earlier meeting says when it was made', () => {
    const model = reportOf(aDecision({ fromSession: 'session-0', madeAt: '2026-01-10T11:00:00.000Z' }))
    const decision = blocksOf(model).find((block) => block.b === 'decision')
    const facts = decision?.b === 'decision' ? decision.decision.facts.map(({ words }) => reader.words(words)) : []
    expect(facts).toContain('10 January 2026')
  })
})

test('a board wider than paper is counted the other way round, with the same figures', () => {
  const entries = (name: string, many: number) =>
    Array.from({ length: many }, (_, index) => ({ id: `${name}${index}`, label: { text: `${name} ${index}` } }))
  const axes = [
    { id: 'country', label: { text: 'Country' }, entries: entries('c', 3) },
    { id: 'heading', label: { text: 'Heading' }, entries: entries('h', 15) },
  ]
  const model = reportOf(aBoard({ axes }), aCard({ zone: ['c2', 'h14'] }))
  const table = blocksOf(model).find((block) => block.b === 'table' && block.id === 'board-board-1')
  if (table?.b !== 'table') throw new Error('no table')
  expect(table.columns.map(({ title }) => reader.words(title))).toEqual(['Heading', 'c 0', 'c 1', 'c 2', 'All'])
  expect(table.rows).toHaveLength(15)
  expect(table.rows[14]?.map((cell) => reader.cell(cell))).toEqual(['h 14', '0', '0', '1', '1'])
})
