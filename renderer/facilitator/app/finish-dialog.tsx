import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRoom, useRun, useTable } from '../../shared/replica/react'
import { Dialog, DialogActions } from './dialog'
import { nav } from './nav'
import { reportFailure } from './problems'

/** Says what finishing does before it is done: it cannot be undone. */
export const FinishDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const run = useRun()
  const room = useRoom()
  const votes = useTable('vote')
  const openVotes = [...votes.values()].filter((vote) => {
    const state = vote.rounds.at(-1)?.state
    return state === 'open' || state === 'counting'
  }).length
  const finish = async (): Promise<void> => {
    const done = await run('session.finish', {})
    onClose()
    if (done.ok) nav.go({ kind: 'report' })
    else reportFailure(done.error)
  }
  return (
    <Dialog title={t('shell:finish.title')} onClose={onClose}>
      <div className="dialog-body">
        <p>{t('shell:finish.text')}</p>
        {openVotes > 0 ? <p className="notice notice-warn">{t('shell:finish.votes', { count: openVotes })}</p> : null}
        {room?.open === true ? <p className="note">{t('shell:finish.room')}</p> : null}
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" onClick={() => void finish()}>
            {t('shell:finish.do')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
