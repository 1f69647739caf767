import { describe, expect, test } from 'vitest'
import type { AnyRecord } from '@core/model/records'
import { buildSessionReport } from '@core/report/build-session-report'
import { coverLines, endNotice } from '../../../electron/export/cover-lines'
import { aLab, aSession } from '../../helpers/builders'
import { englishReader, viewOf } from '../../helpers/report'

const modelOf = (funderNotice: string | undefined) => {
  const lab = funderNotice === undefined ? {} : { funderNotice }
  const records: AnyRecord[] = [aSession(), aLab({ organisations: ['Centre'], authors: ['Group'], ...lab })]
  return buildSessionReport(viewOf(records))
}

describe('the notice of the funder', () => {
  test('stands on the cover, and not a second time at the end', () => {
    const model = modelOf('With the support of the Union.')
    expect(coverLines(model, englishReader())).toEqual(['Centre', 'Authors: Group', 'With the support of the Union.'])
    expect(endNotice(model)).toBeNull()
  })

  test('stands whole at the end where the cover has no room for it', () => {
    const long = 'With the support of the Union. '.repeat(30)
    expect(coverLines(modelOf(long), englishReader())).toEqual(['Centre', 'Authors: Group'])
    expect(endNotice(modelOf(long))).toBe(long)
  })

  test('leaves no line where there is none, and families read theirs at the end', () => {
    expect(coverLines(modelOf(undefined), englishReader())).toHaveLength(2)
    expect(endNotice(modelOf(undefined))).toBeNull()
    expect(endNotice({ ...modelOf('Thanks.'), kind: 'families' })).toBe('Thanks.')
  })
})
