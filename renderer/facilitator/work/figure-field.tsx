import { useId, useState } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { figureOf } from './lines'

interface FigureFieldProps {
  readonly label: string
  readonly value: number | null
  readonly onChoose: (value: number | null) => void
  readonly hint?: string
}

/** Any figure, also with a fraction, written with point or comma; words that are none stay until they are mended. */
export const FigureField = ({ label, value, onChoose, hint }: FigureFieldProps) => {
  const t = useT()
  const id = useId()
  const [words, setWords] = useState<string | null>(null)
  const wrong = words !== null && words.trim() !== '' && figureOf(words) === null
  const settle = (): void => {
    if (words === null || wrong) return
    const next = figureOf(words)
    setWords(null)
    if (next !== value) onChoose(next)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input number-input"
        inputMode="decimal"
        value={words ?? (value === null ? '' : String(value))}
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setWords(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle()
        }}
      />
      <p id={`${id}-hint`} className={wrong ? 'field-problem' : 'field-hint'}>
        {wrong ? t('work:notAFigure') : hint}
      </p>
    </div>
  )
}
