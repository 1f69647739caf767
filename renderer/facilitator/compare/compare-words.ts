import type { VoiceLookId } from '@core/charts/voice-looks'
import type { CompareSession, CompareView } from '@core/protocol/report-views'

export type LabName = { readonly labId: string; readonly labName: string }

/** Labs of a comparison in the order of their names; the newest name of each. */
export const labsOf = ({ sessions }: Pick<CompareView, 'sessions'>): readonly LabName[] =>
  [...new Map(sessions.map(({ labId, labName }) => [labId, { labId, labName }])).values()].toSorted((a, b) =>
    a.labName.localeCompare(b.labName, undefined, { numeric: true }),
  )

/** Slots are 1 to 8 by the schema; what has none is drawn as joined. */
export const lookOf = (slot: number | 'joined' | null): VoiceLookId =>
  typeof slot === 'number' && slot >= 1 && slot <= 8 ? (slot as VoiceLookId) : 'joined'

/** The sessions that a row of the table stands for. */
export const sessionsOf = (view: CompareView, by: 'place' | 'lab', row: string): readonly CompareSession[] =>
  view.sessions.filter(({ labName, places }) => (by === 'lab' ? labName === row : places.includes(row)))
