/** Counted limits, in UTF-16 code units as `String.length` counts them; the same on every page and in the host. */
export const LIMITS = {
  statement: 2_000,
  long: 20_000,
  label: 300,
  title: 200,
  options: 200,
  tags: 20,
  /** Of a session: with more, the file would pass the limits above which it is not opened any more. */
  cards: 50_000,
  voices: 24,
  steps: 60,
  groups: 8,
  axisEntries: 40,
  people: 400,
  dotsBudget: 99,
  /** Printed at once. */
  slips: 500,
  imageBytes: 500_000,
  imagesPerSession: 20 * 1024 * 1024,
} as const

/** Messages on the wire, bytes. */
export const WIRE_LIMITS = { participant: 16 * 1024, facilitator: 1024 * 1024 } as const
