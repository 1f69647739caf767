import { err, ok } from '@core/lib/result'
import type { OpenNotice } from '@core/load/failures'
import { allRecords } from '@core/model/document'
import { newPlace, leavePlace } from './place'
import type { Recovered } from './recovery'
import type { OpenSession, SaveState, StorageDeps } from './session-types'
import { StorageError } from './session-types'
import { diskCode } from './disk-errors'

const SAVED: SaveState = { state: 'saved', unsaved: 0, code: 'ReadOnly' }

const refuse = (): Promise<never> => Promise.reject(new StorageError('ReadOnly'))

/** What a second opener gets: everything to look at, nothing to write; a copy can be saved elsewhere. */
export const readOnlySession = (
  deps: StorageDeps,
  path: string,
  found: Recovered,
  notices: readonly OpenNotice[],
): OpenSession => ({
  path,
  tables: found.tables,
  notices,
  readOnly: true,
  lastSeq: found.lastSeq,
  recentKeys: found.keys,
  append: refuse,
  snapshot: refuse,
  retry: () => Promise.resolve(true),
  state: SAVED,
  onState: (listener) => {
    listener(SAVED)
    return () => {}
  },
  box: () => Promise.resolve(err({ code: 'ReadOnlyPlace' })),
  destroyBox: refuse,
  boxes: () => Promise.resolve([]),
  saveElsewhere: async (target) => {
    const place = await newPlace(deps, target)
    if (!place.ok) return place
    try {
      const records = [...allRecords(found.tables)]
      await place.value.generations(found.sessionId, 0).finish({ lastSeq: found.lastSeq, keys: found.keys, records })
      return ok(target)
    } catch (error) {
      return err({ code: diskCode(error) })
    } finally {
      await leavePlace(deps, place.value)
    }
  },
  close: () => Promise.resolve(),
})
