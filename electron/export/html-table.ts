import { escapeMarkup } from '@core/charts/svg'
import { VOICE_LOOKS } from '@core/charts/voice-looks'
import { shapePath } from '@core/charts/voice-shapes'
import type { Cell, Column, TableBlock, VoiceRef } from '@core/report/model'
import { say } from '@core/report/model'
import type { Reader } from '@core/report/reader'
import { shortOnPageOne } from '@core/report/shorten'
import { columnWidths } from './column-widths'
import type { HtmlPlace } from './html'

/** Rows that stay on one page in print. */
const SHORT_TABLE = 14
/** Letters that fit beside each other on A4, in a part and on page one. */
const LINE: { readonly [P in HtmlPlace]: number } = { part: 104, summary: 122 }
/** Page one has two tables beside others. */
const NARROW: { readonly [id: string]: number } = { 'tasks-open': 80 }
/** Room of the shape of a voice, in letters. */
const MARK = 3

/**
 * A cell is as wide as its longest word, and print makes the whole page smaller where a table is wider than the paper:
 * words of more than 24 letters may break.
 */
export const breakable = (text: string): string => escapeMarkup(text).replaceAll(/\p{L}{20}(?=\p{L}{4})/gu, '$&<wbr>')

export const tableHtml = (table: TableBlock, reader: Reader, place: HtmlPlace): string => {
  const head = table.columns
    .map(
      (column) =>
        `<th scope="col"${column.kind === 'figure' ? ' class="num"' : ''}>${breakable(reader.words(column.title))}</th>`,
    )
    .join('')
  const shown = place === 'summary' ? table.rows.slice(0, table.onPageOne).map(shortOnPageOne) : table.rows
  const rows = shown
    .map(
      (row) =>
        `<tr>${row
          .map((cell, index) => {
            const tag = index === 0 ? 'th' : 'td'
            return `<${tag}${index === 0 ? ' scope="row"' : ''}${cellClass(cell, table.columns[index])}>${cellHtml(cell, reader)}</${tag}>`
          })
          .join('')}</tr>`,
    )
    .join('')
  const more = table.rows.length - shown.length
  const notes = [...(more > 0 ? [say('more', { count: more })] : []), ...(table.note ? [table.note] : [])]
  const note = notes.map((words) => `<p class="note">${escapeMarkup(reader.words(words))}</p>`).join('')
  const name = `table-${escapeMarkup(table.id)}`
  // Reached by the keyboard, because a narrow screen scrolls it sideways.
  const id =
    place === 'summary'
      ? ` role="group" tabindex="0" aria-label="${escapeMarkup(reader.words(table.title))}"`
      : ` id="${name}" role="group" tabindex="0" aria-labelledby="${name}-title"`
  const classes = [
    ...(table.rows.length <= SHORT_TABLE ? ['short'] : []),
    ...(isCrowded(table) ? ['crowded'] : []),
    ...(table.columns.length > FEW ? ['several'] : []),
  ]
  const look = classes.length > 0 ? ` class="${classes.join(' ')}"` : ''
  const caption = place === 'summary' ? ' class="unseen"' : ` id="${name}-title"`
  return `<div class="table"${id}><table${look}><caption${caption}>${escapeMarkup(reader.words(table.title))}</caption>${widthsHtml(table, shown, reader, place)}<thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>${note}</div>`
}

/** More columns than these are set smaller. */
const MANY = 7
/** More columns than these are not pressed into a narrow screen: it scrolls. */
const FEW = 3
const isCrowded = ({ columns }: TableBlock): boolean => columns.length > MANY

const widthsHtml = (
  { id, columns }: TableBlock,
  shown: readonly (readonly Cell[])[],
  reader: Reader,
  place: HtmlPlace,
): string => {
  const texts = shown.map((row) => row.map((cell) => measured(cell, reader)))
  const head = columns.map(({ title }) => reader.words(title))
  const line = place === 'summary' ? (NARROW[id] ?? LINE.summary) : LINE.part
  const { shares } = columnWidths(head, texts, line)
  return `<colgroup>${shares.map((share) => `<col style="width:${(share * 100).toFixed(1)}%">`).join('')}</colgroup>`
}

/** As many letters as the cell is wide; a day stays on its line. */
const measured = (cell: Cell, reader: Reader): string => {
  if (cell.t === 'day') return reader.cell(cell).replaceAll(' ', '\u00A0')
  if (cell.t !== 'voices') return reader.cell(cell)
  const words = reader.words(cell.words)
  return `${'\u00A0'.repeat(cell.voices.length * MARK)} ${isOnLine(words) ? words.replaceAll(' ', '\u00A0') : words}`
}

/** "21 of 24" is not torn apart. */
const isOnLine = (words: string): boolean => words.length <= 12

const cellClass = (cell: Cell, column: Column | undefined): string => {
  if (cell.t === 'figure') return ' class="num"'
  if (column?.kind === 'figure') return ' class="num words"'
  return cell.t === 'day' ? ' class="day"' : ''
}

const cellHtml = (cell: Cell, reader: Reader): string => {
  if (cell.t === 'voices') {
    const marks = cell.voices.map((voice) => markHtml(voice, reader)).join('')
    const words = reader.words(cell.words)
    const text = isOnLine(words) ? `<span class="count">${breakable(words)}</span>` : breakable(words)
    return `<span class="marks">${marks}</span> ${text}`
  }
  if (cell.t === 'figure' && cell.suppressed)
    return `<abbr title="${escapeMarkup(reader.words(say('hiddenFigure')))}">${escapeMarkup(reader.figure(cell))}</abbr>`
  return breakable(reader.cell(cell))
}

/** The voice's shape in its colour, with its name for those who do not see it. */
export const markHtml = (voice: VoiceRef, reader: Reader): string =>
  `<svg class="mark" viewBox="0 0 16 16" width="13" height="13" role="img" aria-label="${escapeMarkup(reader.words(voice.name))}"><path d="${shapePath(VOICE_LOOKS[voice.look].shape, 8, 8, 16)}" fill="${VOICE_LOOKS[voice.look].colours.light.fill}"/></svg>`
