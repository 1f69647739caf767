/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { NotebookEntry } from '@core/protocol/views'
import { formatDay } from '../../shared/i18n/format'
import { usePage } from '../context'

type EntriesProps = {
  readonly entries: readonly NotebookEntry[]
  readonly onShare: (entry: NotebookEntry) => void
  readonly onRemove: (entry: NotebookEntry) => void
}

/** Newest first. Those of earlier meetings can be read only. */
export const NotebookEntries = ({ entries, onShare, onRemove }: EntriesProps) => {
  const { t } = usePage()
  if (entries.length === 0) return <p class="lead">{t('phoneMore:notebook.empty')}</p>
  return (
    <ul class="own-cards">
      {entries.map((entry) => (
        <li key={entry.id} class="own-card">
          <Entry entry={entry} onShare={onShare} onRemove={onRemove} />
        </li>
      ))}
    </ul>
  )
}

const Entry = ({ entry, onShare, onRemove }: { readonly entry: NotebookEntry } & Omit<EntriesProps, 'entries'>) => {
  const { lang, t } = usePage()
  const [asking, setAsking] = useState(false)
  const { text, on, shared, readOnly } = entry
  const state = readOnly
    ? t('phoneMore:notebook.earlier')
    : t(shared ? 'phoneMore:notebook.shared' : 'phoneMore:notebook.private')
  return (
    <>
      <p dir="auto">{text}</p>
      <p class="small quiet">
        {formatDay(lang, on)} {'\u00b7'} {state}
      </p>
      {readOnly ? null : asking ? (
        <div class="own-card-deeds" role="group" aria-label={t('phoneMore:notebook.sure')}>
          <span class="strong">{t('phoneMore:notebook.sure')}</span>
          <button type="button" class="small-deed small-deed-bad" onClick={() => onRemove(entry)}>
            {t('phoneMore:notebook.sureYes')}
          </button>
          <button type="button" class="small-deed" onClick={() => setAsking(false)}>
            {t('phoneMore:notebook.sureNo')}
          </button>
        </div>
      ) : (
        <div class="own-card-deeds">
          <button type="button" class="small-deed" aria-pressed={shared} onClick={() => onShare(entry)}>
            {t(shared ? 'phoneMore:notebook.unshare' : 'phoneMore:notebook.share')}
          </button>
          <button
            type="button"
            class="small-deed"
            aria-label={t('phoneMore:notebook.removeOf', { text: text.slice(0, 80) })}
            onClick={() => setAsking(true)}
          >
            {t('phoneMore:notebook.remove')}
          </button>
        </div>
      )}
    </>
  )
}
