/** Every format that something can leave the room in. */
export const EXPORT_FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'md', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Kinds of what is exported; `core/protocol/requests.ts` has their arguments. */
export type ExportKind =
  | 'session'
  | 'minutes'
  | 'brief'
  | 'families'
  | 'guide'
  | 'esn'
  | 'lab'
  | 'compare'
  | 'board'
  | 'ballots'
  | 'access'

const READ: readonly ExportFormat[] = ['html', 'pdf', 'docx', 'md']
const PRINT: readonly ExportFormat[] = ['html', 'pdf']

/** A kind has files only in the formats that make sense of it: a guide has no tables, a ballot is for paper. */
export const formatsOf = (kind: ExportKind): readonly ExportFormat[] => {
  switch (kind) {
    case 'session':
    case 'lab':
    case 'compare':
    case 'minutes':
      return EXPORT_FORMATS
    case 'brief':
    case 'esn':
    case 'families':
    case 'guide':
      return [...READ, 'json']
    case 'board':
    case 'ballots':
    case 'access':
      return PRINT
  }
}
