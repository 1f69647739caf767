/**
 * Order keys: strings of base-62 digits that sort as plain code units; between any two there is always another, so a
 * move changes one card only. Read as fractions 0.d1d2d3…; a key never ends in the lowest digit, else nothing would
 * fit before it.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const TOP = DIGITS.length - 1
const MIDDLE = 'V'

// Keys of a file edited by hand may hold anything; they then sort oddly, but nothing breaks.
const digitAt = (key: string, index: number): number =>
  index < key.length ? Math.max(0, DIGITS.indexOf(key.charAt(index))) : 0

const runOf = (key: string, digit: number): number => {
  let length = 0
  while (length < key.length && digitAt(key, length) === digit) length += 1
  return length
}

/**
 * Adds 1 or -1 to the key read as a number of `2 × run + 1` digits, where `run` is how often the digit at that end
 * (z or 0) leads. So keys at an open end grow with the logarithm of their number (3,800 appends need 3 characters), and
 * a whole digit stays free between neighbours.
 */
const step = (key: string, by: 1 | -1): string => {
  const run = runOf(key, by === 1 ? TOP : 0)
  // One digit alone cannot go below 1.
  const width = by === -1 && run === 0 && digitAt(key, 0) === 1 ? 3 : 2 * run + 1
  const digits = Array.from({ length: width }, (_, index) => digitAt(key, index))
  for (let index = width - 1; index >= 0; index -= 1) {
    const next = (digits[index] ?? 0) + by
    digits[index] = next > TOP ? 0 : next < 0 ? TOP : next
    if (next >= 0 && next <= TOP) break
  }
  return digits
    .map((digit) => DIGITS.charAt(digit))
    .join('')
    .replace(/0+$/, '')
}

/**
 * A key strictly between `low` and `high`; null is the open end on that side. Keys must be made by this module and
 * `low < high`, else the result only sorts after `low`.
 */
export const orderBetween = (low: string | null, high: string | null): string => {
  if (low === null || low === '') return high === null || high === '' ? MIDDLE : step(high, -1)
  if (high === null || high <= low) return step(low, 1)
  let same = 0
  while (same < low.length && low.charAt(same) === high.charAt(same)) same += 1
  const prefix = low.slice(0, same)
  const from = digitAt(low, same)
  const to = digitAt(high, same)
  if (to - from > 1) return prefix + DIGITS.charAt(Math.floor((from + to) / 2))
  if (same >= low.length) return prefix + (to === 1 ? `0${MIDDLE}` : step(high.slice(same), -1))
  // Everything after low's digit is free upwards.
  const next = digitAt(low, same + 1)
  const rest = low.slice(same + 1)
  const above = next < TOP ? DIGITS.charAt(Math.ceil((next + TOP) / 2)) : step(rest, 1)
  return prefix + low.charAt(same) + above
}

/** `count` keys in rising order after `last`. */
export const ordersAfter = (last: string | null, count: number): string[] => ordersBetween(last, null, count)

/** `count` keys in rising order, all between `low` and `high`. */
export const ordersBetween = (low: string | null, high: string | null, count: number): string[] => {
  const keys: string[] = []
  let previous = low
  for (let i = 0; i < count; i += 1) {
    previous = orderBetween(previous, high)
    keys.push(previous)
  }
  return keys
}
