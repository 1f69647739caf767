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
import type { DrawnFormat, NamedFile } from './exporters'
import { exportAs, printed } from './exporters'
import type { OfficeTools } from './office-tools'
import { createPictures } from './report-pictures'
import type { ReportAsk } from '@core/report/report-ask'
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
    format: DrawnFormat,
    context: ExportContext,
  ): Promise<readonly ExportFile[]> => {
    const model = reportModel(view, now(), ask)
    if (!model) return pagesOf(view, ask, context)
    const of = nameOf(ask.what ?? SESSION)
    const files = await exportAs(format, model, context, tools)
    return files.map((file) => (of === undefined ? file : { ...file, of }))
  }
  const draw = async (
    view: DocumentView,
    ask: ReportAsk,
    format: ExportFormat,
    signal?: AbortSignal,
  ): Promise<NamedFile[]> => {
    if (!formatsOf((ask.what ?? SESSION).kind).includes(format)) return []
    if (format === 'pdf') return await printed(await draw(view, ask, 'html'), tools.printPdf, signal)
    const { t, lang } = wordsFor(ask.lang)
    const context: ExportContext = { reader: createReader(t, lang), madeAt: new Date(now()).toISOString(), fonts }
    const files = await filesOf(view, ask, format, context)
    return files.map((file) => ({
      name: `${ask.base}.${file.of ? `${file.of}.` : ''}${ask.profile}.${lang}${file.suffix}`,
      bytes: file.bytes,
    }))
  }
  /** The page is drawn to be named; but for tables, the other formats have its name with another ending. */
  const names = async (view: DocumentView, ask: ReportAsk, formats: readonly ExportFormat[]): Promise<string[]> => {
    const [page] = await draw(view, ask, 'html')
    const found: string[] = []
    for (const format of formats) {
      if (format === 'csv') for (const { name } of await draw(view, ask, format)) found.push(name)
      else if (page && formatsOf((ask.what ?? SESSION).kind).includes(format))
        found.push(page.name.replace(/\.html$/, `.${format}`))
    }
    return found
  }
  return {
    draw,
    names,
    parts: async (view: DocumentView, ask: ReportAsk): Promise<readonly ExportPart[]> =>
      partsOf(reportModel(view, now(), { ...ask, choices: undefined }), readerFor(ask.lang)),
    picture: createPictures({ now, wordsFor, tools }),
    removed: async (view: DocumentView, ask: ReportAsk): Promise<readonly Removal[]> =>
      ask.what?.kind === 'board'
        ? boardRemovals(view, ask.what.boardId, ask.profile)
        : (reportModel(view, now(), ask)?.removed ?? []),
  }
}
export type ReportPort = ReturnType<typeof createReportPort>
