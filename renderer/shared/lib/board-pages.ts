import type { AxisEntry, Board } from '@core/model/board'
import type { Stage } from '@core/model/session'
import { drawnAs } from '@core/rules/drawn-as'
import type { BoardItem, ItemsOf } from './board-items'

/** `entry` is null where the cards of one zone stand side by side. */
export type BoardColumn = { readonly entry: AxisEntry | null; readonly items: readonly BoardItem[] }

/**
 * One picture of a board: all of it with the number of cards in each zone, a list of so many entries that a picture of
 * zones would be too small to read, or the cards themselves: of the whole board, or of one entry of its first axis.
 */
export type BoardPicture =
  | { readonly kind: 'overview' }
  | { readonly kind: 'list'; readonly entries: readonly AxisEntry[] }
  | {
      readonly kind: 'cards'
      readonly entry: AxisEntry | null
      readonly columns: readonly BoardColumn[]
      readonly page: number
      readonly pages: number
    }
type CardsPicture = Extract<BoardPicture, { kind: 'cards' }>

const MOST_COLUMNS = 4
const MOST_CARDS = 9
/** Lines of text (48 px of 1080) that a column holds, with and without the row of tabs above it. */
const COLUMN_LINES = { tabs: 12.6, plain: 14.4 }
/** Lines of room around the words of a card, of a group with its heading and its last line, of a merged card. */
const CARD_ROOM = 1.3
const CLUSTER_ROOM = 3.3
const MERGED_ROOM = 2.4
/** Lines that a picture on a card takes, its gap included. */
export const PICTURE_LINES = 5
/** After so many lines a text ends in dots: the whole of it is on the laptop. */
const LONGEST_CARD = { alone: 7, clustered: 3 }
/** Cards of a group that are written out; the rest is a number. */
export const CLUSTER_CARDS = 2

/** Letters in a line, by number of columns; a cluster's frame takes some. */
const LETTERS = [0, 70, 34, 20, 14] as const
const IN_CLUSTER = 0.86

/** The most of an overview whose names can still be read at the least size; then a list. */
const OVERVIEW = { columns: 8, rows: 6 }
const LIST_PAGE = 12

/** Lines that words take; explicit breaks count. */
const textLines = (text: string, letters: number): number =>
  text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / letters)), 0)

const cardLines = (text: string, letters: number, most: number): number =>
  Math.min(most, textLines(text, letters)) + CARD_ROOM

const itemLines = (item: BoardItem, columns: number): number => {
  const letters = LETTERS[columns] ?? 14
  if (item.kind === 'card') {
    const picture = item.card.imageId === undefined ? 0 : PICTURE_LINES
    return cardLines(item.card.text, letters, LONGEST_CARD.alone) + picture
  }
  const { kind, label } = item.cluster
  if (kind === 'merged') {
    const words = 'text' in label ? textLines(label.text, letters) : LONGEST_CARD.alone
    return Math.min(LONGEST_CARD.alone, words) + MERGED_ROOM
  }
  return item.cards
    .slice(0, CLUSTER_CARDS)
    .reduce((sum, card) => sum + cardLines(card.text, letters * IN_CLUSTER, LONGEST_CARD.clustered), CLUSTER_ROOM)
}

const itemCards = (item: BoardItem): number =>
  item.kind === 'card' || item.cluster.kind === 'merged' ? 1 : Math.min(CLUSTER_CARDS, item.cards.length)

/** Even chunks: seven columns are shown four and three, five are three and two. */
const chunks = <T>(list: readonly T[], most: number): T[][] => {
  const count = Math.ceil(list.length / most)
  const size = Math.ceil(list.length / Math.max(1, count))
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size))
}

/** Items by as many stretches as columns of this height hold. */
const stretches = (items: readonly BoardItem[], columns: number, room: number): BoardItem[][] => {
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

/** Zones beside each other, each with its name; what does not fit below goes on to the next picture. */
const zonePictures = (
  entry: AxisEntry | null,
  entries: readonly AxisEntry[],
  itemsIn: (entry: AxisEntry) => readonly BoardItem[],
): CardsPicture[] => {
  const room = entry ? COLUMN_LINES.tabs : COLUMN_LINES.plain
  const pictures = chunks(entries, MOST_COLUMNS).flatMap((some) => {
    const columns = some.map((one) => ({ entry: one, pages: stretches(itemsIn(one), some.length, room) }))
    const count = Math.max(1, ...columns.map((column) => column.pages.length))
    return Array.from({ length: count }, (_, page) =>
      columns.map((column) => ({ entry: column.entry, items: column.pages[page] ?? [] })),
    )
  })
  // Of a zone with many rows only those with something in them: empty pictures tell nothing.
  const full = pictures.filter((columns) => columns.some((column) => column.items.length > 0))
  const shown = full.length > 0 ? full : pictures.slice(0, 1)
  return shown.map((columns, page) => ({ kind: 'cards', entry, columns, page, pages: shown.length }))
}

/** One zone, its cards down one lane and on to the next. */
const lanePictures = (entry: AxisEntry, items: readonly BoardItem[]): CardsPicture[] => {
  const lanes = items.length <= 4 ? 2 : 3
  const columns = stretches(items, lanes, COLUMN_LINES.tabs).map((some) => ({ entry: null, items: some }))
  const count = Math.max(1, Math.ceil(columns.length / lanes))
  return Array.from({ length: count }, (_, page) => {
    const own = columns.slice(page * lanes, (page + 1) * lanes)
    const empty = Array.from({ length: lanes - own.length }, () => ({ entry: null, items: [] }))
    return { kind: 'cards', entry, columns: [...own, ...empty], page, pages: count }
  })
}

const overviewOf = (board: Board): BoardPicture[] => {
  const [first, second] = board.axes
  const entries = first?.entries ?? []
  const rows = second?.entries.length ?? 1
  const isReadable = drawnAs(board) === 'rings' || (entries.length <= OVERVIEW.columns && rows <= OVERVIEW.rows)
  if (isReadable) return [{ kind: 'overview' }]
  return chunks(entries, LIST_PAGE).map((some) => ({ kind: 'list', entries: some }))
}

/**
 * All pictures of a board in their order: the whole of it when it fits at the least type size; else an overview and
 * then, entry by entry of the first axis, its cards. Nothing is made smaller. Entries without a card are left out,
 * but for the `wished` one.
 */
export const boardPictures = (board: Board, items: ItemsOf, wished?: string): readonly BoardPicture[] => {
  const [first, second] = board.axes
  if (!first) return [{ kind: 'overview' }]
  if (!second && first.entries.length <= MOST_COLUMNS && drawnAs(board) !== 'rings' && wished === undefined) {
    const whole = zonePictures(null, first.entries, (entry) => items([entry.id]))
    if (whole.length === 1) return whole
  }
  const near = first.entries.flatMap((entry): CardsPicture[] => {
    if (!second) {
      const own = items([entry.id])
      return own.length > 0 || entry.id === wished ? lanePictures(entry, own) : []
    }
    const itemsIn = (other: AxisEntry): readonly BoardItem[] => items([entry.id, other.id])
    const has = second.entries.some((other) => itemsIn(other).length > 0)
    return has || entry.id === wished ? zonePictures(entry, second.entries, itemsIn) : []
  })
  return [...overviewOf(board), ...near]
}

/** Which picture the stage shows. A page that is not there (any more) is the last one that is. */
export const pictureAt = (pictures: readonly BoardPicture[], entryId: string | undefined, page: number): number => {
  const own = pictures.flatMap((picture, index) =>
    entryId === undefined || (picture.kind === 'cards' && picture.entry?.id === entryId) ? [index] : [],
  )
  return own[Math.min(page, own.length - 1)] ?? 0
}

/** How to ask for a picture. */
export const stageOf = (boardId: string, pictures: readonly BoardPicture[], index: number): Stage => {
  const picture = pictures[index]
  if (picture?.kind === 'cards' && picture.entry) {
    return { view: 'board', boardId, entryId: picture.entry.id, page: picture.page }
  }
  return { view: 'board', boardId, page: Math.max(0, index) }
}
