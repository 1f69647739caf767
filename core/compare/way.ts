import type { CompareView } from '../protocol/report-views'

export type IndicatorRow = CompareView['indicators'][number]

/** How much of the way from the beginning to the target is behind it, 0 to 1; null where one of the three is missing. */
export const wayOf = ({ baseline, target, last }: IndicatorRow): number | null =>
  baseline === null || target === null || last === null || target === baseline
    ? null
    : Math.min(1, Math.max(0, (last - baseline) / (target - baseline)))
