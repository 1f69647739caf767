import type { OpenFailure, OpenNotice } from '@core/load/failures'
import { allRecords } from '@core/model/document'
import { exists } from './file-helpers'
import type { FileSystem } from './file-system'
import { layoutOf } from './layout'
import { recover } from './recovery'
import type { CheckReport } from './session-types'

/** What opening would find, without changing a byte or taking the lock. */
export const checkSession = async (path: string, fs: FileSystem): Promise<CheckReport> => {
  const layout = layoutOf(path)
  const found = await recover(fs, layout)
  if (!found.ok) return { verdict: 'unreadable', failure: found.error }
  const { tables, notices, lastSeq, loss } = found.value
  const records = [...allRecords(tables)].length
  const locked = await exists(fs, layout.lock).catch(() => false)
  if (!loss && notices.every(isHarmless)) return { verdict: 'valid', notices, records, lastSeq }
  const failure: OpenFailure | null = loss
  return { verdict: 'recoverable', notices, records, lastSeq, locked, ...(failure ? { failure } : {}) }
}

/** An older format is valid; whatever a crash or another program left is not. */
const isHarmless = (notice: OpenNotice): boolean => notice.code === 'Migrated'
