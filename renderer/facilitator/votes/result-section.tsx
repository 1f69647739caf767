import { IconChartBar, IconTable } from '@tabler/icons-react'
import { Suspense, useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import './result-pictures.css'

interface TableButtonProps {
  readonly table: boolean
  readonly onToggle: () => void
}

export const TableButton = ({ table, onToggle }: TableButtonProps) => {
  const t = useT()
  return (
    <Button
      size="small"
      pressed={table}
      icon={table ? <IconChartBar size={16} stroke={1.75} /> : <IconTable size={16} stroke={1.75} />}
      onClick={onToggle}
    >
      {t(table ? 'common:asChart' : 'common:asTable')}
    </Button>
  )
}

interface ResultSectionProps {
  /** The finding: what there is to see. */
  readonly title: string
  /** Given the id of the heading. */
  readonly chart: (headingId: string) => ReactNode
  /** Left out where the chart is a table itself. */
  readonly table?: (headingId: string) => ReactNode
  /** Stands below both. */
  readonly children?: ReactNode
}

/** A picture of a result under the sentence that says what to see, and behind it the same figures as a table. */
export const ResultSection = ({ title, chart, table, children }: ResultSectionProps) => {
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  return (
    <section className="result-section" aria-labelledby={id}>
      <div className="vote-section-head">
        <h2 id={id}>{title}</h2>
        {table === undefined ? null : <TableButton table={asTable} onToggle={() => setAsTable(!asTable)} />}
      </div>
      {asTable && table !== undefined ? (
        table(id)
      ) : (
        <Suspense fallback={<div className="chart-wait" aria-busy="true" />}>{chart(id)}</Suspense>
      )}
      {children}
    </section>
  )
}

interface FigureTableProps {
  readonly labelledBy: string
  readonly heads: readonly string[]
  /** A row's name, then its figures. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[]
}

/** Plain figures; the first cell of each row is its name. */
export const FigureTable = ({ labelledBy, heads, rows }: FigureTableProps) => (
  <div className="table-scroll" tabIndex={0} role="group" aria-labelledby={labelledBy}>
    <table className="plain-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells: [name, ...figures] }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {figures.map((figure, at) => (
              <td key={heads[at + 1]}>{figure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
