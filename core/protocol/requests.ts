import { z } from 'zod'
import { idSchema, isOwnName } from '../model/ids'
import { quoteSchema } from '../model/person'
import { proposalKindSchema } from '../model/step'
import { daySchema, longText, shortText, statementText } from '../model/text'
import { LIMITS } from '../model/limits'
import type { SlipSeries } from '../model/vote'
import { ballotSchema } from '../model/vote'
import { documentRequests } from './document-requests'
import { MOST_CHOSEN, choices, compareFilter, exportFolder, format, profile, what } from './export-args'
import type { ResultOf } from './request-kit'
import { act, ask } from './request-kit'
import type {
  BackupEntry,
  BallotReceipt,
  BoardTemplateCard,
  ErasePlan,
  ExportPlan,
  ExportStarted,
  GrantView,
  HistoryEntry,
  HomeView,
  ImageView,
  LabOverview,
  MyBallot,
  NetworkView,
  NotebookView,
  OpenedSession,
  PhoneView,
  ReachView,
  RoomView,
  SearchHit,
  Settings,
  TrashEntry,
} from './views'
import type {
  CompareStarted,
  CompareStatement,
  CompareView,
  ExportPart,
  ExportPicture,
  MergePlan,
} from './report-views'
import type { PaperEntered, PaperView, SlipView } from './vote-views'

export type { ExportChoices, ExportWhat } from './export-args'

const id = idSchema
const none = z.object({})
const secret = z.string().min(16).max(64)
/** Whose words are erased: all of a person's, or single cards, statements or entries. */
const erasure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: idSchema }),
  z.object({ kind: z.literal('records'), ids: z.array(idSchema).min(1).max(500) }),
])
/** The number of a printed slip or the code on it, as typed. */
const slipCode = z.string().min(1).max(20)
/** What a slip says: a ballot (also a blank one), or that it cannot be read as one. */
const paperMark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ballot'), ballot: ballotSchema }),
  z.object({ kind: z.literal('invalid') }),
])
const notebookCode = z.string().min(4).max(60)

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
  'ballot.cast': act<BallotReceipt>()(
    z.object({ voteId: id, roundId: id, rev: z.int().min(1), ballot: ballotSchema, slip: slipCode.optional() }),
  ),
  'ballot.mine': ask<MyBallot>()(z.object({ voteId: id, roundId: id, slip: slipCode.optional() })),
  /** Whether the code on a slip opens this round's ballot on this device; refused with the reason. Guessing is slowed. */
  'slip.check': ask<SlipView>()(z.object({ voteId: id, roundId: id, slip: slipCode })),
  /** A statement travels to the next round, or stays: its author says so. */
  'statement.release-own': act<{ readonly released: boolean }>()(
    z.object({ cardId: id, secret, released: z.boolean() }),
  ),
  'proposal.submit': act<{ readonly id: string }>()(
    z.object({
      id: id.refine(isOwnName),
      secret,
      kind: proposalKindSchema,
      text: z.string().max(LIMITS.statement).optional(),
      taskId: id.optional(),
    }),
  ),
  'proposal.withdraw': act<{ readonly id: string }>()(z.object({ id, secret })),
  /** "I am done" with this step, or not yet after all. Only counted. */
  'step.finished': act<null>()(z.object({ stepId: id, done: z.boolean() })),
  /** The feedback round: once per device, 1-5 or nothing per question. Only counts are kept. */
  'pulse.answer': act<null>()(
    z.object({
      values: z.array(z.object({ id, value: z.int().min(1).max(5) })).max(20),
      remark: z.string().max(LIMITS.statement).optional(),
    }),
  ),
  'pulse.mine': ask<{ readonly answered: boolean }>()(none),
  /** "I would like to speak", and back. The id is this phone's in the queue, so that it can say how many come before. */
  'queue.raise': act<{ readonly id: string }>()(z.object({ raised: z.boolean() })),

  /** The notebook of whoever knows the code; entries of earlier sessions of the lab are read only. */
  'notebook.open': ask<NotebookView>()(z.object({ code: notebookCode })),
  'notebook.write': act<{ readonly id: string }>()(
    z.object({
      id: id.refine(isOwnName),
      code: notebookCode,
      text: longText,
      image: z.string().max(700_000).optional(),
    }),
  ),
  'notebook.share': act<null>()(z.object({ id, code: notebookCode, shared: z.boolean() })),
  'notebook.remove': act<null>()(z.object({ id, code: notebookCode })),

  'image.get': ask<ImageView>()(z.object({ id })),

  /** Counts as "I am here" for the reach test; no data. */
  'room.hello': act<null>()(none),

  'vote.open': act<{ readonly seq: number }>()(z.object({ id })),
  'vote.count': act<{ readonly seq: number }>()(z.object({ id })),
  /** `accept`: slips that were typed in twice and differ count as they were typed first. */
  'vote.close': act<{ readonly seq: number }>()(z.object({ id, accept: z.boolean().optional() })),
  /** Reserves numbers for slips of the last round; in a draft the topics' words are fixed with it. */
  'slips.add': act<SlipSeries>()(z.object({ voteId: id, count: z.int().min(1).max(LIMITS.slips) })),

  /** A slip typed in, by number or code. `fix` is what counts where the first and the second typing differ. */
  'paper.enter': act<PaperEntered>()(
    z.object({
      voteId: id,
      roundId: id,
      slip: slipCode,
      pass: z.enum(['first', 'second', 'fix']),
      mark: paperMark,
      /** Typed before and meant: takes the place of what was typed. */
      replace: z.boolean().optional(),
    }),
  ),
  /** Typed in by mistake: as if it had not been. */
  'paper.remove': act<null>()(z.object({ voteId: id, roundId: id, number: z.int().min(1) })),
  'paper.view': ask<PaperView>()(z.object({ voteId: id, roundId: id })),

  'history.undo': act<{ readonly seq: number; readonly label: string }>()(none),
  'history.redo': act<{ readonly seq: number; readonly label: string }>()(none),

  /** What was done, newest first; what can be taken back alone says so. */
  'history.list': ask<readonly HistoryEntry[]>()(none),
  /** Brings back what one removal took away, without undoing what came after it. */
  'history.restore': act<{ readonly seq: number }>()(z.object({ entryId: z.int().min(1) })),

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
  /** To the trash: the file and its backups can be restored until the trash is emptied. */
  'session.trash': act<{ readonly trashId: string }>()(z.object({ fileId: shortText })),
  'trash.list': ask<readonly TrashEntry[]>()(none),
  'trash.restore': act<OpenedSession>()(z.object({ trashId: shortText })),
  /** For good, with all backups of the session. */
  'trash.remove': act<null>()(z.object({ trashId: shortText })),
  'backup.list': ask<readonly BackupEntry[]>()(none),
  /** Makes a new session beside the present one. */
  'backup.restore': act<OpenedSession>()(z.object({ backupId: shortText })),
  /** The lab over time, from all its files; of the open session's lab without `labId`. */
  'lab.overview': ask<LabOverview>()(z.object({ labId: shortText.optional() })),
  /** What an erasure would take away, and where. */
  'erase.plan': ask<ErasePlan>()(z.object({ what: erasure })),
  /** A job: this file, later files of the lab, backups. Cannot be undone. */
  'erase.run': act<{ readonly jobId: string }>()(z.object({ what: erasure })),
  /** The open session's agenda, boards, votes and questions as a template of one's own, without anybody's words. */
  'template.save': act<{ readonly templateId: string }>()(z.object({ name: z.string().min(1).max(LIMITS.title) })),
  'template.remove': act<null>()(z.object({ templateId: shortText })),
  'board.templates': ask<readonly BoardTemplateCard[]>()(none),
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
  /** Most phones at once; null: as many as the app can take. */
  'room.cap': act<RoomView>()(z.object({ most: z.int().min(1).max(2_000).nullable() })),
  /** The phones in the room, in no order that says anything. */
  'room.phones': ask<readonly PhoneView[]>()(none),
  /** Sends a phone away for as long as this room is open. What it handed in stays. */
  'room.remove-phone': act<null>()(z.object({ phoneId: shortText })),
  'room.wifi': act<RoomView>()(z.object({ name: shortText, password: shortText })),
  /** A one-time address that gives another computer in the room the projector or the board. */
  'room.grant': act<GrantView>()(
    z.object({ role: z.enum(['projector', 'co-facilitator', 'kiosk']), groupId: id.optional() }),
  ),
  'room.grants': ask<readonly GrantView[]>()(none),
  'room.revoke': act<null>()(z.object({ grantId: id })),
  'reach.start': act<ReachView>()(none),
  'reach.stop': act<ReachView>()(none),

  'export.plan': ask<ExportPlan>()(
    z.object({ profile, lang: z.string().max(20), what, choices, folder: exportFolder }),
  ),
  /** The parts that this report has for this profile, in their order; empty ones are not among them. */
  'export.parts': ask<readonly ExportPart[]>()(z.object({ profile, lang: z.string().max(20), what })),
  /** A chart or a board of a report on its own, as a picture. */
  'export.picture': act<ExportPicture>()(
    z.object({
      profile,
      lang: z.string().max(20),
      what,
      chartId: z.string().max(120).optional(),
      as: z.enum(['png', 'svg']),
    }),
  ),
  /** A short-lived address of the finished HTML, drawn by the same code as the exported file. */
  'export.preview': act<{ readonly url: string }>()(z.object({ profile, lang: z.string().max(20), what, choices })),
  /** `beside`: when files of these names exist, the new ones get a number; they are neither replaced nor asked about. */
  'export.run': act<ExportStarted>()(
    z.object({
      profile,
      lang: z.string().max(20),
      formats: z.array(format).min(1),
      force: z.boolean(),
      beside: z.boolean().optional(),
      folder: exportFolder,
      what,
      choices,
    }),
  ),
  /** Reads the files and indexes them: a job whose progress is pushed; the comparison is there when it is done. */
  'compare.start': act<CompareStarted>()(
    z.object({
      of: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('all') }),
        z.object({ kind: z.literal('labs'), labIds: z.array(shortText).min(1).max(MOST_CHOSEN) }),
        z.object({ kind: z.literal('files'), fileIds: z.array(shortText).min(1).max(MOST_CHOSEN) }),
        /** Absolute path of a folder on this computer; subfolders too. */
        z.object({ kind: z.literal('folder'), path: z.string().min(1).max(1_000) }),
        /** The sample labs as they come with the app: nothing is copied. */
        z.object({ kind: z.literal('samples') }),
      ]),
    }),
  ),
  'compare.view': ask<CompareView>()(
    z.object({
      compareId: id,
      by: z.enum(['place', 'lab']),
      filter: compareFilter.optional(),
    }),
  ),
  /** The statements behind a cell, as the internal profile shows them. */
  'compare.statements': ask<readonly CompareStatement[]>()(
    z.object({
      compareId: id,
      refs: z
        .array(z.object({ sessionId: id, cardId: id }))
        .min(1)
        .max(500),
    }),
  ),
  /** Takes over what another file of a parallel group holds; nothing of it is written there. With a title: into a new session. */
  'session.merge-plan': ask<MergePlan>()(z.object({ fileId: shortText, asNew: z.boolean().optional() })),
  'session.merge': act<MergePlan>()(
    z.object({ fileId: shortText, title: z.string().min(1).max(LIMITS.title).optional() }),
  ),
  'job.cancel': act<null>()(z.object({ jobId: id })),
  /** Shows a file this app has just written in the file manager (capability showFiles). */
  'file.show': act<null>()(z.object({ jobId: id })),
  /** Opens a file this app has just written in its own program (capability showFiles). */
  'file.open': act<null>()(z.object({ jobId: id, file: shortText })),
  /** Native dialog (capability nativeDialogs); null when none was chosen. */
  'folder.pick': act<{ readonly folder: string | null }>()(none),

  'settings.get': ask<Settings>()(none),
  'settings.set': act<Settings>()(
    z.object({
      theme: z.enum(['system', 'light', 'dark', 'contrast']).optional(),
      lang: z.string().max(20).optional(),
      networkAddress: shortText.nullable().optional(),
      singleKeys: z.boolean().optional(),
      textSize: z.enum(['normal', 'large', 'larger']).optional(),
      sound: z.boolean().optional(),
      k: z.object({ room: z.int().min(3).max(50), public: z.int().min(3).max(50) }).optional(),
      /** Absolute path of an existing or new folder; null: the usual one. Sessions stay where they are. */
      dataDir: z.string().max(1_000).nullable().optional(),
    }),
  ),
  /** The page that is handed round: a second window, or a one-time address on this machine. */
  'tablet.open': act<{ readonly url: string | null }>()(none),
  /** Nothing to look at, and back to what was shown: every screen, or one group's; from a projector its own. */
  'stage.toggle-blank': act<null>()(z.object({ groupId: id.optional() })),
  'projector.open': act<{ readonly url: string | null }>()(z.object({ groupId: id.optional() })),
} as const

export const requests = { ...documentRequests, ...hostRequests } as const

export type Requests = typeof requests
export type RequestName = keyof Requests
export type DocumentRequestName = keyof typeof documentRequests
export type RequestArgs<N extends RequestName> = z.infer<Requests[N]['args']>
export type RequestResult<N extends RequestName> = ResultOf<Requests[N]>

export const isDocumentRequest = (name: RequestName): name is DocumentRequestName => name in documentRequests
export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requests, name)
