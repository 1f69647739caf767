import type { ThemeColours } from './theme-colours'
import { escapeMarkup, wrapLabel } from './svg'
import type { VoiceLookId } from './voice-looks'
import { patternId, patternSvg } from './voice-patterns'
import { shapePath } from './voice-shapes'
import { VOICE_LOOKS } from './voice-looks'

export type Bar = {
  readonly label: string
  readonly value: number | null
  readonly shown: string
  /** Ink for what leads, line for the rest; a bar of a voice has the voice's pattern. */
  readonly leads: boolean
  readonly look?: VoiceLookId
}

export type ChartFrame = {
  readonly width: number
  readonly colours: ThemeColours
  /** Unique in the page: pattern ids begin with it. */
  readonly idPrefix: string
  /** Read by screen readers instead of the drawing. */
  readonly sentence: string
}

const ROW = 34
/** Above and below a label of several lines. */
const ROW_AIR = 8
const LINE = 18
const BAR = 18
const SIZE = 14
/** Voices counted together are named to the last one: a name cut short would leave somebody out. */
const VOICE_LINES = 8
/** Under this width a label stands above its bar instead of beside it. */
const STACKED = 320

/** Level bars with their label at the left and the value at the end; data → SVG text, no grid, zero at the left. */
export const barsSvg = (bars: readonly Bar[], frame: ChartFrame): string => {
  const { width } = frame
  if (width < STACKED) return stackedSvg(bars, frame)
  const labelWidth = Math.round(width * 0.46)
  const most = Math.max(1, ...bars.map((bar) => bar.value ?? 0))
  const room = width - labelWidth - 56
  let y = 0
  const rows = bars.map((bar) => {
    const lines = wrapLabel(bar.label, labelWidth - (bar.look ? 26 : 8), SIZE, bar.look ? VOICE_LINES : 2)
    const height = Math.max(ROW, lines.length * LINE + ROW_AIR)
    const row = barRow(bar, { y, height, lines, labelWidth, length: ((bar.value ?? 0) / most) * room, frame })
    y += height
    return row
  })
  return wholeSvg(bars, rows, y, frame)
}

const wholeSvg = (bars: readonly Bar[], rows: readonly string[], height: number, frame: ChartFrame): string => {
  const looks = [...new Set(bars.flatMap((bar) => bar.look ?? []))]
  const defs = looks.map((look) => patternSvg(look, frame.idPrefix, VOICE_LOOKS[look].colours.light)).join('')
  return (
    `<svg class="chart" role="img" aria-label="${escapeMarkup(frame.sentence)}" viewBox="0 0 ${frame.width} ${height}" width="${frame.width}" height="${height}" ` +
    `font-size="${SIZE}" fill="${frame.colours.ink}" xmlns="http://www.w3.org/2000/svg"><defs>${defs}</defs>${rows.join('')}</svg>`
  )
}

/** For a narrow column: label, then the bar below it, the value at the right edge. */
const stackedSvg = (bars: readonly Bar[], frame: ChartFrame): string => {
  const most = Math.max(1, ...bars.map((bar) => bar.value ?? 0))
  const left = bars.some((bar) => bar.look) ? 26 : 0
  const room = frame.width - left - 40
  let y = 0
  const rows = bars.map((bar) => {
    const lines = wrapLabel(bar.label, frame.width - left - 40, SIZE, bar.look ? VOICE_LINES : 3)
    const top = y
    y += lines.length * LINE + 22
    const text = lines
      .map((line, index) => `<text x="${left}" y="${top + 15 + index * LINE}">${escapeMarkup(line)}</text>`)
      .join('')
    const mark = bar.look ? markAt(bar.look, top + 10) : ''
    const value = `<text x="${frame.width}" y="${top + 15}" text-anchor="end" font-weight="700">${escapeMarkup(bar.shown)}</text>`
    return (
      mark +
      text +
      value +
      barAt(bar, {
        x: left,
        y: top + lines.length * LINE + 3,
        height: 12,
        length: ((bar.value ?? 0) / most) * room,
        frame,
      })
    )
  })
  return wholeSvg(bars, rows, y, frame)
}

type BarPlace = {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly length: number
  readonly frame: ChartFrame
}

const barAt = (bar: Bar, { x, y, height, length, frame }: BarPlace): string => {
  if (bar.value === null) return ''
  const fill = bar.look
    ? `url(#${patternId(bar.look, frame.idPrefix)})`
    : bar.leads
      ? frame.colours.ink
      : frame.colours.line
  const edge = bar.look ? ` stroke="${VOICE_LOOKS[bar.look].colours.light.fill}" stroke-width="1"` : ''
  return `<rect x="${x}" y="${y}" width="${Math.max(1, length).toFixed(1)}" height="${height}" rx="1" fill="${fill}"${edge}/>`
}

const markAt = (look: VoiceLookId, y: number): string =>
  `<path d="${shapePath(VOICE_LOOKS[look].shape, 8, y, 14)}" fill="${VOICE_LOOKS[look].colours.light.fill}"/>`

type Place = {
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
  readonly labelWidth: number
  readonly length: number
  readonly frame: ChartFrame
}

const barRow = (bar: Bar, place: Place): string => {
  const middle = place.y + place.height / 2
  const left = bar.look ? 24 : 0
  const first = middle - (place.lines.length - 1) * 9 + 5
  const text = place.lines
    .map((line, index) => `<text x="${left}" y="${first + index * LINE}">${escapeMarkup(line)}</text>`)
    .join('')
  const body = barAt(bar, {
    x: place.labelWidth,
    y: middle - BAR / 2,
    height: BAR,
    length: place.length,
    frame: place.frame,
  })
  const value = `<text x="${(place.labelWidth + place.length + 8).toFixed(1)}" y="${middle + 5}" font-weight="700">${escapeMarkup(bar.shown)}</text>`
  return (bar.look ? markAt(bar.look, middle) : '') + text + body + value
}
