import { useId } from 'react'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { dayAfter, useToday } from './today'

interface WordsFieldProps {
  readonly label: string
  readonly value: string
  readonly onType: (value: string) => void
  readonly rows?: number
  readonly limit?: number
  readonly hint?: string
  readonly required?: boolean
  /** Takes the focus and chooses what is prefilled, so that typing replaces it. */
  readonly first?: boolean
}

/** When this share of the room for words is left, the count shows. */
const COUNT_FROM = 0.85

/** Several lines; counts when the limit comes near. */
export const WordsField = (props: WordsFieldProps) => {
  const { label, value, onType, rows = 3, limit = LIMITS.statement, hint, required = false, first = false } = props
  const t = useT()
  const id = useId()
  const left = limit - value.length
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={rows}
        maxLength={limit}
        required={required}
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
      {value.length > limit * COUNT_FROM ? (
        <p className="field-hint">{t('outcomes:field.left', { count: left })}</p>
      ) : null}
    </div>
  )
}

interface LineFieldProps {
  readonly label: string
  readonly value: string
  readonly onType: (value: string) => void
  readonly hint?: string
}

export const LineField = ({ label, value, onType, hint }: LineFieldProps) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        maxLength={LIMITS.label}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      {hint === undefined ? null : <p className="field-hint">{hint}</p>}
    </div>
  )
}

interface DayFieldProps {
  readonly label: string
  readonly day: string
  readonly onChoose: (day: string) => void
  /** Quick choices, in weeks from today. */
  readonly weeks?: readonly number[]
}

/** A day; empty is none. */
export const DayField = ({ label, day, onChoose, weeks = [] }: DayFieldProps) => {
  const t = useT()
  const id = useId()
  const today = useToday()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="input day-input"
        value={day}
        onChange={(event) => onChoose(event.target.value)}
      />
      {weeks.length === 0 ? null : (
        <div className="quick-row">
          {weeks.map((count) => (
            <Button key={count} size="small" kind="quiet" onClick={() => onChoose(dayAfter(today, count * 7))}>
              {t('outcomes:field.inWeeks', { count })}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

interface ChoiceFieldProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly (readonly [Value, string])[]
  readonly onChoose: (value: Value) => void
}

export const ChoiceField = <Value extends string>({ label, value, choices, onChoose }: ChoiceFieldProps<Value>) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = choices.find(([one]) => one === event.target.value)
          if (chosen !== undefined) onChoose(chosen[0])
        }}
      >
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
