export type PerPage = 1 | 2 | 4 | 6 | 8

/** Measures of a slip in CSS px (96 to the inch) on A4; every text stands in lines of a fixed height. */
export type SlipFormat = {
  readonly perPage: PerPage
  readonly columns: 1 | 2
  readonly width: number
  readonly height: number
  /** Printers leave the edge of the paper white; the outer slips keep away from it. */
  readonly pad: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly size: number
  readonly line: number
  readonly title: { readonly size: number; readonly line: number }
  /** Above and below the words of an option. */
  readonly rowPad: number
  readonly circle: number
  readonly markGap: number
  readonly voiceColumns: number
  readonly voiceLine: number
  readonly gap: number
  /** Width of the column with number, code and square. */
  readonly corner: number
  readonly picture: number
}

const A4 = { width: 793, height: 1122 } as const

const narrow = {
  columns: 2,
  width: Math.floor(A4.width / 2),
  size: 13,
  circle: 18,
  markGap: 8,
  voiceColumns: 2,
  corner: 80,
  picture: 40,
} as const

const wide = {
  columns: 1,
  width: A4.width,
  pad: { top: 38, right: 44, bottom: 30, left: 44 },
  size: 18,
  line: 24,
  title: { size: 26, line: 31 },
  rowPad: 8,
  circle: 22,
  markGap: 10,
  voiceColumns: 3,
  voiceLine: 30,
  gap: 10,
  corner: 100,
  picture: 60,
} as const

const FOUR: SlipFormat = {
  ...narrow,
  perPage: 4,
  height: A4.height / 2,
  pad: { top: 32, right: 30, bottom: 20, left: 36 },
  line: 18,
  title: { size: 20, line: 24 },
  rowPad: 6.5,
  voiceLine: 24,
  gap: 9,
}
const SIX: SlipFormat = {
  ...narrow,
  perPage: 6,
  height: A4.height / 3,
  pad: { top: 22, right: 30, bottom: 14, left: 36 },
  line: 17,
  title: { size: 16, line: 20 },
  rowPad: 4,
  voiceLine: 20,
  gap: 5,
}
const EIGHT: SlipFormat = {
  ...narrow,
  perPage: 8,
  height: A4.height / 4,
  pad: { top: 17, right: 26, bottom: 11, left: 32 },
  line: 15,
  title: { size: 15, line: 17 },
  rowPad: 3,
  voiceLine: 17,
  gap: 4,
}
const TWO: SlipFormat = { ...wide, perPage: 2, height: A4.height / 2 }

/** The same letters with less air between the lines, from 1 (all of it) to 0. */
const withAir = (format: SlipFormat, air: number): SlipFormat => {
  const between = (least: number, most: number): number => least + (Math.max(least, most) - least) * air
  const { pad, rowPad, voiceLine, gap, line } = format
  return {
    ...format,
    pad: {
      ...pad,
      top: between(Math.min(22, pad.top), pad.top),
      bottom: between(Math.min(12, pad.bottom), pad.bottom),
    },
    rowPad: between(Math.min(3, rowPad), rowPad),
    voiceLine: between(line + 1, voiceLine),
    gap: between(Math.min(5, gap), gap),
  }
}
const AIR = [1, 0.75, 0.5, 0.25, 0] as const
const airs = (format: SlipFormat): [SlipFormat, ...SlipFormat[]] => [
  format,
  ...AIR.slice(1).map((air) => withAir(format, air)),
]

/** Wide slips with smaller letters, where large ones would mean a page for each. */
const smaller = (format: SlipFormat): SlipFormat => ({
  ...format,
  size: 15,
  line: 20,
  title: { size: 22, line: 27 },
  circle: 18,
  markGap: 8,
  corner: 84,
  picture: 48,
})

const ONE: SlipFormat = { ...wide, perPage: 1, height: A4.height }

/** Each number of slips a page, airy before tight, large letters before small. */
export const FORMATS: { readonly [P in PerPage]: readonly [SlipFormat, ...SlipFormat[]] } = {
  1: [ONE, smaller(ONE), { ...smaller(ONE), size: 13, line: 17, title: { size: 16, line: 20 } }],
  2: [...airs(TWO), ...airs(smaller(TWO))],
  4: airs(FOUR),
  6: airs(SIX),
  8: airs(EIGHT),
}

export const innerWidth = ({ width, pad }: SlipFormat): number => width - pad.left - pad.right
export const innerHeight = ({ height, pad }: SlipFormat): number => height - pad.top - pad.bottom
