import { z } from 'zod'
import type { Diff } from '../change/diff'
import type { Failure } from './failures'
import { ROLES } from './roles'
import type { Role } from './roles'
import type {
  Capabilities,
  DoneView,
  HeardView,
  HistoryView,
  JobView,
  Notice,
  ReachView,
  RoomView,
  SaveState,
  Settings,
  Snapshot,
  Turnout,
} from './views'

/** Why the host ends a connection. */
export const BYE_REASONS = [
  'replaced',
  'shutting-down',
  'room-closed',
  'removed',
  'too-slow',
  'misuse',
  'refused',
] as const
export type ByeReason = (typeof BYE_REASONS)[number]

/**
 * How a connection proves its role. link: the one-time token of the facilitator's address, or what it was exchanged
 * for. join: the code people type or the secret of the QR; `device` is the signed token of an earlier welcome.
 */
export const proofSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), token: z.string().max(200) }),
  z.object({
    kind: z.literal('join'),
    code: z.string().max(60).optional(),
    secret: z.string().max(120).optional(),
    device: z.string().max(200).optional(),
  }),
  /** In-process connections (Electron IPC) whose window gives the role. */
  z.object({ kind: z.literal('window') }),
  /** A one-time address given by the facilitator for a computer in the room, or what it was exchanged for. */
  z.object({ kind: z.literal('grant'), token: z.string().max(200) }),
])
export type Proof = Readonly<z.infer<typeof proofSchema>>

export const clientMessageSchema = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('hello'),
    v: z.int(),
    role: z.enum(ROLES),
    proof: proofSchema,
    voiceId: z.string().max(60).nullable().optional(),
    lang: z.string().max(20).optional(),
    /** A projector of a parallel group; phones get their group by the code they joined with. */
    groupId: z.string().max(60).optional(),
    /** Random, of the tablet while one person has it in hand: after a lost connection it is the same voter again. */
    turn: z.string().min(16).max(60).optional(),
    resume: z
      .object({ sessionId: z.string().max(60), seq: z.int().min(0) })
      .nullable()
      .optional(),
  }),
  z.object({ t: z.literal('voice'), voiceId: z.string().max(60).nullable() }),
  z.object({ t: z.literal('req'), id: z.int().min(1), name: z.string().max(60), args: z.unknown() }),
  z.object({ t: z.literal('ping') }),
])
export type ClientMessage = Readonly<z.infer<typeof clientMessageSchema>>

export type Welcome = {
  readonly t: 'welcome'
  readonly v: number
  readonly role: Role
  readonly capabilities: Capabilities
  /** To be kept and shown at the next hello: `link` token of this browser, or the phone's device token. */
  readonly credential: string | null
  /** The parallel group of this phone or projector; null: everybody. */
  readonly groupId: string | null
  /** Also the token of `POST /file` and `POST /blob` for this connection. */
  readonly upload: string | null
  /** Host time in ms, for timers. */
  readonly now: number
  readonly session: SessionState
  readonly room: RoomView | null
  readonly settings: Settings | null
  readonly build: string
}

export type SessionState =
  | { readonly kind: 'none' }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  /** The replica goes on from where it was: the missed changes, filtered for the role. */
  | { readonly kind: 'missed'; readonly changes: readonly DocChange[] }

export type DocChange = {
  readonly seq: number
  readonly diff: Diff
  /** The request of this connection that made it, so that its own guess can be dropped. */
  readonly req?: number
}

export type Pushes = {
  readonly 'doc.changed': DocChange
  readonly 'session.opened': { readonly snapshot: Snapshot }
  readonly 'session.left': { readonly failure?: Failure }
  /** A file named by the shell (command line, file manager) did not open; what was open stays open. */
  readonly 'open.failed': { readonly failure: Failure }
  readonly 'save.changed': SaveState
  readonly 'history.changed': HistoryView
  readonly 'room.changed': RoomView
  readonly 'reach.changed': ReachView
  readonly 'vote.turnout': Turnout
  readonly 'step.done': DoneView
  readonly 'heard.changed': HeardView
  readonly 'job.changed': JobView
  readonly 'home.changed': Record<string, never>
  readonly 'settings.changed': Settings
  readonly notice: Notice
  /** A native menu item or an opened file asks the page to run one of its actions. */
  readonly 'action.run': { readonly action: string }
}
export type PushName = keyof Pushes

export type HostMessage =
  | Welcome
  | { readonly t: 'refused'; readonly failure: Failure; readonly v: number }
  | { readonly t: 'res'; readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly t: 'res'; readonly id: number; readonly ok: false; readonly failure: Failure }
  | { readonly [N in PushName]: { readonly t: 'push'; readonly name: N; readonly data: Pushes[N] } }[PushName]
  | { readonly t: 'pong'; readonly now: number }
  | { readonly t: 'bye'; readonly reason: ByeReason }
