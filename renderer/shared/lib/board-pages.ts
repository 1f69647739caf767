import type { AxisEntry, Board } from '@core/model/board'
import type { Card, Cluster } from '@core/model/card'

export type BoardItem =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'cluster'; readonly cluster: Cluster; readonly cards: readonly Card[] }

export type BoardColumn = { readonly entry: AxisEntry; readonly items: readonly BoardItem[] }

/** What stands in one picture of a board: never more than fits at the least type size. */
export type BoardPage = { readonly entry: AxisEntry | null; readonly columns: readonly BoardColumn[] }

const MOST_COLUMNS = 4
const MOST_CARDS = 9
/** Lines of text (48 px of 1080) that a column holds, with and without the row of tabs above it. */
const COLUMN_LINES = { tabs: 12.6, plain: 14.4 }
/** Lines of room around the words of a card, and of a cluster with its heading and its last line. */
const CARD_ROOM = 1.3
const CLUSTER_ROOM = 3.3
/** After so many lines a text ends in dots: the whole of it is on the laptop. */
const LONGEST_CARD = { alone: 7, clustered: 3 }
/** Cards of a cluster that are written out; the rest is a number. */
export const CLUSTER_CARDS = 2

/** Letters in a line, by number of columns; a cluster's frame takes some. */
const LETTERS = [0, 70, 34, 20, 14] as const
const IN_CLUSTER = 0.86

const cardLines = (text: string, letters: number, most: number): number =>
  Math.min(most, Math.ceil(text.length / letters)) + CARD_ROOM

const itemLines = (item: BoardItem, columns: number): number => {
  const letters = LETTERS[columns] ?? 14
  if (item.kind === 'card') return cardLines(item.card.text, letters, LONGEST_CARD.alone)
  return item.cards
    .slice(0, CLUSTER_CARDS)
    .reduce((sum, card) => sum + cardLines(card.text, letters * IN_CLUSTER, LONGEST_CARD.clustered), CLUSTER_ROOM)
}

const itemCards = (item: BoardItem): number => (item.kind === 'card' ? 1 : Math.min(CLUSTER_CARDS, item.cards.length))

/** The entry of the first axis that is shown: the wished one, else the first with something in it. */
export const shownEntry = (
  board: Board,
  wished: string | undefined,
  items: (zone: readonly string[]) => readonly BoardItem[],
): AxisEntry | null => {
  const [first, second] = board.axes
  if (!first || !second) return null
  const has = (entry: AxisEntry): boolean => second.entries.some((other) => items([entry.id, other.id]).length > 0)
  return (
    first.entries.find((entry) => entry.id === wished) ??
    first.entries.find((entry) => has(entry)) ??
    first.entries[0] ??
    null
  )
}

/**
 * All pictures of a board (two axes: of one entry of the first). Columns and cards that do not fit go to the next
 * picture; nothing is made smaller. At least one page, so that an empty board shows its columns.
 */
export const boardPages = (
  board: Board,
  entry: AxisEntry | null,
  items: (zone: readonly string[]) => readonly BoardItem[],
): BoardPage[] => {
  const axis = entry ? board.axes[1] : board.axes[0]
  const zoneOf = (column: AxisEntry): string[] => (entry ? [entry.id, column.id] : [column.id])
  return chunks(axis?.entries ?? [], MOST_COLUMNS).flatMap((entries) => {
    const columns = entries.map((column) => ({
      entry: column,
      pages: pagesOf(items(zoneOf(column)), entries.length, entry ? COLUMN_LINES.tabs : COLUMN_LINES.plain),
    }))
    const count = Math.max(1, ...columns.map((column) => column.pages.length))
    return Array.from({ length: count }, (_, index) => ({
      entry,
      columns: columns.map((column) => ({ entry: column.entry, items: column.pages[index] ?? [] })),
    }))
  })
}

/** Even chunks: seven columns are shown four and three, five are three and two. */
const chunks = <T>(list: readonly T[], most: number): T[][] => {
  const count = Math.ceil(list.length / most)
  const size = Math.ceil(list.length / Math.max(1, count))
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size))
}

const pagesOf = (items: readonly BoardItem[], columns: number, room: number): BoardItem[][] => {
  const most = Math.max(2, Math.floor(MOST_CARDS / columns))
  const pages: BoardItem[][] = []
  let page: BoardItem[] = []
  let lines = 0
  let cards = 0
  for (const item of items) {
    const more = itemLines(item, columns)
    if (page.length > 0 && (lines + more > room || cards + itemCards(item) > most)) {
      pages.push(page)
      page = []
      lines = 0
      cards = 0
    }
    page.push(item)
    lines += more
    cards += itemCards(item)
  }
  return page.length > 0 ? [...pages, page] : pages
}

/** What is in each zone, by order: clusters with their cards, and the cards that are in none. Held cards are not. */
export const itemsByZone = (
  boardId: string,
  cards: readonly Card[],
  clusters: readonly Cluster[],
): ((zone: readonly string[]) => readonly BoardItem[]) => {
  const open = cards.filter((card) => card.boardId === boardId && card.revealed && !card.held)
  const byId = new Map(open.map((card) => [card.id, card]))
  const zones = new Map<string, { readonly order: string; readonly item: BoardItem }[]>()
  const put = (zone: readonly string[], order: string, item: BoardItem): void => {
    const key = zone.join('/')
    zones.set(key, [...(zones.get(key) ?? []), { order, item }])
  }
  for (const cluster of clusters) {
    if (cluster.boardId !== boardId) continue
    const own = cluster.cards.flatMap(({ id }) => byId.get(id) ?? [])
    put(cluster.zone, cluster.order, { kind: 'cluster', cluster, cards: own })
  }
  for (const card of open) if (card.clusterId === undefined) put(card.zone, card.order, { kind: 'card', card })
  for (const list of zones.values()) list.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  return (zone) => (zones.get(zone.join('/')) ?? []).map(({ item }) => item)
}
