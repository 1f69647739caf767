import { idFromBytes } from '@core/lib/id-from-bytes'
import type { Failure } from '@core/protocol/failures'
import type { JobView } from '@core/protocol/views'
import type { HostDeps } from './ports'
import { failureOfThrown } from './storage-failures'

/** What a running job may use: it says how far it is and stops when told to. */
export type JobControl = {
  readonly step: (done: number, total: number) => void
  readonly cancelled: () => boolean
  /** Ends what is under way when the job is cancelled. */
  readonly signal: AbortSignal
}
export type JobDone = {
  readonly files: readonly string[]
  readonly folder: string
  /** What did not work, beside what did. */
  readonly failure?: Failure | undefined
}

/** What a job throws that fails for a reason of the closed list. */
export class JobError extends Error {
  readonly failure: Failure
  constructor(why: Failure) {
    super(why.code)
    this.name = 'JobError'
    this.failure = why
  }
}

/** Jobs that are over and still asked for, for example to show their files. */
const KEPT = 20

type Job = { view: JobView; running: Promise<void>; readonly stop: AbortController }

/** Long work: told when it starts, goes on and ends; can be cancelled at any time. */
export const createJobs = (deps: Pick<HostDeps, 'randomBytes' | 'log'>, changed: (job: JobView) => void) => {
  const jobs = new Map<string, Job>()
  const start = (kind: JobView['kind'], total: number, work: (control: JobControl) => Promise<JobDone>): string => {
    const jobId = idFromBytes(deps.randomBytes(20))
    const job: Job = {
      view: { jobId, kind, state: 'running', done: 0, total },
      running: Promise.resolve(),
      stop: new AbortController(),
    }
    const become = (part: Partial<JobView>): void => {
      job.view = { ...job.view, ...part }
      changed(job.view)
    }
    jobs.set(jobId, job)
    changed(job.view)
    const control: JobControl = {
      step: (done, of) => become({ done, total: of }),
      cancelled: () => job.stop.signal.aborted,
      signal: job.stop.signal,
    }
    const run = async (): Promise<void> => {
      try {
        const { files, folder, failure } = await work(control)
        if (job.stop.signal.aborted) become({ state: 'cancelled', files, folder })
        else if (failure) become({ state: 'failed', failure, files, folder })
        else become({ state: 'done', done: job.view.total, files, folder })
      } catch (error) {
        deps.log('job-failed', { kind, error: error instanceof Error ? error.message : 'unknown' })
        become({ state: 'failed', failure: error instanceof JobError ? error.failure : failureOfThrown(error) })
      }
    }
    job.running = run()
    const old = [...jobs.keys()].slice(0, Math.max(0, jobs.size - KEPT))
    for (const id of old) if (jobs.get(id)?.view.state !== 'running') jobs.delete(id)
    return jobId
  }
  return {
    start,
    get: (jobId: string): JobView | null => jobs.get(jobId)?.view ?? null,
    all: (): JobView[] => [...jobs.values()].map((job) => job.view),
    cancel: (jobId: string): boolean => {
      const job = jobs.get(jobId)
      if (!job || job.view.state !== 'running') return false
      job.stop.abort()
      return true
    },
    stop: async (): Promise<void> => {
      for (const job of jobs.values()) job.stop.abort()
      await Promise.all([...jobs.values()].map((job) => job.running))
    },
  }
}
export type Jobs = ReturnType<typeof createJobs>
