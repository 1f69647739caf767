import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Compared } from '@core/compare/compare-view'
import type { DocumentView } from '@core/model/document'
import type { ExportChoices, ExportWhat } from '@core/protocol/requests'
import { buildBoardPrint, redactBoardPrint } from '@core/report/board-print'
import { knownNames } from '@core/report/build-session-report'
import type { ExportFormat } from '@core/report/formats'
import { formatsOf } from '@core/report/formats'
import { reportOf } from '@core/report/kinds'
import type { Profile, Removal, ReportModel } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { createReader } from '@core/report/reader'
import type { Lookup } from '@core/text/lookup'
import type { DamagedFile, RoomView } from '@core/protocol/views'
import type { ExportPart, ExportPicture } from '@core/protocol/report-views'
import type { LabFile } from '@core/rules/lab-overview'
import { accessFile } from './access-page'
import { ballotSheet } from './ballot-model'
import type { PaperContext } from './ballot-page'
import { ballotFile } from './ballot-page'
import { boardFile, fileWord } from './board-page'
import { boardSvg } from './board-svg'
import { chartOf, chartPicture } from './chart-picture'
import type { ExportContext, ExportFile } from './export-file'
import { asPdf, exportAs } from './exporters'
import type { OfficeTools } from './office-tools'

export type ReportAsk = {
  readonly profile: Profile
  readonly lang: string
  readonly base: string
  readonly what?: ExportWhat | undefined
  readonly choices?: ExportChoices | undefined
  /** All sessions of the lab, for the kinds that reach over several. */
  readonly lab?: readonly LabFile[] | undefined
  /** Files of the lab that could not be read: the report says so. */
  readonly damaged?: readonly DamagedFile[] | undefined
  /** What was found in the files of a comparison. */
  readonly compare?: Compared | undefined
  /** For what is printed for the room: codes of slips by number (null: not reserved), and the way in. In no document. */
  readonly room?: { readonly view: RoomView; readonly codeOf: (number: number) => string | null } | undefined
}

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

const partsOf = (model: ReportModel | null, reader: Reader): readonly ExportPart[] =>
  (model?.parts ?? []).map((part) => ({
    id: part.id,
    title: reader.words(part.title),
    charts: part.blocks.flatMap((block) =>
      block.b === 'chart' ? [{ id: block.id, title: reader.words(block.title) }] : [],
    ),
  }))

const SESSION: ExportWhat = { kind: 'session' }

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
  const modelOf = (
    view: DocumentView,
    { what = SESSION, profile, choices, lab = [], damaged, compare }: ReportAsk,
  ): ReportModel | null =>
    reportOf(what, profile, { view, lab, damaged, compare, today: new Date(now()).toISOString().slice(0, 10) }, choices)
  const boardOf = (view: DocumentView, boardId: string, profile: Profile) => {
    const print = buildBoardPrint(view, boardId, profile)
    return print && redactBoardPrint(print, profile, knownNames(view))
  }
  const readerFor = (lang: string): Reader => {
    const words = wordsFor(lang)
    return createReader(words.t, words.lang)
  }
  /** What is printed and no report: a board, ballots, the way in. */
  const pagesOf = (view: DocumentView, ask: ReportAsk, context: ExportContext): readonly ExportFile[] => {
    if (ask.what?.kind !== 'board') return paperFiles(view, ask, { readerFor, fonts })
    const print = boardOf(view, ask.what.boardId, ask.profile)
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
    const model = modelOf(view, ask)
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
  const pictureOf = (
    view: DocumentView,
    ask: ReportAsk,
    chartId: string | undefined,
  ): { readonly title: string; readonly svg: string } | null => {
    const reader = readerFor(ask.lang)
    if (ask.what?.kind === 'board') {
      const print = boardOf(view, ask.what.boardId, ask.profile)
      return print && { title: reader.words(print.title), svg: boardSvg(print, reader) }
    }
    const model = chartId === undefined ? null : modelOf(view, ask)
    const chart = model && chartOf(model, chartId ?? '')
    return model && chart && { title: reader.words(chart.title), svg: chartPicture(chart, model, reader) }
  }
  const boardRemoved = (view: DocumentView, boardId: string, profile: Profile): readonly Removal[] => {
    const print = boardOf(view, boardId, profile)
    const counted: readonly Removal[] = [
      { what: 'unreleased-words', count: print?.kept ?? 0 },
      { what: 'held-cards', count: print?.held ?? 0 },
    ]
    return counted.filter(({ count }) => count > 0)
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
      partsOf(modelOf(view, { ...ask, choices: undefined }), readerFor(ask.lang)),
    /** A chart (by its id) or the board that is asked for, on its own; null when there is none of that kind. */
    picture: async (
      view: DocumentView,
      ask: ReportAsk,
      { chartId, as }: { readonly chartId?: string | undefined; readonly as: 'png' | 'svg' },
    ): Promise<ExportPicture | null> => {
      const found = pictureOf(view, ask, chartId)
      if (!found) return null
      const name = `${ask.base}.${fileWord(found.title)}.${ask.profile}.${wordsFor(ask.lang).lang}.${as}`
      if (as === 'svg') return { mime: 'image/svg+xml', data: found.svg, name }
      const draw = await tools.pictures()
      const { png } = await draw(found.svg)
      return { mime: 'image/png', data: Buffer.from(png).toString('base64'), name }
    },
    removed: (view: DocumentView, ask: ReportAsk): readonly Removal[] =>
      ask.what?.kind === 'board'
        ? boardRemoved(view, ask.what.boardId, ask.profile)
        : (modelOf(view, ask)?.removed ?? []),
  }
}
