import { useId, useState } from 'react'
import type { ReactNode } from 'react'

interface EditFieldProps {
  readonly label: string
  readonly value: string
  readonly onSave: (value: string) => void
  readonly limit: number
  readonly rows?: number
  readonly hint?: ReactNode
  readonly type?: 'text' | 'date'
  readonly required?: boolean
  readonly hideLabel?: boolean
}

/**
 * A field that saves when one leaves it or presses Enter, and takes back with Esc. While it is written in, what arrives
 * from elsewhere does not disturb it.
 */
export const EditField = (props: EditFieldProps) => {
  const { label, value, onSave, limit, rows, hint, type = 'text', required = false, hideLabel = false } = props
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? value
  const save = (): void => {
    if (draft === null) return
    const next = draft.trim()
    setDraft(null)
    if (next === value || (required && next === '')) return
    onSave(next)
  }
  const common = {
    id,
    className: 'input',
    value: shown,
    maxLength: limit,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    onBlur: save,
  }
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {rows === undefined ? (
        <input
          {...common}
          type={type}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') save()
            if (event.key === 'Escape') setDraft(null)
          }}
        />
      ) : (
        <textarea
          {...common}
          rows={rows}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setDraft(null)
          }}
        />
      )}
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
    </div>
  )
}
