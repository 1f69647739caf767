import type { Axis, Layout } from '../model/board'
import type { Decision, Task } from '../model/outcome'
import type { AnyRecord } from '../model/records'
import type { Label } from '../model/text'
import type { Ballot, Channel } from '../model/vote'
import type { Activity, Indicator, Project } from '../model/work'
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
    | 'projector-unplugged'
    | 'projector-found'
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
  /** Keep-until day of the lab, and whether it has passed: the session should be deleted. */
  readonly keepUntil?: string
  readonly overdue: boolean
  /** Session id, and that of the session it was started from. */
  readonly sessionId: string
  readonly previous?: string
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
  /** Key in `boards:template.<key>`, e.g. `challengeMap`: has `.name` and `.about`. */
  readonly key: string
  /** Of a template of one's own: its name as given. Its `key` has no words then. */
  readonly name?: string
  /** A round of the staged dialogue: nobody of the round before comes along on the list of people. */
  readonly round?: number
  readonly minutes: number
  readonly steps: number
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
  /** Most phones at once; null: as many as the app can take. */
  readonly cap: number | null
  readonly wifi: { readonly name: string; readonly password: string } | null
  readonly failure: Failure | null
  /** Parallel groups have a join code each; empty without groups or while closed. */
  readonly groups: readonly { readonly groupId: string; readonly code: string; readonly url: string }[]
  /** The projectors that show something now: windows of this computer, and browsers elsewhere (`granted`). */
  readonly screens: readonly ScreenView[]
}

/** A phone in the room. `phoneId` is made anew for each opening of the room and says nothing elsewhere. */
export type PhoneView = {
  readonly phoneId: string
  readonly voiceId: string | null
  readonly here: boolean
}

export type ScreenView = { readonly groupId: string | null; readonly granted: boolean }

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
  /** Only for the laptop, and where slips were printed. */
  readonly paper?: {
    readonly printed: number
    readonly entered: number
    readonly twice: number
    readonly differing: number
  }
}

/** "I am done": counts only, by voice from k upward, small ones joined. */
export type DoneView = {
  readonly stepId: string
  readonly done: number
  readonly present: number
  readonly groups: readonly { readonly voiceIds: readonly string[]; readonly done: number; readonly present: number }[]
}

/** When each voice was last heard (contribution or speaking turn), ms; for the quiet hint. */
export type HeardView = {
  readonly since: number
  readonly voices: readonly { readonly voiceId: string; readonly at: number; readonly turns: number }[]
}

export type NotebookEntry = {
  readonly id: string
  readonly text: string
  readonly image?: string
  readonly on: string
  readonly shared: boolean
  /** Of an earlier session: can be read only. */
  readonly readOnly: boolean
}
export type NotebookView = { readonly entries: readonly NotebookEntry[] }

export type ImageView = {
  readonly mime: string
  readonly data: string
  readonly width: number
  readonly height: number
}

/** `what` names a request whose words stand in the `actions` namespace. */
export type HistoryEntry = {
  readonly entryId: number
  readonly what: string
  readonly at: number
  /** Of what was changed or removed, shortened; for telling entries apart. */
  readonly about?: string
  readonly count: number
  readonly state: 'done' | 'undone'
  readonly restorable: boolean
}

export type TrashEntry = {
  readonly trashId: string
  readonly title: string
  readonly labName: string
  readonly day: string
  readonly trashedAt: string
}

export type BackupEntry = {
  readonly backupId: string
  readonly at: string
  readonly cards: number
  readonly bytes: number
}

/** One file per line; `count` records of it hold words that go. */
export type ErasePlan = {
  readonly here: number
  readonly files: readonly { readonly title: string; readonly day: string; readonly count: number }[]
  readonly backups: number
  /** Records of others that would lose a reference: links, evidence, options of closed votes. */
  readonly touched: number
  /** Places that could not be looked into, and why. */
  readonly unreadable: readonly DamagedFile[]
}

export type BoardTemplateCard = {
  readonly id: string
  /** Key in `boards:boardTemplate.<key>`: `.about`. */
  readonly key: string
  readonly label: Label
  readonly layout: Layout
  readonly axes: readonly Axis[]
}

/** A one-time address; `used` once a browser came with it: then `url` is empty, for it opens nothing any more. */
export type GrantView = {
  readonly grantId: string
  readonly role: 'projector' | 'co-facilitator' | 'kiosk'
  readonly groupId?: string
  readonly url: string
  readonly used: boolean
  readonly connected: boolean
}

export type PulseTrend = {
  readonly question: Label
  readonly points: readonly { readonly day: string; readonly answers: number; readonly mean: number | null }[]
}

/** The lab over time; the newest file wins for what has the same id. */
export type LabOverview = {
  readonly labId: string
  readonly name: string
  readonly sessions: readonly (SessionCard & {
    /** Two successors of one session are branches; 0 is the main line. */
    readonly branch: number
  })[]
  readonly tasks: readonly (Task & { readonly day: string })[]
  readonly decisions: readonly (Decision & { readonly day: string })[]
  readonly projects: readonly Project[]
  readonly indicators: readonly Indicator[]
  readonly activities: readonly Activity[]
  readonly pulse: readonly PulseTrend[]
  /** Statements of the staged dialogue: all, and those nobody has answered. */
  readonly statements: { readonly all: number; readonly unanswered: number }
  readonly keepUntil?: string
  readonly overdue: boolean
  readonly damaged: readonly DamagedFile[]
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
  readonly kind: 'export' | 'erase' | 'compare'
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
  readonly type:
    | 'card'
    | 'cluster'
    | 'decision'
    | 'task'
    | 'vote'
    | 'question'
    | 'statement'
    | 'project'
    | 'indicator'
    | 'activity'
    | 'step'
    | 'board'
    | 'person'
  readonly id: string
  readonly text: string
}

export type Settings = {
  readonly theme: 'system' | 'light' | 'dark' | 'contrast'
  readonly lang: string
  readonly networkAddress: string | null
  readonly singleKeys: boolean
  readonly textSize: 'normal' | 'large' | 'larger'
  /** At the end of the timer, on the facilitator's computer. */
  readonly sound: boolean
  /** For new sessions. */
  readonly k: { readonly room: number; readonly public: number }
  /** Null: the usual folder. */
  readonly dataDir: string | null
}

/** What the host can do where it runs; pages ask for these, never for a platform. */
export type Capabilities = {
  readonly nativeDialogs: boolean
  readonly showFiles: boolean
  readonly secondWindow: boolean
}
