import { Suspense, useId, useState } from 'react'
import type { ReactNode } from 'react'
import { TableButton } from '../votes/result-section'

interface ChartSectionProps {
  readonly title: string
  readonly chart: ReactNode
  /** Given the id of the heading. */
  readonly table: (headingId: string) => ReactNode
  /** Stands below both. */
  readonly children?: ReactNode
}

/** A chart, and behind it the same figures as a table. */
export const ChartSection = ({ title, chart, table, children }: ChartSectionProps) => {
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  return (
    <section className="compare-section" aria-labelledby={id}>
      <div className="compare-section-head">
        <h2 id={id}>{title}</h2>
        <TableButton table={asTable} onToggle={() => setAsTable(!asTable)} />
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
