import { z } from 'zod'
import { LIMITS } from './limits'

/** Built-in words are keys of the locale files; people's own words are text. */
export const labelSchema = z.union([
  z.object({ key: z.string().max(120) }),
  z.object({ text: z.string().max(LIMITS.label) }),
])
export type Label = Readonly<z.infer<typeof labelSchema>>

/** `YYYY-MM-DD`, a day in the session's time zone. */
export const daySchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** ISO 8601 in UTC, to the millisecond. */
export const instantSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/)

export const statementText = z.string().min(1).max(LIMITS.statement)
export const shortText = z.string().max(LIMITS.label)
export const longText = z.string().max(LIMITS.long)
