import type { AnyRecord } from '../model/records'
import type { Ballot, Channel } from '../model/vote'
import type { Failure, FailureCode } from './failures'

/** Plain data that requests answer and pushes carry; no zod here, phones use these types. */

/** What was noticed while opening: shown to the facilitator, with what is safe. */
export type Notice = {
  readonly code:
    | 'recovered'
    | 'torn-tail'
    | 'edited-outside'
    | 'previous-used'
    | 'read-only'
    | 'migrated'
    | 'loss-accepted'
    | 'sync-folder'
    | 'room-reopened'
    | 'port-taken'
    | 'settings-reset'
  readonly params?: { readonly [name: string]: string | number }
}

export type Snapshot = {
  readonly fileId: string
  readonly sessionId: string
  readonly seq: number
  readonly records: readonly AnyRecord[]
  readonly readOnly: boolean
  readonly notices: readonly Notice[]
}

export type OpenedSession = { readonly fileId: string; readonly sessionId: string }

export type VoiceCount = { readonly slot: number; readonly name: string; readonly count: number }

export type SessionCard = {
  readonly fileId: string
  readonly title: string
  readonly labId: string
  readonly labName: string
  readonly country?: string
  readonly day: string
  readonly state: 'prepared' | 'running' | 'closed'
  readonly people: number
  readonly cards: number
  readonly votes: number
  readonly steps: number
  readonly minutes: number
  readonly openTasks: number
  readonly lateTasks: number
  readonly decisions: number
  readonly decisionsDue: number
  readonly voices: readonly VoiceCount[]
  readonly sample: boolean
  /** The app stopped while this session was open: opening it brings everything back. */
  readonly interrupted: boolean
  /** Another program has it open now: it opens read-only here. */
  readonly elsewhere: boolean
}

export type DamagedFile = { readonly fileId: string; readonly fileName: string; readonly failure: Failure }

export type LabCard = {
  readonly labId: string
  readonly name: string
  readonly country?: string
  readonly sessions: number
  readonly newestFileId: string
  readonly voices: readonly VoiceCount[]
  readonly lateTasks: number
  readonly openTasks: number
  readonly decisionsDue: number
}

export type TemplateCard = {
  readonly id: string
  /** Key in the `templates` namespace, e.g. `challengeMap`: has `.name` and `.about`. */
  readonly key: string
  readonly minutes: number
  readonly picture:
    | 'matrix'
    | 'stairs'
    | 'rings'
    | 'follow-up'
    | 'columns'
    | 'quadrants'
    | 'voices'
    | 'questions'
    | 'empty'
}

export type SampleCard = {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly parts: readonly { readonly title: string; readonly day: string }[]
}

export type HomeView = {
  readonly sessions: readonly SessionCard[]
  readonly labs: readonly LabCard[]
  readonly damaged: readonly DamagedFile[]
  readonly samples: readonly SampleCard[]
  readonly templates: readonly TemplateCard[]
  readonly dataDir: string
  readonly notices: readonly Notice[]
  readonly today: string
}

export type NetworkView = {
  readonly name: string
  readonly address: string
  readonly kind: 'wifi' | 'cable' | 'virtual' | 'other'
  readonly recommended: boolean
}

export type RoomView = {
  readonly open: boolean
  readonly locked: boolean
  /** Typed by people: two parts, e.g. "MAPLE 47"; six base-32 characters' worth is not asked of them by QR. */
  readonly code: string
  readonly address: string
  readonly port: number
  /** What people type: host and port. */
  readonly typed: string
  /** In the QR: address with the secret in the fragment. Empty while closed. */
  readonly url: string
  readonly phones: number
  readonly wifi: { readonly name: string; readonly password: string } | null
  readonly failure: Failure | null
}

export type ReachView = {
  readonly state: 'idle' | 'waiting' | 'reached' | 'failed'
  readonly url: string
  /** Likely causes in order, when failed. */
  readonly causes: readonly ('interface' | 'firewall' | 'client-isolation')[]
  readonly startedAt: number | null
}

export type Turnout = {
  readonly voteId: string
  readonly roundId: string
  readonly cast: number
  readonly present: number
  readonly channels: { readonly [C in Channel]: number }
  /** Only voices of k people or more, small ones joined; empty when even that would tell too much. */
  readonly groups: readonly { readonly voiceIds: readonly string[]; readonly cast: number; readonly present: number }[]
}

export type SaveState = {
  readonly state: 'saved' | 'saving' | 'failed' | 'read-only'
  readonly unsaved: number
  readonly code?: FailureCode
  /** Time of the last durable change, ms. */
  readonly savedAt: number | null
}

export type HistoryView = {
  /** Request names whose words stand in the `actions` namespace; null = nothing to undo. */
  readonly undo: string | null
  readonly redo: string | null
}

export type BallotReceipt = { readonly rev: number; readonly counted: boolean }
export type MyBallot = {
  readonly rev: number
  readonly ballot: Ballot | null
  readonly state: 'open' | 'counting' | 'closed' | 'none'
}

export type JobView = {
  readonly jobId: string
  readonly kind: 'export'
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number
  readonly failure?: Failure
  /** Names of the written files and the folder they are in, for showing; never used to open anything. */
  readonly files?: readonly string[]
  readonly folder?: string
}

export type ExportStarted = { readonly jobId: string }
export type ExportRemoval = {
  readonly what:
    | 'names'
    | 'quotes-by-role'
    | 'held-cards'
    | 'unreleased-words'
    | 'notebook'
    | 'merged-voices'
    | 'hidden-voices'
    | 'people'
  readonly count: number
}
export type ExportPlan = {
  readonly files: readonly string[]
  readonly folder: string
  readonly existing: readonly string[]
  readonly removed: readonly ExportRemoval[]
}

export type SearchHit = {
  readonly type: 'card' | 'cluster' | 'decision' | 'task' | 'vote' | 'question'
  readonly id: string
  readonly text: string
}

export type Settings = {
  readonly theme: 'system' | 'light' | 'dark' | 'contrast'
  readonly lang: string
  readonly networkAddress: string | null
  readonly singleKeys: boolean
}

/** What the host can do where it runs; pages ask for these, never for a platform. */
export type Capabilities = {
  readonly nativeDialogs: boolean
  readonly showFiles: boolean
  readonly secondWindow: boolean
}
