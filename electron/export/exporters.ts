import { exportCsv } from './csv'
import type { Exporter } from './export-file'
import { exportHtml } from './html-page'
import { exportJson } from './json'
import { exportMarkdown } from './markdown'

export type ExportFormat = 'html' | 'json' | 'csv' | 'md'

export const exporters: { readonly [F in ExportFormat]: Exporter } = {
  html: exportHtml,
  json: exportJson,
  csv: exportCsv,
  md: exportMarkdown,
}
