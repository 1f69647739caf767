import { z } from 'zod'
import { axisEntrySchema, axisSchema, layoutSchema, topicSchema } from '../model/board'
import { linkKindSchema, zoneSchema } from '../model/card'
import { idSchema } from '../model/ids'
import { LIMITS } from '../model/limits'
import { esnSchema, logoSchema } from '../model/lab'
import { objectionSchema, refSchema, taskStateSchema } from '../model/outcome'
import { ownerSchema, quoteSchema } from '../model/person'
import { stageSchema } from '../model/session'
import { contributeSchema, stepKindSchema } from '../model/step'
import { daySchema, labelSchema, longText, shortText, statementText } from '../model/text'
import { levelSchema } from '../model/voice'
import { channelSchema, methodSchema, voteOptionSchema } from '../model/vote'
import { change } from './request-kit'

/** null clears an optional field; absent leaves it. */
const clearable = <S extends z.ZodType>(schema: S) => schema.nullable().optional()
const id = idSchema
const ids = z.array(idSchema).min(1).max(5_000)
/** Where a record goes: directly before another one of its list, or at the end. */
const before = idSchema.nullable().optional()
const by = z.object({ id })
const title = z.string().min(1).max(LIMITS.title)
const label = z.string().min(1).max(LIMITS.label)
const count = z.int().min(0).max(9_999)

const cardFields = {
  voiceId: clearable(id),
  place: clearable(shortText),
  spoken: z.boolean().optional(),
  quote: quoteSchema.optional(),
  personId: clearable(id),
  tags: z.array(z.string().min(1).max(60)).max(LIMITS.tags).optional(),
}

const decisionFields = {
  kind: z.enum(['agreement', 'recommendation']).optional(),
  status: z.enum(['proposed', 'agreed', 'kept', 'changed', 'dropped']).optional(),
  rationale: clearable(longText),
  behind: z.object({ voiceIds: z.array(id), count: count.optional(), of: count.optional() }).optional(),
  objections: z.array(objectionSchema).max(60).optional(),
  owner: clearable(ownerSchema),
  evidence: z.array(refSchema).max(100).optional(),
  reviewOn: clearable(daySchema),
  addressee: clearable(shortText),
  level: clearable(levelSchema),
  reply: clearable(
    z.object({ text: longText, on: daySchema, outcome: z.enum(['accepted', 'partly', 'refused', 'open']) }),
  ),
}

const taskFields = {
  note: clearable(longText),
  owner: clearable(ownerSchema),
  due: clearable(daySchema),
  origin: clearable(refSchema),
  progress: clearable(shortText),
}

const stepFields = {
  question: clearable(labelSchema),
  instruction: clearable(labelSchema),
  kind: stepKindSchema.optional(),
  minutes: z.int().min(0).max(600).optional(),
  boardId: clearable(id),
  voteId: clearable(id),
  contribute: contributeSchema.optional(),
}

const voteFields = {
  explanation: clearable(longText),
  method: methodSchema.optional(),
  options: z.array(voteOptionSchema).max(LIMITS.options).optional(),
  admission: z.enum(['codes', 'open-room']).optional(),
  channels: z.array(channelSchema).optional(),
  secret: z.boolean().optional(),
  keepBallots: z.boolean().optional(),
  k: z.object({ room: z.int().min(3).max(50), public: z.int().min(3).max(50) }).optional(),
  stepId: clearable(id),
}

/** Document commands, answered when durable. Ids of new records come from the sender, so that its guess is exact. */
export const documentRequests = {
  'session.update': change(
    z.object({
      title: title.optional(),
      day: daySchema.optional(),
      lang: z.string().max(20).optional(),
      k: z.object({ room: z.int().min(3).max(50), public: z.int().min(3).max(50) }).optional(),
    }),
  ),
  'session.start': change(z.object({})),
  'session.finish': change(z.object({})),
  'stage.show': change(z.object({ stage: stageSchema })),

  'lab.update': change(
    z.object({
      name: z.string().min(1).max(200).optional(),
      country: clearable(shortText),
      place: clearable(shortText),
      organisations: z.array(shortText).max(40).optional(),
      partners: z.array(shortText).max(40).optional(),
      targetGroup: clearable(longText),
      aim: clearable(longText),
      esn: clearable(esnSchema),
      funderNotice: clearable(longText),
      authors: z.array(shortText).max(40).optional(),
      logos: z.array(logoSchema).max(8).optional(),
      ties: clearable(longText),
      keepUntil: clearable(daySchema),
    }),
  ),

  'voice.add': change(
    z.object({
      id,
      name: label,
      slot: z.int().min(1).max(8).optional(),
      level: levelSchema.optional(),
      expected: count.optional(),
      present: count.optional(),
    }),
  ),
  'voice.update': change(
    z.object({
      id,
      name: label.optional(),
      slot: z.int().min(1).max(8).optional(),
      level: clearable(levelSchema),
      expected: count.optional(),
      present: count.optional(),
    }),
  ),
  'voice.move': change(z.object({ id, before })),
  'voice.remove': change(by),

  'person.add': change(
    z.object({
      id,
      alias: z.string().min(1).max(120),
      name: shortText.optional(),
      voiceId: id.optional(),
      present: z.boolean().optional(),
      quote: quoteSchema.optional(),
    }),
  ),
  'person.update': change(
    z.object({
      id,
      alias: z.string().min(1).max(120).optional(),
      name: clearable(shortText),
      voiceId: clearable(id),
      present: z.boolean().optional(),
      quote: quoteSchema.optional(),
    }),
  ),
  'person.remove': change(by),

  'step.add': change(z.object({ id, label: labelSchema, before, ...stepFields })),
  'step.update': change(z.object({ id, label: labelSchema.optional(), ...stepFields })),
  'step.move': change(z.object({ id, before })),
  'step.remove': change(by),
  /** Ends the running step (done) and starts this one; null only ends. */
  'step.start': change(z.object({ id: id.nullable() })),
  'step.skip': change(by),
  'step.pause': change(z.object({ id, paused: z.boolean() })),
  'step.extend': change(z.object({ id, minutes: z.int().min(1).max(600) })),
  'step.contribute': change(z.object({ id, contribute: contributeSchema })),

  'board.add': change(
    z.object({
      id,
      label: labelSchema,
      layout: layoutSchema,
      axes: z.array(axisSchema).min(1).max(2),
      templateKey: z.string().max(120).optional(),
    }),
  ),
  'board.update': change(z.object({ id, label: labelSchema.optional() })),
  'board.remove': change(by),
  'axis.add-entry': change(z.object({ boardId: id, axisId: id, entry: axisEntrySchema, before })),
  'axis.update-entry': change(
    z.object({ boardId: id, axisId: id, entryId: id, label: labelSchema.optional(), topic: clearable(topicSchema) }),
  ),
  'axis.move-entry': change(z.object({ boardId: id, axisId: id, entryId: id, before })),
  /** Cards and clusters in the removed entry go to `to`, which must be given when there are any. */
  'axis.remove-entry': change(z.object({ boardId: id, axisId: id, entryId: id, to: id.optional() })),

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
  /** `was` is the text the editor began with: a stale edit is refused and nothing is lost. */
  'card.update': change(z.object({ id, text: statementText.optional(), was: z.string().optional(), ...cardFields })),
  'card.move': change(z.object({ ids, zone: zoneSchema, before })),
  'card.remove': change(z.object({ ids })),
  'card.hold': change(z.object({ ids, held: z.boolean() })),
  /** Shows all that was written alone in this step, in a new random order. */
  'card.reveal': change(z.object({ stepId: id })),

  'cluster.make': change(
    z.object({ id, cardIds: z.array(id).min(1).max(500), label: labelSchema, zone: zoneSchema.optional() }),
  ),
  'cluster.rename': change(z.object({ id, label: labelSchema })),
  'cluster.add': change(z.object({ id, cardIds: ids })),
  'cluster.take-out': change(z.object({ id, cardIds: ids })),
  'cluster.move': change(z.object({ id, zone: zoneSchema, before })),
  /** Every card goes back to exactly where it was before it joined. */
  'cluster.split': change(by),

  'link.add': change(z.object({ id, kind: linkKindSchema, from: id, to: id })),
  'link.remove': change(by),

  'vote.add': change(z.object({ id, question: label, ...voteFields })),
  'vote.update': change(z.object({ id, question: label.optional(), ...voteFields })),
  'vote.remove': change(by),
  /** Announces the end (ISO instant) or, with null, withdraws the announcement. */
  'vote.announce-close': change(z.object({ id, seconds: z.int().min(5).max(600).nullable() })),
  'vote.show-result': change(z.object({ id, shown: z.boolean() })),
  'vote.new-round': change(z.object({ id, roundId: id })),

  'decision.add': change(z.object({ id, wording: statementText, ...decisionFields })),
  'decision.update': change(
    z.object({ id, wording: statementText.optional(), was: z.string().optional(), ...decisionFields }),
  ),
  'decision.remove': change(by),

  'task.add': change(z.object({ id, text: statementText, state: taskStateSchema.optional(), ...taskFields })),
  'task.update': change(
    z.object({
      id,
      text: statementText.optional(),
      was: z.string().optional(),
      review: clearable(z.enum(['done', 'going-on', 'stuck', 'dropped'])),
      ...taskFields,
    }),
  ),
  'task.move': change(z.object({ id, state: taskStateSchema, before, note: shortText.optional() })),
  'task.remove': change(by),

  'question.add': change(
    z.object({
      id,
      kind: z.enum(['question', 'assumption']),
      text: statementText,
      owner: clearable(ownerSchema),
      due: clearable(daySchema),
    }),
  ),
  'question.update': change(
    z.object({
      id,
      text: statementText.optional(),
      kind: z.enum(['question', 'assumption']).optional(),
      owner: clearable(ownerSchema),
      due: clearable(daySchema),
      state: z.enum(['open', 'answered', 'dropped']).optional(),
      answer: clearable(longText),
    }),
  ),
  'question.remove': change(by),
} as const
