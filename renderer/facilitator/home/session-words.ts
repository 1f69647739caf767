import type { SessionCard } from '@core/protocol/views'
import { useDuration } from '../app/use-duration'
import { useFormat } from '../app/use-format'
import { useLang, useT } from '../../shared/i18n/use-t'
import { daysUntil } from './raised'
import type { RaisedReason } from './raised'

/** "in 2 days", "yesterday", from 60 days on nothing: the date says it better. */
const relativeDay = (lang: string, days: number): string | null =>
  Math.abs(days) > 60 ? null : new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(days, 'day')

/** The line under a session's title: what waits in it or what came of it. */
export const useSessionLine = (): ((card: SessionCard) => string) => {
  const t = useT()
  const { list } = useFormat()
  const duration = useDuration()
  return (card) => {
    if (card.state === 'prepared') {
      const plan = t('home:plan', {
        steps: t('home:steps', { count: card.steps }),
        duration: duration(card.minutes),
      })
      const along = [
        ...(card.openTasks > 0 ? [t('home:tasks', { count: card.openTasks })] : []),
        ...(card.decisions > 0 ? [t('home:decisions', { count: card.decisions })] : []),
      ]
      return along.length === 0 ? plan : `${plan} · ${t('home:comeAlong', { what: list(along) })}`
    }
    const people = t('common:people', { count: card.people })
    if (card.state === 'running') return `${people} · ${t('home:started')}`
    const parts = [
      people,
      ...(card.decisions > 0 ? [t('home:decisions', { count: card.decisions })] : []),
      ...(card.openTasks > 0 ? [t('home:openTasks', { count: card.openTasks })] : []),
    ]
    return parts.join(' · ')
  }
}

/** The line over the title: the lab, and why this session stands on top. */
export const useRaisedKicker = (): ((card: SessionCard, reason: RaisedReason, today: string) => string) => {
  const t = useT()
  const lang = useLang()
  return (card, reason, today) => {
    const when = relativeDay(lang, daysUntil(card.day, today))
    const why =
      reason === 'next' && when !== null
        ? t('home:why.next', { when })
        : reason === 'recent'
          ? when
          : t(`home:why.${reason === 'next' ? 'nextFar' : reason}`)
    return [card.labName, why].filter(Boolean).join(' · ')
  }
}
