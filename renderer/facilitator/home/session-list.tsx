import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { SessionCard } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { DayBox } from './day-box'
import type { Raised } from './raised'
import { SessionBand } from './session-band'
import { useRaisedKicker, useSessionLine } from './session-words'
import { TrashButton } from './to-trash'
import type { Trashed } from './to-trash'

interface RaisedProps {
  readonly raised: Raised
  readonly today: string
  readonly onOpen: (card: SessionCard) => void
  readonly onTrashed: (trashed: Trashed) => void
}

/** The session to go on with: the one raised sheet with the marker edge. */
export const RaisedSession = ({ raised, today, onOpen, onTrashed }: RaisedProps) => {
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
      <div className="actions">
        {reason === 'open' ? null : <TrashButton card={card} onTrashed={onTrashed} />}
        <Button
          kind="primary"
          size="large"
          iconAfter={<IconArrowRight size={18} stroke={1.9} />}
          onClick={() => onOpen(card)}
        >
          {reason === 'open' ? t('home:goBack') : t('common:open')}
        </Button>
      </div>
    </article>
  )
}

interface ListProps {
  readonly sessions: readonly SessionCard[]
  readonly today: string
  readonly onOpen: (card: SessionCard) => void
  readonly onTrashed: (trashed: Trashed) => void
}

const FIRST = 5

/** All other sessions, newest first; the whole row opens. */
export const SessionList = ({ sessions, today, onOpen, onTrashed }: ListProps) => {
  const t = useT()
  const line = useSessionLine()
  const [all, setAll] = useState(false)
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
            <TrashButton card={card} onTrashed={onTrashed} />
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
