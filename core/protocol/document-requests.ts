import { z } from 'zod'
import { axisEntrySchema, axisSchema, layoutSchema, topicSchema } from '../model/board'
import { zoneSchema } from '../model/card'
import { LIMITS } from '../model/limits'
import { esnSchema, logoSchema, roundOfDialogueSchema } from '../model/lab'
import { objectionSchema, refSchema, taskStateSchema } from '../model/outcome'
import { ownerSchema, quoteSchema } from '../model/person'
import { stageSchema } from '../model/session'
import { contributeSchema, proposalKindSchema, stepKindSchema, stepShowSchema } from '../model/step'
import { daySchema, labelSchema, longText, shortText, statementText } from '../model/text'
import { levelSchema } from '../model/voice'
import { channelSchema, methodSchema, voteOptionSchema } from '../model/vote'
import { projectStateSchema } from '../model/work'
import { cardRequests } from './card-requests'
import { before, by, clearable, id } from './request-fields'
import { change } from './request-kit'

const title = z.string().min(1).max(LIMITS.title)
const label = z.string().min(1).max(LIMITS.label)
const count = z.int().min(0).max(9_999)

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
  groupId: clearable(id),
  show: clearable(stepShowSchema),
  propose: z.array(proposalKindSchema).max(3).optional(),
  lockAtEnd: z.boolean().optional(),
  holdFirst: z.boolean().optional(),
}

const projectFields = {
  aim: clearable(longText),
  targetGroup: clearable(longText),
  partners: z.array(shortText).max(40).optional(),
  from: clearable(daySchema),
  to: clearable(daySchema),
  state: projectStateSchema.optional(),
  owner: clearable(ownerSchema),
  activities: clearable(longText),
  results: clearable(longText),
  indicatorIds: z.array(id).max(40).optional(),
  origin: clearable(refSchema),
}

const point = z.object({ value: z.number(), on: daySchema.optional() })
const indicatorFields = {
  unit: clearable(shortText),
  better: clearable(z.enum(['up', 'down'])),
  source: clearable(shortText),
  baseline: clearable(point),
  target: clearable(point),
  origin: clearable(refSchema),
}

const activityFields = {
  on: clearable(daySchema),
  text: clearable(longText),
  people: clearable(z.int().min(0).max(100_000)),
  kind: clearable(z.enum(['visit', 'training', 'open-door', 'meeting', 'other'])),
  place: clearable(shortText),
  imageId: clearable(id),
  origin: clearable(refSchema),
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
  /** Percent of the people present. */
  quorum: clearable(z.int().min(1).max(100)),
}

/** Document commands, answered when durable. Ids of new records come from the sender, so that its guess is exact. */
export const documentRequests = {
  'session.update': change(
    z.object({
      title: title.optional(),
      day: daySchema.optional(),
      lang: z.string().max(20).optional(),
      k: z.object({ room: z.int().min(3).max(50), public: z.int().min(3).max(50) }).optional(),
      round: clearable(z.int().min(1).max(20)),
    }),
  ),
  'session.start': change(z.object({})),
  'session.finish': change(z.object({})),
  /** On the projector of a parallel group with `groupId`, else on that of everybody. */
  'stage.show': change(z.object({ stage: stageSchema, groupId: id.optional() })),

  'group.add': change(z.object({ id, label: labelSchema, before })),
  'group.update': change(z.object({ id, label: labelSchema })),
  /** Refused while a step of it runs; its steps and boards become everybody's. */
  'group.remove': change(by),

  /** Somebody of this voice spoke: one tap. Counts for the voice balance and stands in the log. */
  'turn.add': change(z.object({ voiceId: id })),
  /** Whether people may ask to speak: on begins with an empty list, off forgets it. */
  'queue.switch': change(z.object({ on: z.boolean() })),
  'queue.add': change(z.object({ id, voiceId: id.optional(), name: shortText.optional() })),
  'queue.remove': change(by),
  'queue.move': change(z.object({ id, before })),
  /** The first of the queue speaks: leaves it, and counts as a turn of their voice. */
  'queue.next': change(z.object({})),

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
      rounds: clearable(z.array(roundOfDialogueSchema).min(2).max(8)),
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
  /** Ends the running step of the same group (done) and starts this one; null only ends that of `groupId`. */
  'step.start': change(z.object({ id: id.nullable(), groupId: id.optional() })),
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
      groupId: id.optional(),
    }),
  ),
  /** Any layout fits any board with as many axes; `rounds` and `rings` need one axis, `matrix` two. */
  'board.update': change(
    z.object({ id, label: labelSchema.optional(), layout: layoutSchema.optional(), groupId: clearable(id) }),
  ),
  'board.move': change(z.object({ id, before })),
  'board.remove': change(by),
  'axis.update': change(z.object({ boardId: id, axisId: id, label: labelSchema })),
  /** A second axis: every card goes to its first entry. */
  'axis.add': change(z.object({ boardId: id, axis: axisSchema })),
  /** One of two axes goes: cards keep their entry of the other. */
  'axis.remove': change(z.object({ boardId: id, axisId: id })),
  'axis.add-entry': change(z.object({ boardId: id, axisId: id, entry: axisEntrySchema, before })),
  'axis.update-entry': change(
    z.object({ boardId: id, axisId: id, entryId: id, label: labelSchema.optional(), topic: clearable(topicSchema) }),
  ),
  'axis.move-entry': change(z.object({ boardId: id, axisId: id, entryId: id, before })),
  /** Cards and clusters in the removed entry go to `to`, which must be given when there are any. */
  'axis.remove-entry': change(z.object({ boardId: id, axisId: id, entryId: id, to: id.optional() })),

  ...cardRequests,

  /** `by`: who agreed that it travels on. The copies carry no author and no time. */
  'statement.release': change(
    z.object({
      items: z
        .array(z.object({ id, cardId: id }))
        .min(1)
        .max(500),
      by: z.enum(['author', 'facilitator']),
      quote: quoteSchema.optional(),
    }),
  ),
  /** Takes the released copy back, as long as nothing answers it; the card stays. */
  'statement.keep-back': change(by),
  /** One deed for a response: a card on a board, linked to the statement that it answers. */
  'statement.answer': change(
    z.object({
      statementId: id,
      cardId: id,
      linkId: id,
      boardId: id,
      zone: zoneSchema,
      text: statementText,
      voiceId: clearable(id),
      stepId: id.optional(),
      quote: quoteSchema.optional(),
      spoken: z.boolean().optional(),
    }),
  ),

  /** Makes what was proposed: `newId` is the id of the task or step; a volunteer's voice becomes the owner. */
  'proposal.accept': change(z.object({ id, newId: id.optional() })),
  'proposal.decline': change(by),

  'vote.add': change(z.object({ id, question: label, ...voteFields })),
  'vote.update': change(z.object({ id, question: label.optional(), ...voteFields })),
  'vote.remove': change(by),
  /** Announces the end (ISO instant) or, with null, withdraws the announcement. */
  'vote.announce-close': change(z.object({ id, seconds: z.int().min(5).max(600).nullable() })),
  'vote.show-result': change(z.object({ id, shown: z.boolean() })),
  /** Hands raised for an option, as counted; only while the round is open or counted. */
  'vote.hands': change(z.object({ id, voiceId: id.nullable(), optionId: id, stance: z.int().min(0).max(2), count })),
  /** How many of a voice vote by hand. */
  'vote.hands-people': change(z.object({ id, voiceId: id.nullable(), people: count })),
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
      origin: clearable(refSchema),
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

  /** `cardId`: the card that becomes the project's card. */
  'project.add': change(z.object({ id, title: label, cardId: id.optional(), ...projectFields })),
  'project.update': change(z.object({ id, title: label.optional(), was: z.string().optional(), ...projectFields })),
  'project.move': change(z.object({ id, state: projectStateSchema, before })),
  'project.remove': change(by),

  'indicator.add': change(z.object({ id, name: label, ...indicatorFields })),
  'indicator.update': change(z.object({ id, name: label.optional(), ...indicatorFields })),
  /** A second value of the same day replaces the first. */
  'indicator.measure': change(z.object({ id, value: z.number(), on: daySchema, note: shortText.optional() })),
  'indicator.unmeasure': change(z.object({ id, on: daySchema })),
  'indicator.move': change(z.object({ id, before })),
  'indicator.remove': change(by),

  'activity.add': change(z.object({ id, title: label, ...activityFields })),
  'activity.update': change(z.object({ id, title: label.optional(), ...activityFields })),
  'activity.remove': change(by),

  'pulse.add': change(z.object({ id, question: labelSchema, before })),
  'pulse.update': change(z.object({ id, question: labelSchema })),
  'pulse.move': change(z.object({ id, before })),
  'pulse.remove': change(by),
  /** What paper slips said: how many gave 1..5. */
  'pulse.paper': change(z.object({ id, counts: z.array(count).length(5) })),
  'pulse.add-remark': change(z.object({ id, text: statementText })),
  'pulse.remove-remark': change(z.object({ id, text: statementText })),
} as const
