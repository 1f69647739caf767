import { lazy } from 'react'
import { wayOf } from '@core/compare/way'
import type { IndicatorRow as Row } from '@core/compare/way'
import { formatPercent } from '../../shared/i18n/format'
import type { CompareView } from '@core/protocol/report-views'
import { useLang, useT } from '../../shared/i18n/use-t'
import { useFormat } from '../app/use-format'
import { ChartSection } from './chart-section'
import { Finding } from './heat-view'

const BarsChart = lazy(async () => ({ default: (await import('../../shared/charts/bars-chart')).BarsChart }))

/** Decimals at most, as in the report. */
const DIGITS = 1

/** Indicators in the chart; more make it no picture, and the table has all. */
const DRAWN = 20
const FULL = 100
/** Of “100 %” at the end of a bar, px. */
const PERCENT = 60

/** Those with beginning, target and a measurement, as far as they have come. */
const WayChart = ({ rows, label }: { readonly rows: readonly Row[]; readonly label: string }) => {
  const t = useT()
  const lang = useLang()
  const ways = rows.flatMap((row, at) => {
    const way = wayOf(row)
    return way === null ? [] : [{ row, way, id: String(at) }]
  })
  if (ways.length === 0) return <p className="quiet">{t('compare:indicators.noWays')}</p>
  return (
    <>
      <BarsChart
        label={label}
        full={FULL}
        room={PERCENT}
        rows={ways.slice(0, DRAWN).map(({ row, way, id }) => ({
          id,
          text: t('report:compare.indicatorOf', { name: row.name, lab: row.labName }),
          value: way * FULL,
          shown: formatPercent(lang, Math.floor(way * FULL) / FULL),
          leads: way >= 1,
        }))}
      />
      <p className="small quiet">{t('compare:indicators.read')}</p>
    </>
  )
}

const WayTable = ({ rows, labelledBy }: { readonly rows: readonly Row[]; readonly labelledBy: string }) => {
  const t = useT()
  const lang = useLang()
  const { day, number } = useFormat()
  const shown = (value: number | null): string => (value === null ? '–' : number(value, DIGITS))
  const wayWords = (row: Row): string => {
    const way = wayOf(row)
    if (way === null) return t('compare:indicators.noWay')
    return way >= 1 ? t('compare:indicators.reached') : formatPercent(lang, Math.floor(way * FULL) / FULL)
  }
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-labelledby={labelledBy}>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('report:compare.column.lab')}</th>
            <th scope="col">{t('report:column.indicator')}</th>
            <th scope="col">{t('report:compare.column.baseline')}</th>
            <th scope="col">{t('report:compare.column.last')}</th>
            <th scope="col">{t('report:compare.column.target')}</th>
            <th scope="col">{t('report:compare.column.way')}</th>
            <th scope="col">{t('report:column.day')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // A lab may follow two indicators of one name.
            <tr key={`${at} ${row.labName} ${row.name}`}>
              <td>{row.labName}</td>
              <th scope="row">
                {row.name} {row.unit === undefined ? null : <span className="quiet small">{row.unit}</span>}
              </th>
              <td>{shown(row.baseline)}</td>
              <td>
                <b>{shown(row.last)}</b>
              </td>
              <td>{shown(row.target)}</td>
              <td>{wayWords(row)}</td>
              <td className="figures-day">{row.lastOn === undefined ? '–' : day(row.lastOn, 'medium')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The figures of all labs: where they began, what they want, where they are. */
export const IndicatorsView = ({ view: { compareId, indicators: rows } }: { readonly view: CompareView }) => {
  const t = useT()
  if (rows.length === 0) return <p className="note compare-note">{t('compare:noIndicators')}</p>
  const ways = rows.flatMap((row) => wayOf(row) ?? [])
  const finding = t('report:compare.reached', {
    count: ways.length,
    reached: ways.filter((way) => way >= 1).length,
  })
  return (
    <>
      <Finding sentences={[finding]} />
      <ChartSection
        title={t('report:compare.indicators')}
        chartId="compare-indicators-chart"
        compareId={compareId}
        chart={<WayChart rows={rows} label={finding} />}
        table={(id) => <WayTable rows={rows} labelledBy={id} />}
      />
    </>
  )
}
