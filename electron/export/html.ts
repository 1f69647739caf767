import type { ChartFrame } from '@core/charts/bars-svg'
import { barsSvg } from '@core/charts/bars-svg'
import { gapsSvg } from '@core/charts/gaps-svg'
import type { Line, LineLevel } from '@core/charts/line-scale'
import { lineSvg } from '@core/charts/line-svg'
import { escapeMarkup } from '@core/charts/svg'
import { THEME_COLOURS } from '@core/charts/theme-colours'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { assertNever } from '@core/lib/assert-never'
import type { Block, Cell, ChartBlock, ChartLevel, DecisionBlock, QuoteBlock, Words } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { ON_PAGE_ONE, shorten } from '@core/report/shorten'
import { breakable, markHtml, tableHtml } from './html-table'
import { pointsHtml, voteChartSvg } from './vote-chart-html'

/** Charts are drawn for the full text width of an A4 page, or for one of the two columns of the summary. */
const WIDE = 660
const NARROW = 258
const MIDDLE = 372

export type HtmlPlace = 'summary' | 'part'

/** One block as HTML; every word goes through `escapeMarkup`, so nothing a person wrote can act. */
export const blockHtml = (block: Block, reader: Reader, place: HtmlPlace): string => {
  const words = (value: Words): string => escapeMarkup(reader.words(value))
  switch (block.b) {
    case 'heading':
      return `<h${block.level} id="${block.id}">${words(block.title)}</h${block.level}>`
    case 'lead':
      return `<p class="lead">${block.words.map((value, index) => (index === 0 ? `<strong>${words(value)}</strong>` : words(value))).join(' ')}</p>`
    case 'paragraph':
      return `<p>${words(block.words)}</p>`
    case 'notice':
      return `<p class="notice">${words(block.words)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${words(place === 'summary' ? shorten(item, ON_PAGE_ONE) : item)}</li>`).join('')}</ul>`
    case 'checks':
      return checksHtml(block.items, reader)
    case 'facts':
      return `<dl>${block.rows.map((row) => `<dt>${words(row.title)}</dt><dd>${words(row.words)}</dd>`).join('')}</dl>`
    case 'lines':
      return `<div class="lines" id="${escapeMarkup(block.id)}"><p class="label">${words(block.title)}</p>${'<div class="line"></div>'.repeat(block.count)}</div>`
    case 'table':
      return tableHtml(block, reader, place)
    case 'chart':
      return chartHtml(block, reader, place)
    case 'quote':
      return quoteHtml(block, reader)
    case 'decision':
      return decisionHtml(block.id, block.decision, reader)
    case 'by-audience':
      return block.room.map((inner) => blockHtml(inner, reader, place)).join('')
    default:
      return assertNever(block)
  }
}

/** The box is drawn, since few typefaces have one; its cross stays in black and white, and its name is read out. */
const checksHtml = (items: readonly { readonly ticked: boolean; readonly words: Words }[], reader: Reader): string => {
  const item = (ticked: boolean, words: Words): string => {
    const name = escapeMarkup(reader.words(say(ticked ? 'esn.ticked' : 'esn.notTicked')))
    const cross = ticked ? '<path d="M4 4l8 8M12 4l-8 8" stroke-width="2"/>' : ''
    return `<li${ticked ? ' class="ticked"' : ''}><svg class="tick" viewBox="0 0 16 16" width="14" height="14" role="img" aria-label="${name}"><g fill="none" stroke="currentColor"><rect x="1.5" y="1.5" width="13" height="13" stroke-width="1.4"/>${cross}</g></svg><span>${escapeMarkup(reader.words(words))}</span></li>`
  }
  return `<ul class="checks">${items.map(({ ticked, words }) => item(ticked, words)).join('')}</ul>`
}

const chartHtml = (chart: ChartBlock, reader: Reader, place: HtmlPlace): string => {
  const sentence = reader.words(chart.sentence)
  const frame = {
    width: place === 'part' ? WIDE : isOfVoices(chart) ? NARROW : MIDDLE,
    colours: THEME_COLOURS.light,
    idPrefix: `${chart.id}-${place}-`,
    sentence,
  }
  const svg = chartSvg(chart, reader, frame)
  const legend =
    chart.kind === 'gaps'
      ? legendHtml(chart.rows[0]?.points ?? [], reader)
      : chart.kind === 'quadrants'
        ? pointsHtml(chart, reader)
        : ''
  const link = `<a class="as-table" href="#table-${escapeMarkup(chart.tableId)}">${escapeMarkup(reader.words(say('asTable')))}</a>`
  const caption =
    place === 'summary'
      ? ''
      : `<figcaption><strong>${escapeMarkup(reader.words(chart.title))}</strong> ${escapeMarkup(sentence)}</figcaption>`
  return `<figure>${caption}${svg}${legend}${place === 'summary' ? '' : link}</figure>`
}

export const chartSvg = (chart: ChartBlock, reader: Reader, frame: ChartFrame): string => {
  switch (chart.kind) {
    case 'bars':
      return barsSvg(
        chart.rows.map((row) => ({
          label: reader.words(row.label),
          value: row.figure.value,
          shown: reader.figure(row.figure),
          leads: row.leads,
          ...(row.look ? { look: row.look } : {}),
        })),
        frame,
      )
    case 'gaps':
      return gapsSvg(
        chart.rows.map((row) => ({
          label: reader.words(row.label),
          shown: reader.figure(row.gap),
          points: row.points.flatMap((point) =>
            point.figure.value === null ? [] : [{ look: point.look, value: point.figure.value }],
          ),
        })),
        frame,
      )
    case 'line':
      return lineSvg(lineOf(chart, reader), frame)
    case 'grid':
    case 'stack':
    case 'quadrants':
      return voteChartSvg(chart, reader, frame)
    default:
      return assertNever(chart)
  }
}

const lineOf = (chart: Extract<ChartBlock, { kind: 'line' }>, reader: Reader): Line => {
  const level = (one: ChartLevel | undefined): LineLevel | undefined =>
    one?.figure.value == null
      ? undefined
      : {
          value: one.figure.value,
          name: reader.words(say(`chart.${one.name}`, { value: reader.figure(one.figure) })),
        }
  const target = level(chart.target)
  const baseline = level(chart.baseline)
  return {
    points: chart.points.flatMap(({ day, figure }) =>
      figure.value === null
        ? []
        : [{ day, value: figure.value, shown: reader.figure(figure), name: reader.shortDay(day) }],
    ),
    ...(target ? { target } : {}),
    ...(baseline ? { baseline } : {}),
    ...(chart.range ? { range: chart.range } : {}),
  }
}

const isOfVoices = (chart: ChartBlock): boolean =>
  chart.kind === 'bars' && chart.rows.some((row) => row.look !== undefined)

const legendHtml = (points: readonly { readonly look: VoiceLookId; readonly name: Words }[], reader: Reader): string =>
  `<ul class="legend">${points.map((point) => `<li>${markHtml(point, reader)} ${escapeMarkup(reader.words(point.name))}</li>`).join('')}</ul>`

const quoteHtml = (quote: QuoteBlock, reader: Reader): string => {
  const by = quote.by
    ? `${markHtml(quote.by, reader)} ${escapeMarkup(reader.words(quote.by.name))}`
    : escapeMarkup(reader.words(say('unstated')))
  const place = quote.place ? ` · ${escapeMarkup(quote.place)}` : ''
  return `<blockquote id="${escapeMarkup(quote.id)}"><p dir="auto">${escapeMarkup(reader.words(quote.words))}</p><footer>${by}${place}</footer></blockquote>`
}

const decisionHtml = (id: string, decision: DecisionBlock, reader: Reader): string => {
  const facts = decision.facts
    .map(
      (fact) => `<dt>${escapeMarkup(reader.words(fact.title))}</dt><dd>${escapeMarkup(reader.words(fact.words))}</dd>`,
    )
    .join('')
  const behind = `<dt>${escapeMarkup(reader.words(say('column.behind')))}</dt><dd>${behindHtml(decision.behind, reader)}</dd>`
  const objections =
    decision.objections.length > 0
      ? `<div class="objections"><p class="label">${escapeMarkup(reader.words(say('column.objections')))}</p>${decision.objections.map((objection) => quoteHtml(objection, reader)).join('')}</div>`
      : ''
  return `<section class="decision" id="${escapeMarkup(id)}"><h3><span class="number">D${decision.number}</span> ${escapeMarkup(reader.words(decision.wording))}</h3><dl>${behind}${facts}</dl>${objections}</section>`
}

/** With the names: no key stands near, and a colour alone says nothing. */
const behindHtml = (behind: Cell, reader: Reader): string => {
  if (behind.t !== 'voices') return breakable(reader.cell(behind))
  const voices = behind.voices
    .map((voice) => `<span class="voice">${markHtml(voice, reader)} ${escapeMarkup(reader.words(voice.name))}</span>`)
    .join('')
  return `${voices}<span class="count">${breakable(reader.words(behind.words))}</span>`
}
