import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Compared } from '@core/compare/compare-view'
import { emptyTables } from '@core/model/document'
import { createOfficeTools } from '../../export/office-tools'
import { createReportPort, readReportFonts } from '../../export/report-port'
import type { SessionIndex } from '../compare-index'
import { indexSessions } from '../compare-index'
import { writeExport } from '../export-files'
import { JobError } from '../jobs'
import { sessionPaths } from '../session-folder'
import { readWords } from '../words'
import { browserPdf } from './node-deps'
import type { Command } from './options'
import { findRoot } from './root'
import type { Say } from './say'

type CompareCommand = Extract<Command, { name: 'compare' }>

/**
 * Writes the comparison of all sessions below a folder. Reads only. Exit code 0: all. 1: files or formats were left out,
 * each named. 2: nothing could be written.
 */
export const compareFolder = async (options: CompareCommand, say: Say): Promise<number> => {
  const { folder, lang } = options
  const found = await sessionPaths(folder).catch(() => null)
  if (!found) return say.problem('errors:cli.noFolder', { folder })
  for (const unread of found.unread) say.problem('errors:cli.noFolder', { folder: unread.folder })
  if (found.paths.length === 0) return say.problem('errors:cli.noSessions', { folder })
  const resources = join(findRoot(), 'resources')
  const words = await readWords(resources)
  if (words.of(lang).lang !== lang) return say.problem('errors:cli.badLang', { lang })
  const index = await indexSessions(found.paths)
  if (!index || index.files.length === 0) {
    if (index) nameLeftOut(index, say)
    return say.problem('errors:cli.noSessions', { folder })
  }
  const reports = createReportPort({
    now: () => Date.now(),
    wordsFor: words.of,
    fonts: await readReportFonts(join(resources, 'fonts')),
    tools: createOfficeTools(join(resources, 'fonts'), browserPdf()),
  })
  const written = await writeAll(options, reports, comparedOf(index), say)
  if (!written) return 2
  if (options.json) say.line(JSON.stringify(summaryOf(options, index, written)))
  else for (const name of written) say.line(join(options.out, name))
  const wanted = options.formats.every((format) => written.some((name) => name.endsWith(`.${format}`)))
  return nameLeftOut(index, say) + found.unread.length > 0 || !wanted ? 1 : 0
}

const comparedOf = ({ files, damaged, doubles }: SessionIndex): Compared => ({
  facts: files.map(({ facts }) => facts),
  fileIds: new Map(),
  damaged: damaged.map(({ path: _path, ...file }) => file),
  doubles: doubles.map(({ path, facts }) => ({ fileName: basename(path), sessionId: facts.sessionId })),
})

const summaryOf = ({ out }: CompareCommand, { files, damaged, doubles }: SessionIndex, names: readonly string[]) => ({
  event: 'compared',
  folder: out,
  sessions: files.length,
  leftOut: damaged.length,
  doubles: doubles.length,
  files: names,
})

/** The names of what was written; null when it could not be, which is said. */
const writeAll = async (
  { by, formats, out, profile, lang, force }: CompareCommand,
  reports: ReturnType<typeof createReportPort>,
  compare: Compared,
  say: Say,
): Promise<readonly string[] | null> => {
  const what = { kind: 'compare', compareId: 'folder', by } as const
  const ask = { what, profile, lang, base: 'polyphony', compare }
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = []
  for (const format of formats) {
    try {
      files.push(...(await reports.draw(emptyTables(), ask, format)))
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'NoPrinter') throw error
      // The other formats need no browser.
      say.problem('errors:cli.notice', { file: format, what: say.why({ code: 'no-printer' }) })
    }
  }
  if (files.length === 0) return null
  for (const { name } of force ? [] : files) {
    if (await stat(join(out, name)).catch(() => null)) {
      say.problem('errors:cli.targetExists', { file: name })
      return null
    }
  }
  try {
    for (const { name, bytes } of files) await writeExport({ folder: out, name, bytes, force })
    return files.map(({ name }) => name)
  } catch (error) {
    if (!(error instanceof JobError)) throw error
    say.problem('errors:cli.badFolder', { folder: out })
    return null
  }
}

/** None is left out in silence. Answers how many sessions are missing; an older copy is none. */
const nameLeftOut = ({ damaged, doubles }: SessionIndex, say: Say): number => {
  for (const { path } of doubles) say.problem('errors:cli.double', { file: path })
  for (const { path, failure } of damaged) say.problem('errors:cli.unreadable', { file: path, why: say.why(failure) })
  return damaged.length
}
