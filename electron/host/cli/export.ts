import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createReportPort, readReportFonts } from '../../export/report-port'
import { nodeFileSystem } from '../../storage/file-system'
import { layoutOf } from '../../storage/layout'
import { recover } from '../../storage/recovery'
import { SESSION_ENDING } from '../home-index'
import { failureOfStorage } from '../storage-failures'
import { readWords } from '../words'
import type { Command } from './options'
import { findRoot } from './root'
import type { Say } from './say'

type ExportCommand = Extract<Command, { name: 'export' }>

/** Writes the reports of a session file that is not open here. Reads only; never replaces a file without --force. */
export const exportFile = async (options: ExportCommand, say: Say): Promise<number> => {
  const read = await recover(nodeFileSystem, layoutOf(options.file))
  if (!read.ok) {
    const why = failureOfStorage(read.error)
    return say.problem('errors:cli.unreadable', {
      file: options.file,
      why: say.words(`errors:${why.code}.what`, why.params),
    })
  }
  const resources = join(findRoot(), 'resources')
  const words = await readWords(resources)
  const reports = createReportPort({
    now: () => Date.now(),
    wordsFor: words.of,
    fonts: await readReportFonts(join(resources, 'fonts')),
  })
  const base = basename(options.file)
    .replace(SESSION_ENDING, '')
    .replace(/\.json$/, '')
  const ask = { profile: options.profile, lang: options.lang, base }
  const files = options.formats.flatMap((format) => reports.draw(read.value.tables, ask, format))
  try {
    await mkdir(options.out, { recursive: true })
    for (const { name } of options.force ? [] : files) {
      if (await stat(join(options.out, name)).catch(() => null))
        return say.problem('errors:cli.targetExists', { file: name })
    }
    for (const { name, bytes } of files) {
      const temporary = join(options.out, `${name}.${process.pid}.tmp`)
      await writeFile(temporary, bytes)
      await rename(temporary, join(options.out, name))
    }
  } catch {
    return say.problem('errors:cli.badFolder', { folder: options.out })
  }
  const names = files.map(({ name }) => name)
  if (options.json) say.line(JSON.stringify({ event: 'exported', folder: options.out, files: names }))
  else for (const name of names) say.line(join(options.out, name))
  return 0
}
