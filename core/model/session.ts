import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { LIMITS } from './limits'
import { daySchema, instantSchema, shortText } from './text'

/** What the projector shows: one thing at a time, chosen by the facilitator. */
export const stageSchema = z.discriminatedUnion('view', [
  z.object({ view: z.literal('blank') }),
  z.object({ view: z.literal('join') }),
  z.object({ view: z.literal('step') }),
  z.object({
    view: z.literal('board'),
    boardId: idSchema,
    entryId: idSchema.optional(),
    page: z.int().min(0).optional(),
  }),
  z.object({ view: z.literal('vote'), voteId: idSchema }),
  z.object({ view: z.literal('result'), voteId: idSchema }),
  z.object({ view: z.literal('agreed') }),
])
export type Stage = Readonly<z.infer<typeof stageSchema>>

/** Exactly one per document. `labId` is the id of the one lab record. */
export const sessionSchema = z.looseObject({
  type: z.literal('session'),
  id: idSchema,
  title: z.string().min(1).max(LIMITS.title),
  labId: idSchema,
  day: daySchema,
  timeZone: z.string().max(60),
  lang: z.string().max(20),
  state: z.enum(['prepared', 'running', 'closed']),
  stage: stageSchema,
  currentStepId: idSchema.optional(),
  /** Ballots of a voice needed to show it: in the room, and in public reports. Never under 3. */
  k: z.object({ room: z.int().min(3).max(50), public: z.int().min(3).max(50) }),
  previous: idSchema.optional(),
  sample: z.boolean().optional(),
  templateKey: shortText.optional(),
  createdAt: instantSchema,
  startedAt: instantSchema.optional(),
  closedAt: instantSchema.optional(),
})
export type Session = Known<z.infer<typeof sessionSchema>>
