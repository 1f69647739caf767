import type { ExportFormat } from '@core/report/formats'
import type { ReportModel } from '@core/report/model'
import { exportCsv } from './csv'
import type { Exporter, ExportContext, ExportFile } from './export-file'
import { exportHtml } from './html-page'
import { exportJson } from './json'
import { exportMarkdown } from './markdown'
import type { OfficeTools, PrintPdf } from './office-tools'

/** Formats that need nothing but the model and its words. */
export const textExporters = {
  html: exportHtml,
  json: exportJson,
  csv: exportCsv,
  md: exportMarkdown,
} as const satisfies {
  readonly [F in ExportFormat]?: Exporter
}

/** A PDF is the page, printed. */
export type DrawnFormat = Exclude<ExportFormat, 'pdf'>

/** Model → files of a format. Office files are made by libraries that are loaded when the first one is wanted. */
export const exportAs = async (
  format: DrawnFormat,
  model: ReportModel,
  context: ExportContext,
  tools: OfficeTools,
): Promise<readonly ExportFile[]> => {
  switch (format) {
    case 'html':
    case 'json':
    case 'csv':
    case 'md':
      return textExporters[format](model, context)
    case 'docx': {
      const { exportDocx } = await import('./docx')
      return exportDocx(model, context, await tools.pictures(), await tools.docxFonts())
    }
    case 'xlsx': {
      const { exportXlsx } = await import('./xlsx')
      return exportXlsx(model, context)
    }
  }
}

export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

/** The same pages on paper; `signal` stops in the middle of one. */
export const printed = async (
  pages: readonly NamedFile[],
  printPdf: PrintPdf,
  signal?: AbortSignal,
): Promise<NamedFile[]> => {
  const files: NamedFile[] = []
  for (const { name, bytes } of pages) files.push({ name: printedName(name), bytes: await printPdf(bytes, signal) })
  return files
}

export const printedName = (name: string): string => name.replace(/\.html$/, '.pdf')
