import { createHash } from 'node:crypto'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptFacts } from '@core/compare/facts-file'
import { factsFile, factsFileSchema } from '@core/compare/facts-file'

export type FactsCache = {
  /** Null: not known, or the file is another one by now. */
  readonly get: (path: string, changedAt: number, bytes: number) => Promise<KeptFacts | null>
  readonly put: (kept: KeptFacts) => Promise<void>
  /** Writes what is new; whatever fails only costs the next comparison time. */
  readonly save: () => Promise<void>
  /** From now on nothing is written: what is in memory may hold words that have been erased. */
  readonly drop: () => void
}

type Shard = { files: Map<string, KeptFacts>; changed: boolean }

/** Paths spread over 256 small files: none of them grows with the folder, and few are written for a few new sessions. */
const shardOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 2)

const folderOf = (appData: string): string => join(appData, 'compare')

/** All that was kept, gone: after an erasure no word of it may stay here. */
export const forgetFacts = (appData: string): Promise<void> => rm(folderOf(appData), { recursive: true, force: true })

/** Facts of session files, in the app's own folder, readable for this person only. One for each run of an index. */
export const openFactsCache = (appData: string): FactsCache => {
  const folder = folderOf(appData)
  const shards = new Map<string, Promise<Shard>>()
  let dropped = false
  const shardFor = (path: string): Promise<Shard> => {
    const name = shardOf(path)
    const known = shards.get(name) ?? readShard(join(folder, `${name}.json`))
    shards.set(name, known)
    return known
  }
  return {
    get: async (path, changedAt, bytes) => {
      const kept = (await shardFor(path)).files.get(path)
      return kept?.changedAt === changedAt && kept.bytes === bytes ? kept : null
    },
    put: async (kept) => {
      const shard = await shardFor(kept.path)
      shard.files.set(kept.path, kept)
      shard.changed = true
    },
    save: async () => {
      if (dropped) return
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        for (const [name, reading] of shards) {
          const shard = await reading
          if (dropped) return
          if (shard.changed) await writeShard(join(folder, `${name}.json`), shard)
        }
      } catch {
        // A cache: without it the files are read again.
      }
    },
    drop: () => {
      dropped = true
    },
  }
}

const readShard = async (path: string): Promise<Shard> => {
  const empty = { files: new Map<string, KeptFacts>(), changed: false }
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return empty
  try {
    const read = factsFileSchema.safeParse(JSON.parse(text))
    return read.success ? { ...empty, files: new Map(read.data.files.map((kept) => [kept.path, kept])) } : empty
  } catch {
    return empty
  }
}

/** Files that are gone go here too. */
const writeShard = async (path: string, { files }: Shard): Promise<void> => {
  const there: KeptFacts[] = []
  for (const kept of files.values()) {
    if (
      await access(kept.path).then(
        () => true,
        () => false,
      )
    ) {
      there.push(kept)
    }
  }
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, JSON.stringify(factsFile(there)), { mode: 0o600 })
  await rename(temporary, path)
}
