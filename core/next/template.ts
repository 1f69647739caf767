import { z } from 'zod'
import { roundOfDialogueSchema } from '../model/lab'
import { contributeSchema, proposalKindSchema, stepKindSchema, stepShowSchema } from '../model/step'
import { labelSchema } from '../model/text'
import { levelSchema } from '../model/voice'
import { channelSchema, methodSchema } from '../model/vote'
import type { BoardTemplate } from './board-template'
import { frameSchema, isFrame, refSchema } from './board-template'

const pictureSchema = z.enum([
  'matrix',
  'stairs',
  'rings',
  'follow-up',
  'columns',
  'quadrants',
  'voices',
  'questions',
  'empty',
])

const stepSchema = z.object({
  label: labelSchema,
  question: labelSchema.optional(),
  instruction: labelSchema.optional(),
  kind: stepKindSchema,
  minutes: z.int().min(0).max(600),
  contribute: contributeSchema.optional(),
  board: refSchema.optional(),
  vote: refSchema.optional(),
  group: refSchema.optional(),
  /** What the projector shows when the step starts; absent: the step itself. */
  show: stepShowSchema.optional(),
  propose: z.array(proposalKindSchema).max(3).optional(),
  lockAtEnd: z.boolean().optional(),
})

const boardSchema = z.object({ ref: refSchema, group: refSchema.optional() })
const namedBoardSchema = boardSchema.extend({ board: refSchema, label: labelSchema.optional() })
const ownBoardSchema = boardSchema.extend(frameSchema.shape).extend({ templateKey: z.string().max(120).optional() })

const shape = {
  id: refSchema,
  /** Key in `boards:template.<key>`: `.name`, `.about`. A template of one's own has a name instead. */
  key: z.string().max(60).optional(),
  name: z.string().min(1).max(200).optional(),
  /** Place in the list of templates, lowest first. */
  position: z.int().min(0).max(999).optional(),
  picture: pictureSchema,
  /** The round of the staged dialogue that the session is, and what the lab's rounds are called. */
  round: z.int().min(1).max(20).optional(),
  rounds: z.array(roundOfDialogueSchema).min(2).max(8).optional(),
  voices: z.array(
    z.object({
      label: labelSchema,
      slot: z.int().min(1).max(8),
      level: levelSchema.optional(),
      expected: z.int().min(0).max(9_999),
    }),
  ),
  groups: z
    .array(z.object({ ref: refSchema, label: labelSchema }))
    .max(8)
    .optional(),
  votes: z.array(
    z.object({
      ref: refSchema,
      question: labelSchema,
      explanation: labelSchema.optional(),
      method: methodSchema,
      admission: z.enum(['codes', 'open-room']).optional(),
      /** Absent: phones, tablet and paper. With hands the vote is not secret. */
      channels: z.array(channelSchema).min(1).max(4).optional(),
    }),
  ),
  /** Questions of the short feedback round at the end. */
  pulse: z.array(labelSchema).max(5).optional(),
  steps: z.array(stepSchema).max(60),
} as const

const fits = (template: {
  readonly key?: string | undefined
  readonly name?: string | undefined
  readonly groups?: readonly { readonly ref: string }[] | undefined
  readonly boards: readonly { readonly ref: string; readonly group?: string | undefined }[]
  readonly votes: readonly { readonly ref: string }[]
  readonly steps: readonly z.infer<typeof stepSchema>[]
}): boolean => {
  const refs = (list: readonly { readonly ref: string }[]): ReadonlySet<string> => new Set(list.map(({ ref }) => ref))
  const [groups, boards, votes] = [refs(template.groups ?? []), refs(template.boards), refs(template.votes)]
  const known = (set: ReadonlySet<string>, ref: string | undefined): boolean => ref === undefined || set.has(ref)
  return (
    (template.key === undefined) !== (template.name === undefined) &&
    groups.size === (template.groups ?? []).length &&
    boards.size === template.boards.length &&
    votes.size === template.votes.length &&
    template.boards.every(({ group }) => known(groups, group)) &&
    template.steps.every((step) => known(groups, step.group) && known(boards, step.board) && known(votes, step.vote))
  )
}

/** A session template is a file of `resources/templates` or of one's own: agenda, boards, votes, voices, questions. */
export const templateFileSchema = z
  .object({ ...shape, boards: z.array(z.union([namedBoardSchema, ownBoardSchema])).max(60) })
  .refine(fits)
export type TemplateFile = Readonly<z.infer<typeof templateFileSchema>>

/** With every board written out. */
export const templateSchema = z
  .object({ ...shape, boards: z.array(ownBoardSchema.refine(isFrame)).max(60) })
  .refine(fits)
export type Template = Readonly<z.infer<typeof templateSchema>>

/** Writes out the boards that the file only names; null when there is no such board template or a board is none. */
export const resolveTemplate = (file: TemplateFile, known: readonly BoardTemplate[]): Template | null => {
  const boards: unknown[] = []
  for (const board of file.boards) {
    if (!('board' in board)) {
      boards.push(board)
      continue
    }
    const { board: name, ...rest } = board
    const found = known.find(({ id }) => id === name)
    if (!found) return null
    boards.push({ label: found.label, layout: found.layout, axes: found.axes, templateKey: found.id, ...rest })
  }
  const parsed = templateSchema.safeParse({ ...file, boards })
  return parsed.success ? parsed.data : null
}

/** How long the meeting is: parallel groups work at the same time, so the longest of them counts. */
export const templateMinutes = ({ steps }: Pick<Template, 'steps'>): number => {
  const byGroup = new Map<string | undefined, number>()
  for (const { group, minutes } of steps) byGroup.set(group, (byGroup.get(group) ?? 0) + minutes)
  const groups = [...byGroup].filter(([group]) => group !== undefined).map(([, minutes]) => minutes)
  return (byGroup.get(undefined) ?? 0) + Math.max(0, ...groups)
}
