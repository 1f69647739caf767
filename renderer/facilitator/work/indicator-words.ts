import type { Line } from '@core/charts/line-scale'
import type { Indicator } from '@core/model/work'
import { readIndicator } from '@core/rules/indicator'
import { useT } from '../../shared/i18n/use-t'
import { useFormat } from '../app/use-format'

/** As many decimals as people write; the report has the same. */
const DIGITS = 3

/** "17 %": with the unit where there is one. */
export const useWithUnit = (): ((indicator: Indicator, value: number) => string) => {
  const t = useT()
  const { number } = useFormat()
  return (indicator, value) =>
    indicator.unit === undefined
      ? number(value, DIGITS)
      : t('work:withUnit', { value: number(value, DIGITS), unit: indicator.unit })
}

/** What the figures say, in one or two sentences: the heading of the chart. */
export const useReadingWords = (): ((indicator: Indicator) => string) => {
  const t = useT()
  const { day } = useFormat()
  const shown = useWithUnit()
  return (indicator) => {
    const { first, last, change, verdict, reached } = readIndicator(indicator)
    if (first === null) return t('work:reading.none')
    const from = shown(indicator, first.value)
    const since = first.on === undefined ? '' : day(first.on, 'medium')
    const begin =
      last === null
        ? since === ''
          ? t('work:reading.once', { from })
          : t('work:reading.onceOn', { from, since })
        : t(`work:reading.${change === 'rose' || change === 'fell' ? change : 'same'}`, {
            from,
            to: shown(indicator, last.value),
            on: day(last.on, 'medium'),
          })
    const parts = [
      begin,
      ...(verdict === null ? [] : [t(`work:reading.${verdict}`)]),
      ...(reached === null ? [] : [t(reached ? 'work:reading.reached' : 'work:reading.notReached')]),
    ]
    return parts.join(' ')
  }
}

/** The line of an indicator as charts draw it. */
export const useIndicatorLine = (): ((indicator: Indicator) => Line) => {
  const t = useT()
  const { day, number } = useFormat()
  return (indicator) => {
    const { target, baseline } = indicator
    return {
      points: readIndicator(indicator).points.map(({ value, on }) => ({
        day: on,
        value,
        shown: number(value, DIGITS),
        name: day(on, 'medium'),
      })),
      ...(target
        ? { target: { value: target.value, name: t('work:level.target', { value: number(target.value, DIGITS) }) } }
        : {}),
      ...(baseline
        ? {
            baseline: {
              value: baseline.value,
              name: t('work:level.baseline', { value: number(baseline.value, DIGITS) }),
            },
          }
        : {}),
    }
  }
}
