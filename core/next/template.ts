import { z } from 'zod'
import { ordersAfter } from '../change/order'
import { axisSchema, layoutSchema } from '../model/board'
import type { AnyRecord } from '../model/records'
import { contributeSchema, stepKindSchema } from '../model/step'
import { labelSchema } from '../model/text'
import { levelSchema } from '../model/voice'
import { methodSchema } from '../model/vote'

const ref = z.string().regex(/^[a-z0-9-]{1,30}$/)

/** A session template is a file of `resources/templates`: agenda, boards, votes and the voices usually in the room. */
export const templateSchema = z.object({
  id: ref,
  /** Key in `boards:template.<key>`: `.name`, `.about`. */
  key: z.string().max(60),
  picture: z.enum(['matrix', 'stairs', 'rings', 'follow-up', 'columns', 'quadrants', 'voices', 'questions', 'empty']),
  voices: z.array(
    z.object({
      label: labelSchema,
      slot: z.int().min(1).max(8),
      level: levelSchema.optional(),
      expected: z.int().min(0),
    }),
  ),
  boards: z.array(z.object({ ref, label: labelSchema, layout: layoutSchema, axes: z.array(axisSchema).min(1).max(2) })),
  votes: z.array(z.object({ ref, questionKey: z.string().max(120), method: methodSchema })),
  steps: z.array(
    z.object({
      label: labelSchema,
      question: labelSchema.optional(),
      instruction: labelSchema.optional(),
      kind: stepKindSchema,
      minutes: z.int().min(0).max(600),
      contribute: contributeSchema.optional(),
      board: ref.optional(),
      vote: ref.optional(),
    }),
  ),
})
export type Template = Readonly<z.infer<typeof templateSchema>>

export type TemplateContext = {
  readonly newId: () => string
  /** Words of a key in the session's language; for what a record keeps as plain text. */
  readonly words: (key: string) => string
  readonly k: { readonly room: number; readonly public: number }
}

/** Boards, votes and steps of a template with fresh ids; voices only if the session has none of its own. */
export const recordsFromTemplate = (template: Template, context: TemplateContext, withVoices: boolean): AnyRecord[] => {
  const idOf = new Map<string, string>()
  const idFor = (kind: string, name: string): string => {
    const known = idOf.get(`${kind} ${name}`) ?? context.newId()
    idOf.set(`${kind} ${name}`, known)
    return known
  }
  return [
    ...(withVoices ? voicesOf(template, context) : []),
    ...boardsOf(template, idFor),
    ...votesOf(template, context, idFor),
    ...stepsOf(template, context, idFor),
  ]
}

type IdFor = (kind: string, name: string) => string

const voicesOf = (template: Template, context: TemplateContext): AnyRecord[] => {
  const orders = ordersAfter(null, template.voices.length)
  return template.voices.map((voice, index) => ({
    type: 'voice',
    id: context.newId(),
    order: orders[index] ?? '',
    label: voice.label,
    slot: voice.slot,
    ...(voice.level ? { level: voice.level } : {}),
    expected: voice.expected,
    present: 0,
  }))
}

const boardsOf = (template: Template, idFor: IdFor): AnyRecord[] => {
  const orders = ordersAfter(null, template.boards.length)
  return template.boards.map((board, index) => ({
    type: 'board',
    id: idFor('board', board.ref),
    order: orders[index] ?? '',
    label: board.label,
    layout: board.layout,
    axes: board.axes,
    templateKey: `${template.id}/${board.ref}`,
  }))
}

const votesOf = (template: Template, context: TemplateContext, idFor: IdFor): AnyRecord[] => {
  const orders = ordersAfter(null, template.votes.length)
  return template.votes.map((vote, index) => ({
    type: 'vote',
    id: idFor('vote', vote.ref),
    order: orders[index] ?? '',
    question: context.words(vote.questionKey),
    method: vote.method,
    options: [],
    admission: 'open-room',
    channels: ['phone'],
    secret: true,
    keepBallots: false,
    k: context.k,
    rounds: [{ id: context.newId(), number: 1, state: 'draft' }],
    resultShown: false,
  }))
}

const stepsOf = (template: Template, context: TemplateContext, idFor: IdFor): AnyRecord[] => {
  const orders = ordersAfter(null, template.steps.length)
  return template.steps.map((step, index) => ({
    type: 'step',
    id: context.newId(),
    order: orders[index] ?? '',
    label: step.label,
    ...(step.question ? { question: step.question } : {}),
    ...(step.instruction ? { instruction: step.instruction } : {}),
    kind: step.kind,
    minutes: step.minutes,
    ...(step.board ? { boardId: idFor('board', step.board) } : {}),
    ...(step.vote ? { voteId: idFor('vote', step.vote) } : {}),
    contribute: step.contribute ?? 'closed',
    state: 'waiting',
  }))
}
