import type { AnyRecord } from '@core/model/records'
import type { ExportWhat } from '@core/protocol/requests'
import type { DamagedFile } from '@core/protocol/views'
import { reportOf } from '@core/report/kinds'
import type { Profile, ReportModel, TableBlock } from '@core/report/model'
import type { LabFile } from '@core/rules/lab-overview'
import { textExporters } from '../../electron/export/exporters'
import { dialogueSessions } from '../../scripts/samples/dialogue'
import { firstFamilySession } from '../../scripts/samples/families-first'
import { secondFamilySession } from '../../scripts/samples/families-second'
import { sampleKit } from '../../scripts/samples/kit'
import { blocksOf, englishReader, viewOf } from './report'
import { aSessionCard } from './session-card'

/** A session's file as the host reads it for a report over sessions. */
export const labFile = (records: readonly AnyRecord[]): LabFile => {
  const view = viewOf(records)
  return { card: aSessionCard(view), view }
}

/** Both meetings of the families lab, oldest first. */
export const familyLab = (): AnyRecord[][] => {
  const kit = sampleKit(7)
  const first = firstFamilySession(kit)
  return [first.records, secondFamilySession(kit, first)]
}

/** The three rounds of the staged dialogue. */
export const dialogueLab = (): AnyRecord[][] => dialogueSessions(sampleKit(11))

/** What a test expects to be there. */
export const found = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('not there')
  return value
}

export type LabKind = 'minutes' | 'brief' | 'families' | 'lab'
const TODAY = '2026-11-22'
export const reader = englishReader()
export const context = { reader, madeAt: '2026-11-22T10:00:00.000Z', fonts: null }

/** The redacted model of a kind, with the last session open. */
export const make = (
  kind: LabKind,
  profile: Profile,
  sessions: readonly (readonly AnyRecord[])[],
  damaged: readonly DamagedFile[] = [],
): ReportModel => {
  const lab = sessions.map(labFile)
  const what: ExportWhat = { kind }
  return found(reportOf(what, profile, { view: found(lab.at(-1)).view, lab, damaged, today: TODAY }))
}

export const tableOf = (model: ReportModel, id: string): TableBlock | undefined =>
  blocksOf(model).flatMap((block) => (block.b === 'table' && block.id === id ? [block] : []))[0]
export const rowsOf = (model: ReportModel, id: string): string[][] =>
  (tableOf(model, id)?.rows ?? []).map((row) => row.map(reader.cell))
/** Everything that the formats of text write. */
export const written = (model: ReportModel): string =>
  Object.values(textExporters)
    .flatMap((write) => write(model, context))
    .map((file) => new TextDecoder().decode(file.bytes))
    .join('\n')
