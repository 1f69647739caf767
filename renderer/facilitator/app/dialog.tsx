import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/use-t'

/** By part, since Mantine gives a `className` of its content to the frame around it too. */
const DIALOG_CLASSES = { overlay: 'dialog-veil', content: 'dialog-sheet', body: 'dialog-content' }

interface DialogProps {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

/**
 * Forms that wait for the host come after the focus was set: it would stay on the way out. It goes on to the first field
 * when that appears, unless somebody has begun elsewhere in the dialog.
 */
const focusLate = (node: HTMLDivElement | null): (() => void) | undefined => {
  if (!node || node.querySelector('[data-autofocus]')) return undefined
  const observer = new MutationObserver(() => {
    const field = node.querySelector<HTMLElement>('[data-autofocus]')
    if (!field) return
    observer.disconnect()
    if (!node.contains(document.activeElement)) field.focus({ preventScroll: true })
  })
  observer.observe(node, { childList: true, subtree: true })
  return () => observer.disconnect()
}

/**
 * A question that must be answered before going on. Focus stays inside and goes back where it was; Esc closes. Put
 * together by hand, since Mantine's own head is a second banner to screen readers.
 */
export const Dialog = ({ title, onClose, wide = false, children }: DialogProps) => {
  const t = useT()
  return (
    <Modal.Root opened onClose={onClose} size={wide ? '56rem' : '34rem'} lockScroll={false} classNames={DIALOG_CLASSES}>
      <Modal.Overlay />
      <Modal.Content>
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('common:close')} />
        </div>
        <Modal.Body ref={focusLate}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** The row of buttons at the end of a dialog: the way out first, the deed last. */
export const DialogActions = ({ children }: { readonly children: ReactNode }) => (
  <div className="dialog-actions actions">{children}</div>
)
