/**
 * The colours of the three themes, and the only place where they are written as data. `tokens.css` repeats them for the
 * pages (a test keeps both equal); charts, reports and pictures that cannot read CSS variables take them from here.
 */
export type ThemeName = 'light' | 'dark' | 'contrast'

export const THEME_NAMES: readonly ThemeName[] = ['light', 'dark', 'contrast']

export interface ThemeColours {
  readonly paper: string
  readonly soft: string
  readonly sheet: string
  readonly well: string
  readonly rule: string
  readonly line: string
  readonly ink: string
  readonly ink2: string
  readonly act: string
  readonly onAct: string
  readonly marker: string
  readonly onMarker: string
  readonly markerSoft: string
  readonly ok: string
  readonly okb: string
  readonly warn: string
  readonly warnb: string
  readonly bad: string
  readonly badb: string
  readonly link: string
  /** Heat map: nothing, some, most; one hue, the number always stands in the cell. */
  readonly heat0: string
  readonly heat1: string
  readonly heat2: string
  readonly onHeat1: string
  readonly onHeat2: string
}

export const THEME_COLOURS: Readonly<Record<ThemeName, ThemeColours>> = {
  light: {
    paper: '#E9E2D5',
    soft: '#F6F1E7',
    sheet: '#FFFDF8',
    well: '#F0E9DC',
    rule: '#DCD2C2',
    line: '#857A69',
    ink: '#1D2230',
    ink2: '#545661',
    act: '#1F2A44',
    onAct: '#FFFDF8',
    marker: '#FFD44D',
    onMarker: '#1D2230',
    markerSoft: '#FFF0BD',
    ok: '#1E6B41',
    okb: '#E2F0E3',
    warn: '#8A4B00',
    warnb: '#FFE9C7',
    bad: '#A3241F',
    badb: '#FBE3DE',
    link: '#1F3F8F',
    heat0: '#F0E9DC',
    heat1: '#A9B4D6',
    heat2: '#1F2A44',
    onHeat1: '#1D2230',
    onHeat2: '#FFFDF8',
  },
  dark: {
    paper: '#171513',
    soft: '#201D1A',
    sheet: '#26231F',
    well: '#1D1A18',
    rule: '#423C35',
    line: '#95897A',
    ink: '#F4EDE0',
    ink2: '#C2B8A9',
    act: '#F1E4C6',
    onAct: '#1D1A16',
    marker: '#FFD44D',
    onMarker: '#1D1A16',
    markerSoft: '#4A3E17',
    ok: '#8FD6A4',
    okb: '#1F3427',
    warn: '#F7B866',
    warnb: '#40301A',
    bad: '#FF9E92',
    badb: '#472320',
    link: '#A9C4FF',
    heat0: '#1D1A18',
    heat1: '#4A557D',
    heat2: '#A9B4D6',
    onHeat1: '#F4EDE0',
    onHeat2: '#1D1A16',
  },
  contrast: {
    paper: '#FFFFFF',
    soft: '#FFFFFF',
    sheet: '#FFFFFF',
    well: '#F2F2F2',
    rule: '#000000',
    line: '#000000',
    ink: '#000000',
    ink2: '#1A1A1A',
    act: '#000000',
    onAct: '#FFFFFF',
    marker: '#FFE500',
    onMarker: '#000000',
    markerSoft: '#FFF6B0',
    ok: '#004D20',
    okb: '#FFFFFF',
    warn: '#6B3600',
    warnb: '#FFFFFF',
    bad: '#8A0000',
    badb: '#FFFFFF',
    link: '#00228F',
    heat0: '#F2F2F2',
    heat1: '#A9B4D6',
    heat2: '#000000',
    onHeat1: '#000000',
    onHeat2: '#FFFFFF',
  },
}

const channels = (hex: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** Mixes `share` (0 to 1) of one `#RRGGBB` colour into another, channel by channel in sRGB. */
export const mixHex = (colour: string, into: string, share: number): string => {
  const ground = channels(into)
  const mixed = channels(colour).map((value, index) => Math.round(value * share + (ground[index] ?? 0) * (1 - share)))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}
