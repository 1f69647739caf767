import type { Board } from '../model/board'
import type { Card } from '../model/card'
import type { DocumentView } from '../model/document'
import { byOrder, ordered } from '../model/document'
import type { Block, Cell, QuoteBlock, TableBlock, Words } from './model'
import { figure, say } from './model'
import type { Audience, VoiceGroup } from './voice-refs'
import { labelWords, refFor, voiceGroups } from './voice-refs'

const shown = (card: Card): boolean => card.revealed && !card.held

/** Zones of a board in reading order: the entries of the first axis, in each those of the second. */
const zonesOf = (board: Board): { readonly zone: readonly string[]; readonly words: readonly Words[] }[] => {
  const [first, second] = board.axes
  return (first?.entries ?? []).flatMap((entry) =>
    second
      ? second.entries.map((other) => ({
          zone: [entry.id, other.id],
          words: [labelWords(entry.label), labelWords(other.label)],
        }))
      : [{ zone: [entry.id], words: [labelWords(entry.label)] }],
  )
}

const sameZone = (card: { readonly zone: readonly string[] }, zone: readonly string[]): boolean =>
  card.zone.length === zone.length && zone.every((entry, index) => card.zone[index] === entry)

/** Every contribution that its author released, by board and zone, with its voice; the rest is counted, not shown. */
export const annexBlocks = (view: DocumentView, audience: Audience): Block[] => {
  const groups = voiceGroups(view, audience)
  const blocks = ordered(view, 'board').flatMap((board) => boardAnnex(view, board, groups))
  return blocks.length > 0 ? blocks : [{ b: 'paragraph', words: say('annex.none') }]
}

const boardAnnex = (view: DocumentView, board: Board, groups: readonly VoiceGroup[]): Block[] => {
  const cards = [...view.card.values()].filter((card) => card.boardId === board.id && shown(card)).toSorted(byOrder)
  if (cards.length === 0) return []
  const zones = zonesOf(board).flatMap(({ zone, words }, index): Block[] => {
    const inZone = cards.filter((card) => sameZone(card, zone))
    if (inZone.length === 0) return []
    const title =
      words.length === 2
        ? say('annex.zone', { first: words[0] ?? '', second: words[1] ?? '' })
        : (words[0] ?? say('none'))
    return [
      { b: 'heading', id: `annex-${board.id}-${index}`, level: 4, title },
      ...inZone.map((card) => quoteOf(card, groups)),
    ]
  })
  return [{ b: 'heading', id: `annex-${board.id}`, level: 3, title: labelWords(board.label) }, ...zones]
}

const quoteOf = (card: Card, groups: readonly VoiceGroup[]): QuoteBlock => ({
  b: 'quote',
  id: `card-${card.id}`,
  words: { t: 'said', text: card.text, release: card.quote },
  by: refFor(groups, card.voiceId),
  ...(card.place ? { place: card.place } : {}),
})

/** How many contributions each zone holds, as a table first axis × second axis, and the headings people gave. */
export const boardBlocks = (view: DocumentView): Block[] =>
  ordered(view, 'board').flatMap((board): Block[] => {
    const cards = [...view.card.values()].filter((card) => card.boardId === board.id && shown(card))
    if (cards.length === 0) return []
    const clusters = ordered(view, 'cluster').filter((cluster) => cluster.boardId === board.id)
    return [
      { b: 'heading', id: `board-${board.id}`, level: 3, title: labelWords(board.label) },
      { b: 'paragraph', words: say('boards.count', { count: cards.length }) },
      zoneTable(board, cards),
      ...(clusters.length > 0
        ? ([
            { b: 'paragraph', words: say('boards.clusters', { count: clusters.length }) },
            {
              b: 'list',
              id: `clusters-${board.id}`,
              items: clusters.map((cluster) =>
                say('boards.cluster', { heading: labelWords(cluster.label), count: cluster.cards.length }),
              ),
            },
          ] as const)
        : []),
    ]
  })

/** More columns than this do not fit on A4 beside the names of the rows: print would make every page smaller. */
const WIDEST = 8

const zoneTable = (board: Board, cards: readonly Card[]): TableBlock => {
  const [first, second] = board.axes
  const turned = second !== undefined && second.entries.length > Math.max(WIDEST, first?.entries.length ?? 0)
  const [down, over] = turned ? [second, first] : [first, second]
  const across = over?.entries ?? []
  const zone = (row: string, column: string): readonly string[] => (turned ? [column, row] : [row, column])
  const count = (wanted: readonly string[]): number => cards.filter((card) => sameZone(card, wanted)).length
  return {
    b: 'table',
    id: `board-${board.id}`,
    title: say('boards.table', { board: labelWords(board.label) }),
    columns: [
      { id: 'entry', title: down ? labelWords(down.label) : say('none'), kind: 'words' },
      ...across.map((entry) => ({ id: entry.id, title: labelWords(entry.label), kind: 'figure' as const })),
      { id: 'all', title: say('column.all'), kind: 'figure' },
    ],
    rows: (down?.entries ?? []).map((entry): Cell[] => {
      const zones = across.map((other) => zone(entry.id, other.id))
      const counts = zones.map(count)
      const all = over ? counts.reduce((sum, value) => sum + value, 0) : count([entry.id])
      return [
        labelWords(entry.label),
        ...zones.map((one, index) => figure(`board.${board.id}.${one.join('.')}`, counts[index] ?? 0, 'count')),
        figure(`board.${board.id}.${turned ? `all.${entry.id}` : `${entry.id}.all`}`, all, 'count'),
      ]
    }),
  }
}
