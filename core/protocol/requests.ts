import { z } from 'zod'
import { idSchema, isOwnName } from '../model/ids'
import { quoteSchema } from '../model/person'
import { daySchema, shortText, statementText } from '../model/text'
import { LIMITS } from '../model/limits'
import { ballotSchema } from '../model/vote'
import { documentRequests } from './document-requests'
import type { ResultOf } from './request-kit'
import { act, ask } from './request-kit'
import type {
  BallotReceipt,
  ExportPlan,
  ExportRemoval,
  ExportStarted,
  HomeView,
  MyBallot,
  NetworkView,
  OpenedSession,
  ReachView,
  RoomView,
  SearchHit,
  Settings,
} from './views'

const id = idSchema
const none = z.object({})
const profile = z.enum(['internal', 'participants', 'public'])
const format = z.enum(['html', 'json', 'csv', 'md'])

/** Everything that is not a plain document command. One file maps each name to arguments and result; both sides infer. */
const hostRequests = {
  // what a phone may do; `secret` is the phone's own, 16-64 characters; the host keeps only its hash
  'card.submit': act<{ readonly id: string; readonly held: boolean }>()(
    z.object({
      id: id.refine(isOwnName),
      secret: z.string().min(16).max(64),
      text: statementText,
      entryIds: z.array(idSchema).max(2).optional(),
      quote: quoteSchema,
    }),
  ),
  'card.withdraw': act<{ readonly id: string }>()(z.object({ id, secret: z.string().min(16).max(64) })),
  /** `rev` rises with each change on this phone: a retry counts once, a late old one changes nothing. */
  'ballot.cast': act<BallotReceipt>()(z.object({ voteId: id, roundId: id, rev: z.int().min(1), ballot: ballotSchema })),
  'ballot.mine': ask<MyBallot>()(z.object({ voteId: id, roundId: id })),
  /** Counts as "I am here" for the reach test; no data. */
  'room.hello': act<null>()(none),

  'vote.open': act<{ readonly seq: number }>()(z.object({ id })),
  'vote.count': act<{ readonly seq: number }>()(z.object({ id })),
  'vote.close': act<{ readonly seq: number }>()(z.object({ id })),

  'history.undo': act<{ readonly seq: number; readonly label: string }>()(none),
  'history.redo': act<{ readonly seq: number; readonly label: string }>()(none),

  'home.view': ask<HomeView>()(none),
  'session.create': act<OpenedSession>()(
    z.object({
      templateId: shortText.nullable(),
      title: z.string().min(1).max(LIMITS.title),
      labName: z.string().min(1).max(200),
      /** A session of this lab to take name, voices and profile from. */
      labOf: shortText.optional(),
      day: daySchema,
      timeZone: z.string().max(60),
    }),
  ),
  /** Starts the next session from the open one. */
  'session.next': act<OpenedSession>()(
    z.object({
      title: z.string().min(1).max(LIMITS.title),
      day: daySchema,
      personIds: z.array(id),
      templateId: shortText.nullable(),
    }),
  ),
  'session.open': act<OpenedSession>()(
    z.object({ fileId: shortText, accept: z.enum(['loss', 'read-only']).optional() }),
  ),
  'session.open-sample': act<OpenedSession>()(
    z.object({ sampleId: shortText, part: z.int().min(0).max(20).optional() }),
  ),
  /** Native dialog (capability nativeDialogs); a browser sends the file to POST /file instead. */
  'session.open-dialog': act<OpenedSession>()(none),
  'session.leave': act<null>()(none),
  'session.retry-save': act<null>()(none),
  /** Writes the whole session to the data folder under a new name and goes on there. */
  'session.save-elsewhere': act<null>()(z.object({ folder: shortText.optional() })),
  'session.search': ask<readonly SearchHit[]>()(z.object({ text: z.string().max(200) })),

  'room.view': ask<RoomView>()(none),
  'room.networks': ask<readonly NetworkView[]>()(none),
  'room.open': act<RoomView>()(z.object({ address: shortText.optional() })),
  'room.close': act<RoomView>()(none),
  'room.lock': act<RoomView>()(z.object({ locked: z.boolean() })),
  'room.wifi': act<RoomView>()(z.object({ name: shortText, password: shortText })),
  'reach.start': act<ReachView>()(none),
  'reach.stop': act<ReachView>()(none),

  'export.plan': ask<ExportPlan>()(z.object({ profile, lang: z.string().max(20) })),
  'export.removed': ask<readonly ExportRemoval[]>()(z.object({ profile })),
  /** A short-lived address of the finished HTML, drawn by the same code as the exported file. */
  'export.preview': act<{ readonly url: string }>()(z.object({ profile, lang: z.string().max(20) })),
  'export.run': act<ExportStarted>()(
    z.object({ profile, lang: z.string().max(20), formats: z.array(format).min(1), force: z.boolean() }),
  ),
  'job.cancel': act<null>()(z.object({ jobId: id })),
  /** Shows a file this app has just written in the file manager (capability showFiles). */
  'file.show': act<null>()(z.object({ jobId: id })),

  'settings.get': ask<Settings>()(none),
  'settings.set': act<Settings>()(
    z.object({
      theme: z.enum(['system', 'light', 'dark', 'contrast']).optional(),
      lang: z.string().max(20).optional(),
      networkAddress: shortText.nullable().optional(),
      singleKeys: z.boolean().optional(),
    }),
  ),
  'projector.open': act<{ readonly url: string | null }>()(none),
} as const

export const requests = { ...documentRequests, ...hostRequests } as const

export type Requests = typeof requests
export type RequestName = keyof Requests
export type DocumentRequestName = keyof typeof documentRequests
export type RequestArgs<N extends RequestName> = z.infer<Requests[N]['args']>
export type RequestResult<N extends RequestName> = ResultOf<Requests[N]>

export const isDocumentRequest = (name: RequestName): name is DocumentRequestName => name in documentRequests
export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requests, name)
