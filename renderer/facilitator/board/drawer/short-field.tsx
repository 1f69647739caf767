import { useId, useState } from 'react'
import { LIMITS } from '@core/model/limits'

interface ShortFieldProps {
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly suggestions?: readonly string[]
  readonly disabled: boolean
  /** Called when the field is left with other words than before; empty ones clear it. */
  readonly onKeep: (text: string | null) => void
}

/** One line, kept when it is left. */
export const ShortField = ({ label, value, hint, suggestions = [], disabled, onKeep }: ShortFieldProps) => {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const keep = (): void => {
    const next = (typed ?? value).trim()
    setTyped(null)
    if (next !== value) onKeep(next === '' ? null : next)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        maxLength={LIMITS.label}
        dir="auto"
        readOnly={disabled}
        list={suggestions.length > 0 ? `${id}-list` : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => (event.key === 'Enter' ? keep() : undefined)}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {suggestions.length > 0 ? (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </div>
  )
}
