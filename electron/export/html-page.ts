import { escapeMarkup } from '@core/charts/svg'
import { footWords, kindWords } from '@core/report/kind-words'
import type { Block, Part, ReportModel } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { coverLines, endNotice } from './cover-lines'
import type { Exporter, ExportContext } from './export-file'
import { utf8 } from './export-file'
import { fitSummary } from './fit-summary'
import { blockHtml } from './html'
import { familiesHtml } from './html-families'
import { reportCss } from './html-style'
import { BRIEF_CSS } from './html-style-brief'
import { ESN_CSS } from './html-style-esn'
import { FAMILIES_CSS } from './html-style-families'
import { MINUTES_CSS } from './html-style-minutes'
import { SUMMARY_CSS } from './html-style-summary'
import { inOneLine } from './running'
import { pictureUrl } from './picture-data'

/** A self-contained, accessible page: no script, no request, charts as inline SVG, printable on A4. */
export const exportHtml: Exporter = (model, context) => [{ suffix: '.html', bytes: utf8(htmlPage(model, context)) }]

const LOGO =
  '<svg class="logo" viewBox="0 0 48 36" width="44" height="33" aria-hidden="true"><g fill="none" stroke="#1D2230" stroke-width="2.4" stroke-linecap="round"><path d="M2 8h44M2 19h44M2 30h44"/></g><circle cx="14" cy="8" r="6" fill="#1D2230"/><rect x="25" y="13" width="12" height="12" rx="1" fill="#1D2230"/><path d="M16 22.5l8 13H8z" fill="#1D2230"/></svg>'

/** Kinds of one to three pages begin with what they are for: no list of contents. */
const SHORT: ReadonlySet<ReportModel['kind']> = new Set<ReportModel['kind']>([
  'guide',
  'minutes',
  'brief',
  'families',
  'esn',
])

/** Rules of the kinds that have a page of their own; they go behind the usual ones. */
const OWN_CSS: { readonly [K in ReportModel['kind']]?: string } = {
  brief: BRIEF_CSS,
  families: FAMILIES_CSS,
  minutes: MINUTES_CSS,
  esn: ESN_CSS,
}

export const htmlPage = (model: ReportModel, context: ExportContext): string => {
  const { reader, fonts } = context
  const title = escapeMarkup(reader.words(model.title))
  const lab = escapeMarkup(reader.words(model.lab))
  const running = {
    lab: inOneLine(reader.words(model.lab)),
    title: inOneLine(reader.words(model.title)),
    page: reader.words(say('page')),
  }
  const body = model.kind === 'families' ? familiesHtml(model, reader) : usualHtml(model, context)
  return `<!doctype html>
<html lang="${escapeMarkup(reader.lang)}" class="${model.kind}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<meta name="generator" content="Polyphony">
<title>${title} · ${lab}</title>
<style>${reportCss(fonts, running)}${SUMMARY_CSS}${OWN_CSS[model.kind] ?? ''}</style>
</head>
<body>
<a class="skip" href="#contents">${escapeMarkup(reader.words(say('skip')))}</a>
<main>
${body}
${footHtml(model, context)}
</main>
</body>
</html>
`
}

/** Cover, page one, contents, parts: every kind but those that have a page of their own. */
const usualHtml = (model: ReportModel, context: ExportContext): string => {
  const { reader } = context
  const title = escapeMarkup(reader.words(model.title))
  const running = `<p class="running"><span>${escapeMarkup(reader.words(model.lab))}</span><span>${escapeMarkup(reader.words(kindWords(model)))} · ${escapeMarkup(reader.day(model.day))}</span></p>`
  return `<header class="cover">${logosHtml(model)}${running}<div class="title"><h1>${title}</h1>${model.meta.logos.length === 0 ? LOGO : ''}</div>${metaHtml(model, reader)}</header>
${summaryHtml(fitSummary(model, reader, 'page'), context)}
${contentsHtml(model, reader)}
${model.parts.map((part, index) => partHtml(part, reader, SHORT.has(model.kind) ? null : index + 1)).join('')}`
}

const partHtml = (part: Part, reader: Reader, number: number | null): string => {
  const before = number === null ? '' : `<span class="number">${number}</span> `
  const title = escapeMarkup(reader.words(part.title))
  const blocks = sheetsOf(part.blocks)
    .map((sheet) => {
      const html = sheet.map((block) => blockHtml(block, reader, 'part')).join('')
      return sheet.some(({ b }) => b === 'lines') ? `<div class="whole">${html}</div>` : html
    })
    .join('')
  return `<section class="part${part.breakBefore ? ' page' : ''}${part.id === 'annex' && part.blocks.some(({ b }) => b === 'quote') ? ' annex' : ''}" aria-labelledby="${part.id}"><h2 id="${part.id}">${before}${title}</h2>${blocks}</section>`
}

/** From a heading to the lines to write on: a sheet to work with, whole on its page. */
const sheetsOf = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  if (!blocks.some(({ b }) => b === 'lines')) return [blocks]
  const sheets: Block[][] = [[]]
  for (const block of blocks) {
    if (block.b === 'heading') sheets.push([])
    sheets.at(-1)?.push(block)
  }
  return sheets
}

const contentsHtml = (model: ReportModel, reader: Reader): string => {
  if (SHORT.has(model.kind)) return '<span id="contents"></span>'
  const words = escapeMarkup(reader.words(say('contents')))
  const items = model.parts.map(
    (part) => `<li><a href="#${part.id}">${escapeMarkup(reader.words(part.title))}</a></li>`,
  )
  return `<nav id="contents" aria-label="${words}"><h2>${words}</h2><ol>${items.join('')}</ol></nav>`
}

const footHtml = (model: ReportModel, { reader, madeAt }: ExportContext): string => {
  const made = escapeMarkup(reader.words(say('cover.madeAt', { when: { t: 'day', day: madeAt.slice(0, 10) } })))
  const words = endNotice(model)
  const notice = words === null ? '' : `<p>${escapeMarkup(words)}</p>`
  return `<footer class="foot">${notice}${model.kind === 'families' ? logosHtml(model) : ''}<p>${escapeMarkup(reader.words(footWords(model)))} ${made}</p></footer>`
}

const metaHtml = (model: ReportModel, reader: Reader): string =>
  coverLines(model, reader)
    .map((line) => `<p class="meta">${escapeMarkup(line)}</p>`)
    .join('')

/** In words where the picture cannot be shown: whose report it is stays said. */
const logoHtml = ({ name, dataUrl }: ReportModel['meta']['logos'][number]): string => {
  const url = pictureUrl(dataUrl)
  return url ? `<img src="${url}" alt="${escapeMarkup(name)}" height="48">` : `<span>${escapeMarkup(name)}</span>`
}

const logosHtml = ({ meta: { logos } }: ReportModel): string =>
  logos.length === 0 ? '' : `<p class="logos">${logos.map(logoHtml).join('')}</p>`

/** Page one alone must be enough: boxes side by side and below each other; their places are in `html-style-summary.ts`. */
const summaryHtml = (blocks: readonly Block[], context: ExportContext): string => {
  const groups: Block[][] = []
  for (const block of blocks) {
    if (block.b === 'heading' || block.b === 'lead' || groups.length === 0) groups.push([block])
    else groups.at(-1)?.push(block)
  }
  const body = groups
    .map((group) => {
      const [first] = group
      const html = group.map((block) => blockHtml(block, context.reader, 'summary')).join('')
      const name = first?.b === 'heading' ? ` ${first.id}` : ''
      return first?.b === 'lead' ? html : `<section class="box${name}">${html}</section>`
    })
    .join('')
  return `<div class="summary">${body}</div>`
}
