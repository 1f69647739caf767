import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { CompareStatement, CompareView } from '@core/protocol/report-views'
import type { StatementRef } from '@core/compare/place-topics'
import { useJobs, useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { useStore } from '../app/store'
import { chooseAgain, comparing, isFiltered } from './comparison'
import type { By, Comparing, Filter, Sources } from './comparison'

/** The host answers for so many statements at once. */
const MOST_REFS = 500

export type StartComparison = (of: Sources, again?: boolean) => Promise<void>

export const useStart = (): StartComparison => {
  const request = useRequest()
  return useCallback(
    async (of, again = false) => {
      const started = await request('compare.start', { of })
      if (started.ok) comparing.set({ kind: 'reading', of, again, ...started.value })
      else chooseAgain(started.error)
    },
    [request],
  )
}

/** Follows the job of a comparison that is being read. */
export const useReadingJob = () => {
  const request = useRequest()
  const state = useStore(comparing)
  const jobs = useJobs()
  const job = state.kind === 'reading' ? jobs.get(state.jobId) : undefined
  useEffect(() => {
    if (state.kind !== 'reading' || job === undefined) return
    if (job.state === 'done') comparing.set({ ...state, kind: 'ready' })
    if (job.state === 'cancelled') chooseAgain()
    if (job.state === 'failed') chooseAgain(job.failure ?? { code: 'internal' })
  }, [state, job])
  const cancel = async (): Promise<void> => {
    if (state.kind !== 'reading') return
    const done = await request('job.cancel', { jobId: state.jobId })
    if (!done.ok) reportFailure(done.error)
  }
  return { done: job?.done ?? 0, total: job?.total ?? 0, cancel }
}

type Ready = Extract<Comparing, { readonly kind: 'ready' }>

type Viewed = {
  /** Null until the first answer; after a change of the filter the former one stays until the next is there. */
  readonly view: CompareView | null
  /** Without any filter: what can be chosen. */
  readonly base: CompareView | null
  readonly failure: Failure | null
}

/** The figures of a comparison. The host keeps a few: one that it has forgotten is read again. */
export const useCompareView = ({ of, compareId, again }: Ready, by: By, filter: Filter): Viewed => {
  const request = useRequest()
  const start = useStart()
  const [view, setView] = useState<CompareView | null>(null)
  const [base, setBase] = useState<CompareView | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let stale = false
    const ask = async (): Promise<void> => {
      const answer = await request('compare.view', { compareId, by, ...(isFiltered(filter) ? { filter } : {}) })
      if (stale) return
      if (answer.ok) {
        setView(answer.value)
        if (again) comparing.set({ kind: 'ready', of, compareId, again: false })
        setFailure(null)
        if (!isFiltered(filter)) setBase(answer.value)
      } else if (answer.error.code !== 'not-found') setFailure(answer.error)
      // One that is not there right after it was read will not be there the next time either.
      else if (again) chooseAgain(answer.error)
      else await start(of, true)
    }
    void ask()
    return () => {
      stale = true
    }
  }, [request, start, of, compareId, again, by, filter])
  useEffect(() => {
    // Without a filter the answer above is what can be chosen.
    if (base !== null || !isFiltered(filter)) return
    void request('compare.view', { compareId, by: 'place' }).then((answer) => {
      if (answer.ok) setBase(answer.value)
    })
  }, [request, compareId, base, filter])
  return { view, base, failure }
}

type Statements = { readonly key: string; readonly list: readonly CompareStatement[] | Failure }

/** The statements behind a cell; null while they are fetched. `more`: how many were not asked for. */
export const useStatements = (compareId: string, refs: readonly StatementRef[]) => {
  const request = useRequest()
  const [found, setFound] = useState<Statements | null>(null)
  const key = JSON.stringify([compareId, refs.slice(0, MOST_REFS)])
  useEffect(() => {
    const [id, wanted] = JSON.parse(key) as [string, StatementRef[]] // written above
    if (wanted.length === 0) return undefined
    let stale = false
    void request('compare.statements', { compareId: id, refs: wanted }).then((answer) => {
      if (!stale) setFound({ key, list: answer.ok ? answer.value : answer.error })
    })
    return () => {
      stale = true
    }
  }, [request, key])
  const list = refs.length === 0 ? [] : found?.key === key ? found.list : null
  return { list, more: Math.max(0, refs.length - MOST_REFS) }
}
