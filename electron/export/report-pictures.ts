import type { DocumentView } from '@core/model/document'
import type { ExportPicture } from '@core/protocol/report-views'
import { createReader } from '@core/report/reader'
import type { Lookup } from '@core/text/lookup'
import { fileWord } from './board-page'
import { boardSvg } from './board-svg'
import { chartOf, chartPicture } from './chart-picture'
import type { OfficeTools } from './office-tools'
import type { ReportAsk } from './report-sources'
import { redactedBoard, reportModel } from './report-sources'

type Deps = {
  readonly now: () => number
  readonly wordsFor: (lang: string) => { readonly t: Lookup; readonly lang: string }
  readonly tools: OfficeTools
}
type Which = { readonly chartId?: string | undefined; readonly as: 'png' | 'svg' }

/** A chart (by its id) or the board that is asked for, on its own; null when there is none of that kind. */
export const createPictures = ({ now, wordsFor, tools }: Deps) => {
  const drawing = (
    view: DocumentView,
    ask: ReportAsk,
    chartId: string | undefined,
  ): { readonly title: string; readonly svg: string } | null => {
    const { t, lang } = wordsFor(ask.lang)
    const reader = createReader(t, lang)
    if (ask.what?.kind === 'board') {
      const print = redactedBoard(view, ask.what.boardId, ask.profile)
      return print && { title: reader.words(print.title), svg: boardSvg(print, reader) }
    }
    const model = chartId === undefined ? null : reportModel(view, now(), ask)
    const chart = model && chartOf(model, chartId ?? '')
    return model && chart && { title: reader.words(chart.title), svg: chartPicture(chart, model, reader) }
  }
  return async (view: DocumentView, ask: ReportAsk, { chartId, as }: Which): Promise<ExportPicture | null> => {
    const found = drawing(view, ask, chartId)
    if (!found) return null
    const name = `${ask.base}.${fileWord(found.title)}.${ask.profile}.${wordsFor(ask.lang).lang}.${as}`
    if (as === 'svg') return { mime: 'image/svg+xml', data: found.svg, name }
    const draw = await tools.pictures()
    const { png } = await draw(found.svg)
    return { mime: 'image/png', data: Buffer.from(png).toString('base64'), name }
  }
}
