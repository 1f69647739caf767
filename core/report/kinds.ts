import type { DocumentView } from '../model/document'
import type { ExportChoices, ExportWhat } from '../protocol/requests'
import type { LabFile } from '../rules/lab-overview'
import { buildSessionReport, knownNames } from './build-session-report'
import { buildGuide, knownPlaces } from './guide'
import type { Profile, ReportModel } from './model'
import { redact } from './redact'

/** What a report can be made from, besides the open session. */
export type ReportSources = {
  readonly view: DocumentView
  /** All sessions of the lab with the open one as it is now; given for the kinds that reach over several sessions. */
  readonly lab: readonly LabFile[]
  readonly today: string
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
  // A guide leaves the room on paper: nobody gets one with names in it, whatever they ask for.
  const reader = what.kind === 'guide' && profile === 'internal' ? 'participants' : profile
  return chosen(redact(model, reader, namesIn(what, sources)), choices)
}

const buildOf = (what: ExportWhat, { view }: ReportSources): ReportModel | null => {
  switch (what.kind) {
    case 'session':
      return buildSessionReport(view)
    case 'guide':
      return buildGuide(view, what.round)
    case 'minutes':
    case 'brief':
    case 'families':
    case 'esn':
    case 'lab':
    case 'compare':
    case 'board':
    case 'ballots':
    case 'access':
      return null
  }
}

/** Names of all the sessions that the report reaches over. */
const namesIn = (what: ExportWhat, { view, lab }: ReportSources): string[] => [
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
