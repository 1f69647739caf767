import type { Card, Cluster } from '@core/model/card'
import { byOrder } from '@core/model/document'
import type { Cell, Grid } from './grid'
import { cellOf, cellsOf, keyAt, zoneKey } from './grid'
import type { CardFilter } from './filter'
import { passes } from './filter'

/** What stands in a zone: a card, or a cluster with its cards. */
export interface ZoneItem {
  readonly id: string
  readonly kind: 'card' | 'cluster'
  /** A cluster that is shown as one card. */
  readonly merged?: boolean
  readonly order: string
  /** The cards behind the item in their order: itself, or those of the cluster. */
  readonly cardIds: readonly string[]
}

export interface ZoneItems {
  readonly key: string
  readonly items: readonly ZoneItem[]
  /** Cards in the zone, those in clusters included. */
  readonly cards: number
  /** Of them, how many pass the filter. */
  readonly shown: number
}

export interface BoardIndex {
  readonly zones: ReadonlyMap<string, ZoneItems>
  readonly cards: number
  readonly shown: number
  readonly held: number
  /** Written alone and not revealed yet. */
  readonly hidden: number
  readonly tags: readonly string[]
  /** Countries, districts and towns that stand on the cards. */
  readonly places: readonly string[]
}

export interface IndexSource {
  readonly boardId: string
  readonly grid: Grid
  readonly cards: Iterable<Card>
  readonly clusters: Iterable<Cluster>
  readonly filter: CardFilter
}

interface Gathered {
  readonly loose: Map<string, Card[]>
  readonly members: Map<string, Card[]>
}

const push = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const gather = (source: IndexSource, clusterIds: ReadonlySet<string>, home: string): Gathered => {
  const loose = new Map<string, Card[]>()
  const members = new Map<string, Card[]>()
  for (const card of source.cards) {
    if (card.boardId !== source.boardId) continue
    // A card whose cluster or zone is unknown still has to be seen somewhere.
    if (card.clusterId !== undefined && clusterIds.has(card.clusterId)) push(members, card.clusterId, card)
    else push(loose, cellOf(source.grid, card.zone) ? zoneKey(card.zone) : home, card)
  }
  return { loose, members }
}

const sameItems = (a: readonly ZoneItem[], b: readonly ZoneItem[]): boolean =>
  a.length === b.length &&
  a.every((item, at) => {
    const other = b[at]
    return (
      other !== undefined &&
      item.id === other.id &&
      item.order === other.order &&
      item.cardIds.length === other.cardIds.length &&
      item.cardIds.every((id, index) => id === other.cardIds[index])
    )
  })

const kept = (before: ZoneItems | undefined, after: ZoneItems): ZoneItems =>
  before && before.cards === after.cards && before.shown === after.shown && sameItems(before.items, after.items)
    ? before
    : after

/**
 * The board as zones. Zones that did not change keep their object from `previous`, so that only changed ones are drawn
 * again.
 */
export const indexBoard = (source: IndexSource, previous?: BoardIndex): BoardIndex => {
  const clusters = [...source.clusters].filter((cluster) => cluster.boardId === source.boardId)
  const home = keyAt(source.grid, { column: 0, row: 0 })
  const { loose, members } = gather(source, new Set(clusters.map((cluster) => cluster.id)), home)
  const clustersByZone = new Map<string, Cluster[]>()
  for (const cluster of clusters) {
    push(clustersByZone, cellOf(source.grid, cluster.zone) ? zoneKey(cluster.zone) : home, cluster)
  }
  const zones = new Map<string, ZoneItems>()
  for (const cell of cellsOf(source.grid)) {
    const key = keyAt(source.grid, cell)
    const zone = zoneItems(key, loose.get(key) ?? [], clustersByZone.get(key) ?? [], members, source.filter)
    zones.set(key, kept(previous?.zones.get(key), zone))
  }
  return { zones, ...totals(loose, members, source.filter) }
}

const zoneItems = (
  key: string,
  cards: readonly Card[],
  clusters: readonly Cluster[],
  members: ReadonlyMap<string, readonly Card[]>,
  filter: CardFilter,
): ZoneItems => {
  let total = cards.length
  const items: ZoneItem[] = []
  for (const card of cards) {
    if (passes(card, filter)) items.push({ id: card.id, kind: 'card', order: card.order, cardIds: [card.id] })
  }
  let shown = items.length
  for (const cluster of clusters) {
    const own = (members.get(cluster.id) ?? []).toSorted(byOrder)
    total += own.length
    const passing = own.filter((card) => passes(card, filter))
    if (own.length > 0 && passing.length === 0) continue
    shown += passing.length
    const merged = cluster.kind === 'merged'
    items.push({
      id: cluster.id,
      kind: 'cluster',
      merged,
      order: cluster.order,
      cardIds: passing.map((card) => card.id),
    })
  }
  return { key, items: items.toSorted(byOrder), cards: total, shown }
}

const totals = (
  loose: ReadonlyMap<string, readonly Card[]>,
  members: ReadonlyMap<string, readonly Card[]>,
  filter: CardFilter,
): Omit<BoardIndex, 'zones'> => {
  let cards = 0
  let shown = 0
  let held = 0
  let hidden = 0
  const tags = new Set<string>()
  const places = new Set<string>()
  for (const list of [...loose.values(), ...members.values()]) {
    for (const card of list) {
      cards += 1
      if (passes(card, filter)) shown += 1
      if (card.held) held += 1
      if (!card.revealed) hidden += 1
      for (const tag of card.tags ?? []) tags.add(tag)
      if (card.place !== undefined) places.add(card.place)
    }
  }
  return { cards, shown, held, hidden, tags: byName(tags), places: byName(places) }
}

const byName = (names: Iterable<string>): string[] => [...names].toSorted((a, b) => a.localeCompare(b))

/** Where an item stands; null when it is not on the board or filtered out. */
export const findItem = (
  grid: Grid,
  index: BoardIndex,
  id: string,
): { readonly cell: Cell; readonly at: number; readonly item: ZoneItem } | null => {
  for (const cell of cellsOf(grid)) {
    const items = index.zones.get(keyAt(grid, cell))?.items ?? []
    const at = items.findIndex((item) => item.id === id)
    const item = items[at]
    if (item) return { cell, at, item }
  }
  return null
}
