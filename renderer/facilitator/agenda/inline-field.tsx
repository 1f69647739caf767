import { useState } from 'react'
import type { KeyboardEvent } from 'react'

interface InlineProps {
  readonly name: string
  readonly value: string
  readonly className?: string
  readonly type?: 'text' | 'number'
  readonly max?: number
  readonly maxLength?: number
  readonly readOnly?: boolean
  /** Called when the field is left or Enter is pressed, only with something new. */
  readonly onCommit: (value: string) => void
}

/** A field in a list that keeps what is typed until it is left; Esc brings the old value back. */
export const InlineField = ({ name, value, className = '', type = 'text', onCommit, ...rest }: InlineProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = (): void => {
    if (typed !== null && typed.trim() !== value) onCommit(typed.trim())
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') commit()
    if (event.key !== 'Escape' || typed === null) return
    event.preventDefault()
    setTyped(null)
  }
  return (
    <input
      className={`input ${className}`}
      aria-label={name}
      title={type === 'text' ? value : undefined}
      type={type}
      min={type === 'number' ? 0 : undefined}
      {...rest}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  )
}
