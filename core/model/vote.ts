import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { LIMITS } from './limits'
import { instantSchema, longText } from './text'

export const channelSchema = z.enum(['phone', 'kiosk', 'paper', 'hands'])
export type Channel = z.infer<typeof channelSchema>

export const methodSchema = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('dots'),
    budget: z.int().min(1).max(LIMITS.dotsBudget),
    cap: z.int().min(1).max(LIMITS.dotsBudget),
    negative: z.int().min(0).max(LIMITS.dotsBudget).optional(),
  }),
  z.object({ name: z.literal('approval'), most: z.int().min(1).optional() }),
  z.object({ name: z.literal('rating') }),
  z.object({ name: z.literal('ranking'), places: z.int().min(1).optional() }),
  z.object({ name: z.literal('effort-effect') }),
  z.object({ name: z.literal('consent') }),
  z.object({ name: z.literal('share-100') }),
])
export type VoteMethod = Readonly<z.infer<typeof methodSchema>>

/** Text is frozen at opening, so that a later edit of the card does not change what was voted on. */
export const voteOptionSchema = z.object({
  id: idSchema,
  text: z.string().min(1).max(LIMITS.statement),
  source: z.object({ type: z.enum(['card', 'cluster', 'decision']), id: idSchema }).optional(),
  /** A picture for people who do not read: an image record of this session, frozen like the text. */
  imageId: idSchema.optional(),
})
export type VoteOption = Readonly<z.infer<typeof voteOptionSchema>>

/**
 * Counts by option. `rows[i]` belongs to option i; its columns depend on the method: dots, approval, share-100: [sum];
 * rating: ballots giving 1..5; ranking: ballots giving place 1..n; effort-effect: effort 1..5 then effect 1..5;
 * consent: [support, stand aside, object]. Of a group, a row can be empty: everybody there said the same, so that it is not
 * kept by voice at all.
 */
export const tallySchema = z.object({
  /** What was said: valid ballots that are not blank, and people who raised a hand. */
  ballots: z.int().min(0),
  rows: z.array(z.array(z.number())),
  /** Ranking only: pairs[i][j] = ballots that put option i before j. */
  pairs: z.array(z.array(z.int().min(0))).optional(),
})
export type Tally = Readonly<z.infer<typeof tallySchema>>

/** One part of the partition: voices shown together because each alone would be under k. `unstated` is a voice. */
export const tallyGroupSchema = z.object({
  id: idSchema,
  voiceIds: z.array(idSchema),
  unstated: z.boolean(),
  present: z.int().min(0),
  tally: tallySchema,
  /** Per option, the mean over the group's ballots of its rank share (0-1, see `core/rules/divergence.ts`). */
  rankShares: z.array(z.number().min(0).max(1)).optional(),
})
export type TallyGroup = Readonly<z.infer<typeof tallyGroupSchema>>

/** What a ballot says about one option; the method says what fits (`core/rules/tally-ballot.ts`). Null: nothing. */
export const ballotValueSchema = z.union([z.number(), z.array(z.number()), z.null()])
export type BallotValue = z.infer<typeof ballotValueSchema>

/**
 * What a closed round keeps. `groups` is the one partition for the room (k.room); `publicGroups` lists which of them
 * are merged for public reports (indexes into `groups`). Both empty: only the overall result may be shown.
 */
export const roundResultSchema = z.object({
  cast: z.int().min(0),
  blank: z.int().min(0),
  invalid: z.int().min(0),
  present: z.int().min(0),
  channels: z.object({ phone: z.int(), kiosk: z.int(), paper: z.int(), hands: z.int() }),
  overall: tallySchema,
  groups: z.array(tallyGroupSchema),
  publicGroups: z.array(z.array(z.int().min(0))),
  /** Reasons given with stand-aside and object, shuffled, without voice. */
  reasons: z.array(z.string().max(LIMITS.statement)).optional(),
  /** How the paper was typed in: slips printed and typed, typed a second time, and slips that differed and were mended. */
  paper: z
    .object({
      printed: z.int().min(0),
      entered: z.int().min(0),
      twice: z.int().min(0),
      corrected: z.int().min(0),
    })
    .optional(),
  /**
   * Only where the vote was set so before it opened: what the ballots say, shuffled, without channel; `group` is an index
   * into `groups`, absent where only the overall result may be shown.
   */
  kept: z.array(z.object({ group: z.int().min(0).optional(), values: z.array(ballotValueSchema) })).optional(),
})
export type RoundResult = Readonly<z.infer<typeof roundResultSchema>>

/**
 * Printed slips, numbered through the whole session, so that a number names its vote and round. `void`: the topics were
 * changed after printing; these slips cannot be typed in any more.
 */
export const slipSeriesSchema = z.object({
  first: z.int().min(1),
  count: z.int().min(1).max(LIMITS.slips),
  void: z.boolean().optional(),
})
export type SlipSeries = Readonly<z.infer<typeof slipSeriesSchema>>

/** Raised hands for an option, by voice (null: no voice given). `stance` as in a consent ballot; 0 in other methods. */
export const handsRowSchema = z.object({
  voiceId: idSchema.nullable(),
  optionId: idSchema,
  stance: z.int().min(0).max(2),
  count: z.int().min(0).max(9_999),
})
export type HandsRow = Readonly<z.infer<typeof handsRowSchema>>

/** People of a voice who vote by hand: a hand for each of several options comes from the same person. */
export const handsPeopleSchema = z.object({ voiceId: idSchema.nullable(), people: z.int().min(0).max(9_999) })
export type HandsPeople = Readonly<z.infer<typeof handsPeopleSchema>>

export const roundStateSchema = z.enum(['draft', 'open', 'counting', 'closed'])
export type RoundState = z.infer<typeof roundStateSchema>

export const roundSchema = z.looseObject({
  id: idSchema,
  number: z.int().min(1),
  state: roundStateSchema,
  openedAt: instantSchema.optional(),
  /** While open: the announced end (20 seconds' notice, can be extended). */
  closesAt: instantSchema.optional(),
  closedAt: instantSchema.optional(),
  hands: z.array(handsRowSchema).optional(),
  handsPeople: z.array(handsPeopleSchema).optional(),
  slips: z.array(slipSeriesSchema).max(50).optional(),
  result: roundResultSchema.optional(),
})
export type Round = Known<z.infer<typeof roundSchema>>

export const voteSchema = z.looseObject({
  type: z.literal('vote'),
  id: idSchema,
  order: z.string().max(200),
  question: z.string().min(1).max(LIMITS.label),
  explanation: longText.optional(),
  method: methodSchema,
  options: z.array(voteOptionSchema).max(LIMITS.options),
  admission: z.enum(['codes', 'open-room']),
  channels: z.array(channelSchema),
  secret: z.boolean(),
  keepBallots: z.boolean(),
  k: z.object({ room: z.int().min(3), public: z.int().min(3) }),
  rounds: z.array(roundSchema).min(1).max(20),
  /** Percent of the people present who must have voted; named with the result, reached or not. */
  quorum: z.int().min(1).max(100).optional(),
  /** The facilitator showed the result of the last closed round: phones and projector may have it. */
  resultShown: z.boolean(),
  stepId: idSchema.optional(),
})
export type Vote = Known<z.infer<typeof voteSchema>>

/** A ballot as a channel hands it in. Values belong to `options` by index; null = not answered. */
export const ballotSchema = z.object({
  voiceId: idSchema.optional(),
  values: z.array(ballotValueSchema).max(LIMITS.options),
  reason: z.string().max(LIMITS.statement).optional(),
})
export type Ballot = Readonly<z.infer<typeof ballotSchema>>
