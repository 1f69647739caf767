/** Text that may stand in SVG, HTML and attributes; control characters that XML forbids are dropped. */
export const escapeMarkup = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
    .replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** Average width of a character of our typeface, in em; used to break labels where nothing can be measured. */
const CHARACTER = 0.52

/** Breaks a label into at most `lines` lines of `width` px; what does not fit ends in an ellipsis (the table has it whole). */
export const wrapLabel = (label: string, width: number, size: number, lines: number): string[] => {
  const room = Math.max(4, Math.floor(width / (size * CHARACTER)))
  const wrapped: string[] = []
  let line = ''
  for (const word of label.split(/\s+/).flatMap((part) => chunks(part, room))) {
    const next = line === '' ? word : `${line} ${word}`
    if (next.length <= room) {
      line = next
      continue
    }
    wrapped.push(line)
    line = word
  }
  if (line !== '') wrapped.push(line)
  if (wrapped.length <= lines) return wrapped
  const kept = wrapped.slice(0, lines)
  const last = [...(kept[lines - 1] ?? '')].slice(0, room - 1).join('')
  return [...kept.slice(0, lines - 1), `${last}\u2026`]
}

const chunks = (word: string, room: number): string[] => {
  const letters = [...word]
  if (letters.length <= room) return [word]
  // With the sign that the word goes on.
  const part = room - 1
  const count = Math.ceil((letters.length - 1) / part)
  return Array.from({ length: count }, (_, index) =>
    index === count - 1
      ? letters.slice(index * part).join('')
      : `${letters.slice(index * part, (index + 1) * part).join('')}-`,
  )
}

/** Round values for an axis from zero to at least `most`, three to six of them. */
export const roundTicks = (most: number): number[] => {
  if (most <= 0) return [0, 1]
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((value) => value >= rough) ?? rough
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) => Number((index * step).toFixed(6)))
}
