import { useLang } from '../../shared/i18n/use-t'

/** Day of the month large, month below; another year is named. */
export const DayBox = ({ day, today }: { readonly day: string; readonly today: string }) => {
  const lang = useLang()
  const date = new Date(`${day}T00:00:00Z`)
  const otherYear = day.slice(0, 4) !== today.slice(0, 4)
  const month = new Intl.DateTimeFormat(lang, {
    month: 'short',
    timeZone: 'UTC',
    ...(otherYear ? { year: 'numeric' } : {}),
  }).format(date)
  return (
    <time className="day-box" dateTime={day}>
      <b>{date.getUTCDate()}</b>
      <span>{month}</span>
    </time>
  )
}
