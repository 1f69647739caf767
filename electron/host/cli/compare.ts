import { join } from 'node:path'
import type { Compared } from '@core/compare/compare-view'
import { emptyTables } from '@core/model/document'
import type { SessionIndex } from '../compare-index'
import { indexSessions, nameIn } from '../compare-index'
import { sessionPaths } from '../session-folder'
import { readWords } from '../words'
import { reportsHere } from './node-reports'
import type { Command } from './options'
import { findRoot } from './root'
import type { Say } from './say'
import { writeReports } from './write-reports'

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
  const reports = await reportsHere(resources, words.of)
  const { by, formats, out, profile, force, json } = options
  const what = { kind: 'compare', compareId: 'folder', by } as const
  const ask = { what, profile, lang, base: 'polyphony', compare: comparedOf(folder, index) }
  const written = await writeReports({ reports, view: emptyTables(), ask, formats, out, force }, say)
  if (!written || written.files.length === 0) return 2
  if (json) say.line(JSON.stringify(summaryOf(options, index, written.files)))
  else for (const name of written.files) say.line(join(out, name))
  return nameLeftOut(index, say) + found.unread.length > 0 || !written.whole ? 1 : 0
}

const comparedOf = (folder: string, { files, damaged, doubles }: SessionIndex): Compared => ({
  facts: files.map(({ facts }) => facts),
  fileIds: new Map(),
  damaged: damaged.map(({ path, ...file }) => ({ ...file, fileName: nameIn(folder, path) })),
  doubles: doubles.map(({ path, facts }) => ({ fileName: nameIn(folder, path), sessionId: facts.sessionId })),
})

const summaryOf = ({ out }: CompareCommand, { files, damaged, doubles }: SessionIndex, names: readonly string[]) => ({
  event: 'compared',
  folder: out,
  sessions: files.length,
  leftOut: damaged.length,
  doubles: doubles.length,
  files: names,
})

/** None is left out in silence. Answers how many sessions are missing; an older copy is none. */
const nameLeftOut = ({ damaged, doubles }: SessionIndex, say: Say): number => {
  for (const { path } of doubles) say.problem('errors:cli.double', { file: path })
  for (const { path, failure } of damaged) say.problem('errors:cli.unreadable', { file: path, why: say.why(failure) })
  return damaged.length
}
