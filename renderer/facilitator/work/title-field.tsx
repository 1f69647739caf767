import { useId } from 'react'
import { LIMITS } from '@core/model/limits'

interface TitleFieldProps {
  readonly label: string
  readonly value: string
  readonly onType: (value: string) => void
  /** Takes the focus and chooses what is prefilled, so that typing replaces it. */
  readonly first?: boolean
  readonly hint?: string
}

/** The name of something, in one line. */
export const TitleField = ({ label, value, onType, first = false, hint }: TitleFieldProps) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        required
        maxLength={LIMITS.label}
        value={value}
        data-first={first || undefined}
        onChange={(event) => onType(event.target.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}
