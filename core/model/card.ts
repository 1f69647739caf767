import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { LIMITS } from './limits'
import { quoteSchema } from './person'
import { labelSchema, shortText, statementText } from './text'

export const cardSourceSchema = z.enum(['phone', 'kiosk', 'facilitator', 'paper', 'import', 'carried'])
export type CardSource = z.infer<typeof cardSourceSchema>

/** One axis-entry id per axis of the board, in the order of its axes. */
export const zoneSchema = z.array(idSchema).min(1).max(2)
export type Zone = readonly string[]

/** Where a stakeholder acts. */
export const scaleSchema = z.enum(['national', 'regional', 'local'])
export type Scale = z.infer<typeof scaleSchema>

/**
 * One statement on a board. Stores no person, device or time unless the author wants it: `order` is drawn anew at
 * reveal, so that it does not tell who was first.
 */
export const cardSchema = z.looseObject({
  type: z.literal('card'),
  id: idSchema,
  boardId: idSchema,
  zone: zoneSchema,
  order: z.string().max(200),
  text: statementText,
  voiceId: idSchema.optional(),
  /** Country, district or town; the lab's where absent. */
  place: shortText.optional(),
  source: cardSourceSchema,
  spoken: z.boolean().optional(),
  /** Of what was spoken: who wrote it down, as the room calls them, and whether it was read back to who said it. */
  writtenBy: shortText.optional(),
  readBack: z.boolean().optional(),
  /** Waits for the facilitator; never on the projector. */
  held: z.boolean(),
  /** False while everyone writes alone; the host sends it to nobody but the facilitator's count. */
  revealed: z.boolean(),
  quote: quoteSchema,
  personId: idSchema.optional(),
  /** Hash of the phone's secret: with the secret the card can be changed or withdrawn. */
  editHash: z.string().max(100).optional(),
  stepId: idSchema.optional(),
  clusterId: idSchema.optional(),
  tags: z.array(z.string().min(1).max(60)).max(LIMITS.tags).optional(),
  statementId: idSchema.optional(),
  imageId: idSchema.optional(),
  /** Of a stakeholder: what they expect, and where they act. */
  expects: z.string().max(LIMITS.statement).optional(),
  scale: scaleSchema.optional(),
  /** The innovation project that this card stands for. */
  projectId: idSchema.optional(),
})
export type Card = Known<z.infer<typeof cardSchema>>

/**
 * Cards that belong together under a heading; `cards` remembers each card's place, so that a split is exact. Merged:
 * cards that say the same, shown as one card with the label as its words; the originals stay as they are.
 */
export const clusterSchema = z.looseObject({
  type: z.literal('cluster'),
  id: idSchema,
  boardId: idSchema,
  zone: zoneSchema,
  order: z.string().max(200),
  label: labelSchema,
  kind: z.enum(['group', 'merged']).optional(),
  cards: z.array(z.object({ id: idSchema, zone: zoneSchema, order: z.string().max(200) })).max(5_000),
})
export type Cluster = Known<z.infer<typeof clusterSchema>>

export const linkKindSchema = z.enum(['answers', 'causes', 'supports', 'origin'])
export type LinkKind = z.infer<typeof linkKindSchema>

export const linkSchema = z.looseObject({
  type: z.literal('link'),
  id: idSchema,
  kind: linkKindSchema,
  from: idSchema,
  to: idSchema,
})
export type Link = Known<z.infer<typeof linkSchema>>

/** A released copy of a card without author or time, carried into every later session. */
export const statementSchema = z.looseObject({
  type: z.literal('statement'),
  id: idSchema,
  origin: z.object({ sessionId: idSchema, cardId: idSchema }),
  round: z.int().min(1).max(20),
  text: statementText,
  voiceId: idSchema.optional(),
  quote: quoteSchema,
  /** Who agreed that it travels on: its author by phone, or the facilitator, who was told so by the author. */
  releasedBy: z.enum(['author', 'facilitator']).optional(),
})
export type Statement = Known<z.infer<typeof statementSchema>>
