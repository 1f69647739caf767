import { z } from 'zod'
import { topicSchema } from '../model/board'
import { idSchema } from '../model/ids'
import { LIMITS } from '../model/limits'
import { daySchema, longText, shortText } from '../model/text'

/** What every request about reports, prints and comparisons is made of. */

export const profile = z.enum(['internal', 'participants', 'public'])
export const format = z.enum(['html', 'pdf', 'docx', 'xlsx', 'csv', 'md', 'json'])
/** Absolute path of an existing folder; absent: the usual one. */
export const exportFolder = z.string().min(1).max(1_000).optional()
/** As many files as a data folder is looked into for. */
export const MOST_CHOSEN = 2_000
/** Only what is named is left; what is absent filters nothing. */
export const compareFilter = z.object({
  targetGroups: z.array(longText).max(60).optional(),
  years: z.array(z.int()).max(60).optional(),
  labIds: z.array(shortText).max(MOST_CHOSEN).optional(),
  /** Sessions that are left out. */
  without: z.array(shortText).max(MOST_CHOSEN).optional(),
  places: z.array(longText).max(MOST_CHOSEN).optional(),
  voices: z.array(longText).max(MOST_CHOSEN).optional(),
  topics: z.array(topicSchema).max(60).optional(),
})
/** What is exported or printed; absent: the report of the session. */
export const what = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('session') }),
    /** What happened when. */
    z.object({ kind: z.literal('minutes') }),
    /** Two pages over the sessions of the lab, for policymakers. */
    z.object({ kind: z.literal('brief') }),
    /** Back to the families: you said, we decided, by when, what happened since. One page, large. */
    z.object({ kind: z.literal('families') }),
    /** The practice form of the European Social Network, filled in from lab, activities and sessions. */
    z.object({ kind: z.literal('esn') }),
    /** The lab over time. */
    z.object({ kind: z.literal('lab') }),
    /** A comparison begun with `compare.start`. */
    z.object({
      kind: z.literal('compare'),
      compareId: idSchema,
      by: z.enum(['place', 'lab']),
      filter: compareFilter.optional(),
    }),
    /** The guide for a round of the staged dialogue, made from the rounds before it. */
    z.object({ kind: z.literal('guide'), round: z.int().min(2).max(20) }),
    z.object({ kind: z.literal('board'), boardId: idSchema, paper: z.enum(['a4', 'a3']) }),
    /** Printed ballots of a vote's last round: a series of numbers. Those that are not reserved are drawn as samples. */
    z.object({
      kind: z.literal('ballots'),
      voteId: idSchema,
      first: z.int().min(1),
      count: z.int().min(1).max(LIMITS.slips),
      perPage: z.union([z.literal(2), z.literal(4), z.literal(6), z.literal(8)]),
      langs: z.array(z.string().max(20)).min(1).max(8),
      /** Slips in each language, in order; absent: the languages take turns. */
      counts: z.array(z.int().min(0).max(LIMITS.slips)).max(8).optional(),
    }),
    /** How to get into the room: Wi-Fi, QR and code. */
    z.object({ kind: z.literal('access'), langs: z.array(z.string().max(20)).min(1).max(8) }),
  ])
  .optional()
/** What people change in a report; whatever is absent is as it should be without touching anything. */
export const choices = z
  .object({
    /** Ids of parts in the order wanted; what is not named is left out. */
    parts: z.array(z.string().max(60)).max(40).optional(),
    cover: z
      .object({
        authors: z.array(z.string().min(1).max(200)).max(40).optional(),
        day: daySchema.optional(),
        logos: z.boolean().optional(),
        notice: z.boolean().optional(),
      })
      .optional(),
  })
  .optional()
export type ExportChoices = NonNullable<z.infer<typeof choices>>
export type ExportWhat = NonNullable<z.infer<typeof what>>
