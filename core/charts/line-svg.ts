import type { ChartFrame } from './bars-svg'
import type { Line, LineLevel } from './line-scale'
import { namedPoints, timeOf, valueRange } from './line-scale'
import { escapeMarkup } from './svg'

const HEIGHT = 176
/** On a scale that people know, the way of the line says little by its height. */
const LOW = 140
const TOP = 26
const BOTTOM = 30
const LEFT = 36
const SIZE = 14
const NAME_GAP = 84
/** A figure needs less room than a day. */
const FIGURE_GAP = 40
/** Room at the right for the names of target and baseline. */
const RIGHT = 136

/** A line over time: ink, its points with figure and day, target dashed, baseline thin; data → SVG text. */
export const lineSvg = (line: Line, frame: ChartFrame): string => {
  const { width, colours } = frame
  const height = line.range ? LOW : HEIGHT
  const levels = [line.target, line.baseline].some((level) => level !== undefined)
  const right = width - (levels ? RIGHT : LEFT)
  const [least, most] = valueRange(line)
  const times = line.points.map(({ day }) => timeOf(day))
  const first = times[0] ?? 0
  const span = Math.max(1, (times.at(-1) ?? 0) - first)
  const xs = times.map((time) =>
    times.length === 1 ? (LEFT + right) / 2 : LEFT + ((time - first) / span) * (right - LEFT),
  )
  const y = (value: number): number => height - BOTTOM - ((value - least) / (most - least)) * (height - TOP - BOTTOM)
  const named = namedPoints(xs, NAME_GAP)
  const valued = namedPoints(xs, FIGURE_GAP)
  const marks = line.points.map((point, index) => {
    const x = (xs[index] ?? 0).toFixed(1)
    const at = y(point.value)
    const dot = `<circle cx="${x}" cy="${at.toFixed(1)}" r="4.5" fill="${colours.ink}" stroke="${colours.sheet}" stroke-width="1.4"/>`
    const shown = `<text x="${x}" y="${(at - 11).toFixed(1)}" text-anchor="middle" font-weight="700">${escapeMarkup(point.shown)}</text>`
    if (!named.has(index)) return valued.has(index) ? dot + shown : dot
    return (
      `<line x1="${x}" x2="${x}" y1="${TOP - 10}" y2="${height - BOTTOM}" stroke="${colours.rule}"/>${dot}${shown}` +
      `<text x="${x}" y="${height - 9}" text-anchor="middle" font-size="13" fill="${colours.ink2}">${escapeMarkup(point.name)}</text>`
    )
  })
  const path = line.points
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${(xs[index] ?? 0).toFixed(1)} ${y(point.value).toFixed(1)}`)
    .join('')
  return (
    `<svg class="chart" role="img" aria-label="${escapeMarkup(frame.sentence)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `font-size="${SIZE}" fill="${colours.ink}" xmlns="http://www.w3.org/2000/svg">` +
    levelSvg(line.baseline, '', 1, y, right, frame) +
    levelSvg(line.target, ' stroke-dasharray="7 5"', 2, y, right, frame, nameOffset(line, y)) +
    (line.points.length > 1 ? `<path d="${path}" fill="none" stroke="${colours.ink}" stroke-width="2.5"/>` : '') +
    `${marks.join('')}</svg>`
  )
}

/** Names of two levels close together stand one above the other. */
const nameOffset = ({ target, baseline }: Line, y: (value: number) => number): number => {
  if (!target || !baseline) return 0
  const apart = y(target.value) - y(baseline.value)
  return Math.abs(apart) >= SIZE + 2 ? 0 : apart >= 0 ? SIZE : -SIZE
}

const levelSvg = (
  level: LineLevel | undefined,
  dash: string,
  thick: number,
  y: (value: number) => number,
  right: number,
  { colours, width }: ChartFrame,
  offset = 0,
): string => {
  if (!level) return ''
  const at = y(level.value).toFixed(1)
  return (
    `<line x1="${LEFT - 12}" x2="${right + 12}" y1="${at}" y2="${at}" stroke="${colours.line}" stroke-width="${thick}"${dash}/>` +
    `<text x="${width - 2}" y="${(Number(at) + 5 + offset).toFixed(1)}" text-anchor="end" font-size="13" fill="${colours.ink2}">${escapeMarkup(level.name)}</text>`
  )
}
