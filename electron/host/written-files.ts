import { join } from 'node:path'
import { EXPORT_FORMATS } from '@core/report/formats'
import type { Jobs } from './jobs'

/** What this app writes and a computer may open without running anything. */
const OPENED: readonly string[] = EXPORT_FORMATS.map((format) => `.${format}`)

/**
 * Where a file stands that this job has written; null for everything else. The name must be one that the job told itself:
 * no path comes from a page.
 */
export const writtenFile = (jobs: Pick<Jobs, 'get'>, jobId: string, file?: string): string | null => {
  const job = jobs.get(jobId)
  const name = file === undefined ? job?.files?.[0] : job?.files?.find((one) => one === file)
  if (job?.folder === undefined || name === undefined) return null
  return OPENED.some((ending) => name.toLowerCase().endsWith(ending)) ? join(job.folder, name) : null
}
