import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { LIMITS } from './limits'
import { instantSchema, labelSchema } from './text'

export const stepKindSchema = z.enum(['agreed', 'contribute', 'cluster', 'vote', 'decide', 'talk', 'break', 'pulse'])
export type StepKind = z.infer<typeof stepKindSchema>

/** closed: nobody; alone: hidden until revealed (the host does not send it); open: to all at once. */
export const contributeSchema = z.enum(['closed', 'alone', 'open'])
export type Contribute = z.infer<typeof contributeSchema>

/** keep: what is shown stays. */
export const stepShowSchema = z.enum(['keep', 'step', 'board', 'vote', 'agreed', 'timer', 'join', 'chain', 'blank'])
export type StepShow = z.infer<typeof stepShowSchema>

export const proposalKindSchema = z.enum(['task', 'volunteer', 'step'])
export type ProposalKind = z.infer<typeof proposalKindSchema>

/**
 * What somebody proposed from a phone: a task, to do one, or the next step. Held: seen by nobody but the facilitator,
 * who accepts or declines it; either way the record goes.
 */
export const proposalSchema = z.looseObject({
  type: z.literal('proposal'),
  id: idSchema,
  kind: proposalKindSchema,
  text: z.string().max(LIMITS.statement).optional(),
  taskId: idSchema.optional(),
  voiceId: idSchema.optional(),
  /** Hash of the phone's secret: with the secret the proposal can be taken back. */
  editHash: z.string().max(100).optional(),
})
export type Proposal = Known<z.infer<typeof proposalSchema>>

export const stepSchema = z.looseObject({
  type: z.literal('step'),
  id: idSchema,
  order: z.string().max(200),
  label: labelSchema,
  /** The question or task in one sentence, read out and shown on phones. */
  question: labelSchema.optional(),
  instruction: labelSchema.optional(),
  kind: stepKindSchema,
  minutes: z.int().min(0).max(600),
  boardId: idSchema.optional(),
  voteId: idSchema.optional(),
  contribute: contributeSchema,
  state: z.enum(['waiting', 'running', 'done', 'skipped']),
  startedAt: instantSchema.optional(),
  endedAt: instantSchema.optional(),
  /** When the timer was stopped, and the seconds it had stood still before. */
  pausedAt: instantSchema.optional(),
  pausedSeconds: z.number().min(0).optional(),
  extraMinutes: z.int().min(0).max(600).optional(),
  /** Only this parallel group does it; absent: everybody. */
  groupId: idSchema.optional(),
  /** What the projector shows when the step starts; absent: the step itself. */
  show: stepShowSchema.optional(),
  /** What phones may propose meanwhile; held until the facilitator confirms. */
  propose: z.array(proposalKindSchema).max(3).optional(),
  /** When the time is up nothing more is taken from phones. */
  lockAtEnd: z.boolean().optional(),
  /** What comes from phones waits for the facilitator before anybody sees it. */
  holdFirst: z.boolean().optional(),
})
export type Step = Known<z.infer<typeof stepSchema>>
