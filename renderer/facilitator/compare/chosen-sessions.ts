import type { CompareView } from '@core/protocol/report-views'
import type { Filter } from './comparison'

type Base = Pick<CompareView, 'sessions'>

/** Ids of the sessions that labs and ticks leave in; other parts of the filter are no ticks. */
export const tickedSessions = ({ sessions }: Base, { labIds, without }: Filter): ReadonlySet<string> => {
  const labs = labIds === undefined ? null : new Set(labIds)
  const out = new Set(without)
  return new Set(
    sessions
      .filter(({ sessionId, labId }) => (labs === null || labs.has(labId)) && !out.has(sessionId))
      .map(({ sessionId }) => sessionId),
  )
}

/** Ticks sessions in or out. A lab without any session left is out as a whole, so that the filter stays short. */
export const withSessions = (base: Base, filter: Filter, ids: readonly string[], on: boolean): Filter => {
  const ticked = new Set(tickedSessions(base, filter))
  for (const id of ids) {
    if (on) ticked.add(id)
    else ticked.delete(id)
  }
  const { labIds: _labs, without: _without, ...rest } = filter
  const all = new Set(base.sessions.map(({ labId }) => labId))
  const left = new Set(base.sessions.filter(({ sessionId }) => ticked.has(sessionId)).map(({ labId }) => labId))
  const without = base.sessions
    .filter(({ sessionId, labId }) => left.has(labId) && !ticked.has(sessionId))
    .map(({ sessionId }) => sessionId)
  return {
    ...rest,
    ...(left.size === all.size ? {} : { labIds: [...left] }),
    ...(without.length === 0 ? {} : { without }),
  }
}
