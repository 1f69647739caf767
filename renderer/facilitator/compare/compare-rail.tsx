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
import { VIEWS, chooseAgain, readAs, reading, withFilter } from './comparison'
import type { ViewId } from './comparison'
import { labsOf } from './compare-words'

/** Named in the rail; the rest is a number. */
const LISTED = 12

const ICONS: Readonly<Record<ViewId, ReactNode>> = {
  map: <IconGridDots size={18} stroke={1.75} />,
  words: <IconMessages size={18} stroke={1.75} />,
  priorities: <IconChartLine size={18} stroke={1.75} />,
  shared: <IconCircles size={18} stroke={1.75} />,
  tasks: <IconChecklist size={18} stroke={1.75} />,
  indicators: <IconChartDots size={18} stroke={1.75} />,
  leftOut: <IconFileAlert size={18} stroke={1.75} />,
}

/** Labs are ticked in and out; the sessions of a single lab are only named. */
const Listed = ({ base }: { readonly base: CompareView }) => {
  const t = useT()
  const { filter } = useStore(reading)
  const labs = labsOf(base)
  const tick = (labId: string): void => {
    const chosen = filter.labIds ?? labs.map((lab) => lab.labId)
    const next = chosen.includes(labId) ? chosen.filter((id) => id !== labId) : [...chosen, labId]
    readAs({ filter: withFilter(filter, 'labIds', next.length === labs.length ? null : next) })
  }
  const names = base.sessions.map(({ sessionId, places, title }) => ({
    id: sessionId,
    name: places.length === 1 && new Set(base.sessions.flatMap((one) => one.places)).size > 1 ? places[0] : title,
  }))
  const rest = (labs.length > 1 ? labs : names).length - LISTED
  return (
    <>
      <ul className="compare-listed">
        {labs.length > 1
          ? labs.map(({ labId, labName }) => (
              <li key={labId}>
                <label className="tick">
                  <input
                    type="checkbox"
                    checked={filter.labIds?.includes(labId) ?? true}
                    onChange={() => tick(labId)}
                  />
                  <span>{labName}</span>
                </label>
              </li>
            ))
          : names.slice(0, LISTED).map(({ id, name }) => <li key={id}>{name}</li>)}
      </ul>
      {rest > 0 && labs.length < 2 ? <p className="small quiet">{t('compare:rail.more', { count: rest })}</p> : null}
    </>
  )
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
        {base === null ? null : <Listed base={base} />}
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
