/** @jsxImportSource preact */
import { useRef } from 'preact/hooks'
import { usePage } from '../context'

type FiveProps = {
  readonly name: string
  readonly label: string
  /** What the ends mean. */
  readonly low: string
  readonly high: string
  /** Zero: nothing chosen. */
  readonly value: number
  readonly onGive: (value: number) => void
}

/** One figure from 1 to 5, or none. */
export const Five = ({ name, label, low, high, value, onGive }: FiveProps) => {
  const { t } = usePage()
  const first = useRef<HTMLInputElement>(null)
  return (
    <div class="five-of">
      <div class="five" role="radiogroup" aria-label={label}>
        {[1, 2, 3, 4, 5].map((one) => (
          <label key={one} class="five-choice">
            <input
              ref={one === 1 ? first : undefined}
              type="radio"
              name={name}
              aria-label={t('ballot:screen.value', { value: one })}
              checked={value === one}
              onChange={() => onGive(one)}
            />
            <span aria-hidden="true">{one}</span>
          </label>
        ))}
      </div>
      <p class="five-ends small quiet">
        <span>{low}</span>
        <span>{high}</span>
      </p>
      {value === 0 ? null : (
        <button
          type="button"
          class="link five-none"
          aria-label={t('ballot:screen.noFigure', { option: label })}
          onClick={() => {
            onGive(0)
            // The button is gone with the figure.
            first.current?.focus()
          }}
        >
          {t('ballot:screen.leaveOut')}
        </button>
      )}
    </div>
  )
}
