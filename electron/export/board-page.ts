import { escapeMarkup } from '@core/charts/svg'
import type { BoardPrint } from '@core/report/board-print'
import type { ExportContext, ExportFile } from './export-file'
import { utf8 } from './export-file'

export type Paper = 'a4' | 'a3'

/** A board to print, on paper of this size laid across. */
export const boardFile = (print: BoardPrint, paper: Paper, context: ExportContext): ExportFile => ({
  suffix: `.${paper}.html`,
  of: fileWord(context.reader.words(print.title)),
  bytes: utf8(boardPage(print, context)),
})

/** Part of a file name on every system: letters and digits of any script, and dashes. */
const fileWord = (title: string): string =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40) || 'board'

export const boardPage = (print: BoardPrint, { reader }: ExportContext): string =>
  `<!doctype html><title>${escapeMarkup(reader.words(print.title))}</title>`
