import { IconListDetails } from '@tabler/icons-react'
import { agendaEnd } from '@core/rules/agenda-time'
import { useT } from '../../shared/i18n/use-t'
import { useNow, useOrdered, useSession } from '../../shared/replica/react'
import { useChosenGroup } from './group-choice'
import { nav, useNav } from './nav'
import { RailCollections } from './rail-collections'
import { RailSteps } from './rail-steps'
import { useFormat } from './use-format'
import './rail.css'

/** The agenda on top, the collections below. Narrow windows show only numbers and icons. */
export const Rail = () => {
  const t = useT()
  const { time } = useFormat()
  const now = useNow(30_000)
  const all = useOrdered('step')
  const group = useChosenGroup()
  const { place } = useNav()
  const running = useSession()?.state === 'running'
  // Of a group what it does itself, and what everybody does.
  const steps = group === undefined ? all : all.filter(({ groupId }) => groupId === undefined || groupId === group.id)
  const end = agendaEnd(all, now)
  return (
    <nav className="rail" data-area="rail" tabIndex={-1} aria-label={t('shell:areas.rail')}>
      <div className="rail-head">
        <h2>
          <button
            type="button"
            className="rail-agenda"
            title={t('shell:rail.changeAgenda')}
            aria-current={place.kind === 'agenda' ? 'page' : undefined}
            onClick={() => nav.go({ kind: 'agenda' })}
          >
            <IconListDetails size={16} stroke={1.75} aria-hidden="true" />
            <span>{t('shell:rail.agenda')}</span>
          </button>
        </h2>
        {running ? <span className="rail-ends">{t('shell:rail.ends', { time: time(end) })}</span> : null}
      </div>
      <RailSteps steps={steps} all={all} />
      <hr />
      <RailCollections />
    </nav>
  )
}
