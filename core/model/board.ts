import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { LIMITS } from './limits'
import { labelSchema } from './text'
import { TOPICS } from './topics'
import { projectStateSchema } from './work'

export const topicSchema = z.enum(TOPICS)
export type Topic = z.infer<typeof topicSchema>

export const axisEntrySchema = z.looseObject({
  id: idSchema,
  label: labelSchema,
  topic: topicSchema.optional(),
  /** On a board of ideas: the state that a project gets when its card is put here. */
  projectState: projectStateSchema.optional(),
})
export type AxisEntry = Known<z.infer<typeof axisEntrySchema>>

export const axisSchema = z.looseObject({
  id: idSchema,
  label: labelSchema,
  entries: z.array(axisEntrySchema).min(1).max(LIMITS.axisEntries),
})
export type Axis = Known<z.infer<typeof axisSchema>>

export const layoutSchema = z.enum(['columns', 'matrix', 'quadrants', 'rings', 'rounds'])
export type Layout = z.infer<typeof layoutSchema>

/** A zone is one entry per axis; every layout draws the same zones. No free canvas. */
export const boardSchema = z.looseObject({
  type: z.literal('board'),
  id: idSchema,
  order: z.string().max(200),
  label: labelSchema,
  layout: layoutSchema,
  axes: z.array(axisSchema).min(1).max(2),
  templateKey: z.string().max(120).optional(),
  /** Belongs to one of the parallel groups. */
  groupId: idSchema.optional(),
})
export type Board = Known<z.infer<typeof boardSchema>>
