/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'

type StepButtonProps = {
  readonly label: string
  /** It cannot be done now; pressing it says why. */
  readonly off: boolean
  readonly onPress: () => void
  readonly children: ComponentChildren
  readonly id?: string
  readonly wide?: boolean
}

export const StepButton = ({ label, off, onPress, children, id, wide }: StepButtonProps) => (
  <button
    type="button"
    id={id}
    class={wide ? 'step-button step-button-wide' : 'step-button'}
    aria-disabled={off ? true : undefined}
    aria-label={label}
    onClick={onPress}
  >
    {children}
  </button>
)
