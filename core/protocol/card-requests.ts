import { z } from 'zod'
import { linkKindSchema, scaleSchema, zoneSchema } from '../model/card'
import { LIMITS } from '../model/limits'
import { quoteSchema } from '../model/person'
import { labelSchema, shortText, statementText } from '../model/text'
import { before, by, clearable, id, ids } from './request-fields'
import { change } from './request-kit'

const tag = z.string().min(1).max(60)

const cardFields = {
  voiceId: clearable(id),
  place: clearable(shortText),
  spoken: z.boolean().optional(),
  quote: quoteSchema.optional(),
  personId: clearable(id),
  tags: z.array(tag).max(LIMITS.tags).optional(),
  writtenBy: clearable(shortText),
  readBack: z.boolean().optional(),
  imageId: clearable(id),
  expects: clearable(z.string().max(LIMITS.statement)),
  scale: clearable(scaleSchema),
  projectId: clearable(id),
}

const manyCards = z.object({
  boardId: id,
  zone: zoneSchema,
  cards: z
    .array(
      z.object({
        id,
        text: statementText,
        voiceId: id.optional(),
        zone: zoneSchema.optional(),
        place: shortText.optional(),
        tags: z.array(tag).max(LIMITS.tags).optional(),
      }),
    )
    .min(1)
    .max(2_000),
  source: z.enum(['facilitator', 'paper', 'import']).optional(),
  stepId: id.optional(),
  held: z.boolean().optional(),
  /** A list longer than one message: changes that name the same one are taken back together. */
  batch: id.optional(),
})

/** Cards, and what is made of them: groups, merged cards, links, pictures. */
export const cardRequests = {
  'card.add': change(
    z.object({
      id,
      boardId: id,
      zone: zoneSchema,
      before,
      text: statementText,
      stepId: id.optional(),
      source: z.enum(['facilitator', 'paper', 'import', 'kiosk']).optional(),
      held: z.boolean().optional(),
      ...cardFields,
    }),
  ),
  /** A pasted list or a table: in one zone or each in its own, in the order given, undone at once. */
  'card.add-many': change(manyCards),
  /** The same with new voices, columns and rows for them; they go with the cards when these are taken back. */
  'card.import': change(
    manyCards.extend({
      voices: z
        .array(z.object({ id, name: z.string().min(1).max(LIMITS.label) }))
        .max(LIMITS.voices)
        .optional(),
      entries: z
        .array(z.object({ axisId: id, id, name: z.string().min(1).max(LIMITS.label) }))
        .max(2 * LIMITS.axisEntries)
        .optional(),
    }),
  ),
  /** `was` is the text the editor began with: a stale edit is refused and nothing is lost. */
  'card.update': change(
    z.object({
      id,
      text: statementText.optional(),
      was: z.string().optional(),
      /** The same for `expects`. */
      wasExpects: z.string().optional(),
      ...cardFields,
    }),
  ),
  /** What many cards have in common, changed and taken back at once. */
  'card.update-many': change(
    z.object({
      ids,
      voiceId: clearable(id),
      place: clearable(shortText),
      addTags: z.array(tag).max(LIMITS.tags).optional(),
      removeTags: z.array(tag).max(LIMITS.tags).optional(),
    }),
  ),
  /** On every card of the session; null takes it off. */
  'tag.rename': change(z.object({ from: tag, to: tag.nullable() })),
  'card.move': change(z.object({ ids, zone: zoneSchema, before })),
  'card.remove': change(z.object({ ids })),
  'card.hold': change(z.object({ ids, held: z.boolean() })),
  /** Shows all that was written alone in this step, in a new random order. */
  'card.reveal': change(z.object({ stepId: id })),

  'cluster.make': change(
    z.object({
      id,
      cardIds: z.array(id).min(1).max(500),
      label: labelSchema,
      zone: zoneSchema.optional(),
      /** merged: the cards say the same and are shown as one with the label as its words. */
      kind: z.enum(['group', 'merged']).optional(),
    }),
  ),
  /** `was` is the text the editor began with, as with a card. */
  'cluster.rename': change(z.object({ id, label: labelSchema, was: z.string().optional() })),
  'cluster.add': change(z.object({ id, cardIds: ids })),
  'cluster.take-out': change(z.object({ id, cardIds: ids })),
  'cluster.move': change(z.object({ id, zone: zoneSchema, before })),
  /** Every card goes back to exactly where it was before it joined. */
  'cluster.split': change(by),

  /** Pictures come by `POST /blob`; unused ones go with the last card that showed them. */
  'image.update': change(z.object({ id, alt: clearable(shortText) })),
  'image.remove': change(by),

  'link.add': change(z.object({ id, kind: linkKindSchema, from: id, to: id })),
  'link.remove': change(by),
} as const
