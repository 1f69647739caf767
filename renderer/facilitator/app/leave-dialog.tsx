import { useState } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest, useRoom, useSaveState } from '../../shared/replica/react'
import { Dialog, DialogActions } from './dialog'
import { nav } from './nav'
import { showPanel } from './panels'
import { reportFailure } from './problems'

/** Asked only when people are in the room or a change is not on the disk. */
export const LeaveDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const request = useRequest()
  const room = useRoom()
  const failed = useSaveState().state === 'failed'
  const [busy, setBusy] = useState(false)
  const leave = async (): Promise<void> => {
    setBusy(true)
    const left = await request('session.leave', {})
    onClose()
    if (left.ok) nav.go({ kind: 'home' })
    else reportFailure(left.error)
  }
  return (
    <Dialog title={t('shell:leave.title')} onClose={onClose}>
      <div className="dialog-body">
        {failed ? <p className="notice notice-bad">{t('shell:leave.unsaved')}</p> : null}
        {room?.open === true ? <p>{t('shell:leave.room', { count: room.phones })}</p> : null}
        <p className="quiet">{t('shell:leave.safe')}</p>
        <DialogActions>
          <Button onClick={onClose}>{t('shell:leave.stay')}</Button>
          {failed ? (
            <Button
              kind="primary"
              onClick={() => {
                onClose()
                showPanel({ kind: 'save' })
              }}
            >
              {t('shell:leave.saveFirst')}
            </Button>
          ) : (
            <Button kind="primary" onClick={() => void leave()} {...(busy ? { unavailable: t('common:loading') } : {})}>
              {t('shell:leave.do')}
            </Button>
          )}
        </DialogActions>
      </div>
    </Dialog>
  )
}
