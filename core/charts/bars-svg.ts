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
const TALL_ROW = 44
const BAR = 18
const SIZE = 14

/** Level bars with their label at the left and the value at the end; data → SVG text, no grid, zero at the left. */
export const barsSvg = (bars: readonly Bar[], frame: ChartFrame): string => {
  const { width, colours, idPrefix } = frame
  const labelWidth = Math.round(width * 0.46)
  const most = Math.max(1, ...bars.map((bar) => bar.value ?? 0))
  const room = width - labelWidth - 56
  let y = 0
  const rows = bars.map((bar) => {
    const lines = wrapLabel(bar.label, labelWidth - (bar.look ? 26 : 8), SIZE, 2)
    const height = lines.length > 1 ? TALL_ROW : ROW
    const row = barRow(bar, { y, height, lines, labelWidth, length: ((bar.value ?? 0) / most) * room, frame })
    y += height
    return row
  })
  const looks = [...new Set(bars.flatMap((bar) => bar.look ?? []))]
  const defs = looks.map((look) => patternSvg(look, idPrefix, VOICE_LOOKS[look].colours.light)).join('')
  return (
    `<svg class="chart" role="img" aria-label="${escapeMarkup(frame.sentence)}" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" ` +
    `font-size="${SIZE}" fill="${colours.ink}" xmlns="http://www.w3.org/2000/svg"><defs>${defs}</defs>${rows.join('')}</svg>`
  )
}

type Place = {
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
  readonly labelWidth: number
  readonly length: number
  readonly frame: ChartFrame
}

const barRow = (bar: Bar, place: Place): string => {
  const { colours, idPrefix } = place.frame
  const middle = place.y + place.height / 2
  const left = bar.look ? 24 : 0
  const mark = bar.look
    ? `<path d="${shapePath(VOICE_LOOKS[bar.look].shape, 8, middle, 14)}" fill="${VOICE_LOOKS[bar.look].colours.light.fill}"/>`
    : ''
  const first = middle - (place.lines.length - 1) * 9 + 5
  const text = place.lines
    .map((line, index) => `<text x="${left}" y="${first + index * 18}">${escapeMarkup(line)}</text>`)
    .join('')
  const fill = bar.look ? `url(#${patternId(bar.look, idPrefix)})` : bar.leads ? colours.ink : colours.line
  const edge = bar.look ? ` stroke="${VOICE_LOOKS[bar.look].colours.light.fill}" stroke-width="1"` : ''
  const body = `<rect x="${place.labelWidth}" y="${middle - BAR / 2}" width="${Math.max(1, place.length).toFixed(1)}" height="${BAR}" rx="1" fill="${fill}"${edge}/>`
  const value = `<text x="${(place.labelWidth + place.length + 8).toFixed(1)}" y="${middle + 5}" font-weight="700">${escapeMarkup(bar.shown)}</text>`
  return mark + text + (bar.value === null ? '' : body) + value
}
