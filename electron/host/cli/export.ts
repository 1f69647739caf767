import { join } from 'node:path'
import { localDay } from '@core/lib/local-day'
import type { DocumentView } from '@core/model/document'
import type { ExportWhat } from '@core/protocol/requests'
import { availableKinds } from '@core/report/kinds'
import { nextRound, roundsOf } from '@core/rules/dialogue-rounds'
import { nodeFileSystem } from '../../storage/file-system'
import { layoutOf } from '../../storage/layout'
import type { Recovered } from '../../storage/recovery'
import { recover } from '../../storage/recovery'
import { baseFor } from '../export-files'
import { noticesOf } from '../open-notices'
import type { ReportAsk } from '@core/report/report-ask'
import { failureOfStorage } from '../storage-failures'
import type { Words } from '../words'
import { readWords } from '../words'
import { labBeside } from './lab-beside'
import { reportsHere } from './node-reports'
import type { Command } from './options'
import { findRoot } from './root'
import type { Say } from './say'
import type { Written } from './write-reports'
import { writeReports } from './write-reports'

type ExportCommand = Extract<Command, { name: 'export' }>

/**
 * Writes the reports of a session file that is not open here. Reads only; never replaces a file without --force. Exit code
 * 0: all. 1: something is missing in what was written, and it was said what. 2: nothing was written.
 */
export const exportFile = async (options: ExportCommand, say: Say): Promise<number> => {
  const { file, kind, formats, out, profile, lang, force } = options
  const read = await recover(nodeFileSystem, layoutOf(file))
  if (!read.ok) return say.problem('errors:cli.unreadable', { file, why: say.why(failureOfStorage(read.error)) })
  const view = read.value.tables
  const what = whatOf(options, view, say)
  if (!what) return 2
  const resources = join(findRoot(), 'resources')
  const words = await readWords(resources)
  if (words.of(lang).lang !== lang) return say.problem('errors:cli.badLang', { lang })
  const reports = await reportsHere(resources, words.of)
  const lab = OVER_SESSIONS.has(kind) ? await readLab(file, view, words, say) : null
  const base = baseFor(file, profile, [view, ...(lab?.files ?? []).map((one) => one.view)])
  const ask: ReportAsk = { what, profile, lang, base, lab: lab?.files, damaged: lab?.damaged }
  const written = await writeReports({ reports, view, ask, formats, out, force }, say)
  if (!written || written.files.length === 0) return 2
  tell(options, written, say)
  const incomplete = warn(read.value, file, say)
  return incomplete || !written.whole || (lab?.damaged.length ?? 0) > 0 ? 1 : 0
}

/** Kinds of report that reach over the sessions of the lab. */
const OVER_SESSIONS: ReadonlySet<ExportCommand['kind']> = new Set(['brief', 'families', 'esn', 'lab'])

/** What was asked for; null when this session does not have it, which is said. */
const whatOf = ({ file, kind, round }: ExportCommand, view: DocumentView, say: Say): ExportWhat | null => {
  if (kind !== 'guide') return { kind }
  if (!availableKinds(view).includes('guide')) {
    say.problem('errors:cli.noRounds', { file })
    return null
  }
  const rounds = roundsOf(view).length
  if (round !== null && round > rounds) {
    say.problem('errors:cli.badRound', { round: String(round), last: rounds })
    return null
  }
  return { kind, round: round ?? nextRound(view) }
}

const readLab = async (path: string, view: DocumentView, words: Words, say: Say) => {
  const today = localDay(Date.now())
  const lab = await labBeside({ path, view, words: words.english, today })
  for (const { path: file, failure } of lab.damaged)
    say.problem('errors:cli.unreadable', { file, why: say.why(failure) })
  for (const file of lab.twins) say.problem('errors:cli.twin', { file, named: path })
  return lab
}

const tell = ({ out, json }: ExportCommand, { files }: Written, say: Say): void => {
  if (json) say.line(JSON.stringify({ event: 'exported', folder: out, files }))
  else for (const name of files) say.line(join(out, name))
}

/** A report of less than was written must not look complete. True: changes are missing. */
const warn = ({ notices, loss }: Recovered, file: string, say: Say): boolean => {
  for (const { code, params } of noticesOf(notices)) {
    say.problem('errors:cli.notice', { file, what: say.words(`errors:notice.${code}`, params) })
  }
  if (loss) say.problem('errors:cli.incomplete', { file, why: say.why(failureOfStorage(loss)) })
  return loss !== null
}
