import { useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { JobView } from '@core/protocol/views'
import { useJobs, useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { FORMATS } from './report-kit'
import type { ExportAsk, Format } from './report-kit'

type Ask = Omit<ExportAsk, 'force'>

export type ExportJob = {
  readonly view: JobView | null
  readonly busy: boolean
  /** What is or was asked for, in the order in which it is written. */
  readonly formats: readonly Format[]
  readonly failure: Failure | null
  /** Files of this name exist: replacing them was not agreed yet. */
  readonly exists: boolean
  readonly run: (ask: Ask) => Promise<void>
  readonly replace: () => Promise<void>
  readonly keep: () => void
  readonly cancel: () => Promise<void>
  readonly showFiles: () => Promise<void>
}

const isExists = (failure: Failure | null | undefined): boolean => failure?.code === 'target-exists'

/** One export at a time: asked, running, done or refused. */
export const useExport = (): ExportJob => {
  const request = useRequest()
  const jobs = useJobs()
  const [asked, setAsked] = useState<Ask | null>(null)
  const [jobId, setJobId] = useState<string | null>(null)
  const [refused, setRefused] = useState<Failure | null>(null)
  const [asking, setAsking] = useState(false)
  const view = jobId === null ? null : (jobs.get(jobId) ?? null)
  const failure = refused ?? (view?.state === 'failed' ? (view.failure ?? { code: 'internal' as const }) : null)
  const start = async (ask: Ask, force: boolean): Promise<void> => {
    setAsked(ask)
    setRefused(null)
    setJobId(null)
    setAsking(true)
    const started = await request('export.run', { ...ask, force })
    setAsking(false)
    if (started.ok) setJobId(started.value.jobId)
    else setRefused(started.error)
  }
  const forget = (): void => {
    setRefused(null)
    setJobId(null)
  }
  const told = async (name: 'job.cancel' | 'file.show'): Promise<void> => {
    if (jobId === null) return
    const done = await request(name, { jobId })
    if (!done.ok) reportFailure(done.error)
  }
  return {
    view,
    formats: FORMATS.filter((format) => asked?.formats.includes(format) === true),
    busy: asking || view?.state === 'running',
    failure: isExists(failure) ? null : failure,
    exists: isExists(failure),
    run: async (ask) => await start(ask, false),
    replace: async () => {
      if (asked !== null) await start(asked, true)
    },
    keep: forget,
    cancel: async () => await told('job.cancel'),
    showFiles: async () => await told('file.show'),
  }
}
