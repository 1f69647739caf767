import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useReplica, useRoom, useRun, useTable } from '../../shared/replica/react'
import { Dialog, DialogActions } from './dialog'
import { nav } from './nav'
import type { Place } from './nav'
import { reportFailure } from './problems'
import { stillOpen } from './still-open'
import type { Open } from './still-open'

interface OpenListProps {
  readonly open: readonly Open[]
  readonly onGo: (place: Place) => void
}

const OpenList = ({ open, onGo }: OpenListProps) => {
  const t = useT()
  if (open.length === 0) return <p className="notice notice-ok">{t('shell:finish.nothing')}</p>
  return (
    <>
      <h3>{t('shell:finish.open')}</h3>
      <ul className="still-open">
        {open.map(({ kind, count, place, stops }) => (
          <li key={kind} data-stops={stops || undefined}>
            <span>{t(`shell:finish.${kind}`, { count })}</span>
            <Button size="small" onClick={() => onGo(place)}>
              {t('shell:finish.see')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Says what is still open and what finishing does before it is done: it cannot be undone. */
export const FinishDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const run = useRun()
  const room = useRoom()
  const { view } = useReplica()
  // Redraws when something of the list is seen to meanwhile, as by a second facilitator.
  useTable('vote')
  useTable('card')
  useTable('proposal')
  const open = stillOpen(view)
  const stopped = open.some(({ stops }) => stops) ? t('shell:finish.first') : undefined
  const go = (place: Place): void => {
    onClose()
    nav.go(place)
  }
  const finish = async (): Promise<void> => {
    const done = await run('session.finish', {})
    onClose()
    if (done.ok) nav.go({ kind: 'report' })
    else reportFailure(done.error)
  }
  return (
    <Dialog title={t('shell:finish.title')} onClose={onClose}>
      <div className="dialog-body">
        <OpenList open={open} onGo={go} />
        <p>{t('shell:finish.text')}</p>
        {room?.open === true ? <p className="note">{t('shell:finish.room')}</p> : null}
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" unavailable={stopped} onClick={() => void finish()}>
            {t('shell:finish.do')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
