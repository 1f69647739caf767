import type { TableProblem } from '../../shared/import/read-table'
import { decodedText, encodingOf } from '../../shared/import/text-encoding'
import { textOfHtml } from './html-table'

/** What a table is read from: the bytes of a file, or of what was pasted (then without a name). */
export interface TableSource {
  readonly name: string | null
  readonly bytes: Uint8Array
}

/** Files that hold tables, those too that can only be told what to do with; lists of one thought a line have their own dialog. */
const TABLE = /\.(?:csv|tsv|tab|xlsx|xlsm|xls|ods)$/i
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const TYPES: ReadonlySet<string> = new Set([
  SHEET_TYPE,
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
])

export const isTableFile = ({ name, type }: { readonly name: string; readonly type: string }): boolean =>
  TABLE.test(name) || TYPES.has(type)

/** Before the drop only the kind of a file is known, not its name. */
export const isTableType = (type: string): boolean => TYPES.has(type)

export const ACCEPTED = ['.csv', '.tsv', '.txt', '.xlsx', ...TYPES].join(',')

/** Many programs save a page with a table in it and call it `.xls`. */
const looksLikePage = (bytes: Uint8Array): boolean => {
  const start = decodedText(bytes.subarray(0, 1_000), encodingOf(bytes)).trimStart()
  return /^<(?:!doctype|html|head|meta|table|style|\?xml)/i.test(start)
}

export const sourceOfFile = async (file: File): Promise<TableSource> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const text = looksLikePage(bytes) ? textOfHtml(decodedText(bytes, encodingOf(bytes))) : null
  return { name: file.name, bytes: text === null ? bytes : encoded(text) }
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)

export const sourceOfText = (text: string): TableSource => ({ name: null, bytes: encoded(text) })

/** What was copied as a page is surer than as text; null: no table in either. */
export const sourceOfPaste = (data: DataTransfer): TableSource | null => {
  const table = textOfHtml(data.getData('text/html'))
  const text = data.getData('text/plain')
  if (table !== null) return sourceOfText(table)
  return /[\t\n]/.test(text) ? sourceOfText(text) : null
}

/** Figures for the words of a problem, `import:problem`. */
export const limitOf = (problem: TableProblem): { readonly limit?: number } =>
  problem === 'file-too-large' ? { limit: 20 } : {}
