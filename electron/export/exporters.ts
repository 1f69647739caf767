import type { ExportFormat } from '@core/report/formats'
import type { ReportModel } from '@core/report/model'
import { exportCsv } from './csv'
import type { Exporter, ExportContext, ExportFile } from './export-file'
import { exportHtml } from './html-page'
import { exportJson } from './json'
import { exportMarkdown } from './markdown'
import type { OfficeTools } from './office-tools'

/** Formats that need nothing but the model and its words. */
export const textExporters = {
  html: exportHtml,
  json: exportJson,
  csv: exportCsv,
  md: exportMarkdown,
} as const satisfies {
  readonly [F in ExportFormat]?: Exporter
}

/** Model → files of a format. Office files and PDF are made by libraries that are loaded when the first one is wanted. */
export const exportAs = async (
  format: ExportFormat,
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
    case 'pdf':
      return asPdf(exportHtml(model, context), tools)
  }
}

/** The same page on paper. */
export const asPdf = async (pages: readonly ExportFile[], tools: OfficeTools): Promise<readonly ExportFile[]> => {
  const files: ExportFile[] = []
  for (const page of pages) {
    files.push({ ...page, suffix: page.suffix.replace(/\.html$/, '.pdf'), bytes: await tools.printPdf(page.bytes) })
  }
  return files
}
