import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../../shared/i18n/use-t'

interface HandsStepperProps {
  /** What is counted here, for screen readers: "Families, One plan for each family". */
  readonly name: string
  readonly value: number
  readonly onChoose: (value: number) => void
  readonly first?: boolean
}

const MOST = 9_999

/**
 * A count with one more and one less. The field takes figures, arrows and + or -; the buttons are for a finger and out of
 * the way of the Tab key, since the arrows do the same.
 */
export const HandsStepper = ({ name, value, onChoose, first = false }: HandsStepperProps) => {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  const set = (next: number): void => {
    setTyped(null)
    const fitting = Math.min(MOST, Math.max(0, next))
    if (fitting !== value) onChoose(fitting)
  }
  const type = (text: string): void => {
    const figures = text.replaceAll(/\D/g, '').slice(0, 4)
    if (figures === '') return setTyped('')
    return set(Number(figures))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: 1, '+': 1, ArrowDown: -1, '-': -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    set(value + step)
  }
  return (
    <span className="hands-stepper">
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('vote:hands.less', { name })}
        aria-disabled={value === 0 || undefined}
        onClick={() => set(value - 1)}
      >
        <IconMinus size={20} stroke={2} aria-hidden="true" />
      </button>
      <input
        type="text"
        inputMode="numeric"
        role="spinbutton"
        aria-label={name}
        aria-valuenow={value}
        aria-valuemin={0}
        data-autofocus={first || undefined}
        value={typed ?? String(value)}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => (typed === null ? undefined : set(0))}
        onKeyDown={onKeyDown}
      />
      <button type="button" tabIndex={-1} aria-label={t('vote:hands.more', { name })} onClick={() => set(value + 1)}>
        <IconPlus size={20} stroke={2} aria-hidden="true" />
      </button>
    </span>
  )
}
