import type { ReactNode } from 'react'
import type { Tone } from '@core/charts/vote-grids'
import './vote-charts.css'

export type GridTableCell = {
  readonly id: string
  readonly shown: string
  /** What a screen reader says instead of a sign. */
  readonly spoken?: string
  readonly fill: Tone | 'hidden' | 'self'
  readonly strong?: boolean
}
export type GridTableRow = { readonly id: string; readonly head: ReactNode; readonly cells: readonly GridTableCell[] }

/** Columns that all fit, and so are as wide as each other. */
const FEW = 8

interface GridTableProps {
  /** Id of the heading that says what is to be seen. */
  readonly labelledBy: string
  readonly corner: string
  readonly columns: readonly { readonly id: string; readonly head: ReactNode }[]
  readonly rows: readonly GridTableRow[]
}

/** Figures with tones: a chart that is its own table. What is not known is hatched. */
export const GridTable = ({ labelledBy, corner, columns, rows }: GridTableProps) => (
  <div className="table-scroll" tabIndex={0} role="group" aria-labelledby={labelledBy}>
    <table className="grid-table" data-few={columns.length <= FEW || undefined}>
      <thead>
        <tr>
          <th scope="col" className="grid-topic">
            <span className="visually-hidden">{corner}</span>
          </th>
          {columns.map(({ id, head }) => (
            <th key={id} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, head, cells }) => (
          <tr key={id}>
            <th scope="row" className="grid-topic">
              {head}
            </th>
            {cells.map((cell) => (
              <td key={cell.id} data-tone={cell.fill} data-strong={cell.strong}>
                {cell.spoken === undefined ? (
                  cell.shown
                ) : (
                  <>
                    <span aria-hidden="true">{cell.shown}</span>
                    <span className="visually-hidden">{cell.spoken}</span>
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
