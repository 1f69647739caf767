import { lazy, Suspense, useState } from 'react'
import type { Indicator } from '@core/model/work'
import { useT } from '../../shared/i18n/use-t'
import { openOutcome } from '../outcomes/drafts'
import { useMay } from '../outcomes/use-may'
import { useIndicatorLine, useReadingWords } from './indicator-words'
import { TakePicture } from '../report/take-picture'
import { AddMeasurement, MeasurementTable } from './measurements'

/** The drawing code comes when there is something to draw. */
const LineChart = lazy(async () => ({ default: (await import('../../shared/charts/line-chart')).LineChart }))

/** An indicator with its sentence, its line, and a way to add the next figure. */
export const IndicatorPanel = ({ indicator, chosen }: { readonly indicator: Indicator; readonly chosen: boolean }) => {
  const t = useT()
  const may = useMay()
  const reading = useReadingWords()(indicator)
  const line = useIndicatorLine()(indicator)
  const [asTable, setAsTable] = useState(false)
  return (
    <li className="panel indicator-panel" data-chosen={chosen || undefined} data-indicator={indicator.id}>
      <div className="indicator-head">
        <h2>
          <button
            type="button"
            className="decision-open"
            aria-current={chosen || undefined}
            onClick={() => openOutcome({ type: 'indicator', id: indicator.id })}
          >
            {indicator.name}
          </button>
        </h2>
        {line.points.length === 0 ? null : (
          <button type="button" className="btn-link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'common:asChart' : 'common:asTable')}
          </button>
        )}
      </div>
      <p className="indicator-reading">{reading}</p>
      {line.points.length === 0 ? (
        <p className="missing indicator-none">{t('work:indicator.noFigures')}</p>
      ) : asTable ? (
        <MeasurementTable indicator={indicator} editable={false} />
      ) : (
        <Suspense fallback={<div className="line-wait" aria-busy="true" />}>
          <LineChart line={line} label={`${indicator.name}. ${reading}`} />
        </Suspense>
      )}
      {line.points.length < 2 ? null : <TakePicture chartId={`indicator-${indicator.id}-line`} of={indicator.name} />}
      {indicator.source === undefined ? null : (
        <p className="small quiet">{t('work:indicator.sourceLine', { source: indicator.source })}</p>
      )}
      {may('indicator.measure') ? <AddMeasurement indicator={indicator} /> : null}
    </li>
  )
}
