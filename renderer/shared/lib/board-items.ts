import type { Board } from '@core/model/board'
import type { Card, Cluster } from '@core/model/card'
import { byOrder } from '@core/model/document'

export type BoardItem =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'cluster'; readonly cluster: Cluster; readonly cards: readonly Card[] }

/** What a zone holds, in its order. */
export type ItemsOf = (zone: readonly string[]) => readonly BoardItem[]

const push = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** A card whose zone is gone meanwhile is still shown: in the first zone, as on the laptop. */
const zoneKeyOn = (board: Board): ((zone: readonly string[]) => string) => {
  const known = board.axes.map((axis) => new Set(axis.entries.map((entry) => entry.id)))
  const home = board.axes.map((axis) => axis.entries[0]?.id ?? '').join('/')
  return (zone) => (zone.length === known.length && zone.every((id, at) => known[at]?.has(id)) ? zone.join('/') : home)
}

/**
 * What the room may see in each zone, by order: groups with their cards, and the cards that are in none. Held and
 * hidden cards are nowhere, and a group of which every card is held is not there.
 */
export const itemsByZone = (board: Board, cards: Iterable<Card>, clusters: Iterable<Cluster>): ItemsOf => {
  const keyOf = zoneKeyOn(board)
  const members = new Map<string, Card[]>()
  const here = [...clusters].filter((cluster) => cluster.boardId === board.id)
  const known = new Set(here.map((cluster) => cluster.id))
  const placed = new Map<string, { readonly order: string; readonly id: string; readonly item: BoardItem }[]>()
  for (const card of cards) {
    if (card.boardId !== board.id || !card.revealed || card.held) continue
    if (card.clusterId !== undefined && known.has(card.clusterId)) push(members, card.clusterId, card)
    else push(placed, keyOf(card.zone), { order: card.order, id: card.id, item: { kind: 'card', card } })
  }
  for (const cluster of here) {
    const own = members.get(cluster.id)
    if (!own) continue
    const item: BoardItem = { kind: 'cluster', cluster, cards: own.toSorted(byOrder) }
    push(placed, keyOf(cluster.zone), { order: cluster.order, id: cluster.id, item })
  }
  const zones = new Map([...placed].map(([key, list]) => [key, list.toSorted(byOrder).map(({ item }) => item)]))
  return (zone) => zones.get(zone.join('/')) ?? []
}

/** The cards behind an item. */
export const cardsIn = (item: BoardItem): readonly Card[] => (item.kind === 'card' ? [item.card] : item.cards)
