import { join, resolve } from 'node:path'
import type { ExportFormat } from '@core/report/formats'
import type { DocumentView } from '@core/model/document'
import { failureOfDrawing, isThere, makeFolder, writeExport } from '../export-files'
import { nodeFileSystem } from '../../storage/file-system'
import { JobError } from '../jobs'
import type { ReportAsk } from '@core/report/report-ask'
import type { ReportPort } from '../ports'
import type { Say } from './say'

type Work = {
  readonly reports: ReportPort
  readonly view: DocumentView
  readonly ask: ReportAsk
  readonly formats: readonly ExportFormat[]
  readonly out: string
  readonly force: boolean
}

export type Written = {
  readonly files: readonly string[]
  /** False: some format is missing, which was said. */
  readonly whole: boolean
}

/** After these the next file would meet the same. */
const ENDS: ReadonlySet<string> = new Set(['export-no-room', 'export-folder'])

/**
 * Writes one format after the other, each file whole or not at all. What cannot be written is said; the other formats are
 * written all the same. Null when nothing was written: a file is there already, or the folder cannot be made; which was said.
 */
export const writeReports = async (work: Work, say: Say): Promise<Written | null> => {
  const { reports, view, ask, formats, out, force } = work
  for (const name of force ? [] : await reports.names(view, ask, formats)) {
    if (!(await isThere(join(out, name)))) continue
    say.problem('errors:cli.targetExists', { file: join(out, name) })
    return null
  }
  const made = await makeFolder(resolve(out)).then(
    () => true,
    () => false,
  )
  if (!made) {
    say.problem('errors:cli.badFolder', { folder: out })
    return null
  }
  const files: string[] = []
  let whole = true
  for (const format of formats) {
    const problem = await writeFormat(work, format, files, say)
    if (problem !== null) whole = false
    if (problem !== null && ENDS.has(problem)) break
  }
  return { files, whole }
}

/** Adds the names of what it wrote; the code of what went wrong, which was said. */
const writeFormat = async (
  { reports, view, ask, out, force }: Work,
  format: ExportFormat,
  files: string[],
  say: Say,
): Promise<string | null> => {
  try {
    const drawn = await reports.draw(view, ask, format)
    // Nothing is missing, yet whoever looks for the file must know why it is not there.
    if (drawn.length === 0) say.problem('errors:cli.noTables', { format })
    for (const { name, bytes } of drawn) {
      await writeExport(nodeFileSystem, { folder: out, name, bytes, force })
      files.push(name)
    }
    return null
  } catch (error) {
    if (error instanceof JobError) return sayWhy(error, out, say)
    const failure = failureOfDrawing(error, format)
    say.problem('errors:cli.notice', { file: format, what: say.why(failure) })
    return failure.code
  }
}

const sayWhy = ({ failure }: JobError, out: string, say: Say): string => {
  // Their words are for the folder beside the session and for the screen.
  if (failure.code === 'export-folder') say.problem('errors:cli.badFolder', { folder: out })
  else if (failure.code === 'target-exists')
    say.problem('errors:cli.targetExists', { file: join(out, String(failure.params?.['file'] ?? '')) })
  else say.problem('errors:cli.notWritten', { why: say.why(failure) })
  return failure.code
}
