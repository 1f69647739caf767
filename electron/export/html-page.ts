import { escapeMarkup } from '@core/charts/svg'
import { footWords, kindWords } from '@core/report/kind-words'
import type { Block, Part, ReportModel } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import type { Exporter, ExportContext } from './export-file'
import { utf8 } from './export-file'
import { blockHtml } from './html'
import { familiesHtml } from './html-families'
import { reportCss } from './html-style'
import { BRIEF_CSS } from './html-style-brief'
import { ESN_CSS } from './html-style-esn'
import { FAMILIES_CSS } from './html-style-families'
import { MINUTES_CSS } from './html-style-minutes'
import { SUMMARY_CSS } from './html-style-summary'

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
</main>
${footHtml(model, context)}
</body>
</html>
`
}

/** Cover, page one, contents, parts: every kind but those that have a page of their own. */
const usualHtml = (model: ReportModel, context: ExportContext): string => {
  const { reader } = context
  const title = escapeMarkup(reader.words(model.title))
  const running = `<p class="running"><span>${escapeMarkup(reader.words(model.lab))}</span><span>${escapeMarkup(reader.words(kindWords(model)))} · ${escapeMarkup(reader.day(model.day))}</span></p>`
  const authors = reader.words(say('cover.authors', { names: model.meta.authors.join(', ') }))
  return `<header class="cover">${running}<div class="title"><h1>${title}</h1>${LOGO}</div>${metaHtml(model, authors)}</header>
${summaryHtml(model.summary, context)}
${contentsHtml(model, reader)}
${model.parts.map((part, index) => partHtml(part, reader, SHORT.has(model.kind) ? null : index + 1)).join('')}`
}

const partHtml = (part: Part, reader: Reader, number: number | null): string => {
  const before = number === null ? '' : `<span class="number">${number}</span> `
  const title = escapeMarkup(reader.words(part.title))
  const blocks = part.blocks.map((block) => blockHtml(block, reader, 'part')).join('')
  return `<section class="part${part.breakBefore ? ' page' : ''}" aria-labelledby="${part.id}"><h2 id="${part.id}">${before}${title}</h2>${blocks}</section>`
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
  const notice = model.meta.funderNotice ? `<p>${escapeMarkup(model.meta.funderNotice)}</p>` : ''
  return `<footer class="foot">${notice}${logosHtml(model)}<p>${escapeMarkup(reader.words(footWords(model)))} ${made}</p></footer>`
}

const metaHtml = (model: ReportModel, authors: string): string => {
  const organisations = model.meta.organisations.map(escapeMarkup).join(' · ')
  const lines = [organisations, model.meta.authors.length > 0 ? escapeMarkup(authors) : ''].filter(
    (line) => line !== '',
  )
  return lines.map((line) => `<p class="meta">${line}</p>`).join('')
}

/** Only pictures that are what they say; anything else is left out. */
const PICTURE = /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/

const logosHtml = (model: ReportModel): string => {
  const logos = model.meta.logos.filter((logo) => PICTURE.test(logo.dataUrl))
  return logos.length === 0
    ? ''
    : `<p class="logos">${logos.map((logo) => `<img src="${logo.dataUrl}" alt="${escapeMarkup(logo.name)}" height="48">`).join('')}</p>`
}

/** Room beside the page number, in characters; the whole title stands on page one. */
const RUNNING = 70

const inOneLine = (title: string): string => {
  const letters = [...title]
  return letters.length <= RUNNING
    ? title
    : `${letters
        .slice(0, RUNNING - 1)
        .join('')
        .trimEnd()}\u2026`
}

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
