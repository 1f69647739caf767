/** What can be wrong with the bytes of a session file. Found before anything is changed on disk. */
export type LoadFailure =
  | { readonly code: 'NotJson'; readonly at?: number }
  | { readonly code: 'NotOurs' }
  | { readonly code: 'NewerFormat'; readonly formatVersion: number }
  | { readonly code: 'TooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'TooDeep'; readonly limit: number }
  | { readonly code: 'TooMany'; readonly limit: number }
  | { readonly code: 'BadEncoding'; readonly at: number }
  | { readonly code: 'ForbiddenKey'; readonly key: string }
  | { readonly code: 'BadSchema'; readonly where: string }

export type LockOwner = { readonly hostname: string; readonly pid: number; readonly since: string }

/** Named reasons of the disk. `Gone`: the file or its folder was removed or renamed while open. */
export type DiskCode = 'DiskFull' | 'DiskError' | 'ReadOnlyPlace' | 'Gone'

/** Changes that are damaged or missing: those after `after` (a sequence number), up to `to` where that is known. */
export type LostRange = { readonly after: number; readonly to?: number }

/**
 * Why a session did not open. The codes with `lost` can be opened with `accept: 'loss'`: everything is copied to
 * quarantine first, then what is safe opens.
 */
export type OpenFailure =
  | LoadFailure
  | { readonly code: 'Missing' }
  | { readonly code: 'Exists' }
  | { readonly code: 'NoValidSnapshot'; readonly cause: LoadFailure['code'] | 'Missing' }
  | { readonly code: 'JournalMissing'; readonly lost: LostRange }
  | { readonly code: 'JournalGap'; readonly lost: LostRange }
  | { readonly code: 'JournalCorruptMiddle'; readonly lost: LostRange }
  | { readonly code: 'RolledBack'; readonly lost: LostRange }
  | { readonly code: 'LockedByOther'; readonly owner: LockOwner }
  | { readonly code: DiskCode }

/** What the person must be told about a session that did open. */
export type OpenNotice =
  /** The last unfinished write was cut off by the crash; nobody was told that it was saved. */
  | { readonly code: 'TornTail'; readonly bytes: number }
  /** Another program changed the file; it is valid, so it opens as it is. */
  | { readonly code: 'EditedOutside' }
  /** Changes that were only in the journal, brought back. */
  | { readonly code: 'Recovered'; readonly changes: number }
  /** The file was damaged or missing; the snapshot before it and the journals gave everything back. */
  | { readonly code: 'PreviousUsed'; readonly cause: LoadFailure['code'] | 'Missing' | 'EditedOutside' }
  | { readonly code: 'ReadOnly'; readonly reason: 'locked'; readonly owner: LockOwner }
  | { readonly code: 'ReadOnly'; readonly reason: 'place' }
  | { readonly code: 'Migrated'; readonly from: number; readonly to: number }
  /** Opened with `accept: 'loss'`; what could not be read is in the quarantine folder. */
  | {
      readonly code: 'LossAccepted'
      readonly failure: OpenFailure['code']
      readonly lost: LostRange
      readonly quarantine: string
    }
