import type { MouseEvent, ReactNode, Ref } from 'react'

export type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

interface CommonProps {
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  /** Why it cannot be used now: the button stays reachable and says so instead of acting. */
  readonly unavailable?: string | undefined
  readonly expanded?: boolean
  readonly pressed?: boolean
  readonly controls?: string
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
  /** Given by a menu to the button that opens it. */
  readonly id?: string
  readonly 'aria-haspopup'?: 'menu' | 'dialog'
  readonly 'aria-expanded'?: boolean
  readonly 'aria-controls'?: string
}

interface ButtonProps extends CommonProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  readonly iconAfter?: ReactNode
  readonly title?: string
  /** The name for screen readers where the same deed stands more than once; begins with the words on the button. */
  readonly label?: string
  readonly type?: 'button' | 'submit'
  readonly form?: string
}

interface IconButtonProps extends CommonProps {
  /** The name for screen readers and the tooltip. */
  readonly name: string
  readonly icon: ReactNode
}

const SIZE_CLASS: Readonly<Record<ButtonSize, string>> = { small: 'btn-small', medium: '', large: 'btn-large' }
const KIND_CLASS: Readonly<Record<ButtonKind, string>> = {
  plain: '',
  primary: 'btn-primary',
  quiet: 'btn-quiet',
  danger: 'btn-danger',
}

const classes = (...names: readonly (string | undefined)[]): string => names.filter(Boolean).join(' ')

const shared = ({ unavailable, onClick, expanded, pressed, controls, ref, id, ...menu }: CommonProps) => ({
  ref: ref,
  id,
  'aria-disabled': unavailable === undefined ? undefined : true,
  'aria-haspopup': menu['aria-haspopup'],
  'aria-expanded': expanded ?? menu['aria-expanded'],
  'aria-pressed': pressed,
  'aria-controls': controls ?? menu['aria-controls'],
  onClick: (event: MouseEvent<HTMLButtonElement>): void => {
    // A submit button would send its form even though it is marked as not usable.
    if (unavailable === undefined) onClick?.(event)
    else event.preventDefault()
  },
})

/** A button whose label says the deed. One `primary` a screen; sizes 30, 36 and 42 px. */
export const Button = (props: ButtonProps) => {
  const { kind = 'plain', size = 'medium', children, icon, iconAfter, title, label, className } = props
  const { type = 'button', form } = props
  return (
    <button
      {...shared(props)}
      type={type}
      form={form}
      aria-label={label}
      title={props.unavailable ?? title}
      className={classes('btn', KIND_CLASS[kind], SIZE_CLASS[size], className)}
    >
      {icon}
      <span>{children}</span>
      {iconAfter}
    </button>
  )
}

/** A button that is only an icon: undo, redo, close, more. Everything else carries words. */
export const IconButton = (props: IconButtonProps) => {
  const { kind = 'quiet', size = 'medium', name, icon, className, unavailable } = props
  return (
    <button
      {...shared(props)}
      type="button"
      aria-label={name}
      title={unavailable === undefined ? name : `${name}: ${unavailable}`}
      className={classes('btn', 'btn-icon', KIND_CLASS[kind], SIZE_CLASS[size], className)}
    >
      {icon}
    </button>
  )
}
