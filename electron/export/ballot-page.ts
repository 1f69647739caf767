import { escapeMarkup } from '@core/charts/svg'
import { VOICE_LOOKS } from '@core/charts/voice-looks'
import { shapePath } from '@core/charts/voice-shapes'
import type { VoteMethod } from '@core/model/vote'
import { sayKey } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import type { FittedSlips, SlipWords } from './ballot-fit'
import { fitSlips, PARTS, slipWords } from './ballot-fit'
import type { SlipFormat } from './ballot-format'
import type { Marks } from './ballot-marks'
import type { BallotSheet, PrintedOption, PrintedSlip } from './ballot-model'
import { squareSvg } from './ballot-square'
import { ballotCss } from './ballot-style'
import type { ExportFile, FontFace } from './export-file'
import { utf8 } from './export-file'

const SCISSORS =
  '<svg viewBox="0 0 16 16" aria-hidden="true"><g fill="none" stroke="#000" stroke-width="1.3"><circle cx="4" cy="3.8" r="2.1"/><circle cx="4" cy="12.2" r="2.1"/><path d="M5.7 5.1L14.5 12.6M5.7 10.9L14.5 3.4"/></g></svg>'

/** As people read it from the paper: three figures at least. */
export const numberText = (number: number): string => String(number).padStart(3, '0')

type Draw = {
  readonly sheet: BallotSheet
  readonly words: SlipWords
  readonly format: SlipFormat
  readonly marks: Marks
  readonly pages: readonly (readonly number[])[]
}

const boxHtml = ({ words }: Draw, slip: PrintedSlip): string => {
  const { t } = words.reader
  const second =
    slip.code === null
      ? `<span class="sample">${escapeMarkup(t('ballot:sheet.sample'))}</span>`
      : `<span class="code"><span class="unseen">${escapeMarkup(t('ballot:code'))} </span>${escapeMarkup(slip.code)}</span>`
  return `<div class="box"><span class="number"><span class="unseen">${escapeMarkup(t('ballot:number'))} </span>${numberText(slip.number)}</span>${second}</div>`
}

const headHtml = (draw: Draw, slip: PrintedSlip): string => {
  const { words, format } = draw
  const how = (more: string): string => `<p class="how${more}">${escapeMarkup(words.how)}</p>`
  const square = slip.url === null ? '' : squareSvg(slip.url, words.reader.t('ballot:sheet.square'), format.corner)
  return `<header class="head"><div><p>${escapeMarkup(words.about)}</p><h1 dir="auto">${escapeMarkup(words.question)}</h1>${square === '' ? '' : how('')}</div><div>${boxHtml(draw, slip)}${square}</div></header>${square === '' ? how(' under') : ''}`
}

const againHtml = (draw: Draw, slip: PrintedSlip, page: number): string => {
  const { words, pages } = draw
  const at = words.reader.words(sayKey('ballot:sheet.page', { page: page + 1, pages: pages.length }))
  return `<header class="head again"><div><p>${escapeMarkup(words.about)}</p><h1 dir="auto">${escapeMarkup(words.question)}</h1><p>${escapeMarkup(at)}</p></div><div>${boxHtml(draw, slip)}</div></header>`
}

const voicesHtml = ({ words }: Draw): string => {
  if (words.voices.length === 0) return ''
  const items = words.voices.map(({ look, name }) => {
    const mark =
      look === null
        ? ''
        : `<svg width="${PARTS.voiceMark}" height="${PARTS.voiceMark}" viewBox="0 0 16 16" aria-hidden="true"><path d="${shapePath(VOICE_LOOKS[look].shape, 8, 8, 16)}"/></svg>`
    return `<li><i></i>${mark}<span dir="auto">${escapeMarkup(name)}</span></li>`
  })
  return `<section class="voices"><p><b>${escapeMarkup(words.speakFor)}</b> ${escapeMarkup(words.tickOne)}</p><ul>${items.join('')}</ul></section>`
}

/** The name of a column of boxes stands over it, at the end of the line. */
const OVER_BOXES: readonly VoteMethod['name'][] = ['ranking', 'share-100']

const legendHtml = ({ words, sheet }: Draw): string =>
  words.legend.length === 0
    ? ''
    : `<div class="legend${OVER_BOXES.includes(sheet.vote.method.name) ? ' end' : ''}">${words.legend.map((line) => `<p>${escapeMarkup(line)}</p>`).join('')}</div>`

const optionHtml = ({ marks }: Draw, text: string, option: PrintedOption | undefined, at: number): string => {
  const picture = option?.picture
  const image = picture != null ? `<img src="${picture}" alt="">` : ''
  return `<li${marks.below ? ' class="below"' : ''}><span class="words"><b class="n">${at + 1}</b>${image}<span dir="auto">${escapeMarkup(text)}</span></span><span class="marks">${marks.html}</span></li>`
}

const footHtml = ({ words }: Draw): string => {
  const reason =
    words.reason === null
      ? ''
      : `<section class="reason"><p>${escapeMarkup(words.reason)}</p>${'<i></i>'.repeat(PARTS.writeLines)}</section>`
  return `${reason}<p class="kept"><b>${escapeMarkup(words.keptTitle)}</b> ${escapeMarkup(words.kept)}</p>`
}

/** The pages of one slip, first to last: one, but for very long lists. */
const slipHtml = (draw: Draw, slip: PrintedSlip): string[] => {
  const { sheet, words, pages } = draw
  return pages.map((indexes, page) => {
    const top =
      page === 0 ? `${headHtml(draw, slip)}${voicesHtml(draw)}${legendHtml(draw)}` : againHtml(draw, slip, page)
    const options = indexes.map((at) => optionHtml(draw, words.options[at] ?? '', sheet.options[at], at)).join('')
    const foot = page === pages.length - 1 ? footHtml(draw) : ''
    return `<article class="slip" lang="${escapeMarkup(words.reader.lang)}" data-slip="${slip.number}">${top}<ol class="options">${options}</ol>${foot}</article>`
  })
}

const cutsHtml = ({ perPage, columns, height }: SlipFormat): string => {
  const across = Array.from(
    { length: perPage / columns - 1 },
    (_, at) => `<div class="cut across" style="top:${height * (at + 1)}px">${SCISSORS}</div>`,
  )
  return `${columns === 2 ? `<div class="cut down">${SCISSORS}</div>` : ''}${across.join('')}`
}

const inPages = (slips: readonly string[], format: SlipFormat): string[] => {
  const { perPage } = format
  return Array.from(
    { length: Math.ceil(slips.length / perPage) },
    (_, page) =>
      `<section class="page">${slips.slice(page * perPage, (page + 1) * perPage).join('')}${cutsHtml(format)}</section>`,
  )
}

export type PaperContext = {
  /** The words of a language; slips of one sheet may be in several. */
  readonly readerFor: (lang: string) => Reader
  readonly fonts: readonly FontFace[] | null
}

/** The head of a page that stands alone, sends nothing and loads nothing. */
export const paperHtml = (page: {
  readonly lang: string
  readonly title: string
  readonly css: string
  readonly body: string
  readonly facts?: string
}): string => `<!doctype html>
<html lang="${escapeMarkup(page.lang)}"${page.facts ?? ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<meta name="generator" content="Polyphony">
<title>${escapeMarkup(page.title)}</title>
<style>${page.css}</style>
</head>
<body>
${page.body}
</body>
</html>
`

const drawFor = (sheet: BallotSheet, fitted: FittedSlips, words: SlipWords, lang: string): Draw | null => {
  const marks = fitted.marks.get(lang)
  const pages = fitted.pages.get(lang)
  return marks && pages ? { sheet, words, format: fitted.format, marks, pages } : null
}

/**
 * Slips to cut apart. `data-per-page` on the root says how many stand on a page in the end: fewer than asked for where
 * the words would not fit.
 */
export const ballotPage = (sheet: BallotSheet, { readerFor, fonts }: PaperContext): string => {
  const langs = [...new Set(sheet.slips.map((slip) => slip.lang))]
  const words = new Map(langs.map((lang) => [lang, slipWords(sheet, readerFor(lang))]))
  const fitted = fitSlips(sheet, words)
  const slips = sheet.slips.flatMap((slip) => {
    const own = words.get(slip.lang)
    const draw = own && drawFor(sheet, fitted, own, slip.lang)
    return draw ? slipHtml(draw, slip) : []
  })
  const pages = inPages(slips, fitted.format)
  const [first] = words.values()
  return paperHtml({
    lang: first?.reader.lang ?? 'en',
    title: first?.question ?? '',
    css: ballotCss(fonts, fitted.format),
    body: pages.join('\n'),
    facts: ` data-per-page="${fitted.format.perPage}" data-pages="${pages.length}"`,
  })
}

/** `of` in the file's name: the numbers, so that a later series does not take the place of an earlier one. */
export const ballotFile = (sheet: BallotSheet, context: PaperContext): ExportFile => ({
  suffix: '.html',
  of: `slips-${numberText(sheet.slips[0]?.number ?? 0)}-${numberText(sheet.slips.at(-1)?.number ?? 0)}`,
  bytes: utf8(ballotPage(sheet, context)),
})
