import type { Migration, RawDocument } from './migration'
import { fromVersion1 } from './migrations/from-version-1'
import { fromVersion2 } from './migrations/from-version-2'

/** The format that this version writes. */
export const FORMAT = 'polyphony-session'
export const FORMAT_VERSION = 3

/** The list must lead from 1 to the current version in single steps; otherwise old files would be misread. */
export const verifiedMigrations = (list: readonly Migration[], current: number): readonly Migration[] => {
  for (const [index, step] of list.entries()) {
    if (step.from !== index + 1 || step.to !== index + 2) {
      throw new Error(`migration ${index + 1} leads from ${step.from} to ${step.to}`)
    }
  }
  if (list.length !== current - 1) throw new Error(`${list.length} migrations for format version ${current}`)
  return list
}

export const MIGRATIONS = verifiedMigrations([fromVersion1, fromVersion2], FORMAT_VERSION)

export const migrate = (document: RawDocument, from: number, list: readonly Migration[] = MIGRATIONS): RawDocument =>
  list.filter((step) => step.from >= from).reduce((raw, step) => step.migrate(raw), document)
