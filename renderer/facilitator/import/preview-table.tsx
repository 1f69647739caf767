import type { Board } from '@core/model/board'
import type { ColumnRole, TextTable } from '@core/import/card-table'
import { COLUMN_ROLES } from '@core/import/card-table'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { RoleFields, WIDE } from './role-fields'

/** Rows shown, and letters of a cell: enough to see what a column holds. */
const ROWS = 6
const LETTERS = 160

interface PreviewTableProps {
  readonly board: Board
  readonly table: TextTable
  readonly roles: readonly ColumnRole[]
  readonly hasHead: boolean
  readonly onRoles: (roles: readonly ColumnRole[]) => void
}

const short = (cell: string): string => (cell.length > LETTERS ? `${cell.slice(0, LETTERS - 1)}…` : cell)

/** A role is given to one column: the one that had it before holds nothing now. */
const given = (roles: readonly ColumnRole[], at: number, role: ColumnRole): ColumnRole[] =>
  roles.map((one, index) => (index === at ? role : one === role && role !== 'ignore' ? 'ignore' : one))

/** The first rows of the table, and above each column what it holds. */
export const PreviewTable = ({ board, table, roles, hasHead, onRoles }: PreviewTableProps) => {
  const t = useT()
  const [head = []] = table
  const rows = table.slice(hasHead ? 1 : 0, (hasHead ? 1 : 0) + ROWS)
  const wordsOf = (role: ColumnRole): string => {
    const axis = board.axes[role === 'second' ? 1 : 0]
    return role === 'first' || role === 'second' ? labelText(t, axis?.label ?? { text: '' }) : t(`import:role.${role}`)
  }
  const offered = COLUMN_ROLES.filter((role) => role !== 'second' || board.axes.length > 1)
  const nameOf = (at: number): string =>
    hasHead && (head[at] ?? '').trim() !== '' ? short(head[at] ?? '') : t('import:preview.column', { number: at + 1 })
  return (
    <>
      {roles.length > WIDE ? (
        <RoleFields roles={roles} offered={offered} wordsOf={wordsOf} nameOf={nameOf} onRoles={onRoles} />
      ) : null}
      <div className="import-scroll" tabIndex={0} role="region" aria-label={t('import:preview.name')}>
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col" className="import-row">
                {t('import:preview.row')}
              </th>
              {roles.map((role, at) => (
                // Columns have no other name than their place.
                <th key={at} scope="col" data-ignored={role === 'ignore' || undefined}>
                  <span className="import-column" dir="auto">
                    {nameOf(at)}
                  </span>
                  <select
                    className="input"
                    aria-label={t('import:preview.holds', { column: nameOf(at) })}
                    value={role}
                    onChange={(event) => {
                      const wanted = COLUMN_ROLES.find((one) => one === event.target.value)
                      if (wanted) onRoles(given(roles, at, wanted))
                    }}
                  >
                    {offered.map((one) => (
                      <option key={one} value={one}>
                        {wordsOf(one)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row" className="import-row">
                  {index + (hasHead ? 2 : 1)}
                </th>
                {roles.map((role, at) => (
                  <td key={at} dir="auto" data-ignored={role === 'ignore' || undefined}>
                    {short(row[at] ?? '')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
