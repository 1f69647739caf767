import { lazy, Suspense, useState } from 'react'
import type { Pulse } from '@core/model/work'
import type { PulsePoint } from '@core/rules/pulse'
import { answersOf, PULSE_SHOWN_FROM, pulseTrend, shownPoints } from '@core/rules/pulse'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { useSession } from '../../shared/replica/react'
import { useFormat } from '../app/use-format'
import { TakePicture } from '../report/take-picture'

const LineChart = lazy(async () => ({ default: (await import('../../shared/charts/line-chart')).LineChart }))

const VALUES = [1, 2, 3, 4, 5] as const
const RANGE = [0.6, 5.4] as const

/** How many gave 1 to 5, as small bars with their figures; a list for who does not see them. */
const Counts = ({ pulse }: { readonly pulse: Pulse }) => {
  const t = useT()
  const { counts } = answersOf(pulse)
  const most = Math.max(1, ...counts)
  return (
    <ol className="pulse-counts">
      {VALUES.map((value, index) => {
        const count = counts[index] ?? 0
        return (
          <li key={value} aria-label={t('work:pulse.given', { value, count })}>
            <b aria-hidden="true">{count}</b>
            <span className="pulse-bar" aria-hidden="true" style={{ height: `${(count / most) * 100}%` }} />
            <span className="quiet" aria-hidden="true">
              {value}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

const Table = ({ points }: { readonly points: readonly PulsePoint[] }) => {
  const t = useT()
  const { day, number } = useFormat()
  return (
    <table className="measure-table">
      <thead>
        <tr>
          <th scope="col">{t('work:pulse.day')}</th>
          <th scope="col">{t('work:pulse.mean')}</th>
          <th scope="col">{t('work:pulse.answers')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.sessionId}>
            <th scope="row">{day(point.day, 'medium')}</th>
            <td>{number(point.mean ?? 0, 1)}</td>
            <td>{point.n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Over the meetings; only those that enough people answered. */
const Trend = ({ pulse, points }: { readonly pulse: Pulse; readonly points: readonly PulsePoint[] }) => {
  const t = useT()
  const { day, number } = useFormat()
  const [asTable, setAsTable] = useState(false)
  const question = labelText(t, pulse.question)
  const spoken = points.map((point) =>
    t('work:pulse.point', { day: day(point.day, 'medium'), mean: number(point.mean ?? 0, 1), answers: point.n }),
  )
  return (
    <div className="pulse-trend">
      <div className="indicator-head">
        <h3>{t('work:pulse.over')}</h3>
        <button type="button" className="btn-link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'common:asChart' : 'common:asTable')}
        </button>
      </div>
      {asTable ? (
        <Table points={points} />
      ) : (
        <Suspense fallback={<div className="line-wait" aria-busy="true" />}>
          <LineChart
            line={{
              range: RANGE,
              points: points.map((point) => ({
                day: point.day,
                value: point.mean ?? 0,
                shown: number(point.mean ?? 0, 1),
                name: day(point.day, 'medium'),
              })),
            }}
            label={`${question} ${spoken.join('; ')}`}
          />
        </Suspense>
      )}
      <TakePicture chartId={`pulse-${pulse.id}-line`} of={question} />
    </div>
  )
}

/** What was answered to a question: a sentence, the counts, the meetings before. Under three answers only their number. */
export const PulseResult = ({ pulse }: { readonly pulse: Pulse }) => {
  const t = useT()
  const { number } = useFormat()
  const session = useSession()
  const { n, mean } = answersOf(pulse)
  const points = shownPoints(pulseTrend(pulse, { sessionId: session?.id ?? '', day: session?.day ?? '' }))
  const shown = n >= PULSE_SHOWN_FROM
  const before = points.filter(({ sessionId }) => sessionId !== session?.id).at(-1)
  const change =
    !shown || before?.mean == null || mean === null
      ? null
      : mean > before.mean
        ? 'rose'
        : mean < before.mean
          ? 'fell'
          : 'same'
  return (
    <div className="pulse-result">
      <p className={shown ? 'indicator-reading' : 'quiet'}>
        {shown
          ? t('work:pulse.reading', { count: n, mean: number(mean ?? 0, 1) })
          : n === 0
            ? t('work:pulse.none')
            : t('work:pulse.few', { count: n, k: PULSE_SHOWN_FROM })}
        {change === null ? null : <> {t(`work:pulse.trend.${change}`, { from: number(before?.mean ?? 0, 1) })}</>}
      </p>
      {shown ? <Counts pulse={pulse} /> : null}
      {points.length < 2 ? null : <Trend pulse={pulse} points={points} />}
    </div>
  )
}
