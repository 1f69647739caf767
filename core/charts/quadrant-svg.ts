import type { ChartFrame } from './bars-svg'
import { escapeMarkup } from './svg'
import { MIDDLE, placeLabels, spreadApart } from './vote-quadrants'

export type QuadrantMark = {
  readonly number: number
  readonly label: string
  /** Means of 1 to 5. */
  readonly effort: number
  readonly effect: number
}
/** The ends of both axes in words. */
export type QuadrantWords = {
  readonly littleEffort: string
  readonly muchEffort: string
  readonly littleEffect: string
  readonly muchEffect: string
}

const GUTTER = 26
const POINT = 26
const SIZE = 14
const CHARACTER = 0.54
/** Longer labels would cover too much; the list beside the drawing has them whole. */
const LETTERS = 34

const shortened = (label: string): string => {
  const letters = [...label]
  return letters.length <= LETTERS
    ? label
    : `${letters
        .slice(0, LETTERS - 1)
        .join('')
        .trimEnd()}\u2026`
}

/**
 * Effort from left to right, effect from below to above, the topics as numbered points with their words beside them where
 * there is room; data → SVG text. `labels: false` for narrow places with a list below.
 */
export const quadrantSvg = (
  marks: readonly QuadrantMark[],
  words: QuadrantWords,
  frame: ChartFrame & { readonly labels?: boolean; readonly size?: number },
): string => {
  const { width, colours } = frame
  const size = frame.size ?? SIZE
  const height = Math.round(Math.min(width, 460) * 0.86)
  const [left, right, top, bottom] = [GUTTER, width - 4, 4, height - GUTTER]
  const x = (effort: number): number => left + POINT + ((effort - 1) / 4) * (right - left - 2 * POINT)
  const y = (effect: number): number => bottom - POINT - ((effect - 1) / 4) * (bottom - top - 2 * POINT)
  const places = spreadApart(
    marks.map((mark) => ({ x: x(mark.effort), y: y(mark.effect) })),
    POINT,
  )
  const texts = marks.map(({ label }) => (frame.labels === false ? '' : shortened(label)))
  const labels = placeLabels(
    places,
    texts.map((text) => text.length * size * CHARACTER),
    { width: right, height: bottom, point: POINT, line: size + 4 },
  )
  const points = marks.map((mark, index) => {
    const at = places[index] ?? { x: 0, y: 0 }
    const label = labels[index]
    const text = texts[index] ?? ''
    const beside =
      label && text !== ''
        ? `<text x="${label.x.toFixed(1)}" y="${(label.y + 5).toFixed(1)}" text-anchor="${label.anchor}">${escapeMarkup(text)}</text>`
        : ''
    return (
      `<circle cx="${at.x.toFixed(1)}" cy="${at.y.toFixed(1)}" r="${POINT / 2 - 1}" fill="${colours.ink}" stroke="${colours.sheet}" stroke-width="1.4"/>` +
      `<text x="${at.x.toFixed(1)}" y="${(at.y + 5).toFixed(1)}" text-anchor="middle" font-weight="700" fill="${colours.sheet}">${mark.number}</text>${beside}`
    )
  })
  const cross =
    `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="none" stroke="${colours.line}"/>` +
    `<line x1="${x(MIDDLE).toFixed(1)}" x2="${x(MIDDLE).toFixed(1)}" y1="${top}" y2="${bottom}" stroke="${colours.line}" stroke-dasharray="6 5"/>` +
    `<line x1="${left}" x2="${right}" y1="${y(MIDDLE).toFixed(1)}" y2="${y(MIDDLE).toFixed(1)}" stroke="${colours.line}" stroke-dasharray="6 5"/>`
  return (
    `<svg class="chart" role="img" aria-label="${escapeMarkup(frame.sentence)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `font-size="${size}" fill="${colours.ink}" xmlns="http://www.w3.org/2000/svg">${cross}${axes(words, frame, { left, right, top, bottom })}${points.join('')}</svg>`
  )
}

type Edges = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const axes = (words: QuadrantWords, { colours }: ChartFrame, { left, right, top, bottom }: Edges): string => {
  const axis = (text: string, attributes: string): string =>
    `<text font-weight="600" fill="${colours.ink2}" ${attributes}>${escapeMarkup(text)}</text>`
  const upright = left - 9
  return (
    axis(words.littleEffort, `x="${left}" y="${bottom + 18}"`) +
    axis(words.muchEffort, `x="${right}" y="${bottom + 18}" text-anchor="end"`) +
    axis(words.littleEffect, `x="${upright}" y="${bottom}" transform="rotate(-90 ${upright} ${bottom})"`) +
    axis(words.muchEffect, `x="${upright}" y="${top}" text-anchor="end" transform="rotate(-90 ${upright} ${top})"`)
  )
}
