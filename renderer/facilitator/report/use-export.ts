import { useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { JobView } from '@core/protocol/views'
import { useJobs, useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { FORMATS } from './report-kit'
import type { ExportAsk, Format } from './report-kit'
import { createMemory } from './window-memory'

type Ask = Omit<ExportAsk, 'force' | 'beside'>
/** Files of the same name: asked about, replaced, or left while the new ones get a number. */
type Existing = 'ask' | 'replace' | 'beside'
type Asked = { readonly ask: Ask; readonly existing: Existing; readonly jobId: string | null }

export type ExportJob = {
  readonly view: JobView | null
  readonly busy: boolean
  /** What is or was asked for, in the order in which it is written. */
  readonly formats: readonly Format[]
  readonly failure: Failure | null
  /** Files of this name exist: what becomes of them was not said yet. */
  readonly exists: boolean
  readonly run: (ask: Ask) => Promise<void>
  readonly replace: () => Promise<void>
  /** Writes beside the files that exist. */
  readonly beside: () => Promise<void>
  /** What was not written, once more; in another folder when one is given. */
  readonly again: (folder?: string) => Promise<void>
  /** Puts away what is shown of the last export. */
  readonly dismiss: () => void
  readonly cancel: () => Promise<void>
  readonly showFiles: () => Promise<void>
  readonly openFile: (file: string) => Promise<void>
}

const isExists = (failure: Failure | null | undefined): boolean => failure?.code === 'target-exists'

/** The last export of each place: still there when one comes back to it. */
const useAskedAt = createMemory<Asked>()

/** Formats of which no file was written. */
const missing = (formats: readonly Format[], files: readonly string[]): Format[] =>
  formats.filter((format) => !files.some((file) => file.endsWith(`.${format}`)))

/** One export at a time: asked, running, done or refused. With a `place`, it is remembered while the window is open. */
export const useExport = (place?: string): ExportJob => {
  const request = useRequest()
  const jobs = useJobs()
  const askedAt = useAskedAt()
  const [asked, setAsked] = useState<Asked | null>(() => (place === undefined ? null : (askedAt.get(place) ?? null)))
  const [refused, setRefused] = useState<Failure | null>(null)
  const [asking, setAsking] = useState(false)
  const jobId = asked?.jobId ?? null
  const view = jobId === null ? null : (jobs.get(jobId) ?? null)
  const failure = refused ?? (view?.state === 'failed' ? (view.failure ?? { code: 'internal' as const }) : null)
  const note = (now: Asked): void => {
    setAsked(now)
    if (place !== undefined) askedAt.set(place, now)
  }
  const start = async (ask: Ask, existing: Existing): Promise<void> => {
    note({ ask, existing, jobId: null })
    setRefused(null)
    setAsking(true)
    const beside = existing === 'beside' ? { beside: true } : {}
    const started = await request('export.run', { ...ask, force: existing === 'replace', ...beside })
    setAsking(false)
    if (started.ok) note({ ask, existing, jobId: started.value.jobId })
    else setRefused(started.error)
  }
  const told = async (done: Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Failure }>) => {
    const answer = await done
    if (!answer.ok) reportFailure(answer.error)
  }
  /** What was written already is not written a second time. */
  const left = ({ ask }: Asked): Ask => {
    const formats = missing(ask.formats, view?.files ?? [])
    return formats.length === 0 ? ask : { ...ask, formats }
  }
  const restart = async (existing: Existing): Promise<void> => {
    if (asked !== null) await start(left(asked), existing)
  }
  return {
    view,
    formats: FORMATS.filter((format) => asked?.ask.formats.includes(format) === true),
    busy: asking || view?.state === 'running',
    failure: isExists(failure) ? null : failure,
    exists: isExists(failure),
    run: async (ask) => await start(ask, 'ask'),
    replace: async () => await restart('replace'),
    beside: async () => await restart('beside'),
    again: async (folder) => {
      if (asked === null) return
      // What was agreed for one folder is not agreed for another.
      if (folder === undefined) await start(left(asked), asked.existing)
      else await start({ ...left(asked), folder }, 'ask')
    },
    dismiss: () => {
      setRefused(null)
      setAsked(null)
      if (place !== undefined) askedAt.delete(place)
    },
    cancel: async () => {
      if (jobId !== null) await told(request('job.cancel', { jobId }))
    },
    showFiles: async () => {
      if (jobId !== null) await told(request('file.show', { jobId }))
    },
    openFile: async (file) => {
      if (jobId !== null) await told(request('file.open', { jobId, file }))
    },
  }
}
