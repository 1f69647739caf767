import type { networkInterfaces } from 'node:os'
import type { Diff } from '@core/change/diff'
import type { Clock } from '@core/lib/ports'
import type { Result } from '@core/lib/result'
import type { OpenFailure } from '@core/load/failures'
import type { DocumentView } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import type { Failure } from '@core/protocol/failures'
import type { ExportPart, ExportPicture } from '@core/protocol/report-views'
import type { ExportFormat } from '@core/report/formats'
import type { ReportAsk } from '@core/report/report-ask'
import type { KeptSchema } from '@core/protocol/kept'
import type { Capabilities, ExportRemoval } from '@core/protocol/views'
import type { FileSystem } from '../storage/file-system'
import type { OpenOptions, OpenSession } from '../storage/session-types'
import type { Backup } from '../storage/backups'
import type { SmallJson } from '../storage/small-json'
import type { Words } from './words'

/** Calls `run` once after `ms`; the answer cancels it. Injected, so that tests own the time. */
export type Timers = { readonly after: (ms: number, run: () => void) => () => void }

export type StoragePort = {
  /** A small file of the app itself: whole or not there, checked when read. */
  readonly kept: <T>(path: string, schema: KeptSchema<T>) => SmallJson<T>
  /** Where a session goes; `copy` from 2 on makes another name. */
  readonly sessionPath: (root: string, lab: string, day: string, title: string, copy?: number) => string
  /** The sync program in whose folder a path is. */
  readonly syncService: (path: string) => string | null
  readonly create: (path: string, records: readonly AnyRecord[]) => Promise<Result<OpenSession, OpenFailure>>
  /** Another living process has the session open. */
  readonly openElsewhere: (path: string) => Promise<boolean>
  readonly open: (path: string, options: OpenOptions) => Promise<Result<OpenSession, OpenFailure>>
  /** Folder of a session's journals, there while it is open or after a crash. */
  readonly beside: (path: string) => string
  /** Copies apart from the session folder. */
  readonly backups: {
    /** Newest first. */
    readonly list: (sessionId: string) => Promise<readonly Backup[]>
    /** Also of sessions whose file is gone. */
    readonly sessions: () => Promise<readonly string[]>
    /** Makes a new session with an id of its own; nothing is overwritten. */
    readonly restore: (
      backup: Backup,
      made: { readonly target: string; readonly sessionId: string },
    ) => Promise<Result<string, OpenFailure>>
    /** With the copies set aside after damage. */
    readonly removeAll: (sessionId: string) => Promise<void>
  }
}

/** Reports; the model is built and redacted before anything is drawn. */
export type ReportPort = {
  /** Names of the files each format will have. */
  readonly names: (view: DocumentView, ask: ReportAsk, formats: readonly ExportFormat[]) => Promise<readonly string[]>
  readonly removed: (view: DocumentView, ask: ReportAsk) => Promise<readonly ExportRemoval[]>
  readonly parts: (view: DocumentView, ask: ReportAsk) => Promise<readonly ExportPart[]>
  /** A chart of the report, or the board that is asked for, on its own. */
  readonly picture: (
    view: DocumentView,
    ask: ReportAsk,
    which: { readonly chartId?: string | undefined; readonly as: 'png' | 'svg' },
  ) => Promise<ExportPicture | null>
  /** Throws what printing throws, and the reason of `signal` when that says stop; the other formats do not fail. */
  readonly draw: (
    view: DocumentView,
    ask: ReportAsk,
    format: ExportFormat,
    signal?: AbortSignal,
  ) => Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>
  /** Ends what is kept for the next report: a thread, a browser. */
  readonly close?: () => Promise<void>
}

/** The disk that reports are written to; tests put one in that fills up. */
export type ExportDisk = Pick<FileSystem, 'mayBeBusy' | 'open' | 'rename' | 'unlink'>

/** What only a desktop shell can do; absent in `serve`. */
export type ShellPort = {
  /** Asks for a session file; null when nothing was picked. */
  readonly pickSessionFile: () => Promise<string | null>
  /** Asks where a session is to be kept; null when nothing was picked. */
  readonly pickSavePath: (suggested: string) => Promise<string | null>
  /** Asks for a folder; null when none was chosen. */
  readonly pickFolder: () => Promise<string | null>
  readonly showFile: (path: string) => void
  /** In the program that the system has for it; false when there is none. Only for files that were just written. */
  readonly openFile: (path: string) => Promise<boolean>
  /** Prints a page that runs nothing, in a hidden window of its own. */
  readonly printPdf: (html: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>
  /** The projector's window, of everybody or of a parallel group; on the second display where there is one. */
  readonly openProjector: (groupId?: string) => void
  /** The page that is handed round. */
  readonly openTablet: () => void
}

export type HostDeps = {
  readonly clock: Clock
  readonly timers: Timers
  readonly randomBytes: (count: number) => Uint8Array
  readonly interfaces: typeof networkInterfaces
  readonly storage: StoragePort
  readonly reports: ReportPort | null
  readonly disk: ExportDisk
  readonly shell: ShellPort | null
  readonly words: Words
  readonly capabilities: Capabilities
  /** Where session files are kept. */
  readonly dataDir: string
  /** The app's own folder: settings, room secrets, keys. Never the folder of the sessions. */
  readonly appData: string
  /** The project's `resources` folder: templates, samples, locales. */
  readonly resources: string
  /** Folder of the built pages; null serves none. */
  readonly pages: string | null
  readonly build: string
  /** Tried first for a new room, then the next free one; 0 takes any. */
  readonly roomPort: number
  /** Sample labs stand on the home page. */
  readonly samples: boolean
  readonly log: (event: string, details?: { readonly [name: string]: string | number | boolean }) => void
}

/** A pure change of the document: the diff or why not. */
export type DiffResult = Result<Diff, Failure>
