import type { ReportModel } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'

/** Letters of all organisations, or of all authors, on a cover: two lines. */
const MOST = 210

/** Who stands behind the report, below its title: organisations, then authors. What does not fit is counted. */
export const coverLines = ({ meta }: ReportModel, reader: Reader): readonly string[] => {
  const organisations = fitting(meta.organisations, ' · ', reader)
  const authors = fitting(meta.authors, ' · ', reader)
  return [organisations, authors === '' ? '' : reader.words(say('cover.authors', { names: authors }))].filter(
    (line) => line !== '',
  )
}

const fitting = (names: readonly string[], between: string, reader: Reader): string => {
  let shown = names.length
  const line = (): string => names.slice(0, shown).join(between)
  while (shown > 1 && line().length > MOST) shown -= 1
  return shown === names.length
    ? line()
    : `${line()}${between}${reader.words(say('cover.more', { count: names.length - shown }))}`
}
