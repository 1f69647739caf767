import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { VOICE_LOOKS } from '@core/charts/voice-looks'
import { patternId, patternSvg } from '@core/charts/voice-patterns'
import type { BoardPrint, PrintCard, PrintEntry, PrintItem } from '@core/report/board-print'
import { say, sayKey } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { drawnAs } from '@core/rules/drawn-as'
import { voiceKey } from './chart-picture'
import type { Drawn } from './svg-words'
import { pictureUrl } from './picture-data'
import { drawWords, pictureSvg, px, stacked } from './svg-words'

const { ink, ink2, line, rule, soft } = THEME_COLOURS.light
const PREFIX = 'board-'
const MARGIN = 32
/** px. Columns as on the printed page; one picture has no pages, so it is as large as it needs to be. */
const COLUMN = 240
const NAMES = 150
const GAP = 12
const PADDING = 8
const EDGE = 10
const PICTURE = 108
const RING_SIDE = 28
const CORE = 520

const nothing: Drawn = { height: 0, at: () => '' }
const words = { size: 14, line: 19, colour: ink }

const box = (x: number, y: number, width: number, height: number, look: string): string =>
  `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" ${look}/>`

const pictureOf = (card: PrintCard, width: number): Drawn => {
  const url = card.picture && pictureUrl(card.picture.dataUrl)
  if (url === null) return nothing
  return {
    height: PICTURE,
    at: (x, y) =>
      `<image x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${PICTURE}" preserveAspectRatio="xMinYMid meet" href="${url}"/>`,
  }
}

/** A card with the pattern of its voice down its side and the name in words: read without colour. */
const cardDrawn = (card: PrintCard, width: number, reader: Reader): Drawn => {
  const { by } = card
  const inner = width - 2 * PADDING - (by ? EDGE : 0)
  const small = { width: inner, size: 12, line: 16, colour: ink2 }
  const who = [by ? reader.words(by.name) : '', card.place ? reader.words(card.place) : ''].filter((one) => one !== '')
  const content = stacked(
    [
      drawWords(reader.words(card.words), { ...words, width: inner }),
      drawWords(who.join(' · '), small),
      pictureOf(card, inner),
    ],
    4,
  )
  const height = Math.max(34, content.height + 2 * PADDING)
  const edge = (x: number, y: number): string =>
    by
      ? `${box(x, y, EDGE, height, `fill="url(#${patternId(by.look, PREFIX)})"`)}<path d="M${px(x + EDGE)} ${px(y)}v${px(height)}" stroke="${ink}"/>`
      : ''
  return {
    height,
    at: (x, y) =>
      `${box(x, y, width, height, `rx="3" fill="#ffffff" stroke="${line}"`)}${edge(x, y)}${content.at(x + PADDING + (by ? EDGE : 0), y + PADDING)}`,
  }
}

const itemDrawn = (item: PrintItem, width: number, reader: Reader): Drawn => {
  if (item.kind === 'card') return cardDrawn(item.card, width, reader)
  const inner = width - 2 * PADDING
  const same = item.merged ? reader.words(sayKey('boardPrint:same', { count: item.cards.length })) : ''
  const content = stacked(
    [
      drawWords(reader.words(item.title), { ...words, width: inner, bold: true }),
      drawWords(same, { width: inner, size: 12, line: 16, colour: ink2 }),
      ...item.cards.map((card) => cardDrawn(card, inner, reader)),
    ],
    6,
  )
  const height = content.height + 2 * PADDING
  return {
    height,
    at: (x, y) =>
      `${box(x, y, width, height, `rx="5" fill="#ffffff" stroke="${ink}" stroke-width="1.5"`)}${content.at(x + PADDING, y + PADDING)}`,
  }
}

/** Items in lanes side by side, each into the lane that is shortest so far. */
const lanesDrawn = (items: readonly PrintItem[], width: number, reader: Reader): Drawn => {
  const count = Math.max(1, Math.floor((width + GAP) / (COLUMN + GAP)))
  const lane = (width - (count - 1) * GAP) / count
  const lanes: Drawn[][] = Array.from({ length: count }, () => [])
  const heights = lanes.map(() => 0)
  for (const item of items) {
    const drawn = itemDrawn(item, lane, reader)
    const at = heights.indexOf(Math.min(...heights))
    lanes[at]?.push(drawn)
    heights[at] = (heights[at] ?? 0) + drawn.height + PADDING
  }
  const columns = lanes.map((parts) => stacked(parts, PADDING))
  return {
    height: Math.max(...columns.map(({ height }) => height)),
    at: (x, y) => columns.map((column, at) => column.at(x + at * (lane + GAP), y)).join(''),
  }
}

type Grid = { readonly print: BoardPrint; readonly reader: Reader }

const itemsIn = (print: BoardPrint, ...entries: readonly (PrintEntry | null | undefined)[]): readonly PrintItem[] =>
  print.zones.get(entries.flatMap((entry) => entry?.id ?? []).join('/')) ?? []

/** Columns and rows with their names; a cross is wider, so that its four fields have lanes. */
const gridDrawn = ({ print, reader }: Grid, column: number): { readonly drawn: Drawn; readonly width: number } => {
  const columns = print.axes[0]?.entries ?? []
  const rows: readonly (PrintEntry | null)[] = print.axes[1]?.entries ?? [null]
  const side = rows[0] === null ? 0 : NAMES + GAP
  const name = (entry: PrintEntry | null | undefined, width: number): Drawn =>
    entry ? drawWords(reader.words(entry.label), { ...words, width, bold: true, most: 6 }) : nothing
  const heads = columns.map((entry) => name(entry, column))
  const headHeight = Math.max(0, ...heads.map(({ height }) => height))
  const headRow: Drawn = {
    height: headHeight + 8,
    at: (x, y) =>
      heads
        .map((head, at) => {
          const left = x + side + at * (column + GAP)
          return `${head.at(left, y + headHeight - head.height)}${box(left, y + headHeight + 5, column, 2, `fill="${ink}"`)}`
        })
        .join(''),
  }
  const rowsDrawn = rows.map((entry): Drawn => {
    const label = name(entry, NAMES)
    const zones = columns.map((one) => lanesDrawn(itemsIn(print, one, entry), column - 2 * PADDING, reader))
    const height = Math.max(60, label.height, ...zones.map((zone) => zone.height + 2 * PADDING))
    return {
      height,
      at: (x, y) =>
        label.at(x, y + PADDING) +
        zones
          .map((zone, at) => {
            const left = x + side + at * (column + GAP)
            return `${box(left, y, column, height, `fill="${soft}" stroke="${rule}"`)}${zone.at(left + PADDING, y + PADDING)}`
          })
          .join(''),
    }
  })
  const width = side + columns.length * column + Math.max(0, columns.length - 1) * GAP
  return { drawn: stacked([headRow, ...rowsDrawn], GAP), width }
}

/** Bands in each other, the first entry in the middle. */
const ringsDrawn = ({ print, reader }: Grid): { readonly drawn: Drawn; readonly width: number } => {
  const entries = print.axes[0]?.entries ?? []
  let inside = nothing
  for (const [at, entry] of entries.entries()) {
    const width = CORE + 2 * RING_SIDE * (at + 1)
    const inner = width - 2 * RING_SIDE
    const content = stacked(
      [
        drawWords(reader.words(entry.label), { ...words, width: inner, bold: true, middle: true }),
        lanesDrawn(itemsIn(print, entry), inner, reader),
        inside,
      ],
      GAP,
    )
    const height = content.height + 2 * GAP
    const look =
      at === 0
        ? `rx="40" fill="#ffffff" stroke="${ink}" stroke-width="3"`
        : `rx="48" fill="${at % 2 === 1 ? soft : '#ffffff'}" stroke="${line}" stroke-width="1.5"`
    inside = {
      height,
      at: (x, y) => `${box(x, y, width, height, look)}${content.at(x + RING_SIDE, y + GAP)}`,
    }
  }
  return { drawn: inside, width: CORE + 2 * RING_SIDE * entries.length }
}

/** A redacted board as one picture, without pages: as the screen shows it, in black and patterns that print. */
/** For who does not see it; the cards themselves are in the report. */
export const boardSentence = ({ cards, axes }: BoardPrint, reader: Reader): string =>
  [
    reader.words(sayKey('boardPrint:cards', { count: cards })),
    ...axes.map(({ label, entries }) =>
      [reader.words(label), reader.words({ t: 'list', items: entries.map((entry) => entry.label) })]
        .filter((one) => one !== '')
        .join(': '),
    ),
  ].join(' ')

export const boardSvg = (print: BoardPrint, reader: Reader): string => {
  const grid = { print, reader }
  const drawnLike = drawnAs(print)
  const { drawn, width: own } =
    drawnLike === 'rings' ? ringsDrawn(grid) : gridDrawn(grid, drawnLike === 'quadrants' ? 2 * COLUMN + GAP : COLUMN)
  const width = Math.max(own, 2 * COLUMN)
  const title = reader.words(print.title)
  const from = [reader.words(print.session), reader.words(print.lab), reader.day(print.day)].filter((one) => one !== '')
  const notes = [
    ...(print.held > 0 ? [sayKey('boardPrint:held', { count: print.held })] : []),
    ...(print.kept > 0 ? [sayKey('boardPrint:kept', { count: print.kept })] : []),
    say(`foot.${print.profile}`),
  ]
  const small = { width, size: 12, line: 17, colour: ink2 }
  const all = stacked(
    [
      drawWords(title, { width, size: 22, line: 29, colour: ink, bold: true }),
      drawWords(from.join(' · '), small),
      drawn,
      stacked(
        print.voices.map(({ look, name }) => voiceKey(look, name, reader, width)),
        2,
      ),
      drawWords(notes.map((one) => reader.words(one)).join(' '), small),
    ],
    GAP,
  )
  const looks = new Set(print.voices.map(({ look }) => look))
  return pictureSvg(all, {
    width,
    title,
    sentence: boardSentence(print, reader),
    lang: reader.lang,
    defs: patternsIn(looks),
    margin: MARGIN,
  })
}

const patternsIn = (looks: Iterable<VoiceLookId>): string =>
  `<defs>${[...looks].map((look) => patternSvg(look, PREFIX, VOICE_LOOKS[look].colours.light)).join('')}</defs>`
