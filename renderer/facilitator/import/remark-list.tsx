import type { ImportRemark } from '@core/import/card-table'
import { REMARKS } from '@core/import/card-table'
import { useT } from '../../shared/i18n/use-t'

/** Rows listed of each kind; the number of all stands above them. */
const SHOWN = 200

/** Letters of a name. */
const LETTERS = 80

/** What is to be said of rows, by kind, each with its number in the table: first what does not come in. */
export const RemarkList = ({ remarks }: { readonly remarks: readonly ImportRemark[] }) => {
  const t = useT()
  const kinds = REMARKS.map((what) => ({ what, rows: remarks.filter((one) => one.what === what) }))
  return kinds
    .filter(({ rows }) => rows.length > 0)
    .map(({ what, rows }) => (
      <details key={what} className="import-remarks">
        <summary>{t(`import:remark.${what}`, { count: rows.length })}</summary>
        <div
          className="import-lines"
          tabIndex={0}
          role="region"
          aria-label={t(`import:remark.${what}`, { count: rows.length })}
        >
          <ul>
            {rows.slice(0, SHOWN).map(({ row, value }, at) => (
              <li key={`${row} ${at}`}>
                {value === ''
                  ? t('import:remark.row', { row })
                  : t('import:remark.rowWith', {
                      row,
                      value: value.length > LETTERS ? `${value.slice(0, LETTERS - 1)}…` : value,
                    })}
              </li>
            ))}
            {rows.length > SHOWN ? <li>{t('import:remark.more', { count: rows.length - SHOWN })}</li> : null}
          </ul>
        </div>
      </details>
    ))
}
