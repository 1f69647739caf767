import { z } from 'zod'
import { recordSchemas } from '../model/registry'
import { FORMAT, FORMAT_VERSION } from './migrations'

const count = z.int().min(0)
const mark = { generation: count, lastSeq: count, open: z.boolean() }

/**
 * The JSON Schema (draft 2020-12) of a session file, one definition per record type. It says which files are formed
 * well; what it cannot say (hashes, references between records) `openDocument` checks.
 */
export const sessionFileJsonSchema = (): object => {
  const names = z.registry<{ id: string }>()
  for (const [type, schema] of Object.entries(recordSchemas)) names.add(schema, { id: type })
  const file = z.looseObject({
    format: z.literal(FORMAT),
    formatVersion: z.literal(FORMAT_VERSION),
    ...mark,
    sha256: z.string(),
    records: z.array(z.union(Object.values(recordSchemas))),
    end: z.looseObject({ ...mark, keys: z.array(z.string()) }).optional(),
  })
  return { title: 'Polyphony session', ...z.toJSONSchema(file, { metadata: names, io: 'input' }) }
}
