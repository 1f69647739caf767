import type { ExportChoices, ExportWhat, RequestArgs } from '@core/protocol/requests'
import type { ExportFormat, ExportKind } from '@core/report/formats'
import { EXPORT_FORMATS } from '@core/report/formats'

export type ExportAsk = RequestArgs<'export.run'>
export type Profile = ExportAsk['profile']
export type Format = ExportFormat

export const PROFILES: readonly Profile[] = ['internal', 'participants', 'public']
export const FORMATS: readonly Format[] = EXPORT_FORMATS

/** Kinds that have a card in the place of reports. */
export type ReportKind = Exclude<ExportKind, 'board' | 'ballots' | 'access' | 'compare'>

const REPORT_KINDS: ReadonlySet<string> = new Set<ReportKind>([
  'session',
  'minutes',
  'brief',
  'families',
  'guide',
  'esn',
  'lab',
])
export const isReportKind = (kind: ExportKind): kind is ReportKind => REPORT_KINDS.has(kind)

/** The language that a report has without touching anything. */
export const REPORT_LANG = 'en'

/** Parts by id: their order, and those that are left out. Null: as they are. */
export type PartsChoice = { readonly order: readonly string[]; readonly off: readonly string[] } | null
export type CoverChoice = NonNullable<ExportChoices['cover']>

/** Everything that is asked of the host, for the preview as for the files. */
export type ReportAsk = {
  readonly profile: Profile
  readonly lang: string
  readonly what: ExportWhat
  readonly choices?: ExportChoices
}

export const whatOf = (kind: ReportKind, round: number): ExportWhat => (kind === 'guide' ? { kind, round } : { kind })

/** The parts as they will stand: those that were moved where they were put, new ones at the end. */
export const inOrder = <Part extends { readonly id: string }>(
  parts: readonly Part[],
  choice: PartsChoice,
): readonly Part[] => {
  if (choice === null) return parts
  const known = choice.order.flatMap((id) => parts.find((part) => part.id === id) ?? [])
  return [...known, ...parts.filter(({ id }) => !choice.order.includes(id))]
}

/** Nothing, as long as nothing was changed: the report is then as the lab has it. */
export const choicesOf = (
  parts: readonly { readonly id: string }[],
  choice: PartsChoice,
  cover: CoverChoice,
): ExportChoices => ({
  ...(choice === null
    ? {}
    : {
        // Before the host has told the parts, those that were there when they were chosen.
        parts: (parts.length === 0 ? choice.order : inOrder(parts, choice).map(({ id }) => id)).filter(
          (id) => !choice.off.includes(id),
        ),
      }),
  ...(Object.keys(cover).length === 0 ? {} : { cover }),
})
