import type { Compared } from '../compare/compare-view'
import type { DocumentView } from '../model/document'
import { sessionOf } from '../model/document'
import type { ExportChoices, ExportWhat } from '../protocol/requests'
import type { DamagedFile } from '../protocol/views'
import type { LabFile } from '../rules/lab-overview'
import { buildBrief } from './brief'
import { buildSessionReport, knownNames } from './build-session-report'
import { buildCompareReport } from './compare-report'
import { compareSource } from './compare-source'
import { buildFamilies } from './families-report'
import { buildEsn } from './esn-report'
import { fitPages } from './fit-pages'
import type { ExportKind } from './formats'
import { buildGuide, knownPlaces } from './guide'
import { buildLabReport } from './lab-report'
import { buildMinutes } from './minutes-report'
import type { Profile, ReportModel } from './model'
import { redact } from './redact'

/** What a report can be made from, besides the open session. */
export type ReportSources = {
  readonly view: DocumentView
  /** All sessions of the lab with the open one as it is now; given for the kinds that reach over several sessions. */
  readonly lab: readonly LabFile[]
  /** Files of the lab that could not be read: named in the reports that reach over them. */
  readonly damaged?: readonly DamagedFile[] | undefined
  readonly today: string
  /** What was found in the files of a comparison. */
  readonly compare?: Compared | undefined
}

/** The redacted model of a kind of report; null for a kind that is no report, or that the sources do not have. */
export const reportOf = (
  what: ExportWhat,
  profile: Profile,
  sources: ReportSources,
  choices: ExportChoices = {},
): ReportModel | null => {
  const model = buildOf(what, sources)
  if (!model) return null
  // These leave the room on paper: nobody gets one with names in it, whatever they ask for.
  const isForAll = what.kind === 'guide' || what.kind === 'families'
  const reader = isForAll && profile === 'internal' ? 'participants' : profile
  return chosen(fitPages(redact(model, reader, namesIn(what, sources))), choices)
}

type Builder = (sources: ReportSources, what: ExportWhat) => ReportModel | null

/** One line a kind of report. What is printed and no report (a board, ballots) has none. */
const BUILDERS: { readonly [K in ExportKind]?: Builder } = {
  session: ({ view }) => buildSessionReport(view),
  minutes: ({ view }) => buildMinutes(view),
  brief: buildBrief,
  families: buildFamilies,
  esn: buildEsn,
  lab: buildLabReport,
  compare: ({ compare, today }, what) =>
    what.kind === 'compare' && compare
      ? buildCompareReport(compareSource(compare, { by: what.by, filter: what.filter, today }))
      : null,
  guide: ({ view }, what) => (what.kind === 'guide' ? buildGuide(view, what.round) : null),
}

const buildOf = (what: ExportWhat, sources: ReportSources): ReportModel | null =>
  BUILDERS[what.kind]?.(sources, what) ?? null

/** As they are offered, the usual one first. A comparison has a place of its own. */
const OFFERED: readonly ExportKind[] = ['session', 'minutes', 'brief', 'families', 'guide', 'esn', 'lab']

/** The kinds of report that can be made of this session; a guide only where something travels from round to round. */
export const availableKinds = (view: DocumentView): readonly ExportKind[] =>
  OFFERED.filter((kind) => BUILDERS[kind] !== undefined && (kind !== 'guide' || hasDialogue(view)))

const hasDialogue = (view: DocumentView): boolean =>
  view.statement.size > 0 ||
  sessionOf(view)?.round !== undefined ||
  [...view.board.values()].some(({ layout }) => layout === 'rounds')

/** Names of all the sessions that the report reaches over. */
const namesIn = (what: ExportWhat, { view, lab, compare }: ReportSources): string[] => [
  ...(compare?.facts.flatMap(({ names }) => names) ?? []),
  ...knownNames(view),
  ...lab.flatMap((file) => knownNames(file.view)),
  ...(what.kind === 'guide' ? knownPlaces(view) : []),
]

/** With the parts and the cover that people chose; a part that the report does not have is passed over. */
const chosen = (model: ReportModel, { parts, cover }: ExportChoices): ReportModel => ({
  ...model,
  ...(cover?.day === undefined ? {} : { day: cover.day }),
  meta: {
    ...model.meta,
    ...(cover?.authors === undefined ? {} : { authors: cover.authors }),
    ...(cover?.logos === false ? { logos: [] } : {}),
    ...(cover?.notice === false ? { funderNotice: null } : {}),
  },
  parts: parts === undefined ? model.parts : parts.flatMap((id) => model.parts.find((part) => part.id === id) ?? []),
})
