import { IconAlertTriangle, IconCircleCheck, IconEye, IconRefresh } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useSaveState, useStatus } from '../../shared/replica/react'
import { showPanel } from './panels'

/** Short writes should not flash: "Saving" shows only when one takes long. */
const PATIENCE_MS = 400

const useSlow = (saving: boolean): boolean => {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!saving) return undefined
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [saving])
  return saving && slow
}

/** Whether all work is on the disk; always in sight. Not saved is a button that opens what to do. */
export const SaveSign = () => {
  const t = useT()
  const save = useSaveState()
  const online = useStatus() === 'online'
  const slow = useSlow(save?.state === 'saving')
  if (!online) {
    return (
      <span className="save-sign" data-state="saving" role="status">
        <IconRefresh size={18} stroke={1.75} />
        <span>{t('shell:save.reconnecting')}</span>
      </span>
    )
  }
  if (save?.state === 'failed') {
    return (
      <Button
        kind="danger"
        className="save-failed"
        icon={<IconAlertTriangle size={18} stroke={1.75} />}
        onClick={() => showPanel({ kind: 'save' })}
      >
        {t('shell:save.failed', { count: Math.max(1, save.unsaved) })}
      </Button>
    )
  }
  if (save?.state === 'read-only') {
    return (
      <span className="save-sign" data-state="read-only">
        <IconEye size={18} stroke={1.75} />
        <span>{t('shell:save.readOnly')}</span>
      </span>
    )
  }
  return (
    <span className="save-sign" data-state={slow ? 'saving' : 'saved'} role="status">
      {slow ? <IconRefresh size={18} stroke={1.75} /> : <IconCircleCheck size={18} stroke={1.75} />}
      <span>{slow ? t('shell:save.saving') : t('shell:save.saved')}</span>
    </span>
  )
}
