import { VOICE_LOOKS } from './voice-looks'
import type { VoiceColours, VoiceLookId, VoicePattern } from './voice-looks'

type Paint = Pick<VoiceColours, 'fill' | 'second'>

/** Which of the two colours of a voice. */
type Colour = keyof Paint

export type PatternPart =
  | {
      readonly kind: 'rect'
      readonly colour: Colour
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  | { readonly kind: 'dot'; readonly colour: Colour; readonly cx: number; readonly cy: number; readonly r: number }

/** One tile in px, drawn upright and then turned by degrees. */
export interface PatternTile {
  readonly width: number
  readonly height: number
  readonly turn: number
  readonly parts: readonly PatternPart[]
}

const rect = (colour: Colour, x: number, y: number, width: number, height: number): PatternPart => ({
  kind: 'rect',
  colour,
  x,
  y,
  width,
  height,
})

const tile = (width: number, height: number, turn: number, ...over: readonly PatternPart[]): PatternTile => ({
  width,
  height,
  turn,
  parts: [rect('fill', 0, 0, width, height), ...over],
})

/** Lines of `full` px in the fill and `gap` px in the second colour, upright before they are turned. */
const lines = (full: number, gap: number, turn: number): PatternTile =>
  tile(full + gap, 8, turn, rect('second', full, 0, gap, 8))

const LATTICE = { pitch: 5.6, width: 1.5 }
const CHEQUER = 9

const TILES: Readonly<Record<VoicePattern, PatternTile>> = {
  solid: tile(8, 8, 0),
  rising: lines(4, 2.5, 45),
  level: lines(4, 2, 90),
  dots: tile(6, 6, 0, { kind: 'dot', colour: 'second', cx: 3, cy: 3, r: 1.6 }),
  upright: lines(3, 2.5, 0),
  lattice: tile(
    LATTICE.pitch,
    LATTICE.pitch,
    45,
    rect('second', 0, 0, LATTICE.width, LATTICE.pitch),
    rect('second', 0, 0, LATTICE.pitch, LATTICE.width),
  ),
  falling: lines(6, 3, -45),
  chequer: tile(
    CHEQUER,
    CHEQUER,
    0,
    rect('second', 0, 0, CHEQUER / 2, CHEQUER / 2),
    rect('second', CHEQUER / 2, CHEQUER / 2, CHEQUER / 2, CHEQUER / 2),
  ),
  thin: lines(1.4, 5, 45),
}

export const patternTile = (id: VoiceLookId): PatternTile => TILES[VOICE_LOOKS[id].pattern]

/** The id under which a pattern is defined; fill a bar with `url(#…)` of it. */
export const patternId = (id: VoiceLookId, idPrefix: string): string => `${idPrefix}${id}`

const partSvg = (part: PatternPart, paint: Paint): string =>
  part.kind === 'dot'
    ? `<circle cx="${part.cx}" cy="${part.cy}" r="${part.r}" fill="${paint[part.colour]}"/>`
    : `<rect x="${part.x}" y="${part.y}" width="${part.width}" height="${part.height}" fill="${paint[part.colour]}"/>`

/**
 * One `<pattern>` as SVG text, for the `<defs>` of a chart in a report. The colours go into attributes unescaped: pass
 * `#RRGGBB` or `var(--…)` only. A bar filled with it also needs a 1 px edge in the full fill.
 */
export const patternSvg = (id: VoiceLookId, idPrefix: string, colours: Paint): string => {
  const { width, height, turn, parts } = patternTile(id)
  const turned = turn === 0 ? '' : ` patternTransform="rotate(${turn})"`
  const size = `width="${width}" height="${height}" patternUnits="userSpaceOnUse"`
  const body = parts.map((part) => partSvg(part, colours)).join('')
  return `<pattern id="${patternId(id, idPrefix)}" ${size}${turned}>${body}</pattern>`
}
