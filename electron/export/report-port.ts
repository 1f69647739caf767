import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentView } from '@core/model/document'
import type { ExportWhat } from '@core/protocol/requests'
import type { ExportFormat } from '@core/report/formats'
import { formatsOf } from '@core/report/formats'
import type { Removal } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { createReader } from '@core/report/reader'
import type { Lookup } from '@core/text/lookup'
import type { ExportPart } from '@core/protocol/report-views'
import { accessFile } from './access-page'
import { ballotSheet } from './ballot-model'
import type { PaperContext } from './ballot-page'
import { ballotFile } from './ballot-page'
import { boardFile } from './board-page'
import type { ExportContext, ExportFile } from './export-file'
import { asPdf, exportAs } from './exporters'
import type { OfficeTools } from './office-tools'
import { createPictures } from './report-pictures'
import type { ReportAsk } from './report-sources'
import { SESSION, boardRemovals, partsOf, redactedBoard, reportModel } from './report-sources'

type Deps = {
  readonly now: () => number
  /** The words of a language, and the language they are really in. */
  readonly wordsFor: (lang: string) => { readonly t: Lookup; readonly lang: string }
  readonly fonts: ExportContext['fonts']
  readonly tools: OfficeTools
}

/** The bundled typeface as base64; null when it is not there: the report then uses the reader's own. */
export const readReportFonts = async (folder: string): Promise<ExportContext['fonts']> => {
  const face = async (set: string, style: string): Promise<string> =>
    (await readFile(join(folder, `atkinson-hyperlegible-next-${set}-wght-${style}.woff2`))).toString('base64')
  try {
    return [
      { style: 'normal', set: 'latin', data: await face('latin', 'normal') },
      { style: 'italic', set: 'latin', data: await face('latin', 'italic') },
      { style: 'normal', set: 'latin-ext', data: await face('latin-ext', 'normal') },
      { style: 'italic', set: 'latin-ext', data: await face('latin-ext', 'italic') },
    ]
  } catch {
    return null
  }
}

/** What is printed for the room itself: nothing of what people said stands on it. */
const paperFiles = (
  view: DocumentView,
  { what, room }: Pick<ReportAsk, 'what' | 'room'>,
  context: PaperContext,
): readonly ExportFile[] => {
  if (!room) return []
  if (what?.kind === 'access') return [accessFile(view, what.langs, room.view, context)]
  if (what?.kind !== 'ballots') return []
  const sheet = ballotSheet(view, what, { codeOf: room.codeOf, roomUrl: room.view.url })
  return sheet ? [ballotFile(sheet, context)] : []
}

/** Begins the name of every file but the session's own report. */
const nameOf = (what: ExportWhat): string | undefined => {
  switch (what.kind) {
    case 'session':
      return undefined
    case 'guide':
      return `guide-${what.round}`
    default:
      return what.kind
  }
}

/** Document → redacted model → files named `<session>.<profile>.<lang>.<ending>`. The only way from a document to a report. */
export const createReportPort = ({ now, wordsFor, fonts, tools }: Deps) => {
  const readerFor = (lang: string): Reader => {
    const words = wordsFor(lang)
    return createReader(words.t, words.lang)
  }
  /** What is printed and no report: a board, ballots, the way in. */
  const pagesOf = (view: DocumentView, ask: ReportAsk, context: ExportContext): readonly ExportFile[] => {
    if (ask.what?.kind !== 'board') return paperFiles(view, ask, { readerFor, fonts })
    const print = redactedBoard(view, ask.what.boardId, ask.profile)
    return print ? [boardFile(print, ask.what.paper, context)] : []
  }
  const filesOf = async (
    view: DocumentView,
    ask: ReportAsk,
    format: ExportFormat,
    context: ExportContext,
  ): Promise<readonly ExportFile[]> => {
    const what = ask.what ?? SESSION
    if (!formatsOf(what.kind).includes(format)) return []
    const model = reportModel(view, now(), ask)
    const of = nameOf(what)
    if (model) {
      const files = await exportAs(format, model, context, tools)
      return files.map((file) => (of === undefined ? file : { ...file, of }))
    }
    const pages = pagesOf(view, ask, context)
    return format === 'pdf' ? asPdf(pages, tools) : pages
  }
  const draw = async (
    view: DocumentView,
    ask: ReportAsk,
    format: ExportFormat,
  ): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> => {
    const { t, lang } = wordsFor(ask.lang)
    const context: ExportContext = { reader: createReader(t, lang), madeAt: new Date(now()).toISOString(), fonts }
    const files = await filesOf(view, ask, format, context)
    return files.map((file) => ({
      name: `${ask.base}.${file.of ? `${file.of}.` : ''}${ask.profile}.${lang}${file.suffix}`,
      bytes: file.bytes,
    }))
  }
  /** A drawn page has the same name in both formats; the others are not drawn to be named. */
  const namesIn = async (view: DocumentView, ask: ReportAsk, format: ExportFormat): Promise<string[]> => {
    const drawn = format === 'csv' || format === 'md' || format === 'json' ? format : 'html'
    if (!formatsOf((ask.what ?? SESSION).kind).includes(format)) return []
    const files = await draw(view, ask, drawn)
    return files.map(({ name }) => (drawn === format ? name : name.replace(/\.html$/, `.${format}`)))
  }
  return {
    draw,
    names: async (view: DocumentView, ask: ReportAsk, formats: readonly ExportFormat[]): Promise<string[]> => {
      const names: string[] = []
      for (const format of formats) names.push(...(await namesIn(view, ask, format)))
      return names
    },
    parts: (view: DocumentView, ask: ReportAsk): readonly ExportPart[] =>
      partsOf(reportModel(view, now(), { ...ask, choices: undefined }), readerFor(ask.lang)),
    picture: createPictures({ now, wordsFor, tools }),
    removed: (view: DocumentView, ask: ReportAsk): readonly Removal[] =>
      ask.what?.kind === 'board'
        ? boardRemovals(view, ask.what.boardId, ask.profile)
        : (reportModel(view, now(), ask)?.removed ?? []),
  }
}
