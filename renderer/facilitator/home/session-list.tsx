import { IconAlertTriangle, IconArrowRight, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { SessionCard } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { DayBox } from './day-box'
import type { Raised } from './raised'
import { SessionBand } from './session-band'
import { useRaisedKicker, useSessionLine } from './session-words'

interface RaisedProps {
  readonly raised: Raised
  readonly today: string
  readonly onOpen: (card: SessionCard) => void
}

/** The session to go on with: the one raised sheet with the marker edge. */
export const RaisedSession = ({ raised, today, onOpen }: RaisedProps) => {
  const t = useT()
  const kicker = useRaisedKicker()
  const line = useSessionLine()
  const { card, reason } = raised
  return (
    <article className="raised-session panel-raised">
      <DayBox day={card.day} today={today} />
      <div className="session-words">
        <p className="small quiet">{kicker(card, reason, today)}</p>
        <h2>{card.title}</h2>
        <p className="small quiet">{line(card)}</p>
        {card.elsewhere ? <p className="small session-back">{t('home:elsewhere')}</p> : null}
        {reason === 'interrupted' ? (
          <p className="small session-back">
            <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
            {t('home:interrupted')}
          </p>
        ) : null}
      </div>
      <SessionBand card={card} />
      <Button
        kind="primary"
        size="large"
        iconAfter={<IconArrowRight size={18} stroke={1.9} />}
        onClick={() => onOpen(card)}
      >
        {reason === 'open' ? t('home:goBack') : t('common:open')}
      </Button>
    </article>
  )
}

interface ListProps {
  readonly sessions: readonly SessionCard[]
  readonly today: string
  readonly onOpen: (card: SessionCard) => void
}

const FIRST = 5

/** All other sessions, newest first; the whole row opens. */
export const SessionList = ({ sessions, today, onOpen }: ListProps) => {
  const t = useT()
  const line = useSessionLine()
  const request = useRequest()
  const [all, setAll] = useState(false)
  const toTrash = async ({ fileId }: SessionCard): Promise<void> => {
    const moved = await request('session.trash', { fileId })
    if (!moved.ok) reportFailure(moved.error)
  }
  if (sessions.length === 0) return null
  const shown = all ? sessions : sessions.slice(0, FIRST)
  return (
    <>
      <ul className="session-list">
        {shown.map((card) => (
          <li key={card.fileId} className="session-row">
            <DayBox day={card.day} today={today} />
            <div className="session-words">
              <p className="small quiet">{card.labName}</p>
              <h3>
                <button type="button" className="row-button" onClick={() => onOpen(card)}>
                  {card.title}
                </button>
              </h3>
              <p className="small quiet">
                {card.interrupted ? t('home:interrupted') : card.elsewhere ? t('home:elsewhere') : line(card)}
              </p>
            </div>
            <SessionBand card={card} />
            <IconButton
              className="session-trash"
              name={t('home:trash.move', { title: card.title })}
              icon={<IconTrash size={18} stroke={1.75} />}
              onClick={() => void toTrash(card)}
            />
          </li>
        ))}
      </ul>
      {sessions.length > FIRST ? (
        <Button kind="quiet" onClick={() => setAll(!all)} expanded={all}>
          {all ? t('home:showFewer') : t('home:showAll', { count: sessions.length })}
        </Button>
      ) : null}
    </>
  )
}
