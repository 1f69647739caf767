import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/use-t'

interface DialogProps {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A question that must be answered before going on. Focus stays inside and goes back where it was; Esc closes. */
export const Dialog = ({ title, onClose, wide = false, children }: DialogProps) => {
  const t = useT()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={wide ? '56rem' : '34rem'}
      lockScroll={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {children}
    </Modal>
  )
}

/** The row of buttons at the end of a dialog: the way out first, the deed last. */
export const DialogActions = ({ children }: { readonly children: ReactNode }) => (
  <div className="dialog-actions actions">{children}</div>
)
