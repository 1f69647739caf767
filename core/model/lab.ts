import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { daySchema, labelSchema, longText, shortText } from './text'

/** The fields of the European Social Network's practice form that the lab profile keeps. */
export const esnSchema = z.object({
  /** Of the practice; absent: the name of the lab. */
  title: shortText.optional(),
  contact: shortText.optional(),
  themes: z.array(shortText).max(24).optional(),
  otherTheme: shortText.optional(),
  principles: z.array(z.int().min(1).max(20)).max(20).optional(),
  statuses: z.array(shortText).max(5).optional(),
  otherStatus: shortText.optional(),
  context: longText.optional(),
  objectives: z.array(longText).max(3).optional(),
  activities: longText.optional(),
  outcomes: longText.optional(),
  links: z.array(shortText).max(20).optional(),
  tips: longText.optional(),
})

export const logoSchema = z.object({ name: shortText, dataUrl: z.string().max(700_000) })

export const roundOfDialogueSchema = z.object({ id: idSchema, label: labelSchema })
export type DialogueRound = Readonly<z.infer<typeof roundOfDialogueSchema>>

export const labSchema = z.looseObject({
  type: z.literal('lab'),
  id: idSchema,
  name: z.string().min(1).max(200),
  country: shortText.optional(),
  place: shortText.optional(),
  organisations: z.array(shortText).max(40),
  partners: z.array(shortText).max(40),
  targetGroup: longText.optional(),
  aim: longText.optional(),
  esn: esnSchema.optional(),
  funderNotice: longText.optional(),
  authors: z.array(shortText).max(40).optional(),
  logos: z.array(logoSchema).max(8).optional(),
  /** The facilitator's own ties to the people involved; printed in the method note of every report. */
  ties: longText.optional(),
  keepUntil: daySchema.optional(),
  /** Rounds of the staged dialogue, in order; absent: users, staff, managers, policymakers. */
  rounds: z.array(roundOfDialogueSchema).max(8).optional(),
})
export type Lab = Known<z.infer<typeof labSchema>>
