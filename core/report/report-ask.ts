import type { Compared } from '../compare/compare-view'
import type { ExportChoices, ExportWhat } from '../protocol/requests'
import type { DamagedFile, RoomView } from '../protocol/views'
import type { LabFile } from '../rules/lab-overview'
import type { Profile } from './model'

/** What is asked of the reports: by the host's requests, by the commands, by the thread that draws. */
export type ReportAsk = {
  readonly profile: Profile
  readonly lang: string
  /** File names begin with it. */
  readonly base: string
  /** Absent: the report of the session. */
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
