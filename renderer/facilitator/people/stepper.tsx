import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'

interface StepperProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}

const MOST = 9_999

/** A small whole number with minus and plus; it can be typed too. */
export const Stepper = ({ label, value, onChange }: StepperProps) => {
  const t = useT()
  const set = (next: number): void => {
    const kept = Math.min(MOST, Math.max(0, Math.trunc(next) || 0))
    if (kept !== value) onChange(kept)
  }
  return (
    <div className="stepper" role="group" aria-label={label}>
      <button type="button" aria-label={t('people:fewer', { what: label })} onClick={() => set(value - 1)}>
        <IconMinus size={15} stroke={2} aria-hidden="true" />
      </button>
      <input
        type="number"
        min={0}
        max={MOST}
        aria-label={label}
        value={value}
        onChange={(event) => set(Number(event.target.value))}
      />
      <button type="button" aria-label={t('people:more', { what: label })} onClick={() => set(value + 1)}>
        <IconPlus size={15} stroke={2} aria-hidden="true" />
      </button>
    </div>
  )
}
