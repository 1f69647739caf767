import type { ChartFrame } from './bars-svg'
import { escapeMarkup, roundTicks, wrapLabel } from './svg'
import type { VoiceLookId } from './voice-looks'
import { VOICE_LOOKS } from './voice-looks'
import { shapePath } from './voice-shapes'

export type GapPoint = { readonly look: VoiceLookId; readonly value: number }
export type Gap = { readonly label: string; readonly shown: string; readonly points: readonly GapPoint[] }

const ROW = 46
const HEAD = 26
const SHAPE = 14
const SIZE = 14

/**
 * Places the shapes of one row in lanes: those closer than 1.1 of their size go up or down one lane, so that none hides
 * another. Lanes are 0, 1, -1, 2, …; `at` is the place along the row in px.
 */
export const lanes = (at: readonly number[], size: number): number[] => {
  const placed: { readonly x: number; readonly lane: number }[] = []
  const order = at.map((x, index) => ({ x, index })).toSorted((a, b) => a.x - b.x || a.index - b.index)
  const result = at.map(() => 0)
  for (const { x, index } of order) {
    const free = [0, 1, -1, 2, -2, 3, -3, 4].find((lane) =>
      placed.every((other) => other.lane !== lane || Math.abs(other.x - x) >= size * 1.1),
    )
    const lane = free ?? 0
    placed.push({ x, lane })
    result[index] = lane
  }
  return result
}

/** Dumbbells: a line from least to most, the voices' shapes on it, the gap as a number at the right. Shares in percent. */
export const gapsSvg = (gaps: readonly Gap[], frame: ChartFrame): string => {
  const { width, colours } = frame
  const labelWidth = Math.round(width * 0.4)
  const left = labelWidth + 12
  const right = width - 56
  const most = Math.max(1, ...gaps.flatMap((gap) => gap.points.map((point) => point.value)))
  const ticks = roundTicks(most)
  const last = ticks.at(-1) ?? 1
  const x = (value: number): number => left + (value / last) * (right - left)
  const height = HEAD + gaps.length * ROW
  const grid = ticks
    .map(
      (tick) =>
        `<line x1="${x(tick).toFixed(1)}" x2="${x(tick).toFixed(1)}" y1="${HEAD - 6}" y2="${height}" stroke="${tick === 0 ? colours.line : colours.rule}"/>` +
        `<text x="${x(tick).toFixed(1)}" y="14" text-anchor="middle" font-size="13" fill="${colours.ink2}">${tick}</text>`,
    )
    .join('')
  const rows = gaps.map((gap, index) => gapRow(gap, { y: HEAD + index * ROW, labelWidth, x, frame })).join('')
  return (
    `<svg class="chart" role="img" aria-label="${escapeMarkup(frame.sentence)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `font-size="${SIZE}" fill="${colours.ink}" xmlns="http://www.w3.org/2000/svg">${grid}${rows}</svg>`
  )
}

type Place = {
  readonly y: number
  readonly labelWidth: number
  readonly x: (value: number) => number
  readonly frame: ChartFrame
}

const gapRow = (gap: Gap, place: Place): string => {
  const { colours, width } = place.frame
  const middle = place.y + ROW / 2
  const lines = wrapLabel(gap.label, place.labelWidth - 8, SIZE, 2)
  const first = middle - (lines.length - 1) * 9 + 5
  const text = lines
    .map((line, index) => `<text x="0" y="${first + index * 18}" font-weight="600">${escapeMarkup(line)}</text>`)
    .join('')
  const at = gap.points.map((point) => place.x(point.value))
  const lane = lanes(at, SHAPE)
  const bar =
    at.length > 1
      ? `<line x1="${Math.min(...at).toFixed(1)}" x2="${Math.max(...at).toFixed(1)}" y1="${middle}" y2="${middle}" stroke="${colours.line}" stroke-width="4"/>`
      : ''
  const shapes = gap.points
    .map((point, index) =>
      shapeAt(point.look, at[index] ?? 0, middle - (lane[index] ?? 0) * SHAPE * 1.05, colours.sheet),
    )
    .join('')
  const figure = `<text x="${width - 4}" y="${middle + 5}" text-anchor="end" font-weight="700">${escapeMarkup(gap.shown)}</text>`
  const rule = `<line x1="0" x2="${width}" y1="${place.y + ROW}" y2="${place.y + ROW}" stroke="${colours.rule}"/>`
  return rule + text + bar + shapes + figure
}

const shapeAt = (look: VoiceLookId, x: number, y: number, ground: string): string => {
  const { shape, colours } = VOICE_LOOKS[look]
  const path = shapePath(shape, Number(x.toFixed(1)), Number(y.toFixed(1)), SHAPE)
  // The ground shows around each mark, also inside the two rings of joined voices.
  const under = look === 'joined' ? `<path d="${path}" fill="${ground}" stroke="${ground}" stroke-width="4"/>` : ''
  return `${under}<path d="${path}" fill="${colours.light.fill}" stroke="${ground}" stroke-width="${look === 'joined' ? 0 : 1.4}"/>`
}
