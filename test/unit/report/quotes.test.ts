import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { buildSessionReport, knownNames } from '@core/report/build-session-report'
import type { Profile, ReportModel } from '@core/report/model'
import { redact } from '@core/report/redact'
import { blocksOf, closedSession, viewOf } from '../../helpers/report'

const SECRET = 'These words stay in the room'

/** The same session, but every third card must not be quoted. */
const withSilent = (quote: 'none' | 'role'): AnyRecord[] =>
  closedSession().map((record, index): AnyRecord =>
    record.type === 'card' && index % 3 === 0 ? { ...record, text: `${SECRET} ${index}`, quote } : record,
  )

const modelOf = (records: readonly AnyRecord[], profile: Profile): ReportModel => {
  const view = viewOf(records)
  return redact(buildSessionReport(view), profile, knownNames(view))
}
const everythingWritten = (model: ReportModel): string => JSON.stringify(model)

const figuresOf = (records: readonly AnyRecord[]): string =>
  JSON.stringify(blocksOf(modelOf(records, 'public')).filter((block) => block.b === 'table' || block.b === 'chart'))

describe('words that may not be quoted', () => {
  it('count in every figure like all others', () => {
    expect(figuresOf(withSilent('none'))).toBe(figuresOf(withSilent('role')))
  })

  it('stand in no report but the internal one', () => {
    const records = withSilent('none')
    expect(everythingWritten(modelOf(records, 'public'))).not.toContain(SECRET)
    expect(everythingWritten(modelOf(records, 'participants'))).not.toContain(SECRET)
    expect(everythingWritten(modelOf(records, 'internal'))).toContain(SECRET)
  })
})
