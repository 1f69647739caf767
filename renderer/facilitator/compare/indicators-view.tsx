import type { CSSProperties } from 'react'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { useFormat } from '../app/use-format'
import { Finding } from './heat-view'

type Row = CompareView['indicators'][number]

/** Decimals at most, as in the report. */
const DIGITS = 1

/** How much of the way from the beginning to the target is gone, 0 to 1; null where one of the three is missing. */
const wayOf = ({ baseline, target, last }: Row): number | null =>
  baseline === null || target === null || last === null || target === baseline
    ? null
    : Math.min(1, Math.max(0, (last - baseline) / (target - baseline)))

const Way = ({ way }: { readonly way: number | null }) => {
  const t = useT()
  if (way === null) return <span className="quiet">{t('compare:indicators.noWay')}</span>
  const style: CSSProperties & Record<'--share', string> = { '--share': `${way * 100}%` }
  return (
    <>
      <span className="priority-bar" style={style} aria-hidden="true" />
      <b>
        {way >= 1 ? t('compare:indicators.reached') : t('compare:indicators.way', { percent: Math.floor(way * 100) })}
      </b>
    </>
  )
}

/** The figures of all labs: where they began, what they want, where they are. */
export const IndicatorsView = ({ rows }: { readonly rows: readonly Row[] }) => {
  const t = useT()
  const { day, number } = useFormat()
  if (rows.length === 0) return <p className="note compare-note">{t('compare:noIndicators')}</p>
  const shown = (value: number | null): string => (value === null ? '–' : number(value, DIGITS))
  const ways = rows.flatMap((row) => wayOf(row) ?? [])
  const reached = ways.filter((way) => way >= 1).length
  return (
    <>
      <Finding sentences={[t('compare:indicators.finding', { count: ways.length, reached })]} />
      <section className="compare-section" aria-labelledby="compare-indicators">
        <h2 id="compare-indicators">{t('report:compare.indicators')}</h2>
        <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="compare-indicators">
          <table className="figures-table">
            <thead>
              <tr>
                <th scope="col">{t('report:compare.column.lab')}</th>
                <th scope="col">{t('report:column.indicator')}</th>
                <th scope="col">{t('report:compare.column.baseline')}</th>
                <th scope="col">{t('report:compare.column.last')}</th>
                <th scope="col">{t('report:compare.column.target')}</th>
                <th scope="col">{t('compare:indicators.column')}</th>
                <th scope="col">{t('report:column.day')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.labName} ${row.name}`}>
                  <td>{row.labName}</td>
                  <th scope="row">
                    {row.name} {row.unit === undefined ? null : <span className="quiet small">{row.unit}</span>}
                  </th>
                  <td>{shown(row.baseline)}</td>
                  <td>
                    <b>{shown(row.last)}</b>
                  </td>
                  <td>{shown(row.target)}</td>
                  <td className="figures-wide">
                    <Way way={wayOf(row)} />
                  </td>
                  <td className="figures-day">{row.lastOn === undefined ? '–' : day(row.lastOn, 'medium')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  )
}
