import { z } from 'zod'
import { axisSchema, layoutSchema } from '../model/board'
import { labelSchema } from '../model/text'
import type { BoardTemplateCard } from '../protocol/views'

/** Names inside template files, and the names of the files. */
export const refSchema = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** `matrix` and `quadrants` are drawn with two axes, `rings` and `rounds` with one; `columns` takes either. */
const AXES = { columns: [1, 2], matrix: [2, 2], quadrants: [2, 2], rings: [1, 1], rounds: [1, 1] } as const

type Frame = Readonly<Pick<z.infer<typeof frameSchema>, 'layout' | 'axes'>>

/** What a board is made of, in a file of its own or inside a session template. */
export const frameSchema = z.object({
  label: labelSchema,
  layout: layoutSchema,
  axes: z.array(axisSchema).min(1).max(2),
})

/** The layout has the axes that it needs, and every id stands once. */
export const isFrame = ({ layout, axes }: Frame): boolean => {
  const [least, most] = AXES[layout]
  const ids = axes.flatMap((axis) => axis.entries.map((entry) => entry.id))
  return (
    axes.length >= least &&
    axes.length <= most &&
    new Set(ids).size === ids.length &&
    new Set(axes.map((axis) => axis.id)).size === axes.length
  )
}

/** A board template is a file of `resources/templates/boards`. */
export const boardTemplateSchema = frameSchema
  .extend({
    id: refSchema,
    /** Key in `boards:boardTemplate.<key>`: `.about`. */
    key: z.string().max(60),
    /** Place in the list of boards to choose from, lowest first. */
    position: z.int().min(0).max(999),
  })
  .refine(isFrame)
export type BoardTemplate = Readonly<z.infer<typeof boardTemplateSchema>>

export const boardTemplateCard = ({ id, key, label, layout, axes }: BoardTemplate): BoardTemplateCard => ({
  id,
  key,
  label,
  layout,
  axes,
})
