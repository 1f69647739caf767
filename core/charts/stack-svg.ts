import type { ChartFrame } from './bars-svg'
import { escapeMarkup, wrapLabel } from './svg'
import type { ThemeColours } from './theme-colours'
import { mixHex } from './theme-colours'
import type { StackFill } from './vote-stacks'

export type StackRow = {
  readonly label: string
  readonly parts: readonly number[]
  /** Bold at the end of the row: a mean, or nothing. */
  readonly shown: string
}
/** One kind of part: how it is filled, and its name in the key above the bars. */
export type StackKey = { readonly fill: StackFill; readonly name: string }

const ROW = 48
const LINE = 18
const SIZE = 14
const BAR = 24
const KEY_LINE = 24
const SWATCH = 16
/** Narrower parts have no room for their number; the table has it. */
const LEAST_NUMBER = 14
const DIGIT = 8.2

/** Stacked bars, all of one scale: support, stand aside, object; or how often 1 to 5. Colours as `#RRGGBB` only. */
export const stackSvg = (keys: readonly StackKey[], rows: readonly StackRow[], frame: ChartFrame): string => {
  const { width, colours, idPrefix } = frame
  const labelWidth = Math.round(width * 0.36)
  const room = width - labelWidth - 52
  const most = Math.max(1, ...rows.map(({ parts }) => parts.reduce((sum, part) => sum + part, 0)))
  const key = keysSvg(keys, frame)
  const body = rows
    .map((row, index) => stackRow(row, keys, { y: key.height + index * ROW, labelWidth, unit: room / most, frame }))
    .join('')
  const height = key.height + rows.length * ROW
  return (
    `<svg class="chart" role="img" aria-label="${escapeMarkup(frame.sentence)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `font-size="${SIZE}" fill="${colours.ink}" xmlns="http://www.w3.org/2000/svg"><defs>${patterns(colours, idPrefix)}</defs>${key.svg}${body}</svg>`
  )
}

const lines = (id: string, colour: string, ground: string, turn: number): string =>
  `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})"><rect width="6" height="6" fill="${ground}"/><rect width="6" height="2" fill="${colour}"/></pattern>`

const patterns = (colours: ThemeColours, idPrefix: string): string =>
  lines(`${idPrefix}aside`, colours.line, colours.sheet, 0) + lines(`${idPrefix}object`, colours.bad, colours.badb, -45)

type Paint = { readonly fill: string; readonly edge: string; readonly ink: string; readonly halo: string | null }

const paintOf = (fill: StackFill, { colours, idPrefix }: ChartFrame): Paint => {
  const { ink, heat0, heat1, heat2, onHeat1, onHeat2, sheet } = colours
  const plain = (ground: string, on: string): Paint => ({ fill: ground, edge: ink, ink: on, halo: null })
  switch (fill) {
    case 'support':
      return plain(ink, sheet)
    case 'aside':
      return { fill: `url(#${idPrefix}aside)`, edge: ink, ink, halo: sheet }
    case 'object':
      return { fill: `url(#${idPrefix}object)`, edge: colours.bad, ink, halo: sheet }
    case 'a1':
      return plain(heat0, ink)
    case 'a2':
      return plain(mixHex(heat0, heat1, 0.5), onHeat1)
    case 'a3':
      return plain(heat1, onHeat1)
    case 'a4':
      return plain(mixHex(heat1, heat2, 0.4), onHeat2)
    case 'a5':
      return plain(heat2, onHeat2)
  }
}

const keysSvg = (keys: readonly StackKey[], frame: ChartFrame): { readonly svg: string; readonly height: number } => {
  let x = 0
  let y = 0
  const svg = keys.map(({ fill, name }) => {
    const { fill: ground, edge } = paintOf(fill, frame)
    const needed = SWATCH + 7 + name.length * DIGIT + 20
    if (x > 0 && x + needed > frame.width) {
      x = 0
      y += KEY_LINE
    }
    const here = `<rect x="${x + 1}" y="${y + 2}" width="${SWATCH}" height="${SWATCH - 3}" fill="${ground}" stroke="${edge}"/><text x="${x + SWATCH + 7}" y="${y + 13}" font-size="13">${escapeMarkup(name)}</text>`
    x += needed
    return here
  })
  return { svg: svg.join(''), height: y + KEY_LINE + 4 }
}

type Place = { readonly y: number; readonly labelWidth: number; readonly unit: number; readonly frame: ChartFrame }

const stackRow = (row: StackRow, keys: readonly StackKey[], { y, labelWidth, unit, frame }: Place): string => {
  const middle = y + ROW / 2
  const words = wrapLabel(row.label, labelWidth - 10, SIZE, 2)
  const first = middle - (words.length - 1) * 9 + 5
  const text = words.map((line, at) => `<text x="0" y="${first + at * LINE}">${escapeMarkup(line)}</text>`).join('')
  let x = labelWidth
  const parts = row.parts.map((count, at) => {
    const key = keys[at]
    const width = count * unit
    if (!key || width <= 0) return ''
    const { fill, edge, ink, halo } = paintOf(key.fill, frame)
    const number = String(count)
    const fits = width >= Math.max(LEAST_NUMBER, number.length * DIGIT + 4)
    const around = halo === null ? '' : ` stroke="${halo}" stroke-width="4" paint-order="stroke"`
    const shown = fits
      ? `<text x="${(x + width / 2).toFixed(1)}" y="${middle + 5}" text-anchor="middle" font-weight="700" fill="${ink}"${around}>${number}</text>`
      : ''
    const bar = `<rect x="${x.toFixed(1)}" y="${middle - BAR / 2}" width="${width.toFixed(1)}" height="${BAR}" fill="${fill}" stroke="${edge}"/>`
    x += width
    return bar + shown
  })
  const figure = `<text x="${(x + 8).toFixed(1)}" y="${middle + 5}" font-weight="700">${escapeMarkup(row.shown)}</text>`
  const rule = `<line x1="0" x2="${frame.width}" y1="${y + ROW}" y2="${y + ROW}" stroke="${frame.colours.rule}"/>`
  return rule + text + parts.join('') + figure
}
