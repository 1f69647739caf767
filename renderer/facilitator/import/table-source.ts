import type { Failure } from '@core/protocol/failures'
import type { TableProblem } from '../../shared/import/read-table'

/** What a table is read from: the bytes of a file, or of what was pasted (then without a name). */
export interface TableSource {
  readonly name: string | null
  readonly bytes: Uint8Array
}

/** Files that hold tables; lists of one thought a line have their own dialog. */
const TABLE = /\.(?:csv|tsv|tab|xlsx|xlsm)$/i
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const TYPES: ReadonlySet<string> = new Set([
  SHEET_TYPE,
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
])

export const isTableFile = ({ name, type }: { readonly name: string; readonly type: string }): boolean =>
  TABLE.test(name) || TYPES.has(type)

/** Before the drop only the kind of a file is known, not its name. */
export const isTableType = (type: string): boolean => TYPES.has(type)

export const ACCEPTED = ['.csv', '.tsv', '.txt', '.xlsx', ...TYPES].join(',')

export const sourceOfFile = async (file: File): Promise<TableSource> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

export const sourceOfText = (text: string): TableSource => ({ name: null, bytes: new TextEncoder().encode(text) })

/** The words of a problem that only a table has stand in `import:problem`; limits have figures. */
export const failureOfTable = (code: TableProblem): Failure =>
  code === 'file-too-large' ? { code, params: { limit: 20 } } : { code }
