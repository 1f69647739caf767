import { mixHex, THEME_COLOURS } from './theme-colours'
import type { ThemeName } from './theme-colours'

/** The place of a voice in its session, and with it colour, shape and pattern. A session has at most eight. */
export type VoiceSlot = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** A voice, or several voices that are too small to be shown alone and are counted together. */
export type VoiceLookId = VoiceSlot | 'joined'

export type VoiceShape =
  | 'circle'
  | 'square'
  | 'triangle'
  | 'diamond'
  | 'cross'
  | 'star'
  | 'dome'
  | 'hourglass'
  | 'rings'

export type VoicePattern =
  | 'solid'
  | 'rising'
  | 'level'
  | 'dots'
  | 'upright'
  | 'lattice'
  | 'falling'
  | 'chequer'
  | 'thin'

export interface VoiceColours {
  /** Shapes, bars and edges. At least 3:1 on every ground of the theme. */
  readonly fill: string
  /** The voice's name as text. At least 6:1 on sheet and soft. */
  readonly text: string
  /** The second colour of the pattern. */
  readonly second: string
}

export interface VoiceLook {
  readonly shape: VoiceShape
  readonly pattern: VoicePattern
  readonly colours: Readonly<Record<ThemeName, VoiceColours>>
}

export const VOICE_SLOTS: readonly VoiceSlot[] = [1, 2, 3, 4, 5, 6, 7, 8]

/** Everything that `patternSvg` can draw: the eight voices, then the joined ones. */
export const VOICE_LOOK_IDS: readonly VoiceLookId[] = [...VOICE_SLOTS, 'joined']

/** The share of the fill in the second colour of a pattern; the rest is the theme's sheet. */
const SECOND_SHARE = 0.28

type Pair = readonly [fill: string, text: string]

const themed = (theme: ThemeName, [fill, text]: Pair): VoiceColours => ({
  fill,
  text,
  second: mixHex(fill, THEME_COLOURS[theme].sheet, SECOND_SHARE),
})

const look = (shape: VoiceShape, pattern: VoicePattern, light: Pair, dark: Pair, contrast: Pair): VoiceLook => ({
  shape,
  pattern,
  colours: { light: themed('light', light), dark: themed('dark', dark), contrast: themed('contrast', contrast) },
})

const inkOnSheet = (theme: ThemeName): VoiceColours => {
  const { ink, sheet } = THEME_COLOURS[theme]
  return { fill: ink, text: ink, second: sheet }
}

export const VOICE_LOOKS: Readonly<Record<VoiceLookId, VoiceLook>> = {
  1: look('circle', 'solid', ['#21379A', '#21379A'], ['#7EB0EE', '#A3C1FA'], ['#001C7A', '#001C7A']),
  2: look('square', 'rising', ['#C8620F', '#954300'], ['#EC6F1A', '#F7A067'], ['#B84A00', '#A84200']),
  3: look('triangle', 'level', ['#147D6E', '#0D6156'], ['#A7F3BC', '#A0EABB'], ['#00604E', '#00604E']),
  4: look('diamond', 'dots', ['#7A1458', '#7A1458'], ['#C27A9F', '#E0A3C3'], ['#6A0048', '#6A0048']),
  5: look('cross', 'upright', ['#735600', '#665000'], ['#F5DE3C', '#F0D74A'], ['#4F3C00', '#4F3C00']),
  6: look('star', 'lattice', ['#4285BC', '#20608F'], ['#68E5FF', '#68DDF5'], ['#2B79B4', '#1C679C']),
  7: look('dome', 'falling', ['#6D51C5', '#5A3FB0'], ['#8480F4', '#B2ADFA'], ['#6B45D6', '#6B45D6']),
  8: look('hourglass', 'chequer', ['#2B2622', '#2B2622'], ['#C1B28C', '#D6CBB0'], ['#000000', '#000000']),
  joined: {
    shape: 'rings',
    pattern: 'thin',
    colours: { light: inkOnSheet('light'), dark: inkOnSheet('dark'), contrast: inkOnSheet('contrast') },
  },
}

/** The colours as CSS variables of `tokens.css`, for SVG that lives inside a page. */
export const cssVoiceColours = (id: VoiceLookId): VoiceColours =>
  id === 'joined'
    ? { fill: 'var(--vj)', text: 'var(--vjt)', second: 'var(--vjs)' }
    : { fill: `var(--v${id})`, text: `var(--v${id}t)`, second: `var(--v${id}s)` }

/** Narrows a number from a file or a message to a slot; anything else is a fault of the caller's data. */
export const isVoiceSlot = (value: number): value is VoiceSlot => Number.isInteger(value) && value >= 1 && value <= 8
