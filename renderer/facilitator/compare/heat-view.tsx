import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { useFormat } from '../app/use-format'
import type { By } from './comparison'
import { findingOf } from './finding'
import { heatGroups, mostOf } from './heat-model'
import type { Chosen } from './heat-model'
import { HeatLegend } from './heat-legend'
import { HeatTable } from './heat-table'

interface HeatViewProps {
  readonly view: CompareView
  readonly by: By
  readonly chosen: Chosen | null
  readonly onChoose: (chosen: Chosen) => void
}

/** The finding in words. The first sentence is the strongest. */
export const Finding = ({ sentences }: { readonly sentences: readonly string[] }) => {
  const [first, ...more] = sentences
  return (
    <p className="notice compare-finding">
      <span>
        <b>{first}</b> {more.join(' ')}
      </span>
    </p>
  )
}

/** Rows by themes, and by levels: how many statements, or why none. */
export const HeatView = ({ view, by, chosen, onChoose }: HeatViewProps) => {
  const t = useT()
  const { list } = useFormat()
  const groups = heatGroups(view.topics)
  if (groups.length === 0 || view.topics.rows.length === 0) {
    return <p className="note compare-note">{t('compare:noTopics')}</p>
  }
  return (
    <>
      <Finding sentences={findingOf(view, by, { t, list })} />
      {groups.map((group) => (
        <section key={group.id} className="compare-section" aria-labelledby={`heat-${group.id}`}>
          <div className="compare-section-head">
            <h2 id={`heat-${group.id}`}>{t(`report:compare.heading.${group.id}s`)}</h2>
            <HeatLegend table={view.topics} group={group} />
          </div>
          <HeatTable
            view={view}
            by={by}
            group={group}
            most={mostOf(view.topics, group)}
            chosen={chosen}
            onChoose={onChoose}
          />
        </section>
      ))}
    </>
  )
}
