import { IconArrowsSplit2, IconPlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { LIMITS } from '@core/model/limits'
import { agendaEnd, minutesAhead, plannedMinutes } from '@core/rules/agenda-time'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { EmptyState } from '../../shared/look/empty-state'
import { useHelper, useNow, useOrdered, useReadOnly, useSession } from '../../shared/replica/react'
import { runAction } from '../app/actions'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { useDuration } from '../app/use-duration'
import { useFormat } from '../app/use-format'
import { AgendaList } from './agenda-list'
import { GroupsSection } from './groups-section'
import { plainTime } from './step-times'
import { useBegin } from './use-begin'
import './agenda.css'

/** When it is to begin: only for reckoning; nobody is told. Once it runs, the true beginning counts. */
const Begin = ({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) => {
  const t = useT()
  const id = useId()
  return (
    <span className="agenda-begin">
      <label htmlFor={id}>{t('agenda:begin')}</label>
      <input id={id} className="input" type="time" value={value} onChange={(event) => onChange(event.target.value)} />
    </span>
  )
}

const useLead = (begin: number): string => {
  const t = useT()
  const steps = useOrdered('step')
  const session = useSession()
  const duration = useDuration()
  const { time } = useFormat()
  const now = useNow(10_000)
  const planned = plannedMinutes(steps)
  if (session?.state !== 'running') {
    return t('agenda:lead.planned', {
      count: steps.length,
      duration: duration(planned),
      end: plainTime(begin + planned),
    })
  }
  const ahead = minutesAhead(steps, session.startedAt, now)
  const end = time(agendaEnd(steps, now))
  if (ahead === null || ahead === 0) return t('agenda:lead.onTime', { count: steps.length, end })
  const key = ahead > 0 ? 'agenda:lead.ahead' : 'agenda:lead.behind'
  return t(key, { count: steps.length, end, duration: duration(Math.abs(ahead)) })
}

/** The whole agenda: prepared here, and changed while it runs. */
export const AgendaPlace = () => {
  const t = useT()
  const session = useSession()
  const steps = useOrdered('step')
  const readOnly = useReadOnly()
  const helper = useHelper()
  const locked = readOnly || helper || session?.state === 'closed'
  const { begin, text, setText } = useBegin(session?.id ?? '')
  const [said, setSaid] = useState('')
  const full = steps.length >= LIMITS.steps ? t('agenda:full', { limit: LIMITS.steps }) : undefined
  const actions = locked ? undefined : (
    <>
      <Button icon={<IconArrowsSplit2 size={17} stroke={1.75} />} onClick={() => void runAction('session.split')}>
        {t('actions:session.split')}
      </Button>
      <Button
        kind={steps.length === 0 ? 'plain' : 'primary'}
        icon={<IconPlus size={17} stroke={1.9} />}
        unavailable={full}
        onClick={() => void runAction('session.addStep')}
      >
        {t('shell:rail.add')}
      </Button>
    </>
  )
  return (
    <PlaceFrame
      ground="sheet"
      header={
        <PlaceHeader title={t('agenda:title')} lead={useLead(begin)} actions={actions}>
          {session?.state === 'prepared' ? <Begin value={text} onChange={setText} /> : undefined}
        </PlaceHeader>
      }
    >
      <div className="agenda">
        {steps.length === 0 ? (
          <EmptyState
            title={t('agenda:empty.title')}
            text={t('agenda:empty.text')}
            actions={
              locked ? undefined : (
                <Button kind="primary" onClick={() => void runAction('session.addStep')}>
                  {t('shell:rail.add')}
                </Button>
              )
            }
          />
        ) : (
          <AgendaList steps={steps} begin={begin} locked={locked} say={setSaid} />
        )}
        <GroupsSection locked={locked} />
        <p className="visually-hidden" role="status">
          {said}
        </p>
      </div>
    </PlaceFrame>
  )
}
