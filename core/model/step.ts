import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { instantSchema, labelSchema } from './text'

export const stepKindSchema = z.enum(['agreed', 'contribute', 'cluster', 'vote', 'decide', 'talk', 'break', 'pulse'])
export type StepKind = z.infer<typeof stepKindSchema>

/** closed: nobody; alone: hidden until revealed (the host does not send it); open: to all at once. */
export const contributeSchema = z.enum(['closed', 'alone', 'open'])
export type Contribute = z.infer<typeof contributeSchema>

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
  group: z.string().max(60).optional(),
})
export type Step = Known<z.infer<typeof stepSchema>>
