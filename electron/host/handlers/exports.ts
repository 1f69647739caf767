import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import { slipPlace } from '@core/commands/slips'
import type { DocumentView } from '@core/model/document'
import { sessionOf } from '@core/model/document'
import type { ExportChoices, ExportWhat } from '@core/protocol/requests'
import { EXPORT_FORMATS, formatsOf } from '@core/report/formats'
import type { ExportFormat, ExportKind } from '@core/report/formats'
import { lastRound } from '@core/rules/frozen'
import type { Handlers } from '../dispatcher'
import { SESSION_ENDING } from '../home-index'
import { readLabFiles } from '../lab-overview'
import { JobError } from '../jobs'
import type { ExportAsk, ReportPort } from '../ports'
import type { Services } from '../services'
import type { Workspace } from '../workspace'

type Ready = {
  readonly workspace: Workspace
  readonly reports: ReportPort
  readonly ask: ExportAsk
  readonly folder: string
}

type Codes = (number: number) => string | null

/** Codes leave the host only on slips that can still be used, of the vote that is printed. */
const codesOf =
  (view: DocumentView, voteId: string, codeOf: Codes): Codes =>
  (number) => {
    const place = slipPlace(view, number)
    if (!place || place.vote.id !== voteId || place.series.void === true) return null
    const round = lastRound(place.vote)
    return round.id === place.roundId && round.state !== 'closed' ? codeOf(number) : null
  }

/** What a print for the room needs and no document has. */
const paperOf = ({ room, slips }: Services, view: DocumentView, what: ExportWhat | undefined): ExportAsk['room'] => {
  switch (what?.kind) {
    case 'ballots':
      return { view: room.view(), codeOf: codesOf(view, what.voteId, slips.codeOf) }
    case 'access':
      return { view: room.view(), codeOf: () => null }
    default:
      return undefined
  }
}

type Wanted = {
  readonly profile: ExportAsk['profile']
  readonly lang: string
  readonly what?: ExportWhat | undefined
  readonly choices?: ExportChoices | undefined
}

/** Kinds of report that reach over the sessions of the lab. */
const OVER_SESSIONS: ReadonlySet<ExportKind> = new Set<ExportKind>(['brief', 'families', 'esn', 'lab'])

/** Whatever printing throws: no browser that prints, or one that did not. */
const printProblem = (error: unknown): Failure | null =>
  error instanceof Error && error.name === 'NoPrinter' ? failure('no-printer') : null

/** A job of one step a format; what is written stays when a later format fails. */
const run = (
  { jobs, note }: Services,
  { workspace, reports, ask, folder }: Ready,
  formats: readonly ExportFormat[],
): string =>
  jobs.start('export', formats.length, async (control) => {
    const files: string[] = []
    await mkdir(folder, { recursive: true })
    for (const [index, format] of formats.entries()) {
      // Lets answers and pushes out between two formats.
      await new Promise((resolve) => setImmediate(resolve))
      if (control.cancelled()) break
      try {
        for (const file of await reports.draw(workspace.tables, ask, format)) {
          if (control.cancelled()) break
          await writeWhole(join(folder, file.name), file.bytes)
          files.push(file.name)
        }
      } catch (error) {
        const why = printProblem(error)
        throw why ? new JobError(why) : error
      }
      control.step(index + 1, formats.length)
    }
    if (!control.cancelled()) note('report.exported')
    return { files, folder }
  })

/** Reports of the open session: plan, preview, files beside the session. */
export const exportHandlers = (services: Services): Handlers => {
  const { deps, sessions, jobs, previews } = services
  const prepare = async ({ profile, lang, what, choices }: Wanted): Promise<Result<Ready, Failure>> => {
    const workspace = sessions.current()
    if (!workspace) return err(failure('no-session'))
    if (!deps.reports) return err(failure('internal'))
    const gone = missingIn(workspace.tables, what)
    if (gone !== null) return err(failure('not-found', { type: gone }))
    const path = workspace.path()
    const base = basename(path).replace(SESSION_ENDING, '')
    const labId = sessionOf(workspace.tables)?.labId
    const lab =
      what && labId !== undefined && OVER_SESSIONS.has(what.kind) ? (await readLabFiles(services, labId)).files : []
    return ok({
      workspace,
      reports: deps.reports,
      ask: { profile, lang, base, what, choices, lab, room: paperOf(services, workspace.tables, what) },
      folder: join(dirname(path), 'reports'),
    })
  }

  return {
    'export.plan': async (wanted) => {
      const ready = await prepare(wanted)
      if (!ready.ok) return ready
      const { workspace, reports, ask, folder } = ready.value
      const files = await reports.names(workspace.tables, ask, formatsOf(ask.what?.kind ?? 'session'))
      return ok({
        files,
        folder,
        existing: await existing(folder, files),
        removed: reports.removed(workspace.tables, ask),
      })
    },
    'export.parts': async ({ profile, what }) => {
      const ready = await prepare({ profile, lang: 'en', what })
      return ready.ok ? ok(ready.value.reports.parts(ready.value.workspace.tables, ready.value.ask)) : ready
    },
    'export.removed': async ({ profile }) => {
      const ready = await prepare({ profile, lang: 'en' })
      return ready.ok ? ok(ready.value.reports.removed(ready.value.workspace.tables, ready.value.ask)) : ready
    },
    'export.picture': () => err(failure('wrong-value')),
    'export.preview': async (wanted) => {
      const ready = await prepare(wanted)
      if (!ready.ok) return ready
      const { reports, workspace, ask } = ready.value
      const [file] = await reports.draw(workspace.tables, ask, 'html')
      return file ? ok({ url: previews.add(file.bytes) }) : err(failure('internal'))
    },
    'export.run': async ({ formats, force, ...wanted }) => {
      const ready = await prepare(wanted)
      if (!ready.ok) return ready
      const { workspace, reports, ask, folder } = ready.value
      const names = await reports.names(workspace.tables, ask, formats)
      // A board or a guide is printed; it has no file in the other formats.
      if (names.length === 0) return err(failure('wrong-value'))
      const there = await existing(folder, names)
      if (there.length > 0 && !force) return err(failure('target-exists', { count: there.length }))
      return ok({
        jobId: run(
          services,
          ready.value,
          EXPORT_FORMATS.filter((format) => formats.includes(format)),
        ),
      })
    },
    'job.cancel': ({ jobId }) => (jobs.cancel(jobId) ? ok(null) : err(failure('not-found', { type: 'job' }))),
    'file.show': ({ jobId }) => {
      const job = jobs.get(jobId)
      const [file] = job?.files ?? []
      if (!deps.shell || !job?.folder || file === undefined) return err(failure('not-found', { type: 'job' }))
      deps.shell.showFile(join(job.folder, file))
      return ok(null)
    },
  }
}

const missingIn = (view: DocumentView, what: ExportWhat | undefined): 'board' | 'vote' | null => {
  if (what?.kind === 'board' && !view.board.has(what.boardId)) return 'board'
  return what?.kind === 'ballots' && !view.vote.has(what.voteId) ? 'vote' : null
}

const existing = async (folder: string, names: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => null)))
  return names.filter((_, index) => found[index])
}

/** A reader never sees half a report. */
const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await writeFile(temporary, bytes)
    await rename(temporary, path)
  } catch (error) {
    // A full disk, or a file that is open in another program: nothing half stays behind.
    await rm(temporary, { force: true })
    throw error
  }
}
