import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { LIMITS } from './limits'
import { refSchema } from './outcome'
import { ownerSchema } from './person'
import { daySchema, instantSchema, labelSchema, longText, shortText } from './text'

export const projectStateSchema = z.enum(['idea', 'try-out', 'works', 'daily-practice', 'stopped'])
export type ProjectState = z.infer<typeof projectStateSchema>

/** A small, time-limited innovation project. */
export const projectSchema = z.looseObject({
  type: z.literal('project'),
  id: idSchema,
  order: z.string().max(200),
  title: z.string().min(1).max(LIMITS.label),
  aim: longText.optional(),
  targetGroup: longText.optional(),
  partners: z.array(shortText).max(40),
  from: daySchema.optional(),
  to: daySchema.optional(),
  state: projectStateSchema,
  owner: ownerSchema.optional(),
  activities: longText.optional(),
  results: longText.optional(),
  indicatorIds: z.array(idSchema).max(40),
  origin: refSchema.optional(),
})
export type Project = Known<z.infer<typeof projectSchema>>

export const indicatorSchema = z.looseObject({
  type: z.literal('indicator'),
  id: idSchema,
  order: z.string().max(200),
  name: z.string().min(1).max(LIMITS.label),
  unit: shortText.optional(),
  /** Which way is the better one; absent: not said. */
  better: z.enum(['up', 'down']).optional(),
  source: shortText.optional(),
  baseline: z.object({ value: z.number(), on: daySchema.optional() }).optional(),
  target: z.object({ value: z.number(), on: daySchema.optional() }).optional(),
  measurements: z.array(z.object({ value: z.number(), on: daySchema, note: shortText.optional() })).max(1_000),
  origin: refSchema.optional(),
})
export type Indicator = Known<z.infer<typeof indicatorSchema>>

/** What the lab did between meetings. */
export const activitySchema = z.looseObject({
  type: z.literal('activity'),
  id: idSchema,
  order: z.string().max(200),
  title: z.string().min(1).max(LIMITS.label),
  on: daySchema.optional(),
  text: longText.optional(),
  people: z.int().min(0).optional(),
  kind: z.enum(['visit', 'training', 'open-door', 'meeting', 'other']).optional(),
  place: shortText.optional(),
  imageId: idSchema.optional(),
  origin: refSchema.optional(),
})
export type Activity = Known<z.infer<typeof activitySchema>>

/** How many gave 1, 2, 3, 4, 5. */
const fiveCounts = z.array(z.int().min(0).max(100_000)).length(5)

/**
 * One question of the short feedback round at the end, answered with 1 to 5. Only counts are kept, by channel; `past` is
 * what earlier sessions of the lab answered to the same question.
 */
export const pulseSchema = z.looseObject({
  type: z.literal('pulse'),
  id: idSchema,
  order: z.string().max(200),
  question: labelSchema,
  answers: z.object({ phone: fiveCounts.optional(), kiosk: fiveCounts.optional(), paper: fiveCounts.optional() }),
  past: z
    .array(z.object({ sessionId: idSchema, day: daySchema, counts: fiveCounts }))
    .max(200)
    .optional(),
  remarks: z.array(z.string().max(LIMITS.statement)).max(500),
})
export type Pulse = Known<z.infer<typeof pulseSchema>>

/** A family's own entry. In no replica but its owner's and in no export unless shared. */
export const notebookSchema = z.looseObject({
  type: z.literal('notebook'),
  id: idSchema,
  order: z.string().max(200),
  codeHash: z.string().max(100),
  text: longText,
  image: z.string().max(700_000).optional(),
  on: daySchema,
  shared: z.boolean(),
})
export type Notebook = Known<z.infer<typeof notebookSchema>>

export const EVENT_KINDS = [
  'session.started',
  'session.closed',
  'step.started',
  'step.ended',
  'cards.revealed',
  'vote.opened',
  'vote.counting',
  'vote.closed',
  'vote.shown',
  'decision.made',
  'room.opened',
  'room.closed',
  'report.exported',
  'step.skipped',
  'step.extended',
  'turn.taken',
  'statements.released',
  'pulse.closed',
  'withdrawn',
] as const

/** The log for the minutes: what happened when, never who said what. */
export const eventSchema = z.looseObject({
  type: z.literal('event'),
  id: idSchema,
  at: instantSchema,
  kind: z.enum(EVENT_KINDS),
  ref: idSchema.optional(),
  count: z.int().optional(),
})
export type Event = Known<z.infer<typeof eventSchema>>
export type EventKind = (typeof EVENT_KINDS)[number]

/** All that is left of an erased record: its id. */
export const tombstoneSchema = z.looseObject({ type: z.literal('tombstone'), id: idSchema })
export type Tombstone = Known<z.infer<typeof tombstoneSchema>>

/** A picture that cards and activities show. `data` is base64 of at most `LIMITS.imageBytes`; no page gets it unasked. */
export const imageSchema = z.looseObject({
  type: z.literal('image'),
  id: idSchema,
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  data: z.string().max(700_000),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  alt: shortText.optional(),
})
export type Image = Known<z.infer<typeof imageSchema>>
