import { VOICE_LOOKS } from './voice-looks'
import type { VoiceColours, VoiceLookId, VoicePattern } from './voice-looks'

type Paint = Pick<VoiceColours, 'fill' | 'second'>

interface Tile {
  readonly width: number
  readonly height: number
  /** Degrees; the tile is drawn upright and turned. */
  readonly turn?: number
  readonly body: (paint: Paint) => string
}

const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`

/** Lines of `full` px in the fill and `gap` px in the second colour, upright before they are turned. */
const lines = (full: number, gap: number, turn: number): Tile => ({
  width: full + gap,
  height: 8,
  turn,
  body: ({ fill, second }) => rect(0, 0, full + gap, 8, fill) + rect(full, 0, gap, 8, second),
})

const DOT_PITCH = 6
const LATTICE = { pitch: 5.6, width: 1.5 }
const CHEQUER = 9
const THIN = { pitch: 6.4, width: 1.4 }

const TILES: Readonly<Record<VoicePattern, Tile>> = {
  solid: { width: 8, height: 8, body: ({ fill }) => rect(0, 0, 8, 8, fill) },
  rising: lines(4, 2.5, 45),
  level: lines(4, 2, 90),
  dots: {
    width: DOT_PITCH,
    height: DOT_PITCH,
    body: ({ fill, second }) =>
      rect(0, 0, DOT_PITCH, DOT_PITCH, fill) + `<circle cx="3" cy="3" r="1.6" fill="${second}"/>`,
  },
  upright: lines(3, 2.5, 0),
  lattice: {
    width: LATTICE.pitch,
    height: LATTICE.pitch,
    turn: 45,
    body: ({ fill, second }) =>
      rect(0, 0, LATTICE.pitch, LATTICE.pitch, fill) +
      rect(0, 0, LATTICE.width, LATTICE.pitch, second) +
      rect(0, 0, LATTICE.pitch, LATTICE.width, second),
  },
  falling: lines(6, 3, -45),
  chequer: {
    width: CHEQUER,
    height: CHEQUER,
    body: ({ fill, second }) =>
      rect(0, 0, CHEQUER, CHEQUER, fill) +
      rect(0, 0, CHEQUER / 2, CHEQUER / 2, second) +
      rect(CHEQUER / 2, CHEQUER / 2, CHEQUER / 2, CHEQUER / 2, second),
  },
  thin: {
    width: THIN.pitch,
    height: 8,
    turn: 45,
    body: ({ fill, second }) => rect(0, 0, THIN.pitch, 8, second) + rect(0, 0, THIN.width, 8, fill),
  },
}

/** The id under which `patternSvg` defines a pattern; fill a bar with `url(#…)` of it. */
export const patternId = (id: VoiceLookId, idPrefix: string): string => `${idPrefix}${id}`

/**
 * One `<pattern>` as SVG text, for the `<defs>` of a chart or of the page. The colours go into attributes unescaped:
 * pass `#RRGGBB` or `var(--…)` only. A bar filled with it also needs a 1 px edge in the full fill.
 */
export const patternSvg = (id: VoiceLookId, idPrefix: string, colours: Paint): string => {
  const { width, height, turn, body } = TILES[VOICE_LOOKS[id].pattern]
  const turned = turn === undefined || turn === 0 ? '' : ` patternTransform="rotate(${turn})"`
  const size = `width="${width}" height="${height}" patternUnits="userSpaceOnUse"`
  return `<pattern id="${patternId(id, idPrefix)}" ${size}${turned}>${body(colours)}</pattern>`
}
