import { z } from 'zod'

/** The only form of an id; ids touch paths and markup, so nothing else is let in. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{2,40}$/

export const idSchema = z.string().regex(ID_PATTERN)
export type Id = z.infer<typeof idSchema>
