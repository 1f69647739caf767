import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentView } from '@core/model/document'
import type { ExportWhat } from '@core/protocol/requests'
import { buildBoardPrint, redactBoardPrint } from '@core/report/board-print'
import { buildSessionReport, knownNames } from '@core/report/build-session-report'
import { buildGuide, knownPlaces } from '@core/report/guide'
import type { Profile, Removal, ReportModel } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { createReader } from '@core/report/reader'
import { redact } from '@core/report/redact'
import type { Lookup } from '@core/text/lookup'
import type { RoomView } from '@core/protocol/views'
import { accessFile } from './access-page'
import { ballotSheet } from './ballot-model'
import type { PaperContext } from './ballot-page'
import { ballotFile } from './ballot-page'
import { boardFile } from './board-page'
import type { ExportContext, ExportFile } from './export-file'
import type { ExportFormat } from './exporters'
import { exporters } from './exporters'

export type ReportAsk = {
  readonly profile: Profile
  readonly lang: string
  readonly base: string
  readonly what?: ExportWhat | undefined
  /** For what is printed for the room: codes of slips by number (null: not reserved), and the way in. In no document. */
  readonly room?: { readonly view: RoomView; readonly codeOf: (number: number) => string | null } | undefined
}

type Deps = {
  readonly now: () => number
  /** The words of a language, and the language they are really in. */
  readonly wordsFor: (lang: string) => { readonly t: Lookup; readonly lang: string }
  readonly fonts: ExportContext['fonts']
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

/** Document → redacted model → files named `<session>.<profile>.<lang>.<ending>`. The only way from a document to a report. */
export const createReportPort = ({ now, wordsFor, fonts }: Deps) => {
  const modelOf = (view: DocumentView, profile: Profile): ReportModel =>
    redact(buildSessionReport(view), profile, knownNames(view))
  const boardOf = (view: DocumentView, boardId: string, profile: Profile) => {
    const print = buildBoardPrint(view, boardId, profile)
    return print && redactBoardPrint(print, profile, knownNames(view))
  }
  /** A guide leaves the room on paper: nobody gets one with names in it, whatever they ask for. */
  const guideOf = (view: DocumentView, round: number, profile: Profile): ReportModel =>
    redact(buildGuide(view, round), profile === 'internal' ? 'participants' : profile, [
      ...knownNames(view),
      ...knownPlaces(view),
    ])
  const readerFor = (lang: string): Reader => {
    const words = wordsFor(lang)
    return createReader(words.t, words.lang)
  }
  /** A board is for print and a guide for reading: they have no files in the formats of figures. */
  const filesOf = (
    view: DocumentView,
    { profile, what, room }: ReportAsk,
    format: ExportFormat,
    context: ExportContext,
  ): readonly ExportFile[] => {
    switch (what?.kind ?? 'session') {
      case 'session':
        return exporters[format](modelOf(view, profile), context)
      case 'board': {
        if (what?.kind !== 'board' || format !== 'html') return []
        const print = boardOf(view, what.boardId, profile)
        return print ? [boardFile(print, what.paper, context)] : []
      }
      case 'guide':
        if (what?.kind !== 'guide' || format === 'csv') return []
        return exporters[format](guideOf(view, what.round, profile), context).map((file) => ({
          ...file,
          of: `guide-${what.round}`,
        }))
      case 'ballots':
      case 'access':
        return format === 'html' ? paperFiles(view, { what, room }, { readerFor, fonts }) : []
    }
  }
  const draw = (
    view: DocumentView,
    ask: ReportAsk,
    format: ExportFormat,
  ): { readonly name: string; readonly bytes: Uint8Array }[] => {
    const { t, lang } = wordsFor(ask.lang)
    const context: ExportContext = { reader: createReader(t, lang), madeAt: new Date(now()).toISOString(), fonts }
    return filesOf(view, ask, format, context).map((file) => ({
      name: `${ask.base}.${file.of ? `${file.of}.` : ''}${ask.profile}.${lang}${file.suffix}`,
      bytes: file.bytes,
    }))
  }
  const boardRemoved = (view: DocumentView, boardId: string, profile: Profile): readonly Removal[] => {
    const print = boardOf(view, boardId, profile)
    const counted: readonly Removal[] = [
      { what: 'unreleased-words', count: print?.kept ?? 0 },
      { what: 'held-cards', count: print?.held ?? 0 },
    ]
    return counted.filter(({ count }) => count > 0)
  }
  return {
    draw,
    names: (view: DocumentView, ask: ReportAsk, formats: readonly ExportFormat[]): string[] =>
      formats.flatMap((format) => draw(view, ask, format).map((file) => file.name)),
    removed: (view: DocumentView, profile: Profile, what?: ExportWhat): readonly Removal[] =>
      what?.kind === 'board'
        ? boardRemoved(view, what.boardId, profile)
        : what?.kind === 'ballots' || what?.kind === 'access'
          ? []
          : what?.kind === 'guide'
            ? guideOf(view, what.round, profile).removed
            : modelOf(view, profile).removed,
  }
}
