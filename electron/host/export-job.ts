import type { DocumentView } from '@core/model/document'
import { RECORD_TYPES } from '@core/model/records'
import type { Failure, FailureCode } from '@core/protocol/failures'
import type { ExportFormat } from '@core/report/formats'
import { failureOfDrawing, writeExport } from './export-files'
import type { JobControl } from './jobs'
import { JobError } from './jobs'
import type { ReportAsk } from '@core/report/report-ask'
import type { ReportPort } from './ports'
import type { Services } from './services'
import { failureOfThrown } from './storage-failures'

type Work = {
  readonly view: DocumentView
  readonly reports: ReportPort
  readonly ask: ReportAsk
  readonly folder: string
}

/** After these the next file would meet the same. */
const ENDS: ReadonlySet<FailureCode> = new Set<FailureCode>(['export-no-room', 'export-folder'])

/** The session as it is now: while one format is drawn, others go on, and every file has to say the same. */
const asItIs = (view: DocumentView): DocumentView =>
  Object.fromEntries(
    RECORD_TYPES.map((type) => [type, new Map<string, unknown>(view[type])]),
  ) as unknown as DocumentView // the same maps of frozen records

type Drawn = { readonly files: readonly string[]; readonly failure?: Failure | undefined }

/**
 * A job of one step a format; what can be written is written, also when another format fails. Cancelling ends what is being
 * drawn or printed: the files that are there are whole.
 */
export const exportJob = (
  { deps, jobs, note, sessions }: Services,
  { view, reports, ask, folder }: Work,
  formats: readonly ExportFormat[],
  force: boolean,
): string => {
  const held = asItIs(view)
  const exported = sessions.current()
  const wanted = { ...ask, lab: ask.lab?.map((file) => ({ ...file, view: asItIs(file.view) })) }
  const writeFormat = async (format: ExportFormat, { signal, cancelled }: JobControl): Promise<Drawn> => {
    const files: string[] = []
    let drawn: Awaited<ReturnType<ReportPort['draw']>>
    try {
      drawn = await reports.draw(held, wanted, format, signal)
    } catch (error) {
      if (cancelled()) return { files }
      deps.log('draw-failed', { format, error: error instanceof Error ? error.message : 'unknown' })
      return { files, failure: failureOfDrawing(error, format) }
    }
    try {
      for (const { name, bytes } of drawn) {
        if (cancelled()) break
        await writeExport(deps.disk, { folder, name, bytes, force })
        files.push(name)
      }
      return { files }
    } catch (error) {
      return { files, failure: error instanceof JobError ? error.failure : failureOfThrown(error) }
    }
  }
  return jobs.start('export', formats.length, async (control) => {
    const drawn = new Map<ExportFormat, Drawn>()
    const one = async (format: ExportFormat): Promise<void> => {
      const hasEnded = [...drawn.values()].some(({ failure }) => failure && ENDS.has(failure.code))
      if (control.cancelled() || hasEnded) return
      drawn.set(format, await writeFormat(format, control))
      control.step(drawn.size, formats.length)
    }
    const others = async (): Promise<void> => {
      for (const format of formats) if (format !== 'pdf') await one(format)
    }
    // Printing is the work of another program: meanwhile the others are drawn.
    await Promise.all([formats.includes('pdf') ? one('pdf') : null, others()])
    const inOrder = formats.flatMap((format) => drawn.get(format) ?? [])
    const files = inOrder.flatMap((one) => one.files)
    const problem = inOrder.find(({ failure }) => failure)?.failure
    // A comparison is of many sessions, and another one may have been opened meanwhile: its minutes are of its own room.
    const isOpen = ask.what?.kind !== 'compare' && sessions.current() === exported
    if (!control.cancelled() && !problem && isOpen) note('report.exported')
    return { files, folder, failure: problem }
  })
}
