import type { Indicator } from '../model/work'

export type IndicatorPoint = {
  readonly value: number
  readonly on?: string | undefined
  readonly note?: string | undefined
}

/** What the figures of an indicator say, for the sentence above its chart and in the report. */
export type IndicatorReading = {
  /** The baseline where it has a day, then the measurements, oldest first. */
  readonly points: readonly (IndicatorPoint & { readonly on: string })[]
  /** Where it began: the baseline, or the first measurement. */
  readonly first: IndicatorPoint | null
  /** The newest measurement after `first`. */
  readonly last: (IndicatorPoint & { readonly on: string }) | null
  readonly change: 'rose' | 'fell' | 'same' | 'once' | 'none'
  /** Null where nobody said which way is the better one, or nothing changed. */
  readonly verdict: 'better' | 'worse' | null
  /** Null without target, measurement or direction. */
  readonly reached: boolean | null
}

export const readIndicator = (indicator: Indicator): IndicatorReading => {
  const { baseline, target, measurements, better } = indicator
  const dated = baseline?.on === undefined ? [] : [{ value: baseline.value, on: baseline.on }]
  const points = [...dated, ...measurements].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const first = baseline ?? measurements[0] ?? null
  const newest = measurements.at(-1) ?? null
  const last = newest === first ? null : newest
  const change =
    first === null
      ? 'none'
      : last === null
        ? 'once'
        : last.value > first.value
          ? 'rose'
          : last.value < first.value
            ? 'fell'
            : 'same'
  const moved = change === 'rose' || change === 'fell'
  const verdict = better === undefined || !moved ? null : (better === 'up') === (change === 'rose') ? 'better' : 'worse'
  return {
    points,
    first,
    last,
    change,
    verdict,
    reached: reachedOf(target?.value, newest?.value, better, first?.value),
  }
}

/** Without a said direction, the way from the beginning to the target is the good one. */
const reachedOf = (
  target: number | undefined,
  value: number | undefined,
  better: Indicator['better'],
  first: number | undefined,
): boolean | null => {
  if (target === undefined || value === undefined) return null
  const up = better === undefined ? (first === undefined || first === target ? null : target > first) : better === 'up'
  return up === null ? null : up ? value >= target : value <= target
}
