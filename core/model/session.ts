import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { LIMITS } from './limits'
import { daySchema, instantSchema, labelSchema, shortText } from './text'

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
  z.object({ view: z.literal('timer') }),
  /** Statements with what was answered; one of them, or all by pages. */
  z.object({ view: z.literal('chain'), statementId: idSchema.optional(), page: z.int().min(0).optional() }),
  z.object({ view: z.literal('pulse') }),
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
  /** The round of the staged dialogue that this session is, from 1; see `lab.rounds`. */
  round: z.int().min(1).max(20).optional(),
  /** Who wants to speak, in order. By voice or by what the room calls them. */
  queue: z
    .array(z.object({ id: idSchema, voiceId: idSchema.optional(), name: shortText.optional() }))
    .max(100)
    .optional(),
  sample: z.boolean().optional(),
  templateKey: shortText.optional(),
  /** The next number for a printed slip: numbers are used once, also those of a vote that was removed. */
  nextSlip: z.int().min(1).optional(),
  createdAt: instantSchema,
  startedAt: instantSchema.optional(),
  closedAt: instantSchema.optional(),
})
export type Session = Known<z.infer<typeof sessionSchema>>

/** One of two or more groups that work at the same time: own agenda, own boards, own join code, own projector. */
export const groupSchema = z.looseObject({
  type: z.literal('group'),
  id: idSchema,
  order: z.string().max(200),
  label: labelSchema,
  stage: stageSchema,
  currentStepId: idSchema.optional(),
})
export type Group = Known<z.infer<typeof groupSchema>>
