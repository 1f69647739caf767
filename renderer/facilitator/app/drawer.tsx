import { IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { IconButton } from '../../shared/look/button'
import { useT } from '../../shared/i18n/use-t'

interface DrawerProps {
  readonly title: ReactNode
  /** The voice mark or icon before the title. */
  readonly mark?: ReactNode
  readonly onClose: () => void
  /** At the bottom, always in sight. */
  readonly actions?: ReactNode
  /** Beside the close button: a menu of rarer deeds. */
  readonly more?: ReactNode
  /** Moves the focus into the drawer when it opens, and back when it closes. */
  readonly takesFocus?: boolean
  readonly children: ReactNode
}

const useFocusAndBack = (takes: boolean, target: { readonly current: HTMLElement | null }): void => {
  useEffect(() => {
    if (!takes) return undefined
    const before = document.activeElement
    target.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [takes, target])
}

/** Details at the right. Never modal: the board goes on beside it; F6 walks in, Esc closes it. */
export const Drawer = ({ title, mark, onClose, actions, more, takesFocus = false, children }: DrawerProps) => {
  const t = useT()
  const titleId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusAndBack(takesFocus, heading)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  return (
    // The drawer listens for Esc on behalf of what is focused inside it.
    <aside className="drawer" aria-labelledby={titleId} data-area="drawer" tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="drawer-head">
        {mark}
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {more}
        <IconButton name={t('common:close')} icon={<IconX size={18} stroke={1.75} />} onClick={onClose} size="small" />
      </div>
      <div className="drawer-body">{children}</div>
      {actions === undefined ? null : <div className="drawer-actions actions">{actions}</div>}
    </aside>
  )
}
