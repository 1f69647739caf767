import { z } from 'zod'
import { idSchema } from '../model/ids'

/** null clears an optional field; absent leaves it. */
export const clearable = <S extends z.ZodType>(schema: S) => schema.nullable().optional()
export const id = idSchema
export const ids = z.array(idSchema).min(1).max(5_000)
/** Where a record goes: directly before another one of its list, or at the end. */
export const before = idSchema.nullable().optional()
export const by = z.object({ id })
