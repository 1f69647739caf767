import { localDay } from '@core/lib/local-day'
import type { DocumentView } from '@core/model/document'
import type { ExportPart } from '@core/protocol/report-views'
import type { ExportWhat } from '@core/protocol/requests'
import type { BoardPrint } from '@core/report/board-print'
import { buildBoardPrint, redactBoardPrint } from '@core/report/board-print'
import { knownNames } from '@core/report/build-session-report'
import { reportOf } from '@core/report/kinds'
import type { Profile, Removal, ReportModel } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import type { ReportAsk } from '@core/report/report-ask'
import { chartsIn } from './chart-picture'

export const SESSION: ExportWhat = { kind: 'session' }

/** The redacted model of what is asked for; null for what is no report. `now` in ms. */
export const reportModel = (
  view: DocumentView,
  now: number,
  { what = SESSION, profile, choices, lab = [], damaged, compare }: ReportAsk,
): ReportModel | null => reportOf(what, profile, { view, lab, damaged, compare, today: localDay(now) }, choices)

/** A board with what may leave of it. */
export const redactedBoard = (view: DocumentView, boardId: string, profile: Profile): BoardPrint | null => {
  const print = buildBoardPrint(view, boardId, profile)
  return print && redactBoardPrint(print, profile, knownNames(view))
}

export const boardRemovals = (view: DocumentView, boardId: string, profile: Profile): readonly Removal[] => {
  const print = redactedBoard(view, boardId, profile)
  const counted: readonly Removal[] = [
    { what: 'unreleased-words', count: print?.kept ?? 0 },
    { what: 'held-cards', count: print?.held ?? 0 },
  ]
  return counted.filter(({ count }) => count > 0)
}

/** What can be chosen and taken out alone, in the words of the report. */
export const partsOf = (model: ReportModel | null, reader: Reader): readonly ExportPart[] =>
  (model?.parts ?? []).map((part) => ({
    id: part.id,
    title: reader.words(part.title),
    charts: chartsIn(part.blocks).map(({ chart, under }) => ({
      id: chart.id,
      title: reader.words(chart.title),
      ...(under === null ? {} : { under: reader.words(under) }),
    })),
  }))
