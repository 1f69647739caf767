import { ordersAfter } from '../change/order'
import type { Card, Cluster } from '../model/card'
import type { DocumentView } from '../model/document'
import { zoneEnd } from '../model/zone-ends'
import { ordersAt, sameZone } from './kit'

/** A key at or after everything in the zone, cards and clusters alike; does not look through the cards. */
export const endOfZone = (view: DocumentView, boardId: string, zone: readonly string[]): string | null => {
  const card = zoneEnd(view.card, boardId, zone)
  const cluster = zoneEnd(view.cluster, boardId, zone)
  if (card === null || cluster === null) return card ?? cluster
  return card > cluster ? card : cluster
}

/** `count` rising keys in a zone, directly before the card or cluster `before`; null when it is not in that zone. */
export const ordersInZone = (
  view: DocumentView,
  boardId: string,
  zone: readonly string[],
  before: string | null | undefined,
  count: number,
  moving: ReadonlySet<string> = new Set(),
): string[] | null => {
  if (before == null) return ordersAfter(endOfZone(view, boardId, zone), count)
  const here: (Card | Cluster)[] = []
  for (const table of [view.card, view.cluster]) {
    for (const record of table.values()) {
      if (record.boardId === boardId && sameZone(record.zone, zone)) here.push(record)
    }
  }
  return ordersAt(here, before, count, moving)
}
