/** Dates, numbers and lists as the reader's language writes them. All through Intl; formatters are kept. */
const made = new Map<string, unknown>()

const cached = <T>(key: string, make: () => T): T => {
  const present = made.get(key)
  if (present !== undefined) return present as T // stored under its own key
  const fresh = make()
  made.set(key, fresh)
  return fresh
}

/** The labs are in Europe: plain English dates and times are written the British way round. */
const regional = (lang: string): string => (lang === 'en' ? 'en-GB' : lang)

/** short: without the year. medium: short with it, for what goes over years. */
export type DayStyle = 'long' | 'medium' | 'short'

const DAY_PARTS: { readonly [S in DayStyle]: Intl.DateTimeFormatOptions } = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
}

const dayFormat = (lang: string, style: DayStyle): Intl.DateTimeFormat =>
  cached(
    `day ${lang} ${style}`,
    () => new Intl.DateTimeFormat(regional(lang), { ...DAY_PARTS[style], timeZone: 'UTC' }),
  )

/** A plain day `YYYY-MM-DD`; it has no time zone, so it is read and written as UTC. */
export const formatDay = (lang: string, day: string, style: DayStyle = 'long'): string => {
  const instant = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(instant) ? day : dayFormat(lang, style).format(instant)
}

/** The clock time of an instant (ISO or ms) in a time zone. */
export const formatTime = (lang: string, instant: string | number, timeZone?: string): string =>
  cached(
    `time ${lang} ${timeZone ?? ''}`,
    () =>
      new Intl.DateTimeFormat(regional(lang), {
        hour: '2-digit',
        minute: '2-digit',
        ...(timeZone ? { timeZone } : {}),
      }),
  ).format(new Date(instant))

export const formatNumber = (lang: string, value: number, digits = 0): string =>
  cached(`number ${lang} ${digits}`, () => new Intl.NumberFormat(lang, { maximumFractionDigits: digits })).format(value)

/** `share` from 0 to 1. */
export const formatPercent = (lang: string, share: number): string =>
  cached(`percent ${lang}`, () => new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 })).format(
    share,
  )

export const formatList = (lang: string, items: readonly string[]): string =>
  cached(`list ${lang}`, () => new Intl.ListFormat(lang, { style: 'long', type: 'conjunction' })).format(items)

/** Minutes and seconds of a timer, `18:24`; over an hour `1:02:03`. The sign stands before it. */
export const formatClock = (seconds: number): string => {
  const whole = Math.abs(Math.trunc(seconds))
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  const tail = two(whole % 60)
  return minutes < 60 ? `${minutes}:${tail}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${tail}`
}
