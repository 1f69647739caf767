import type { TopicTable } from '@core/compare/place-topics'
import { useT } from '../../shared/i18n/use-t'
import { darkFrom, mostOf } from './heat-model'
import type { HeatGroup } from './heat-model'

const rangeOf = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`)

/** What number and colour of a cell mean. */
export const HeatLegend = ({ table, group }: { readonly table: TopicTable; readonly group: HeatGroup }) => {
  const t = useT()
  const most = mostOf(table, group)
  const dark = darkFrom(most)
  const notAsked = table.rows.some(({ cells }) =>
    group.columns.some(({ column }) => cells[column]?.kind === 'not-asked'),
  )
  return (
    <ul className="heat-legend" aria-label={t('compare:legend.label')}>
      <li>{t('compare:legend.label')}</li>
      <li>
        <span className="heat-swatch" data-tone="0">
          –
        </span>
        {t('compare:legend.nobody')}
      </li>
      <li>
        <span className="heat-swatch" data-tone="1" />
        {rangeOf(1, Math.max(1, dark - 1))}
      </li>
      {most > 1 ? (
        <li>
          <span className="heat-swatch" data-tone="2" />
          {rangeOf(dark, most)}
        </li>
      ) : null}
      {notAsked ? (
        <li>
          <span className="heat-swatch" data-tone="not-asked" />
          {t('report:compare.notAsked')}
        </li>
      ) : null}
    </ul>
  )
}
