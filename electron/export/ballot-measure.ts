/**
 * Words on paper are laid out before anything can measure them: widths of the bold signs of our typeface, in
 * hundredths of an em. Plain ones are a little narrower: the estimate errs on the side of room. */
const CLASSES: readonly (readonly [signs: string, width: number])[] = [
  ["'\u2019\u2018|", 21],
  ['.,;:', 26],
  ['il!j\u00B7\u0131', 29],
  [' ()"[]{}`', 32],
  ['tfr-I/\\', 38],
  ['1\u201C\u201D\u201E', 48],
  ['cszvxy?*', 51],
  ['k7Je\u2013a', 56],
  ['huno9F2dgbqpLTE3PSVr', 60],
  ['RYBZ4568X', 64],
  ['AKC0D', 69],
  ['GHNUw', 74],
  ['OQ', 77],
  ['mMW\u2014%&@', 90],
]

const WIDTHS: ReadonlyMap<string, number> = new Map(
  CLASSES.flatMap(([signs, width]) => [...signs].map((sign) => [sign, width] as const)),
)

/** Letters of other scripts and emoji are as wide as they are high; accents on Latin letters do not widen them. */
const OTHER = 104
const UNKNOWN_LATIN = 66

const widthOfSign = (sign: string): number => {
  const known = WIDTHS.get(sign)
  if (known !== undefined) return known
  const base = sign.normalize('NFD')[0] ?? sign
  return WIDTHS.get(base) ?? (/\p{Script=Latin}|\p{Nd}|\p{P}/u.test(base) ? UNKNOWN_LATIN : OTHER)
}

/** Letters of plain words are narrower than the bold ones in the table by a little more than this. */
export const PLAIN = 0.96

/** In px, a little more than it needs. */
export const textWidth = (text: string, size: number): number =>
  ([...text].reduce((sum, sign) => sum + widthOfSign(sign), 0) * size) / 100

const widestPart = (word: string, size: number): number =>
  Math.max(...word.split(/(?<=-)/).map((part) => textWidth(part, size)))

/** Lines that words take in a column of this width, as a browser breaks them: never fewer than it will need. */
export const linesOf = (text: string, width: number, size: number): number =>
  text.split('\n').reduce((sum, part) => sum + linesOfPart(part, width, size), 0)

const linesOfPart = (text: string, width: number, size: number): number => {
  const space = textWidth(' ', size)
  let lines = 1
  let used = 0
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const own = textWidth(word, size)
    if (used > 0 && used + space + own <= width) {
      used += space + own
      continue
    }
    if (used > 0) lines += 1
    if (own <= width) {
      used = own
      continue
    }
    // Longer than a line: broken anywhere. A word with dashes may end its lines early.
    const loss = widestPart(word, size) < own ? 1 : 0
    const room = Math.max(1, width - size)
    lines += Math.ceil(own / room) - 1 + loss
    used = own % room
  }
  return lines
}
