/** A session file that was sent to the host: a new copy, or what was here already. */
export type StoredFile = {
  readonly fileId: string
  /** `same`: nothing was stored, `fileId` is the file that was here; `other`: it is another state of the session in `other`. */
  readonly known?: 'same' | 'other'
  readonly other?: string
  /** It was not left properly: its newest changes stand in the folder beside it, which did not come along. */
  readonly cutOff?: true
}
