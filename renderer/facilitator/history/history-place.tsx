import { IconArrowBackUp, IconArrowForwardUp, IconRestore } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import type { BackupEntry, HistoryEntry } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { EmptyState } from '../../shared/look/empty-state'
import { useClient, useReadOnly, useRequest } from '../../shared/replica/react'
import { runAction } from '../app/actions'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { reportFailure } from '../app/problems'
import { useFormat } from '../app/use-format'
import './history.css'

/** Asked anew whenever the host says that something else can be undone. */
const useHistoryList = (): readonly HistoryEntry[] | null => {
  const client = useClient()
  const request = useRequest()
  const [list, setList] = useState<readonly HistoryEntry[] | null>(null)
  const load = useCallback(() => {
    void request('history.list', {}).then((answer) => {
      if (answer.ok) setList(answer.value)
    })
  }, [request])
  useEffect(load, [load])
  useEffect(() => client.on('history.changed', load), [client, load])
  return list
}

const Entry = ({ entry }: { readonly entry: HistoryEntry }) => {
  const t = useT()
  const request = useRequest()
  const { time } = useFormat()
  const readOnly = useReadOnly()
  const restore = async (): Promise<void> => {
    const done = await request('history.restore', { entryId: entry.entryId })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <li className="history-row" data-state={entry.state}>
      <time className="history-time">{time(entry.at)}</time>
      <div className="history-words">
        <p>
          <b>{t(`actions:${entry.what}`)}</b>
          {entry.count > 1 ? <span className="quiet">{t('history:records', { count: entry.count })}</span> : null}
          {entry.state === 'undone' ? <span className="tag">{t('history:undone')}</span> : null}
        </p>
        {entry.about === undefined ? null : <p className="history-about">{entry.about}</p>}
      </div>
      {entry.restorable && !readOnly ? (
        <Button size="small" icon={<IconRestore size={16} stroke={1.75} />} onClick={() => void restore()}>
          {t('history:bringBack')}
        </Button>
      ) : null}
    </li>
  )
}

const Backups = () => {
  const t = useT()
  const request = useRequest()
  const { day, time, number } = useFormat()
  const [list, setList] = useState<readonly BackupEntry[] | null>(null)
  useEffect(() => {
    void request('backup.list', {}).then((answer) => {
      if (answer.ok) setList(answer.value)
    })
  }, [request])
  const restore = async (backupId: string): Promise<void> => {
    const done = await request('backup.restore', { backupId })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <section className="history-backups" aria-labelledby="backups-title">
      <h2 id="backups-title">{t('history:backups.title')}</h2>
      <p className="small quiet">{t('history:backups.text')}</p>
      {list?.length === 0 ? <p className="small">{t('history:backups.none')}</p> : null}
      <ul className="history-list">
        {(list ?? []).map((entry) => (
          <li key={entry.backupId} className="history-row">
            <time className="history-time">{time(entry.at)}</time>
            <div className="history-words">
              <p>{day(entry.at.slice(0, 10), 'long')}</p>
              <p className="small quiet">
                {t('history:backups.size', { count: entry.cards, size: number(Math.ceil(entry.bytes / 1024)) })}
              </p>
            </div>
            <Button size="small" onClick={() => void restore(entry.backupId)}>
              {t('history:backups.open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Changes = () => {
  const t = useT()
  const list = useHistoryList()
  if (list === null) return <p aria-busy="true">{t('common:loading')}</p>
  if (list.length === 0) return <EmptyState title={t('history:empty.title')} text={t('history:empty.text')} />
  return (
    <ol className="history-list" aria-label={t('history:title')}>
      {list.map((entry) => (
        <Entry key={`${entry.entryId}-${entry.state}`} entry={entry} />
      ))}
    </ol>
  )
}

/** What was done on this computer since the session was opened, and the copies made by themselves. */
export const HistoryPlace = () => {
  const t = useT()
  return (
    <PlaceFrame
      ground="sheet"
      header={
        <PlaceHeader
          title={t('history:title')}
          lead={t('history:lead')}
          actions={
            <>
              <Button icon={<IconArrowBackUp size={17} stroke={1.75} />} onClick={() => void runAction('edit.undo')}>
                {t('actions:edit.undo')}
              </Button>
              <Button icon={<IconArrowForwardUp size={17} stroke={1.75} />} onClick={() => void runAction('edit.redo')}>
                {t('actions:edit.redo')}
              </Button>
            </>
          }
        />
      }
    >
      <div className="history">
        <Changes />
        <Backups />
      </div>
    </PlaceFrame>
  )
}
