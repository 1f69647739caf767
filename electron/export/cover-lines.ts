import type { ReportModel } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'

/** Letters of all organisations, or of all authors, on a cover: two lines. */
const MOST = 210

/**
 * Who stands behind the report, below its title: organisations, authors, and the funder's notice. Of too many names the rest is
 * counted; a long notice stands at the end instead (`endNotice`).
 */
export const coverLines = (model: ReportModel, reader: Reader): readonly string[] => {
  const { meta } = model
  const organisations = fitting(meta.organisations, ' · ', reader)
  const authors = fitting(meta.authors, ' · ', reader)
  const notice = isOnCover(model) ? (meta.funderNotice ?? '') : ''
  return [organisations, authors === '' ? '' : reader.words(say('cover.authors', { names: authors })), notice].filter(
    (line) => line !== '',
  )
}

/** The funder's notice where the cover has no room for it; null: it stands there, or there is none. */
export const endNotice = (model: ReportModel): string | null => (isOnCover(model) ? null : model.meta.funderNotice)

/** The page for families begins with what they said. */
const isOnCover = ({ kind, meta }: ReportModel): boolean =>
  kind !== 'families' && (meta.funderNotice?.length ?? 0) <= MOST

const fitting = (names: readonly string[], between: string, reader: Reader): string => {
  let shown = names.length
  const line = (): string => names.slice(0, shown).join(between)
  while (shown > 1 && line().length > MOST) shown -= 1
  return shown === names.length
    ? line()
    : `${line()}${between}${reader.words(say('cover.more', { count: names.length - shown }))}`
}
