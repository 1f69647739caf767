import type { ChartFrame } from './bars-svg'
import { escapeMarkup, wrapLabel } from './svg'
import type { ThemeColours } from './theme-colours'
import type { Tone } from './vote-grids'
import type { VoiceLookId } from './voice-looks'
import { VOICE_LOOKS } from './voice-looks'
import { shapePath } from './voice-shapes'

export type GridColumn = { readonly label: string; readonly look?: VoiceLookId }
export type GridCell = {
  readonly shown: string
  /** hidden: hatched, for what is not shown; self: a topic against itself. */
  readonly fill: Tone | 'hidden' | 'self'
  readonly strong?: boolean
}
export type GridRow = { readonly label: string; readonly cells: readonly GridCell[] }

const ROW = 40
const LINE = 17
const SIZE = 14
const HEAD_SIZE = 13
const HEAD_LINES = 4
/** More columns than these have smaller heads. */
const MANY = 6
const SMALL_HEAD = 12
/** Of a letter of a label, px. */
const LETTER = 8
const MARK = 14

/** A square of figures with tones: heat map and pairs. The number stands in every cell; data → SVG text. */
export const gridSvg = (columns: readonly GridColumn[], rows: readonly GridRow[], frame: ChartFrame): string => {
  const { width, colours, idPrefix } = frame
  const many = columns.length > MANY
  const labelWidth = many ? Math.min(Math.round(width * 0.28), narrowest(rows)) : Math.round(width * 0.36)
  const headSize = many ? SMALL_HEAD : HEAD_SIZE
  const cell = columns.length === 0 ? 0 : (width - labelWidth) / columns.length
  const heads = columns.map(({ label }) => wrapLabel(label, cell - 4, headSize, HEAD_LINES))
  const marks = columns.some(({ look }) => look !== undefined)
  const headHeight = (marks ? MARK + 6 : 0) + Math.max(1, ...heads.map((lines) => lines.length)) * LINE + 8
  const height = headHeight + rows.length * ROW + 1
  const head = columns
    .map((column, index) =>
      headAt(column, heads[index] ?? [], { x: labelWidth + cell * (index + 0.5), size: headSize, marks }),
    )
    .join('')
  const body = rows.map((row, index) => gridRow(row, { y: headHeight + index * ROW, labelWidth, cell, frame })).join('')
  const hatch = `<pattern id="${idPrefix}hidden" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${colours.sheet}"/><rect width="1.6" height="7" fill="${colours.line}"/></pattern>`
  return (
    `<svg class="chart" role="img" aria-label="${escapeMarkup(frame.sentence)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `font-size="${SIZE}" fill="${colours.ink}" xmlns="http://www.w3.org/2000/svg"><defs>${hatch}</defs>${head}${body}</svg>`
  )
}

type Head = { readonly x: number; readonly size: number; readonly marks: boolean }

/** Width of row labels in two lines, px: where there are many columns, these need the room. */
const narrowest = (rows: readonly GridRow[]): number => {
  const letters = rows.map(({ label }) =>
    Math.max(Math.ceil(label.length / 2) + 2, ...label.split(/\s+/).map((word) => word.length)),
  )
  return Math.round(letters.reduce((most, one) => Math.max(most, one), 8) * LETTER + 12)
}

const headAt = (column: GridColumn, lines: readonly string[], { x, size, marks }: Head): string => {
  const top = marks ? MARK + 6 : 0
  const mark =
    column.look === undefined
      ? ''
      : `<path d="${shapePath(VOICE_LOOKS[column.look].shape, Number(x.toFixed(1)), MARK / 2 + 1, MARK)}" fill="${VOICE_LOOKS[column.look].colours.light.fill}"/>`
  const text = lines
    .map(
      (line, index) =>
        `<text x="${x.toFixed(1)}" y="${top + 13 + index * LINE}" text-anchor="middle" font-size="${size}">${escapeMarkup(line)}</text>`,
    )
    .join('')
  return mark + text
}

const fillOf = (fill: GridCell['fill'], colours: ThemeColours, idPrefix: string): readonly [string, string] => {
  switch (fill) {
    case 0:
      return [colours.heat0, colours.ink]
    case 1:
      return [colours.heat1, colours.onHeat1]
    case 2:
      return [colours.heat2, colours.onHeat2]
    case 'hidden':
      return [`url(#${idPrefix}hidden)`, colours.ink]
    case 'self':
      return [colours.sheet, colours.ink2]
  }
}

type Place = {
  readonly y: number
  readonly labelWidth: number
  readonly cell: number
  readonly frame: ChartFrame
}

const gridRow = (row: GridRow, { y, labelWidth, cell, frame }: Place): string => {
  const middle = y + ROW / 2
  const lines = wrapLabel(row.label, labelWidth - 10, SIZE, 2)
  const first = middle - (lines.length - 1) * 8.5 + 5
  const text = lines.map((line, at) => `<text x="0" y="${first + at * LINE}">${escapeMarkup(line)}</text>`).join('')
  const cells = row.cells
    .map(({ shown, fill, strong }, at) => {
      const [ground, ink] = fillOf(fill, frame.colours, frame.idPrefix)
      const x = labelWidth + at * cell
      return (
        `<rect x="${x.toFixed(1)}" y="${y}" width="${cell.toFixed(1)}" height="${ROW}" fill="${ground}" stroke="${frame.colours.sheet}" stroke-width="2"/>` +
        `<text x="${(x + cell / 2).toFixed(1)}" y="${middle + 5}" text-anchor="middle" fill="${ink}"${strong ? ' font-weight="700"' : ''}>${escapeMarkup(shown)}</text>`
      )
    })
    .join('')
  return text + cells
}
