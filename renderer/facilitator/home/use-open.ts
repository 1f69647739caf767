import { useCallback } from 'react'
import type { Result } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import type { OpenedSession } from '@core/protocol/views'
import { nav } from '../app/nav'
import { reportFailure } from '../app/problems'
import { wantPlace } from '../app/wanted-place'
import { useReplica, useRequest } from '../../shared/replica/react'
import { endOpening, setOpening } from './opening'

type Open = {
  readonly session: (fileId: string, name: string, accept?: 'loss' | 'read-only') => Promise<void>
  /** Opens the lab's newest session at the page of the lab. */
  readonly lab: (fileId: string, name: string) => Promise<void>
  readonly sample: (sampleId: string, part: number, name: string) => Promise<void>
}

/** Opens from the home page. Where to go on the sheet follows from the host's push. */
export const useOpen = (): Open => {
  const request = useRequest()
  const replica = useReplica()
  const settle = useCallback((result: Result<OpenedSession, Failure>, name: string, fileId: string | null): void => {
    if (result.ok || result.error.code === 'dialog-cancelled') endOpening()
    else {
      wantPlace(null)
      setOpening({ kind: 'failed', name, failure: result.error, fileId })
    }
  }, [])
  const leaveFirst = useCallback(async (): Promise<boolean> => {
    if (replica.snapshot() === null) return true
    const left = await request('session.leave', {})
    if (!left.ok) reportFailure(left.error)
    return left.ok
  }, [replica, request])
  const session: Open['session'] = useCallback(
    async (fileId, name, accept) => {
      const current = replica.snapshot()
      if (current?.fileId === fileId) {
        const step = [...replica.view.step.values()].find(({ state }) => state === 'running')?.id
        nav.go(step === undefined ? { kind: 'boards' } : { kind: 'step', id: step })
        return
      }
      setOpening({ kind: 'busy', name })
      if (!(await leaveFirst())) {
        wantPlace(null)
        return endOpening()
      }
      settle(await request('session.open', { fileId, ...(accept === undefined ? {} : { accept }) }), name, fileId)
    },
    [leaveFirst, replica, request, settle],
  )
  const lab: Open['lab'] = useCallback(
    async (fileId, name) => {
      const place = { kind: 'lab' } as const
      if (replica.snapshot()?.fileId === fileId) return nav.go(place)
      wantPlace(place)
      return session(fileId, name)
    },
    [replica, session],
  )
  const sample: Open['sample'] = useCallback(
    async (sampleId, part, name) => {
      setOpening({ kind: 'busy', name })
      if (!(await leaveFirst())) return endOpening()
      settle(await request('session.open-sample', { sampleId, part }), name, null)
    },
    [leaveFirst, request, settle],
  )
  return { session, lab, sample }
}
