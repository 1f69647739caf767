import { useId } from 'react'

interface NumberFieldProps {
  readonly label: string
  readonly value: number | null
  readonly onChoose: (value: number | null) => void
  readonly least?: number
  readonly most?: number
  readonly hint?: string
}

const MOST = 9_999

/** A whole number, or nothing where nothing is allowed. */
export const NumberField = ({ label, value, onChoose, least = 0, most = MOST, hint }: NumberFieldProps) => {
  const id = useId()
  const take = (text: string): void => {
    const number = Math.trunc(Number(text))
    if (text.trim() === '') onChoose(null)
    else if (Number.isFinite(number)) onChoose(Math.min(most, Math.max(least, number)))
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        className="input number-input"
        min={least}
        max={most}
        value={value ?? ''}
        onChange={(event) => take(event.target.value)}
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
