import { useT } from '../../shared/i18n/use-t'
import type { ReadChoices, ReadTable } from '../../shared/import/read-table'
import { SEPARATORS } from '../../shared/import/separators'
import { ENCODINGS } from '../../shared/import/text-encoding'

const SEPARATOR_WORDS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', none: 'none' } as const

interface SelectProps {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly words: string }[]
  readonly onChange: (value: string) => void
}

const Select = ({ id, name, value, options, onChange }: SelectProps) => (
  <div className="field">
    <label htmlFor={id}>{name}</label>
    <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
  </div>
)

interface ReadingFieldsProps {
  /** What was pasted is letters already. */
  readonly pasted: boolean
  readonly read: ReadTable
  readonly hasHead: boolean
  readonly onRead: (choices: ReadChoices) => void
  readonly onHead: (hasHead: boolean) => void
}

/** How the table was read, found out and open to change: letters that look wrong, cells that run together, another sheet. */
export const ReadingFields = ({ read, pasted, hasHead, onRead, onHead }: ReadingFieldsProps) => {
  const t = useT()
  const { encoding, separator, sheets, sheet } = read
  return (
    <>
      {encoding === 'xlsx' && sheets.length < 2 ? null : (
        <div className="field-row import-reading">
          {encoding === 'xlsx' || pasted ? null : (
            <Select
              id="import-encoding"
              name={t('import:reading.encoding')}
              value={encoding}
              options={ENCODINGS.map((value) => ({ value, words: t(`import:encoding.${value}`) }))}
              onChange={(value) => {
                const wanted = ENCODINGS.find((one) => one === value)
                if (wanted) onRead({ encoding: wanted })
              }}
            />
          )}
          {separator === null ? null : (
            <Select
              id="import-separator"
              name={t('import:reading.separator')}
              value={separator}
              options={SEPARATORS.map((value) => ({ value, words: t(`import:separator.${SEPARATOR_WORDS[value]}`) }))}
              onChange={(value) => {
                const wanted = SEPARATORS.find((one) => one === value)
                if (wanted) onRead({ separator: wanted })
              }}
            />
          )}
          {sheets.length < 2 ? null : (
            <Select
              id="import-sheet"
              name={t('import:reading.sheet', { count: sheets.length })}
              value={String(sheet)}
              options={sheets.map((words, at) => ({ value: String(at), words }))}
              onChange={(value) => onRead({ sheet: Number(value) })}
            />
          )}
        </div>
      )}
      {read.openQuote ? (
        <p className="notice notice-warn" role="status">
          {t('import:reading.openQuote')}
        </p>
      ) : null}
      <label className="tick">
        <input type="checkbox" checked={hasHead} onChange={(event) => onHead(event.target.checked)} />
        {t('import:reading.head')}
      </label>
    </>
  )
}
