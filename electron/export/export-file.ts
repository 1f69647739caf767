import type { ReportModel } from '@core/report/model'
import type { Reader } from '@core/report/reader'

/** One finished file; `name` is its ending behind `<session>.<profile>.<lang>`, e.g. `.html` or `.decisions.csv`. */
export type ExportFile = {
  readonly suffix: string
  readonly bytes: Uint8Array
  /** Of what part of the session it is, where it is not all of it: stands before the profile in the name. */
  readonly of?: string
}

export type FontFace = {
  readonly style: 'normal' | 'italic'
  readonly set: 'latin' | 'latin-ext'
  /** base64 of the woff2 file. */ readonly data: string
}

export type ExportContext = {
  readonly reader: Reader
  /** Made when: ISO 8601 in UTC, shown in the report's foot. */
  readonly madeAt: string
  /** Bundled font files; the report must read alone. */
  readonly fonts: readonly FontFace[] | null
}

/** Redacted model → files. Renderers only draw: nothing is decided, counted or left out here. */
export type Exporter = (model: ReportModel, context: ExportContext) => readonly ExportFile[]

/** Signs that no text file has; a forged phone or a damaged file can bring them. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text.replaceAll(CONTROL, ''))
