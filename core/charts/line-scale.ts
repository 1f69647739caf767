/** Points of a line by time. `day` is `YYYY-MM-DD`. */
export type LinePoint = { readonly day: string; readonly value: number; readonly shown: string; readonly name: string }

/** A level that the line is held against, with its name at the right. */
export type LineLevel = { readonly value: number; readonly name: string }

export type Line = {
  /** Oldest first, one a day. */
  readonly points: readonly LinePoint[]
  readonly target?: LineLevel
  readonly baseline?: LineLevel
  /** Fixed ends, for a scale that people know (1 to 5). */
  readonly range?: readonly [number, number]
}

/** Room above and below what is drawn, as a share of the whole. */
const AIR = 0.16

export const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** From the lowest to the highest of all that is drawn, with air; never of no height. */
export const valueRange = ({ points, target, baseline, range }: Line): readonly [number, number] => {
  if (range) return range
  const values = [...points, ...(target ? [target] : []), ...(baseline ? [baseline] : [])].map(({ value }) => value)
  const least = Math.min(...values, Infinity)
  const most = Math.max(...values, -Infinity)
  if (!Number.isFinite(least) || !Number.isFinite(most)) return [0, 1]
  const air = most > least ? (most - least) * AIR : Math.max(1, Math.abs(most) * AIR)
  // Nothing that counts from zero is drawn below it.
  return [least >= 0 ? Math.max(0, least - air) : least - air, most + air]
}

/**
 * Which points are named: all where there is room, else the first, the last, and those between that keep `gap` px from
 * the ones named before. `at` are the places of the points, px.
 */
export const namedPoints = (at: readonly number[], gap: number): ReadonlySet<number> => {
  const last = at.length - 1
  const named = new Set<number>()
  let end = -Infinity
  for (const [index, place] of at.entries()) {
    const fits = place - end >= gap && (index === last || (at[last] ?? 0) - place >= gap || index === 0)
    if (!fits) continue
    named.add(index)
    end = place
  }
  if (last >= 0) named.add(last)
  return named
}
