import { IconArrowBackUp } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { runAction } from '../app/actions'
import { forgetRemoved, useRemoved } from './use-removal'

const SHORT = 80

/** "Removed: …", with undo beside it; it stays until the place is left or the next thing goes. */
export const RemovedBar = () => {
  const t = useT()
  const removed = useRemoved()
  useEffect(() => forgetRemoved, [])
  const undo = (): void => {
    runAction('edit.undo')
    forgetRemoved()
  }
  return (
    <div className="removed-bar" role="status" data-shown={removed !== null || undefined}>
      {removed === null ? null : (
        <>
          <span>{t('outcomes:removed', { text: removed.text.slice(0, SHORT) })}</span>
          <Button size="small" icon={<IconArrowBackUp size={16} stroke={1.75} />} onClick={undo}>
            {t('common:undo')}
          </Button>
          <Button size="small" kind="quiet" onClick={forgetRemoved}>
            {t('common:close')}
          </Button>
        </>
      )}
    </div>
  )
}
