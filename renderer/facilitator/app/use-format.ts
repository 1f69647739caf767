import { useMemo } from 'react'
import type { DayStyle } from '../../shared/i18n/format'
import { formatDay, formatList, formatNumber, formatTime } from '../../shared/i18n/format'
import { useLang } from '../../shared/i18n/use-t'
import { useSession } from '../../shared/replica/react'

export type Format = {
  readonly day: (day: string, style?: DayStyle) => string
  /** In the session's time zone, so that the laptop and the room agree. */
  readonly time: (instant: string | number) => string
  /** `digits`: decimals at most. */
  readonly number: (value: number, digits?: number) => string
  readonly list: (items: readonly string[]) => string
}

/** Dates, times, numbers and lists in the reader's language. */
export const useFormat = (): Format => {
  const lang = useLang()
  const timeZone = useSession()?.timeZone
  return useMemo(
    () => ({
      day: (day, style) => formatDay(lang, day, style),
      time: (instant) => formatTime(lang, instant, timeZone),
      number: (value, digits) => formatNumber(lang, value, digits),
      list: (items) => formatList(lang, items),
    }),
    [lang, timeZone],
  )
}
