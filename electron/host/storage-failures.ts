import type { LoadFailure, OpenFailure } from '@core/load/failures'
import { FAILURES, failure } from '@core/protocol/failures'
import type { Failure, FailureCode } from '@core/protocol/failures'

const OTHER_NAMES: { readonly [code: string]: FailureCode } = {
  Missing: 'file-missing',
  Exists: 'target-exists',
  Gone: 'folder-missing',
  TooLarge: 'file-too-large',
  TooMany: 'too-many-nodes',
  EditedOutside: 'changed-outside',
  Closed: 'no-session',
  BoxMissing: 'journal-missing',
  BoxKeyMissing: 'journal-missing',
  BoxDamaged: 'journal-corrupt-middle',
}

const kebab = (name: string): string => name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
const isCode = (code: string): code is FailureCode => (FAILURES as readonly string[]).includes(code)

/** Storage's names in the form that crosses the wire. */
export const codeOfStorage = (name: string): FailureCode => {
  const code = OTHER_NAMES[name] ?? kebab(name)
  return isCode(code) ? code : 'disk-error'
}

/** With the figures that its words need. Never a path. */
export const failureOfStorage = (problem: OpenFailure | LoadFailure): Failure => {
  const code = codeOfStorage(problem.code)
  switch (problem.code) {
    case 'NewerFormat':
      return failure(code, { version: problem.formatVersion })
    case 'TooLarge':
      return failure(code, { limit: Math.round(problem.limit / 1024 / 1024) })
    case 'BadSchema':
      return failure(code, { where: problem.where })
    case 'ForbiddenKey':
      return failure(code, { key: problem.key })
    case 'LockedByOther':
      return failure(code, { computer: problem.owner.hostname })
    case 'JournalMissing':
    case 'JournalGap':
    case 'JournalCorruptMiddle':
    case 'RolledBack':
      return failure(code, { after: problem.lost.after, ...(problem.lost.to ? { to: problem.lost.to } : {}) })
    default:
      return failure(code)
  }
}

const SYSTEM: { readonly [code: string]: FailureCode } = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'read-only-place',
  EPERM: 'read-only-place',
  EROFS: 'read-only-place',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  EIO: 'disk-error',
}

/** The code of anything that was thrown: storage's own or the system's, else `internal`. */
export const failureOfThrown = (error: unknown): Failure => {
  const code = (error as { readonly code?: unknown } | null)?.code
  if (typeof code !== 'string') return failure('internal')
  return failure(/^[A-Z][a-z]/.test(code) ? codeOfStorage(code) : (SYSTEM[code] ?? 'internal'))
}
