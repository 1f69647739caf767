import type { Result } from '@core/lib/result'
import { err } from '@core/lib/result'
import type { OpenFailure } from '@core/load/failures'
import type { AnyRecord } from '@core/model/records'
import type { OpenOptions, OpenSession, StorageDeps } from './session-types'

/** Writes a new session file and opens it. An existing file is refused (`Exists`). */
export const createSession = async (
  _path: string,
  _records: readonly AnyRecord[],
  _deps: StorageDeps,
): Promise<Result<OpenSession, OpenFailure>> => err({ code: 'DiskError' })

/** Opens a session file, recovering what a crash left. Nothing on disk changes before the answer is known to be safe. */
export const openSession = async (
  _path: string,
  _deps: StorageDeps,
  _options: OpenOptions = {},
): Promise<Result<OpenSession, OpenFailure>> => err({ code: 'DiskError' })
