import type { DocumentView } from '@core/model/document'
import type { ExportPicture } from '@core/protocol/report-views'
import { createReader } from '@core/report/reader'
import type { Lookup } from '@core/text/lookup'
import { fileWord } from './board-page'
import { boardSentence, boardSvg } from './board-svg'
import { aloneTitle, chartOf, chartPicture } from './chart-picture'
import type { OfficeTools } from './office-tools'
import { pngWithWords } from './png-words'
import type { ReportAsk } from '@core/report/report-ask'
import { redactedBoard, reportModel } from './report-sources'

type Deps = {
  readonly now: () => number
  readonly wordsFor: (lang: string) => { readonly t: Lookup; readonly lang: string }
  readonly tools: OfficeTools
}
export type Which = { readonly chartId?: string | undefined; readonly as: 'png' | 'svg' }

type Drawing = {
  readonly title: string
  /** Stands in the name of the file. */
  readonly name: string
  /** What is to be seen, in words. */
  readonly sentence: string
  readonly svg: string
}

/** A chart (by its id) or the board that is asked for, on its own; null when there is none of that kind. */
export const createPictures = ({ now, wordsFor, tools }: Deps) => {
  const drawing = (view: DocumentView, ask: ReportAsk, chartId: string | undefined): Drawing | null => {
    const { t, lang } = wordsFor(ask.lang)
    const reader = createReader(t, lang)
    if (ask.what?.kind === 'board') {
      const print = redactedBoard(view, ask.what.boardId, ask.profile)
      if (!print) return null
      const title = reader.words(print.title)
      return { title, name: fileWord(title), sentence: boardSentence(print, reader), svg: boardSvg(print, reader) }
    }
    const model = chartId === undefined ? null : reportModel(view, now(), ask)
    const found = model && chartOf(model, chartId ?? '')
    if (!model || !found) return null
    return {
      title: aloneTitle(found, reader),
      name: [found.under, found.chart.title]
        .flatMap((one) => (one === null ? [] : fileWord(reader.words(one))))
        .join('-'),
      sentence: reader.words(found.chart.sentence),
      svg: chartPicture(found, model, reader),
    }
  }
  return async (view: DocumentView, ask: ReportAsk, { chartId, as }: Which): Promise<ExportPicture | null> => {
    const found = drawing(view, ask, chartId)
    if (!found) return null
    const name = `${ask.base}.${found.name}.${ask.profile}.${wordsFor(ask.lang).lang}.${as}`
    if (as === 'svg') return { mime: 'image/svg+xml', data: found.svg, name }
    const draw = await tools.pictures()
    const { png } = await draw(found.svg)
    return {
      mime: 'image/png',
      data: pngWithWords(png, { title: found.title, description: found.sentence }).toString('base64'),
      name,
    }
  }
}
