import { escapeMarkup } from '@core/charts/svg'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { VOICE_LOOKS } from '@core/charts/voice-looks'
import { patternId, patternSvg } from '@core/charts/voice-patterns'
import type { BoardPrint, PrintCard, PrintEntry, PrintItem } from '@core/report/board-print'
import type { VoiceRef } from '@core/report/model'
import { sayKey } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import type { BoardSheet, FittedBoard, PageRow, Paper, PrintZone } from './board-fit'
import { lanesIn, ringWidth } from './board-fit'
import { markHtml } from './html-table'
import { pictureUrl } from './picture-data'

const PREFIX = 'edge-'

/** The patterns of the voices once for the whole document. */
export const patternDefs = (looks: Iterable<VoiceLookId>): string =>
  `<svg width="0" height="0" class="unseen" aria-hidden="true"><defs>${[...looks]
    .map((look) => patternSvg(look, PREFIX, VOICE_LOOKS[look].colours.light))
    .join('')}</defs></svg>`

const edgeHtml = (by: VoiceRef): string =>
  `<svg class="edge" aria-hidden="true"><rect width="100%" height="100%" fill="url(#${patternId(by.look, PREFIX)})"/></svg><span class="edge-line"></span>`

export const cardHtml = (card: PrintCard, reader: Reader): string => {
  const { by, picture } = card
  const url = picture && pictureUrl(picture.dataUrl)
  const image = url ? `<img src="${url}" alt="${picture.alt ? escapeMarkup(reader.words(picture.alt)) : ''}">` : ''
  const place = card.place ? `<p class="place">${escapeMarkup(reader.words(card.place))}</p>` : ''
  const edge = by ? edgeHtml(by) : ''
  const mark = by ? markHtml(by, reader) : ''
  return `<article class="card${by ? '' : ' plain'}">${edge}<p dir="auto">${mark}${escapeMarkup(reader.words(card.words))}</p>${place}${image}</article>`
}

const itemHtml = (item: PrintItem, reader: Reader): string => {
  if (item.kind === 'card') return cardHtml(item.card, reader)
  const same = item.merged
    ? `<p class="same">${escapeMarkup(reader.words(sayKey('boardPrint:same', { count: item.cards.length })))}</p>`
    : ''
  return `<section class="cluster"><h4 dir="auto">${escapeMarkup(reader.words(item.title))}</h4>${same}${item.cards.map((card) => cardHtml(card, reader)).join('')}</section>`
}

const lanesHtml = (items: readonly PrintItem[], lanes: number, reader: Reader): string => {
  const inner = items.map((item) => itemHtml(item, reader)).join('')
  return lanes > 1 && items.length > 0
    ? `<div class="lanes" style="grid-template-columns:repeat(${lanes},minmax(0,1fr))">${inner}</div>`
    : inner
}

type Draw = { readonly print: BoardPrint; readonly fitted: FittedBoard; readonly paper: Paper; readonly reader: Reader }

const name = (entry: PrintEntry | null | undefined, reader: Reader): string =>
  entry ? escapeMarkup(reader.words(entry.label)) : ''

const ARROW = `<svg class="arrow" width="20" height="14" viewBox="0 0 20 14" aria-hidden="true"><path d="M0 7h14" stroke="${THEME_COLOURS.light.ink}" stroke-width="2.4"/><path d="M12 1l8 6-8 6z" fill="${THEME_COLOURS.light.ink}"/></svg>`

const columnHead = ({ fitted, reader }: Draw, column: number): string => {
  const rounds = fitted.drawn === 'rounds'
  const number = rounds ? `<span class="number">${column + 1}</span>` : ''
  return `<th scope="col"><div>${rounds && column > 0 ? ARROW : ''}${number}<span class="clamp" dir="auto">${name(fitted.columns[column], reader)}</span></div></th>`
}

const rowHtml = ({ fitted, reader }: Draw, row: PageRow): string => {
  const entry = fitted.rows[row.row]
  const again =
    row.part > 0 ? `<br><span class="more">${escapeMarkup(reader.words(sayKey('boardPrint:continued')))}</span>` : ''
  const head = entry ? `<th scope="row"><span dir="auto">${name(entry, reader)}</span>${again}</th>` : ''
  // Rings that need more than one page are bands, the core with its strong edge.
  const band = fitted.drawn !== 'rings' ? '' : row.row === 0 ? ' band core' : ' band'
  const cells = row.zones
    .map((zone) => `<td><div class="zone${band}">${lanesHtml(zone.items, fitted.lanes, reader)}</div></td>`)
    .join('')
  return `<tr>${head}${cells}</tr>`
}

const tableHtml = (draw: Draw, sheet: BoardSheet): string => {
  const { fitted, print, reader } = draw
  const named = fitted.rows[0] !== null
  const heads =
    fitted.columns.length === 0
      ? ''
      : `<thead><tr>${named ? '<td></td>' : ''}${sheet.columns.map((column) => columnHead(draw, column)).join('')}</tr></thead>`
  return `<table class="board"><caption class="unseen">${escapeMarkup(reader.words(print.title))}</caption><colgroup>${named ? '<col class="names">' : ''}${sheet.columns.map(() => '<col>').join('')}</colgroup>${heads}<tbody>${sheet.rows.map((row) => rowHtml(draw, row)).join('')}</tbody></table>`
}

const zoneIn = (print: BoardPrint, ...entries: readonly (PrintEntry | null | undefined)[]): PrintZone => {
  const key = entries.map((entry) => entry?.id ?? '').join('/')
  return { key, items: print.zones.get(key) ?? [] }
}

/** One cross, with the words at its ends. */
const crossHtml = ({ print, fitted, reader }: Draw): string => {
  const [left, right] = fitted.columns
  const [above, below] = fitted.rows
  const field = (x: PrintEntry | undefined, y: PrintEntry | null | undefined): string =>
    `<section class="zone" aria-label="${name(x, reader)}, ${name(y, reader)}">${lanesHtml(zoneIn(print, x, y).items, fitted.lanes, reader)}</section>`
  const end = (entry: PrintEntry | null | undefined, where: string): string =>
    `<p class="end ${where}" dir="auto">${name(entry, reader)}</p>`
  return `<div class="cross">${end(above, 'above')}${end(left, 'left')}<div class="fields">${field(left, above)}${field(right, above)}${field(left, below)}${field(right, below)}</div>${end(right, 'right')}${end(below, 'below')}</div>`
}

/** Bands in each other, the first entry in the middle. */
const ringsHtml = ({ print, fitted, paper, reader }: Draw): string =>
  fitted.rows.reduce((inside, entry, at) => {
    const lanes = lanesIn(ringWidth(paper, fitted.rows.length, at), fitted.lane)
    return `<section class="ring${at === 0 ? ' core' : ''}"><h2 dir="auto">${name(entry, reader)}</h2>${lanesHtml(zoneIn(print, entry).items, lanes, reader)}${inside}</section>`
  }, '')

/** The picture of each page, without head and foot. */
export const boardPictures = (draw: Draw): readonly string[] => {
  if (draw.fitted.whole) return [draw.fitted.drawn === 'rings' ? ringsHtml(draw) : crossHtml(draw)]
  return draw.fitted.sheets.map((sheet) => tableHtml(draw, sheet))
}
