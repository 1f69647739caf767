import {
  IconActivity,
  IconBook2,
  IconBuildingCommunity,
  IconChartDots3,
  IconChartLine,
  IconChecklist,
  IconChevronDown,
  IconChevronUp,
  IconFileText,
  IconGavel,
  IconHeartbeat,
  IconHelpHexagon,
  IconInbox,
  IconLayoutBoard,
  IconMessages,
  IconSeeding,
  IconUsers,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { useOrdered, useHelper, useTable } from '../../shared/replica/react'
import { FACILITATORS_PLACES, nav, useNav } from './nav'
import type { Place, PlaceKind } from './nav'
import { usedPlaces } from './used-places'
import type { CollectionKind } from './used-places'

const ICONS: { readonly [K in CollectionKind]: typeof IconUsers } = {
  boards: IconLayoutBoard,
  votes: IconChartDots3,
  dialogue: IconMessages,
  decisions: IconGavel,
  tasks: IconChecklist,
  questions: IconHelpHexagon,
  projects: IconSeeding,
  indicators: IconChartLine,
  activities: IconActivity,
  pulse: IconHeartbeat,
  notebook: IconBook2,
  people: IconUsers,
  lab: IconBuildingCommunity,
  report: IconFileText,
}
const ORDER = Object.keys(ICONS) as CollectionKind[] // the keys just above

interface CollectionProps {
  readonly kind: CollectionKind
  readonly count: number
  readonly current: PlaceKind
}

const Collection = ({ kind, count, current }: CollectionProps) => {
  const t = useT()
  const Icon = ICONS[kind]
  const name = t(`shell:rail.${kind}`)
  const place: Place = { kind }
  return (
    <li>
      <button
        type="button"
        className="rail-row"
        title={name}
        aria-current={current === kind ? 'page' : undefined}
        onClick={() => nav.go(place)}
      >
        <Icon size={18} stroke={1.75} aria-hidden="true" />
        <span className="rail-name">{name}</span>
        {count === 0 ? null : <span className="rail-count">{count}</span>}
      </button>
    </li>
  )
}

/** What came from phones and waits for the facilitator. */
const Waiting = () => {
  const t = useT()
  const { place } = useNav()
  const proposals = useTable('proposal').size
  let held = 0
  for (const card of useTable('card').values()) if (card.held && card.revealed) held += 1
  const count = proposals + held
  if (count === 0 && place.kind !== 'waiting') return null
  return (
    <li>
      <button
        type="button"
        className="rail-row rail-waiting"
        aria-current={place.kind === 'waiting' ? 'page' : undefined}
        onClick={() => nav.go({ kind: 'waiting' })}
      >
        <IconInbox size={18} stroke={1.75} aria-hidden="true" />
        <span className="rail-name">
          {count === 0 ? t('shell:rail.nothingWaits') : t('shell:rail.waiting', { count })}
        </span>
      </button>
    </li>
  )
}

const useCounts = (): { readonly [K in CollectionKind]: number } => ({
  boards: useTable('board').size,
  votes: useTable('vote').size,
  dialogue: useTable('statement').size,
  decisions: useTable('decision').size,
  tasks: useTable('task').size,
  questions: useTable('question').size,
  projects: useTable('project').size,
  indicators: useTable('indicator').size,
  activities: useTable('activity').size,
  pulse: useTable('pulse').size,
  notebook: useTable('notebook').size,
  people: useTable('person').size,
  lab: 0,
  report: 0,
})

interface FoldProps {
  readonly open: boolean
  readonly onToggle: () => void
}

const Fold = ({ open, onToggle }: FoldProps): ReactNode => {
  const t = useT()
  const Icon = open ? IconChevronUp : IconChevronDown
  const name = open ? t('shell:rail.fewer') : t('shell:rail.more')
  return (
    <li>
      <button type="button" className="rail-row rail-fold" title={name} aria-expanded={open} onClick={onToggle}>
        <Icon size={18} stroke={1.75} aria-hidden="true" />
        <span className="rail-name">{name}</span>
      </button>
    </li>
  )
}

/** What the session holds besides its agenda. What is empty and not planned for waits under a fold. */
export const RailCollections = () => {
  const t = useT()
  const current = useNav().place.kind
  const [open, setOpen] = useState(false)
  const counts = useCounts()
  const used = usedPlaces(useOrdered('step'), useOrdered('board'), counts)
  const isHelper = useHelper()
  const order = ORDER.filter((kind) => !(isHelper && FACILITATORS_PLACES.has(kind)))
  const first = order.filter((kind) => used.has(kind) || kind === current)
  const rest = order.filter((kind) => !first.includes(kind))
  return (
    <ul className="rail-list rail-collections" aria-label={t('shell:rail.collections')}>
      <Waiting />
      {first.map((kind) => (
        <Collection key={kind} kind={kind} count={counts[kind]} current={current} />
      ))}
      {open ? rest.map((kind) => <Collection key={kind} kind={kind} count={0} current={current} />) : null}
      {rest.length === 0 ? null : <Fold open={open} onToggle={() => setOpen(!open)} />}
    </ul>
  )
}
