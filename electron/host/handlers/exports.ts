import { dirname, join } from 'node:path'
import type { Result } from '@core/lib/result'
import { err, ok } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import { failure } from '@core/protocol/failures'
import { slipPlace } from '@core/commands/slips'
import type { DocumentView } from '@core/model/document'
import { emptyTables, sessionOf } from '@core/model/document'
import type { ExportChoices, ExportWhat } from '@core/protocol/requests'
import { EXPORT_FORMATS, formatsOf } from '@core/report/formats'
import type { ExportKind } from '@core/report/formats'
import { lastRound } from '@core/rules/frozen'
import type { Handlers } from '../dispatcher'
import { baseFor, isFolder, isThere } from '../export-files'
import { exportJob } from '../export-job'
import { readLabFiles } from '../lab-overview'
import type { ReportAsk } from '@core/report/report-ask'
import type { ReportPort } from '../ports'
import type { Services } from '../services'

type Ready = {
  /** Of a comparison: nothing, since it needs no open session. */
  readonly view: DocumentView
  readonly reports: ReportPort
  readonly ask: ReportAsk
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
const paperOf = ({ room, slips }: Services, view: DocumentView, what: ExportWhat | undefined): ReportAsk['room'] => {
  switch (what?.kind) {
    case 'ballots':
      return { view: room.view(), codeOf: codesOf(view, what.voteId, slips.codeOf) }
    case 'access':
      return { view: room.view(), codeOf: () => null }
    default:
      return undefined
  }
}

/** Begins the name of its files; the kind stands in it already. */
const COMPARE_BASE = 'polyphony'

type Wanted = {
  readonly profile: ReportAsk['profile']
  readonly lang: string
  readonly what?: ExportWhat | undefined
  readonly choices?: ExportChoices | undefined
  /** Chosen by the facilitator; absent: the usual one. */
  readonly folder?: string | undefined
}

/** Kinds of report that reach over the sessions of the lab. */
const OVER_SESSIONS: ReadonlySet<ExportKind> = new Set<ExportKind>(['brief', 'families', 'esn', 'lab'])

/** A comparison needs no open session: its files go beside the labs. */
const prepareCompare = (
  { deps, comparisons }: Services,
  { what, folder, ...wanted }: Wanted,
): Result<Ready, Failure> => {
  const compare = what?.kind === 'compare' ? comparisons.get(what.compareId) : null
  if (!compare) return err(failure('not-found', { type: 'comparison' }))
  if (!deps.reports) return err(failure('internal'))
  return ok({
    view: emptyTables(),
    reports: deps.reports,
    ask: { ...wanted, base: COMPARE_BASE, what, compare },
    folder: folder ?? join(deps.dataDir, 'reports'),
  })
}

const prepared = async (
  services: Services,
  { profile, lang, what, choices, folder }: Wanted,
): Promise<Result<Ready, Failure>> => {
  const { deps, sessions } = services
  if (folder !== undefined && !(await isFolder(folder))) return err(failure('no-such-folder'))
  if (what?.kind === 'compare') return prepareCompare(services, { profile, lang, what, choices, folder })
  const workspace = sessions.current()
  if (!workspace) return err(failure('no-session'))
  if (!deps.reports) return err(failure('internal'))
  const gone = missingIn(workspace.tables, what)
  if (gone !== null) return err(failure('not-found', { type: gone }))
  const path = workspace.path()
  const labId = sessionOf(workspace.tables)?.labId
  const lab = what && labId !== undefined && OVER_SESSIONS.has(what.kind) ? await readLabFiles(services, labId) : null
  const room = paperOf(services, workspace.tables, what)
  const base = baseFor(path, profile, [workspace.tables, ...(lab?.files ?? []).map(({ view }) => view)])
  return ok({
    view: workspace.tables,
    reports: deps.reports,
    ask: { profile, lang, base, what, choices, lab: lab?.files, damaged: lab?.damaged, room },
    folder: folder ?? join(dirname(path), 'reports'),
  })
}

/** Reports of the open session: plan, preview, files beside the session. */
export const exportHandlers = (services: Services): Handlers => {
  const { jobs, previews } = services
  const prepare = async (wanted: Wanted): Promise<Result<Ready, Failure>> => await prepared(services, wanted)
  return {
    'export.plan': async (wanted) => {
      const ready = await prepare(wanted)
      if (!ready.ok) return ready
      const { view, reports, ask, folder } = ready.value
      const files = await reports.names(view, ask, formatsOf(ask.what?.kind ?? 'session'))
      return ok({
        files,
        folder,
        existing: await existing(folder, files),
        removed: await reports.removed(view, ask),
      })
    },
    'export.parts': async ({ profile, lang, what }) => {
      const ready = await prepare({ profile, lang, what })
      return ready.ok ? ok(await ready.value.reports.parts(ready.value.view, ready.value.ask)) : ready
    },
    'export.picture': async ({ chartId, as, ...wanted }) => {
      const ready = await prepare(wanted)
      if (!ready.ok) return ready
      const { reports, view, ask } = ready.value
      const picture = await reports.picture(view, ask, { chartId, as })
      return picture ? ok(picture) : err(failure('not-found', { type: 'chart' }))
    },
    'export.preview': async (wanted) => {
      const ready = await prepare(wanted)
      if (!ready.ok) return ready
      const { reports, view, ask } = ready.value
      const [file] = await reports.draw(view, ask, 'html')
      return file ? ok({ url: previews.add(file.bytes) }) : err(failure('internal'))
    },
    'export.run': async ({ formats, force, beside = false, ...wanted }) => {
      const ready = await prepare(wanted)
      if (!ready.ok) return ready
      const { view, reports, ask, folder } = ready.value
      const names = await reports.names(view, ask, formats)
      // A board or a guide is printed; it has no file in the other formats.
      if (names.length === 0) return err(failure('wrong-value'))
      const there = await existing(folder, names)
      if (there.length > 0 && !force && !beside) return err(failure('target-exists', { count: there.length }))
      const base = beside && there.length > 0 ? await freeBase(folder, ask.base, names) : ask.base
      return ok({
        jobId: exportJob(
          services,
          { ...ready.value, ask: { ...ask, base } },
          EXPORT_FORMATS.filter((format) => formats.includes(format)),
          force,
        ),
      })
    },
    'job.cancel': ({ jobId }) => (jobs.cancel(jobId) ? ok(null) : err(failure('not-found', { type: 'job' }))),
  }
}

const missingIn = (view: DocumentView, what: ExportWhat | undefined): 'board' | 'vote' | null => {
  if (what?.kind === 'board' && !view.board.has(what.boardId)) return 'board'
  return what?.kind === 'ballots' && !view.vote.has(what.voteId) ? 'vote' : null
}

/** The first number under which none of the files exists: `meeting-2`. */
const freeBase = async (folder: string, base: string, names: readonly string[]): Promise<string> => {
  for (let number = 2; ; number += 1) {
    const numbered = names.map((name) => `${base}-${number}${name.slice(base.length)}`)
    if ((await existing(folder, numbered)).length === 0) return `${base}-${number}`
  }
}

const existing = async (folder: string, names: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(names.map((name) => isThere(join(folder, name))))
  return names.filter((_, index) => found[index])
}
