import { useId, useState } from 'react'
import type { ReactNode } from 'react'

interface EsnFieldProps {
  readonly label: string
  readonly value: string
  readonly onSave: (value: string) => void
  readonly rows?: number
  readonly hint?: (text: string) => ReactNode
  /** Why a text cannot be kept as it is; null: it can. */
  readonly problemOf: (text: string) => string | null
}

/**
 * A field of the form: saves when one leaves it, takes back with Esc. What is too long for the file is neither cut nor lost:
 * it stays here with the reason until somebody shortens it.
 */
export const EsnField = ({ label, value, onSave, rows, hint, problemOf }: EsnFieldProps) => {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? value
  const problem = problemOf(shown)
  const save = (): void => {
    if (draft === null || problem !== null) return
    setDraft(null)
    if (draft.trim() !== value) onSave(draft.trim())
  }
  const described = [...(hint ? [`${id}-hint`] : []), ...(problem === null ? [] : [`${id}-problem`])].join(' ')
  const common = {
    id,
    className: 'input',
    value: shown,
    'aria-invalid': problem !== null || undefined,
    'aria-describedby': described === '' ? undefined : described,
    onBlur: save,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input
          {...common}
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
      {hint ? (
        <span id={`${id}-hint`} className="field-hint">
          {hint(shown)}
        </span>
      ) : null}
      {problem === null ? null : (
        <span id={`${id}-problem`} className="field-problem" role="status">
          {problem}
        </span>
      )}
    </div>
  )
}
