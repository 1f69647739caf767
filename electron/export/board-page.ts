import { escapeMarkup } from '@core/charts/svg'
import type { VoiceLookId } from '@core/charts/voice-looks'
import type { BoardPrint, PrintCard, PrintEntry } from '@core/report/board-print'
import type { Words } from '@core/report/model'
import { say, sayKey } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import type { Paper } from './board-fit'
import { fitBoard } from './board-fit'
import { boardPictures, patternDefs } from './board-picture'
import { boardCss } from './board-style'
import type { ExportContext, ExportFile } from './export-file'
import { utf8 } from './export-file'
import { markHtml } from './html-table'

/** A board to print, on paper of this size laid across. */
export const boardFile = (print: BoardPrint, paper: Paper, context: ExportContext): ExportFile => ({
  suffix: `.${paper}.html`,
  of: fileWord(context.reader.words(print.title)),
  bytes: utf8(boardPage(print, paper, context)),
})

/** Part of a file name on every system: letters and digits of any script, and dashes. */
export const fileWord = (title: string): string =>
  title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40) || 'board'

const looksIn = (print: BoardPrint): Set<VoiceLookId> => new Set(print.voices.map((voice) => voice.look))

/** Pages with the picture of the board, then the same as a list. Draws only what redaction left. */
export const boardPage = (print: BoardPrint, paper: Paper, { reader, fonts }: ExportContext): string => {
  const words = (value: Words): string => escapeMarkup(reader.words(value))
  const fitted = fitBoard(print, paper, reader)
  const pictures = boardPictures({ print, fitted, paper, reader })
  const about = `${words(print.lab)} · ${escapeMarkup(reader.day(print.day))}`
  const sheets = pictures.map((picture, at) => {
    const page = words(sayKey('boardPrint:page', { page: at + 1, pages: pictures.length }))
    const title = at === 0 ? `<h1>${words(print.title)}</h1>` : `<p class="again">${words(print.title)}</p>`
    return `<section class="sheet"><header>${title}<p class="about">${about} · ${page}</p></header>${picture}<footer>${legendHtml(print, reader)}<p>${notesOf(print).map(words).join(' ')}</p></footer></section>`
  })
  return `<!doctype html>
<html lang="${escapeMarkup(reader.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<meta name="generator" content="Polyphony">
<title>${words(print.title)} · ${words(print.session)}</title>
<style>${boardCss(fonts, paper)}</style>
</head>
<body>
${patternDefs(looksIn(print))}
<main>
${sheets.join('\n')}
${outlineHtml(print, reader)}
</main>
</body>
</html>
`
}

const legendHtml = (print: BoardPrint, reader: Reader): string =>
  print.voices.length === 0
    ? ''
    : `<ul class="legend">${print.voices.map((voice) => `<li>${markHtml(voice, reader)}${escapeMarkup(reader.words(voice.name))}</li>`).join('')}</ul>`

/** What is not on the print, and for whom it is. */
const notesOf = (print: BoardPrint): Words[] => [
  ...(print.held > 0 ? [sayKey('boardPrint:held', { count: print.held })] : []),
  ...(print.kept > 0 ? [sayKey('boardPrint:kept', { count: print.kept })] : []),
  say(`foot.${print.profile}`),
]

/** Zones in reading order: the entries of the first axis, in each those of the second. */
const zonesOf = (print: BoardPrint): { readonly key: string; readonly entries: readonly PrintEntry[] }[] => {
  const [first, second] = print.axes
  return (first?.entries ?? []).flatMap((entry) =>
    second
      ? second.entries.map((other) => ({ key: `${entry.id}/${other.id}`, entries: [entry, other] }))
      : [{ key: entry.id, entries: [entry] }],
  )
}

const outlineHtml = (print: BoardPrint, reader: Reader): string => {
  const words = (value: Words): string => escapeMarkup(reader.words(value))
  const card = ({ words: text, by, place }: PrintCard): string => {
    const who = by ? ` <span class="who">${words(by.name)}${place ? ` · ${words(place)}` : ''}</span>` : ''
    return `<li dir="auto">${words(text)}${who}</li>`
  }
  const zones = zonesOf(print).flatMap(({ key, entries }) => {
    const items = print.zones.get(key) ?? []
    if (items.length === 0) return []
    const list = items.map((item) =>
      item.kind === 'card'
        ? card(item.card)
        : `<li dir="auto"><strong>${words(item.title)}</strong><ul>${item.cards.map(card).join('')}</ul></li>`,
    )
    return [`<h3>${entries.map((entry) => words(entry.label)).join(' · ')}</h3><ul>${list.join('')}</ul>`]
  })
  const body = zones.length > 0 ? zones.join('') : `<p>${words(sayKey('boardPrint:none'))}</p>`
  return `<section class="outline"><h2>${words(sayKey('boardPrint:outline', { count: print.cards }))}</h2><div>${body}</div></section>`
}
