import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { BallotFile, BoxAddress } from './ballot-box'
import { openBox, removeBox } from './ballot-box'
import type { Layout } from './layout'
import type { BallotBox, BoxFailure, BoxMode, StorageDeps } from './session-types'

/** The boxes of one session, each opened once. */
export type BoxRoom = {
  readonly open: (roundId: string, slotBytes: number, mode: BoxMode) => Promise<Result<BallotBox, BoxFailure>>
  readonly destroy: (roundId: string) => Promise<void>
  /** Writes the open boxes beside the session's new file; false when that failed (then they stay where they were). */
  readonly moveTo: (layout: Layout) => Promise<boolean>
  readonly close: () => Promise<void>
}

export const boxRoom = (deps: StorageDeps, first: Layout, sessionId: string): BoxRoom => {
  let layout = first
  const files = new Map<string, BallotFile>()

  const address = (roundId: string, slotBytes = 0): BoxAddress => ({ layout, sessionId, roundId, slotBytes })

  return {
    open: async (roundId, slotBytes, mode) => {
      const there = files.get(roundId)
      if (there) return ok(there)
      const opened = await openBox(deps, address(roundId, slotBytes), mode)
      if (!opened.ok) return err(opened.error)
      files.set(roundId, opened.value)
      return opened
    },
    destroy: async (roundId) => {
      await files.get(roundId)?.close()
      files.delete(roundId)
      await removeBox(deps, address(roundId))
    },
    moveTo: async (next) => {
      try {
        for (const file of files.values()) await file.rewrite(next)
      } catch {
        return false
      }
      layout = next
      return true
    },
    close: async () => {
      for (const file of files.values()) await file.close()
      files.clear()
    },
  }
}
