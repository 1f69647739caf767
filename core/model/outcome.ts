import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { LIMITS } from './limits'
import { ownerSchema, quoteSchema } from './person'
import { daySchema, instantSchema, longText, shortText } from './text'
import { levelSchema } from './voice'

/** What something rests on or came from: another record of this document. */
export const refSchema = z.object({
  type: z.enum([
    'card',
    'cluster',
    'vote',
    'decision',
    'statement',
    'question',
    'task',
    'project',
    'indicator',
    'activity',
  ]),
  id: idSchema,
})
export type Ref = Readonly<z.infer<typeof refSchema>>

export const objectionSchema = z.object({
  id: idSchema,
  text: z.string().min(1).max(LIMITS.statement),
  voiceId: idSchema.optional(),
  quote: quoteSchema,
})
export type Objection = Readonly<z.infer<typeof objectionSchema>>

/** A recommendation is a decision that somebody outside the lab must act on: addressee, level, reply. */
export const decisionSchema = z.looseObject({
  type: z.literal('decision'),
  id: idSchema,
  order: z.string().max(200),
  number: z.int().min(1),
  kind: z.enum(['agreement', 'recommendation']),
  status: z.enum(['proposed', 'agreed', 'kept', 'changed', 'dropped']),
  wording: z.string().min(1).max(LIMITS.statement),
  rationale: longText.optional(),
  behind: z.object({ voiceIds: z.array(idSchema), count: z.int().min(0).optional(), of: z.int().min(0).optional() }),
  objections: z.array(objectionSchema).max(60),
  owner: ownerSchema.optional(),
  evidence: z.array(refSchema).max(100),
  reviewOn: daySchema.optional(),
  addressee: shortText.optional(),
  level: levelSchema.optional(),
  reply: z
    .object({ text: longText, on: daySchema, outcome: z.enum(['accepted', 'partly', 'refused', 'open']) })
    .optional(),
  madeAt: instantSchema,
  /** The session that made it; absent = this one. */
  fromSession: idSchema.optional(),
})
export type Decision = Known<z.infer<typeof decisionSchema>>

export const taskStateSchema = z.enum(['todo', 'doing', 'done', 'dropped'])
export type TaskState = z.infer<typeof taskStateSchema>

export const taskSchema = z.looseObject({
  type: z.literal('task'),
  id: idSchema,
  order: z.string().max(200),
  text: z.string().min(1).max(LIMITS.statement),
  note: longText.optional(),
  owner: ownerSchema.optional(),
  due: daySchema.optional(),
  origin: refSchema.optional(),
  state: taskStateSchema,
  history: z.array(z.object({ at: instantSchema, state: taskStateSchema, note: shortText.optional() })).max(500),
  /** Asked at the start of the next session: what came of it. */
  review: z.enum(['done', 'going-on', 'stuck', 'dropped']).optional(),
  progress: shortText.optional(),
  fromSession: idSchema.optional(),
})
export type Task = Known<z.infer<typeof taskSchema>>

export const questionSchema = z.looseObject({
  type: z.literal('question'),
  id: idSchema,
  order: z.string().max(200),
  kind: z.enum(['question', 'assumption']),
  text: z.string().min(1).max(LIMITS.statement),
  owner: ownerSchema.optional(),
  due: daySchema.optional(),
  state: z.enum(['open', 'answered', 'dropped']),
  answer: longText.optional(),
  origin: refSchema.optional(),
  fromSession: idSchema.optional(),
})
export type Question = Known<z.infer<typeof questionSchema>>
