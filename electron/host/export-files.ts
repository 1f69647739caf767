import { mkdir, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Failure, FailureCode } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import type { DocumentView } from '@core/model/document'
import { knownNames } from '@core/report/build-session-report'
import type { ExportFormat } from '@core/report/formats'
import type { Profile } from '@core/report/model'
import { MASK, redactor } from '@core/report/redact'
import { SESSION_ENDING } from './home-index'
import { JobError } from './jobs'
import type { ExportDisk } from './ports'

type Target = {
  readonly folder: string
  readonly name: string
  readonly bytes: Uint8Array
  /** Without it, a file that came there meanwhile stays. */
  readonly force: boolean
}

const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
/** Office programs hold what they show; the systems differ in what they call it. */
const HELD: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES', 'EISDIR', 'ENOTEMPTY', 'EEXIST', 'ETXTBSY'])

const codeOf = (error: unknown): string => {
  const code = (error as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

const problem = (code: FailureCode, name: string): JobError => new JobError(failure(code, { file: name }))

/** Whatever drawing throws: no browser that prints, no room for what it needs meanwhile, one that fails, or a fault of ours. */
export const failureOfDrawing = (error: unknown, format: ExportFormat): Failure => {
  if (error instanceof Error && error.name === 'NoPrinter') return failure('no-printer')
  if (NO_ROOM.has(codeOf(error))) return failure('export-no-room', { file: format.toUpperCase() })
  return failure(format === 'pdf' ? 'print-failed' : 'internal')
}

/**
 * With those around it. Node's own way never ends where a folder can be seen and nothing can be made in it, as under `/proc`
 * and on some network drives.
 */
export const makeFolder = async (folder: string): Promise<void> => {
  if ((await stat(folder).catch(() => null))?.isDirectory()) return
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  await makeLast(folder)
}

const makeLast = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder)
  } catch (error) {
    // It is there, or another one made it meanwhile.
    if (!(await stat(folder).catch(() => null))?.isDirectory()) throw error
  }
}

export const isThere = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => null)
  return found !== null
}

export const isFolder = async (path: string): Promise<boolean> => {
  const found = isAbsolute(path) ? await stat(path).catch(() => null) : null
  return found?.isDirectory() === true
}

/** Bytes: what is left of the 255 that most disks give a name is for kind, readers, language, table and format. */
const BASE_BYTES = 190
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What the names of all files of a session begin with: its own name, shortened between letters where it is very long. */
export const baseOf = (sessionPath: string): string => {
  const name = basename(sessionPath)
    .replace(SESSION_ENDING, '')
    .replace(/\.json$/, '')
  let base = ''
  for (const { segment } of letters.segment(name.slice(0, BASE_BYTES))) {
    if (Buffer.byteLength(base + segment) > BASE_BYTES) break
    base += segment
  }
  return base
}

/** How the names of session files begin; its figures are no telephone number. */
const DAY = /^\d{4}-\d{2}-\d{2} ?/

/**
 * The same for a reader outside of the lab: a title may name somebody, and the name of a file goes along with it wherever it
 * is sent. `views`: the sessions that the report is of.
 */
export const baseFor = (sessionPath: string, profile: Profile, views: readonly DocumentView[]): string => {
  const base = baseOf(sessionPath)
  const [day = ''] = DAY.exec(base) ?? []
  const names = views.flatMap(knownNames)
  const words = redactor(profile, names).words({ t: 'plain', text: base.slice(day.length).normalize('NFC') })
  // Brackets and dots of the mask are not for the names of files.
  return words.t === 'plain' && profile !== 'internal' ? `${day}${words.text.replaceAll(MASK, '_')}` : base
}

/** Virus scanners look at a new file for a moment; a program that shows the old one holds it for longer. In ms. */
const PATIENCE = { all: 2_000, wait: 100 } as const

const renamed = async (disk: ExportDisk, from: string, to: string): Promise<void> => {
  for (let waited = 0; ; waited += PATIENCE.wait) {
    try {
      return await disk.rename(from, to)
    } catch (error) {
      if (!disk.mayBeBusy || !HELD.has(codeOf(error)) || waited >= PATIENCE.all) throw error
      await setTimeout(PATIENCE.wait)
    }
  }
}

const writeWhole = async (disk: ExportDisk, path: string, bytes: Uint8Array): Promise<void> => {
  const file = await disk.open(path, 'create')
  try {
    for (let at = 0; at < bytes.length;) {
      const written = await file.write(bytes, at, bytes.length - at, at)
      // Without an error and without a byte it would go on for ever.
      if (written === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
      at += written
    }
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
  // Some disks say only here that they are full.
  await file.close()
}

let started = 0

/**
 * A file of an export under its final name, whole or not at all: nobody reads half a report. The folder is made when it is
 * not there, but none around it: a stick that was pulled out is not made anew on another disk. Throws a `JobError` that says
 * which file it is about.
 */
export const writeExport = async (disk: ExportDisk, { folder, name, bytes, force }: Target): Promise<void> => {
  const path = join(folder, name)
  // Short, whatever the name; nothing else of this program writes under it.
  started += 1
  const temporary = join(folder, `.polyphony-${process.pid}-${started}.tmp`)
  const leaveNothing = (): Promise<void> => disk.unlink(temporary).catch(() => undefined)
  try {
    await makeLast(folder)
    // Of a program with the same number that fell over here.
    await leaveNothing()
    await writeWhole(disk, temporary, bytes)
  } catch (error) {
    await leaveNothing()
    throw problem(NO_ROOM.has(codeOf(error)) ? 'export-no-room' : 'export-folder', name)
  }
  try {
    if (!force && (await isThere(path))) throw problem('target-exists', name)
    await renamed(disk, temporary, path)
  } catch (error) {
    await leaveNothing()
    if (error instanceof JobError) throw error
    // The folder could be written to just now: what stands in the way is the file itself.
    throw problem(HELD.has(codeOf(error)) ? 'target-open' : 'export-folder', name)
  }
}
