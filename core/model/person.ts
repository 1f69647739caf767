import { z } from 'zod'
import type { Known } from '../lib/known'
import { idSchema } from './ids'
import { instantSchema, shortText } from './text'

/** May a person's words be quoted in reports: not at all, by role, or with the name. */
export const quoteSchema = z.enum(['none', 'role', 'named'])
export type Quote = z.infer<typeof quoteSchema>

export const personSchema = z.looseObject({
  type: z.literal('person'),
  id: idSchema,
  order: z.string().max(200),
  alias: z.string().min(1).max(120),
  /** Only if the person gave it. */
  name: shortText.optional(),
  voiceId: idSchema.optional(),
  present: z.boolean(),
  consent: z.object({ quote: quoteSchema, at: instantSchema.optional() }),
})
export type Person = Known<z.infer<typeof personSchema>>

/** Who does a thing or answers for it. */
export const ownerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('voice'), voiceId: idSchema }),
  z.object({ kind: z.literal('person'), personId: idSchema }),
  z.object({ kind: z.literal('organisation'), name: z.string().min(1).max(200) }),
])
export type Owner = Readonly<z.infer<typeof ownerSchema>>
