import { useId } from 'react'
import type { ReactNode } from 'react'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly icon?: ReactNode
  readonly disabled?: boolean
}

interface SegmentedProps<Value extends string> {
  /** What is chosen here, for screen readers. */
  readonly name: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly onChange: (value: Value) => void
}

/** One choice out of a few, all in sight. Real radios, so arrow keys and screen readers work as everywhere. */
export const Segmented = <Value extends string>({ name, value, segments, onChange }: SegmentedProps<Value>) => {
  const group = useId()
  return (
    <div className="segmented" role="radiogroup" aria-label={name}>
      {segments.map((segment) => (
        <label key={segment.value} className="segment">
          <input
            type="radio"
            name={group}
            value={segment.value}
            checked={segment.value === value}
            disabled={segment.disabled}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon}
          <span>{segment.label}</span>
        </label>
      ))}
    </div>
  )
}
