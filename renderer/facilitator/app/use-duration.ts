import { useT } from '../../shared/i18n/use-t'

/** Minutes in words: "45 min", "2 h", "2 h 55". */
export const useDuration = (): ((minutes: number) => string) => {
  const t = useT()
  return (minutes) => {
    const hours = Math.floor(minutes / 60)
    const rest = minutes % 60
    if (hours === 0) return t('shell:duration.minutes', { minutes: rest })
    if (rest === 0) return t('shell:duration.hours', { hours })
    return t('shell:duration.both', { hours, minutes: String(rest).padStart(2, '0') })
  }
}
