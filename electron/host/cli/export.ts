import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createOfficeTools } from '../../export/office-tools'
import { createReportPort, readReportFonts } from '../../export/report-port'
import { nodeFileSystem } from '../../storage/file-system'
import { layoutOf } from '../../storage/layout'
import type { Recovered } from '../../storage/recovery'
import { recover } from '../../storage/recovery'
import { SESSION_ENDING } from '../home-index'
import { noticesOf } from '../open-notices'
import { failureOfStorage } from '../storage-failures'
import { readWords } from '../words'
import type { Command } from './options'
import { browserPdf } from './node-deps'
import { findRoot } from './root'
import type { Say } from './say'

type ExportCommand = Extract<Command, { name: 'export' }>

/** Writes the reports of a session file that is not open here. Reads only; never replaces a file without --force. */
export const exportFile = async (options: ExportCommand, say: Say): Promise<number> => {
  const read = await recover(nodeFileSystem, layoutOf(options.file))
  if (!read.ok) {
    const why = failureOfStorage(read.error)
    return say.problem('errors:cli.unreadable', { file: options.file, why: say.why(why) })
  }
  const resources = join(findRoot(), 'resources')
  const words = await readWords(resources)
  if (words.of(options.lang).lang !== options.lang) return say.problem('errors:cli.badLang', { lang: options.lang })
  const reports = createReportPort({
    now: () => Date.now(),
    wordsFor: words.of,
    fonts: await readReportFonts(join(resources, 'fonts')),
    tools: createOfficeTools(join(resources, 'fonts'), browserPdf()),
  })
  const base = basename(options.file)
    .replace(SESSION_ENDING, '')
    .replace(/\.json$/, '')
  const ask = { profile: options.profile, lang: options.lang, base }
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = []
  for (const format of options.formats) files.push(...(await reports.draw(read.value.tables, ask, format)))
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
  return warn(read.value, options.file, say)
}

/** A report of less than was written must not look complete: exit code 1 when changes are missing. */
const warn = ({ notices, loss }: Recovered, file: string, say: Say): number => {
  for (const { code, params } of noticesOf(notices)) {
    say.problem('errors:cli.notice', { file, what: say.words(`errors:notice.${code}`, params) })
  }
  if (!loss) return 0
  say.problem('errors:cli.incomplete', { file, why: say.why(failureOfStorage(loss)) })
  return 1
}
