import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { LIMITS } from './limits'
import { daySchema, instantSchema, labelSchema, longText, shortText } from './text'

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
  state: z.enum(['idea', 'try-out', 'works', 'daily-practice', 'stopped']),
  activities: longText.optional(),
  results: longText.optional(),
  indicatorIds: z.array(idSchema).max(40),
})
export type Project = Known<z.infer<typeof projectSchema>>

export const indicatorSchema = z.looseObject({
  type: z.literal('indicator'),
  id: idSchema,
  order: z.string().max(200),
  name: z.string().min(1).max(LIMITS.label),
  unit: shortText.optional(),
  baseline: z.object({ value: z.number(), on: daySchema.optional() }).optional(),
  target: z.object({ value: z.number(), on: daySchema.optional() }).optional(),
  measurements: z.array(z.object({ value: z.number(), on: daySchema, note: shortText.optional() })).max(1_000),
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
})
export type Activity = Known<z.infer<typeof activitySchema>>

/** The short feedback round at the end: per question how many gave 1..5. */
export const pulseSchema = z.looseObject({
  type: z.literal('pulse'),
  id: idSchema,
  order: z.string().max(200),
  question: labelSchema,
  counts: z.array(z.int().min(0)).length(5),
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
