import {
  IconBuildingCommunity,
  IconChecklist,
  IconFileText,
  IconGavel,
  IconHelpHexagon,
  IconLayoutBoard,
  IconChartDots3,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { useNow, useOrdered, useSession, useTable } from '../../shared/replica/react'
import { agendaEnd } from './agenda'
import { useFormat } from './use-format'
import { nav, useNav } from './nav'
import type { Place } from './nav'
import { RailSteps } from './rail-steps'

interface CollectionProps {
  readonly place: Place
  readonly name: string
  readonly icon: ReactNode
  readonly count?: number
}

const Collection = ({ place, name, icon, count }: CollectionProps) => {
  const current = useNav().place.kind === place.kind
  return (
    <li>
      <button
        type="button"
        className="rail-row"
        title={name}
        aria-current={current ? 'page' : undefined}
        onClick={() => nav.go(place)}
      >
        {icon}
        <span className="rail-name">{name}</span>
        {count === undefined ? null : <span className="rail-count">{count}</span>}
      </button>
    </li>
  )
}

const icon = (Icon: typeof IconUsers): ReactNode => <Icon size={18} stroke={1.75} aria-hidden="true" />

const Collections = () => {
  const t = useT()
  const tasks = useTable('task')
  const people = useTable('person').size
  return (
    <ul className="rail-list" aria-label={t('shell:rail.collections')}>
      <Collection
        place={{ kind: 'boards' }}
        name={t('shell:rail.boards')}
        icon={icon(IconLayoutBoard)}
        count={useTable('board').size}
      />
      <Collection
        place={{ kind: 'votes' }}
        name={t('shell:rail.votes')}
        icon={icon(IconChartDots3)}
        count={useTable('vote').size}
      />
      <Collection
        place={{ kind: 'decisions' }}
        name={t('shell:rail.decisions')}
        icon={icon(IconGavel)}
        count={useTable('decision').size}
      />
      <Collection
        place={{ kind: 'tasks' }}
        name={t('shell:rail.tasks')}
        icon={icon(IconChecklist)}
        count={tasks.size}
      />
      <Collection
        place={{ kind: 'questions' }}
        name={t('shell:rail.questions')}
        icon={icon(IconHelpHexagon)}
        count={useTable('question').size}
      />
      <Collection
        place={{ kind: 'people' }}
        name={t('shell:rail.people')}
        icon={icon(IconUsers)}
        {...(people > 0 ? { count: people } : {})}
      />
      <Collection place={{ kind: 'lab' }} name={t('shell:rail.lab')} icon={icon(IconBuildingCommunity)} />
      <Collection place={{ kind: 'report' }} name={t('shell:rail.report')} icon={icon(IconFileText)} />
    </ul>
  )
}

/** The agenda on top, the collections below. Narrow windows show only numbers and icons. */
export const Rail = () => {
  const t = useT()
  const { time } = useFormat()
  const now = useNow(30_000)
  const steps = useOrdered('step')
  const running = useSession()?.state === 'running'
  return (
    <nav className="rail" data-area="rail" tabIndex={-1} aria-label={t('shell:areas.rail')}>
      <div className="rail-head">
        <h2>{t('shell:rail.agenda')}</h2>
        {running ? <span>{t('shell:rail.ends', { time: time(agendaEnd(steps, now)) })}</span> : null}
      </div>
      <RailSteps steps={steps} />
      <hr />
      <Collections />
    </nav>
  )
}
