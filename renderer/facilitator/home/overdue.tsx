import { IconCalendarX } from '@tabler/icons-react'
import { useState } from 'react'
import type { SessionCard } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { reportFailure } from '../app/problems'
import { useFormat } from '../app/use-format'

interface OverdueProps {
  readonly sessions: readonly SessionCard[]
  readonly onOpen: (card: SessionCard) => void
}

/** Sessions of labs whose keep-until day has passed: what was promised to people stands here until it is done. */
export const Overdue = ({ sessions, onOpen }: OverdueProps) => {
  const t = useT()
  const request = useRequest()
  const { day } = useFormat()
  const [asked, setAsked] = useState<readonly SessionCard[] | null>(null)
  const overdue = sessions.filter((card) => card.overdue)
  if (overdue.length === 0) return null
  const remove = async (cards: readonly SessionCard[]): Promise<void> => {
    setAsked(null)
    for (const { fileId } of cards) {
      const moved = await request('session.trash', { fileId })
      if (!moved.ok) return reportFailure(moved.error)
      const removed = await request('trash.remove', moved.value)
      if (!removed.ok) return reportFailure(removed.error)
    }
    return undefined
  }
  return (
    <section className="damaged" aria-labelledby="overdue-title">
      <h2 id="overdue-title">{t('home:overdue.title', { count: overdue.length })}</h2>
      <p className="small quiet">{t('home:overdue.text')}</p>
      <ul className="damaged-list">
        {overdue.map((card) => (
          <li key={card.fileId}>
            <IconCalendarX size={20} stroke={1.75} aria-hidden="true" />
            <div>
              <p className="damaged-name">{card.title}</p>
              <p className="small quiet">
                {card.labName} · {t('home:overdue.until', { day: day(card.keepUntil ?? card.day, 'long') })}
              </p>
            </div>
            <div className="actions">
              <Button size="small" onClick={() => onOpen(card)}>
                {t('common:open')}
              </Button>
              <Button size="small" kind="danger" onClick={() => setAsked([card])}>
                {t('home:overdue.delete')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {overdue.length < 2 ? null : (
        <Button kind="danger" onClick={() => setAsked(overdue)}>
          {t('home:overdue.deleteAll', { count: overdue.length })}
        </Button>
      )}
      {asked === null ? null : (
        <Dialog title={t('home:overdue.delete')} onClose={() => setAsked(null)}>
          <ul className="overdue-asked">
            {asked.map((card) => (
              <li key={card.fileId}>{card.title}</li>
            ))}
          </ul>
          <p>{t('home:overdue.ask', { count: asked.length })}</p>
          <DialogActions>
            <Button onClick={() => setAsked(null)}>{t('common:cancel')}</Button>
            <Button kind="danger" onClick={() => void remove(asked)}>
              {t('home:overdue.deleteAll', { count: asked.length })}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </section>
  )
}
