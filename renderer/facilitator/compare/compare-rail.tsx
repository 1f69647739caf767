import {
  IconChartDots,
  IconChartLine,
  IconChecklist,
  IconCircles,
  IconFileAlert,
  IconGridDots,
  IconMessages,
  IconPlus,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { useStore } from '../app/store'
import { VIEWS, chooseAgain, readAs, reading } from './comparison'
import type { ViewId } from './comparison'
import { RailSources } from './rail-sources'

const ICONS: Readonly<Record<ViewId, ReactNode>> = {
  map: <IconGridDots size={18} stroke={1.75} />,
  words: <IconMessages size={18} stroke={1.75} />,
  priorities: <IconChartLine size={18} stroke={1.75} />,
  shared: <IconCircles size={18} stroke={1.75} />,
  tasks: <IconChecklist size={18} stroke={1.75} />,
  indicators: <IconChartDots size={18} stroke={1.75} />,
  leftOut: <IconFileAlert size={18} stroke={1.75} />,
}

const ViewRow = ({ id, count }: { readonly id: ViewId; readonly count?: number }) => {
  const t = useT()
  const { view } = useStore(reading)
  return (
    <li>
      <button
        type="button"
        className="rail-row"
        title={t(`compare:view.${id}`)}
        aria-current={view === id ? 'page' : undefined}
        onClick={() => readAs({ view: id })}
      >
        {ICONS[id]}
        <span className="rail-name">{t(`compare:view.${id}`)}</span>
        {count === undefined ? null : <span className="rail-count">{count}</span>}
      </button>
    </li>
  )
}

interface CompareRailProps {
  readonly view: CompareView | null
  readonly base: CompareView | null
}

/** What is compared, and the ways to look at it. */
export const CompareRail = ({ view, base }: CompareRailProps) => {
  const t = useT()
  const leftOut = view === null ? 0 : view.damaged.length + view.doubles.length
  return (
    <nav className="rail compare-rail" data-area="rail" tabIndex={-1} aria-label={t('compare:rail.label')}>
      <div className="compare-sources">
        <div className="rail-head">
          <h2>{t('compare:rail.title')}</h2>
          <span>{base === null ? null : t('compare:rail.files', { count: base.all.sessions })}</span>
        </div>
        {base === null ? null : <RailSources base={base} />}
      </div>
      <button type="button" className="rail-add" title={t('compare:rail.others')} onClick={() => chooseAgain()}>
        <IconPlus size={18} stroke={1.75} aria-hidden="true" />
        <span>{t('compare:rail.others')}</span>
      </button>
      <hr />
      <div className="rail-head">
        <h2>{t('compare:rail.views')}</h2>
      </div>
      <ul className="rail-list compare-views-list">
        {VIEWS.map((id) => (
          <ViewRow key={id} id={id} />
        ))}
        {leftOut > 0 ? <ViewRow id="leftOut" count={leftOut} /> : null}
      </ul>
    </nav>
  )
}
