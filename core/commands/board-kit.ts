import type { Result } from '../lib/result'
import { ok } from '../lib/result'
import type { Axis } from '../model/board'
import type { Card, Cluster } from '../model/card'
import type { DocumentView } from '../model/document'
import { LIMITS } from '../model/limits'
import type { Failure } from '../protocol/failures'
import { cleanLabel, refuse } from './kit'

export const onBoard = (view: DocumentView, boardId: string): { cards: Card[]; clusters: Cluster[] } => ({
  cards: [...view.card.values()].filter((card) => card.boardId === boardId),
  clusters: [...view.cluster.values()].filter((cluster) => cluster.boardId === boardId),
})

/** Ids are unique over both axes: the place of the stage is one id. */
export const cleanAxes = (axes: readonly Axis[]): Result<Axis[], Failure> => {
  const ids = new Set<string>()
  const clean: Axis[] = []
  for (const axis of axes) {
    if (axis.entries.length === 0) return refuse('last-one')
    if (axis.entries.length > LIMITS.axisEntries) return refuse('too-many', { limit: LIMITS.axisEntries })
    const label = cleanLabel(axis.label)
    if (!label.ok) return label
    const entries = []
    for (const entry of axis.entries) {
      const text = cleanLabel(entry.label)
      if (!text.ok) return text
      if (ids.has(entry.id)) return refuse('already-there')
      ids.add(entry.id)
      entries.push({ ...entry, label: text.value })
    }
    clean.push({ ...axis, label: label.value, entries })
  }
  return new Set(axes.map((axis) => axis.id)).size === axes.length ? ok(clean) : refuse('already-there')
}
