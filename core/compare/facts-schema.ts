import { z } from 'zod'
import { topicSchema } from '../model/board'
import { idSchema } from '../model/ids'
import { quoteSchema } from '../model/person'
import { taskStateSchema } from '../model/outcome'
import { daySchema, labelSchema } from '../model/text'

const count = z.int().min(0)
const place = z.string().nullable()
/** An index into `voices`; null: the card names none. */
const voice = count.nullable()
const point = z.object({ value: z.number(), on: daySchema.nullable() })

/** A voice, or the voices that are shown as one, and what they put first (`options` are indexes into `first`). */
const prioritiesSchema = z.object({
  question: z.string(),
  ballots: count,
  first: z.array(z.object({ text: z.string(), share: z.number().nullable() })),
  groups: z.array(
    z.object({
      names: z.array(labelSchema),
      slot: z.union([z.int().min(1).max(8), z.literal('joined')]),
      first: z.array(z.string()),
    }),
  ),
})

/**
 * What a comparison needs to know of one session file, small enough to keep for a thousand of them. Votes are as the
 * public may see them. It holds words of people (the baseline frame) and names, which reports mask: who keeps it must be
 * able to forget it.
 */
export const sessionFactsSchema = z.object({
  sessionId: idSchema,
  labId: idSchema,
  labName: z.string(),
  title: z.string(),
  day: daySchema,
  /** Tells two meetings of one day apart. */
  createdAt: z.string(),
  targetGroup: z.string().optional(),
  /** Countries, districts or towns that statements came from; the lab's country where none is named. */
  places: z.array(z.string()),
  /** Topics that were on a board of this session: what is not among them was not asked. */
  asked: z.array(topicSchema),
  /** Statements on one topic from one place and voice; `place` null: said for all places of the session together. */
  said: z.array(z.object({ topic: topicSchema, place, voice, cardIds: z.array(idSchema) })),
  statements: count,
  /** All statements, also those under no topic, by place and voice. */
  spoken: z.array(z.object({ place, voice, statements: count })),
  /** The baseline frame in words, in the order of the board. */
  frame: z.array(
    z.object({ topic: topicSchema, place, voice, cardId: idSchema, text: z.string(), quote: quoteSchema }),
  ),
  /** Closed votes, their newest round. */
  priorities: z.array(prioritiesSchema),
  tasks: z.array(z.object({ id: idSchema, state: taskStateSchema, due: daySchema.optional() })),
  decisions: z.array(
    z.object({
      id: idSchema,
      kind: z.enum(['agreement', 'recommendation']),
      status: z.enum(['proposed', 'agreed', 'kept', 'changed', 'dropped']),
    }),
  ),
  indicators: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      unit: z.string().optional(),
      baseline: point.nullable(),
      target: point.nullable(),
      last: point.nullable(),
    }),
  ),
  voices: z.array(z.object({ label: labelSchema, slot: z.int().min(1).max(8), statements: count })),
  /** Voices as the public may see them, small ones together (`voices`: indexes); those with people or words in it. */
  groups: z.array(z.object({ voices: z.array(count).min(1) })),
  names: z.array(z.string()),
  /** Ids of what was erased: older files may still hold it. */
  erased: z.array(idSchema),
})
