import { z } from 'zod'
import { sessionFactsSchema } from './facts-schema'

/** Raised whenever facts are counted differently: what older versions kept is then not used. */
const FACTS_VERSION = 3

/** Facts of session files that did not change since; by the path of the file. */
export const factsFileSchema = z.object({
  version: z.literal(FACTS_VERSION),
  files: z.array(
    z.object({
      path: z.string(),
      /** Milliseconds of the last change and bytes: another file has others. */
      changedAt: z.number(),
      bytes: z.int().min(0),
      lastSeq: z.int().min(0),
      facts: sessionFactsSchema,
    }),
  ),
})
export type FactsFile = Readonly<z.infer<typeof factsFileSchema>>
export type KeptFacts = FactsFile['files'][number]

export const factsFile = (files: readonly KeptFacts[]): FactsFile => ({ version: FACTS_VERSION, files: [...files] })
