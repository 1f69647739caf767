import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { labelSchema } from './text'

export const levelSchema = z.enum(['micro', 'meso', 'macro'])
export type Level = z.infer<typeof levelSchema>

/** A stakeholder group. `slot` (1-8) gives colour, shape and pattern together, so that none of them stands alone. */
export const voiceSchema = z.looseObject({
  type: z.literal('voice'),
  id: idSchema,
  order: z.string().max(200),
  label: labelSchema,
  slot: z.int().min(1).max(8),
  level: levelSchema.optional(),
  expected: z.int().min(0).max(9_999),
  present: z.int().min(0).max(9_999),
  /** Most people of this voice at one earlier meeting: how large the group is whose words came along. */
  earlier: z.int().min(0).max(9_999).optional(),
})
export type Voice = Known<z.infer<typeof voiceSchema>>
