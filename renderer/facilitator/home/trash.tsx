import { IconRestore, IconTrash } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import type { HomeView, TrashEntry } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { reportFailure } from '../app/problems'
import { useFormat } from '../app/use-format'

/** Asked anew with every new list of sessions. */
const useTrash = (view: HomeView): { readonly entries: readonly TrashEntry[]; readonly reload: () => void } => {
  const request = useRequest()
  const [entries, setEntries] = useState<readonly TrashEntry[]>([])
  const reload = useCallback(() => {
    void request('trash.list', {}).then((answer) => {
      if (answer.ok) setEntries(answer.value)
    })
  }, [request])
  useEffect(reload, [reload, view])
  return { entries, reload }
}

/** Sessions that were put away: each can come back, or go for good with its backups. */
export const Trash = ({ view }: { readonly view: HomeView }) => {
  const t = useT()
  const request = useRequest()
  const { day } = useFormat()
  const { entries, reload } = useTrash(view)
  const [asked, setAsked] = useState<TrashEntry | null>(null)
  const act = async (name: 'trash.restore' | 'trash.remove', trashId: string): Promise<void> => {
    const done = await request(name, { trashId })
    if (!done.ok) reportFailure(done.error)
    setAsked(null)
    reload()
  }
  if (entries.length === 0) return null
  return (
    <details className="home-trash">
      <summary>
        <IconTrash size={18} stroke={1.75} aria-hidden="true" />
        {t('home:trash.title', { count: entries.length })}
      </summary>
      <p className="small quiet">{t('home:trash.text')}</p>
      <ul className="damaged-list">
        {entries.map((entry) => (
          <li key={entry.trashId}>
            <IconTrash size={18} stroke={1.75} aria-hidden="true" />
            <div>
              <p className="damaged-name">{entry.title}</p>
              <p className="small quiet">
                {[entry.labName, entry.day === '' ? '' : day(entry.day)].filter(Boolean).join(' · ')}{' '}
                {t('home:trash.trashed', { day: day(entry.trashedAt.slice(0, 10)) })}
              </p>
            </div>
            <div className="actions">
              <Button
                size="small"
                icon={<IconRestore size={16} stroke={1.75} />}
                onClick={() => void act('trash.restore', entry.trashId)}
              >
                {t('home:trash.restore')}
              </Button>
              <Button size="small" kind="danger" onClick={() => setAsked(entry)}>
                {t('home:trash.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <Dialog title={t('home:trash.remove')} onClose={() => setAsked(null)}>
          <p>{t('home:trash.ask', { title: asked.title })}</p>
          <DialogActions>
            <Button onClick={() => setAsked(null)}>{t('common:cancel')}</Button>
            <Button kind="danger" onClick={() => void act('trash.remove', asked.trashId)}>
              {t('home:trash.remove')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </details>
  )
}
