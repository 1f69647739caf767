import { Suspense, useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useStore } from '../app/store'
import { TakePicture } from '../report/take-picture'
import { TableButton } from '../votes/result-section'
import { reading, whatOf } from './comparison'

interface ChartSectionProps {
  readonly title: string
  readonly chart: ReactNode
  /** The same chart in the report, to take along as a picture. */
  readonly chartId: string
  readonly compareId: string
  /** Given the id of the heading. */
  readonly table: (headingId: string) => ReactNode
  /** Stands below both. */
  readonly children?: ReactNode
}

/** A chart, and behind it the same figures as a table. */
export const ChartSection = ({ title, chart, chartId, compareId, table, children }: ChartSectionProps) => {
  const id = useId()
  const { by, filter } = useStore(reading)
  const [asTable, setAsTable] = useState(false)
  return (
    <section className="compare-section" aria-labelledby={id}>
      <div className="compare-section-head">
        <h2 id={id}>{title}</h2>
        <div className="actions">
          {asTable ? null : <TakePicture chartId={chartId} what={whatOf(compareId, by, filter)} of={title} />}
          <TableButton table={asTable} onToggle={() => setAsTable(!asTable)} />
        </div>
      </div>
      {asTable ? (
        table(id)
      ) : (
        <div className="compare-chart">
          <Suspense fallback={<div className="chart-wait" aria-busy="true" />}>{chart}</Suspense>
        </div>
      )}
      {children}
    </section>
  )
}
