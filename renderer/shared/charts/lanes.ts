/** Centres nearer than this share of a mark's size would hide each other. */
const CLOSE = 1.1

/**
 * The lane of each mark, 0 in the middle, then one down (1), one up (-1), and so on: marks of one lane never touch.
 * `positions` and `size` in the same unit.
 */
export const lanesOf = (positions: readonly number[], size: number): number[] => {
  const order = positions.map((_, index) => index).toSorted((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0))
  const lastInLane: number[] = []
  const lanes = positions.map(() => 0)
  for (const index of order) {
    const at = positions[index] ?? 0
    const free = lastInLane.findIndex((last) => at - last >= size * CLOSE)
    const slot = free === -1 ? lastInLane.length : free
    lastInLane[slot] = at
    lanes[index] = slot === 0 ? 0 : slot % 2 === 1 ? (slot + 1) / 2 : -slot / 2
  }
  return lanes
}

const STEPS = [1, 2, 5, 10, 20, 25, 50]
const MOST_TICKS = 5

/** Round values from 0 to at least `most`, a handful. */
export const roundTicks = (most: number): number[] => {
  const step = STEPS.find((one) => most / one <= MOST_TICKS - 1) ?? 100
  const count = Math.max(1, Math.ceil(most / step))
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}
