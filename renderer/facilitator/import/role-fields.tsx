import type { ColumnRole } from '@core/import/card-table'
import { useT } from '../../shared/i18n/use-t'

/** Wider tables do not show all their columns at once: which one holds what is asked the other way round too. */
export const WIDE = 6

interface RoleFieldsProps {
  readonly roles: readonly ColumnRole[]
  readonly offered: readonly ColumnRole[]
  readonly wordsOf: (role: ColumnRole) => string
  readonly nameOf: (column: number) => string
  readonly onRoles: (roles: readonly ColumnRole[]) => void
}

/** For each thing a card can have, the column that holds it. */
export const RoleFields = ({ roles, offered, wordsOf, nameOf, onRoles }: RoleFieldsProps) => {
  const t = useT()
  const choose = (role: ColumnRole, column: number): void =>
    onRoles(roles.map((one, at) => (at === column ? role : one === role ? 'ignore' : one)))
  return (
    <fieldset className="import-roles">
      <legend>{t('import:preview.roles', { count: roles.length })}</legend>
      {offered
        .filter((role) => role !== 'ignore')
        .map((role) => (
          <div key={role} className="field">
            <label htmlFor={`import-role-${role}`}>{wordsOf(role)}</label>
            <select
              id={`import-role-${role}`}
              className="input"
              value={roles.indexOf(role)}
              onChange={(event) => choose(role, Number(event.target.value))}
            >
              <option value={-1}>{t('import:preview.noColumn')}</option>
              {roles.map((_, at) => (
                // Columns have no other name than their place.
                <option key={at} value={at}>
                  {nameOf(at)}
                </option>
              ))}
            </select>
          </div>
        ))}
    </fieldset>
  )
}
