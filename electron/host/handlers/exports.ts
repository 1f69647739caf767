import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import { slipPlace } from '@core/commands/slips'
import type { DocumentView } from '@core/model/document'
import type { ExportWhat } from '@core/protocol/requests'
import { lastRound } from '@core/rules/frozen'
import type { Handlers } from '../dispatcher'
import { SESSION_ENDING } from '../home-index'
import type { ExportAsk, ExportFormat, Profile, ReportPort } from '../ports'
import type { Services } from '../services'
import type { Workspace } from '../workspace'

const ALL: readonly ExportFormat[] = ['html', 'json', 'csv', 'md']

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

/** Reports of the open session: plan, preview, files beside the session. */
export const exportHandlers = (services: Services): Handlers => {
  const { deps, sessions, jobs, previews, note } = services
  const prepare = (profile: Profile, lang: string, what?: ExportWhat): Result<Ready, Failure> => {
    const workspace = sessions.current()
    if (!workspace) return err(failure('no-session'))
    if (!deps.reports) return err(failure('internal'))
    const gone = missingIn(workspace.tables, what)
    if (gone !== null) return err(failure('not-found', { type: gone }))
    const path = workspace.path()
    const base = basename(path).replace(SESSION_ENDING, '')
    return ok({
      workspace,
      reports: deps.reports,
      ask: { profile, lang, base, what, room: paperOf(services, workspace.tables, what) },
      folder: join(dirname(path), 'reports'),
    })
  }

  const run = ({ workspace, reports, ask, folder }: Ready, formats: readonly ExportFormat[]): string =>
    jobs.start('export', formats.length, async (control) => {
      const files: string[] = []
      await mkdir(folder, { recursive: true })
      for (const [index, format] of formats.entries()) {
        // Lets answers and pushes out between two formats.
        await new Promise((resolve) => setImmediate(resolve))
        if (control.cancelled()) break
        for (const file of reports.draw(workspace.tables, ask, format)) {
          await writeWhole(join(folder, file.name), file.bytes)
          files.push(file.name)
        }
        control.step(index + 1, formats.length)
      }
      if (!control.cancelled()) note('report.exported')
      return { files, folder }
    })

  return {
    'export.plan': async ({ profile, lang, what }) => {
      const ready = prepare(profile, lang, what)
      if (!ready.ok) return ready
      const { workspace, reports, ask, folder } = ready.value
      const files = reports.names(workspace.tables, ask, ALL)
      const removed = reports.removed(workspace.tables, profile, what)
      return ok({ files, folder, existing: await existing(folder, files), removed })
    },
    'export.removed': ({ profile }) => {
      const ready = prepare(profile, 'en')
      return ready.ok ? ok(ready.value.reports.removed(ready.value.workspace.tables, profile)) : ready
    },
    'export.preview': ({ profile, lang, what }) => {
      const ready = prepare(profile, lang, what)
      if (!ready.ok) return ready
      const [file] = ready.value.reports.draw(ready.value.workspace.tables, ready.value.ask, 'html')
      return file ? ok({ url: previews.add(file.bytes) }) : err(failure('internal'))
    },
    'export.run': async ({ profile, lang, formats, force, what }) => {
      const ready = prepare(profile, lang, what)
      if (!ready.ok) return ready
      const { workspace, reports, ask, folder } = ready.value
      const names = reports.names(workspace.tables, ask, formats)
      // A board or a guide is printed; it has no file in the other formats.
      if (names.length === 0) return err(failure('wrong-value'))
      const there = await existing(folder, names)
      if (there.length > 0 && !force) return err(failure('target-exists', { count: there.length }))
      return ok({ jobId: run(ready.value, [...new Set(formats)]) })
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
  await writeFile(temporary, bytes)
  await rename(temporary, path)
}
