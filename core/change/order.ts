/**
 * Order keys: strings of base-62 digits that sort as plain code units; between any two there is always another, so a
 * move changes one card only. Read as fractions 0.d1d2d3…; a key never ends in the lowest digit.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length

const digitAt = (key: string, index: number): number => (index < key.length ? DIGITS.indexOf(key.charAt(index)) : 0)

/**
 * A key strictly between `low` and `high`; null is the open end on that side. Keys must be made by this module and
 * `low < high`, else the result only sorts after `low`.
 */
export const orderBetween = (low: string | null, high: string | null): string => {
  const lower = low ?? ''
  let key = ''
  let index = 0
  let upper = high
  for (;;) {
    const from = digitAt(lower, index)
    const to = upper === null ? BASE : digitAt(upper, index)
    if (to - from > 1) {
      // Appending at an open end takes small steps, so that a long list of appends stays short.
      const open = upper === null && index > 0
      return key + DIGITS.charAt(open ? from + 1 : Math.floor((from + to) / 2))
    }
    key += DIGITS.charAt(from)
    if (to > from) upper = null
    index += 1
  }
}

/** `count` keys in rising order after `last`. */
export const ordersAfter = (last: string | null, count: number): string[] => {
  const keys: string[] = []
  let previous = last
  for (let i = 0; i < count; i += 1) {
    previous = orderBetween(previous, null)
    keys.push(previous)
  }
  return keys
}
