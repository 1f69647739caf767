import { IconPhotoPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { NotebookEntry } from '@core/protocol/views'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { useFormat } from '../app/use-format'
import { WordsField } from '../outcomes/fields'
import { ProblemNote } from '../outcomes/problem-note'
import { entryPicture, pictureUrl } from './entry-picture'

export const EntryPicture = ({ data }: { readonly data: string | undefined }) => {
  const t = useT()
  const url = data === undefined ? null : pictureUrl(data)
  return url === null ? null : <img className="work-picture" src={url} alt={t('work:notebook.picture')} />
}

interface EntryProps {
  readonly entry: NotebookEntry
  readonly onShare: (shared: boolean) => void
  readonly onRemove: () => void
}

const Entry = ({ entry, onShare, onRemove }: EntryProps) => {
  const t = useT()
  const { day } = useFormat()
  return (
    <li className="panel notebook-entry">
      <p className="small quiet">
        {day(entry.on)} · {t(entry.shared ? 'work:notebook.sharedSign' : 'work:notebook.privateSign')}
        {entry.readOnly ? <> · {t('work:notebook.earlier')}</> : null}
      </p>
      <p className="activity-text">{entry.text}</p>
      <EntryPicture data={entry.image} />
      {entry.readOnly ? null : (
        <div className="actions">
          <Button size="small" onClick={() => onShare(!entry.shared)}>
            {t(entry.shared ? 'work:notebook.unshare' : 'work:notebook.share')}
          </Button>
          <IconButton
            size="small"
            name={t('work:notebook.remove')}
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={onRemove}
          />
        </div>
      )}
    </li>
  )
}

interface WriteProps {
  /** Answers whether it was kept: only then the words go from the field. */
  readonly onWrite: (text: string, image: string | null) => Promise<boolean>
}

const Write = ({ onWrite }: WriteProps) => {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [image, setImage] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const take = async (file: File): Promise<void> => {
    const made = await entryPicture(file)
    setFailure(made.ok ? null : made.error)
    if (made.ok) setImage(made.value)
  }
  const keep = async (): Promise<void> => {
    if (text.trim() === '' || !(await onWrite(text, image))) return
    setText('')
    setImage(null)
  }
  return (
    <section className="panel notebook-write">
      <h2>{t('work:notebook.write')}</h2>
      <WordsField label={t('work:notebook.text')} value={text} onType={setText} rows={4} limit={LIMITS.long} />
      <EntryPicture data={image ?? undefined} />
      <ProblemNote failure={failure} />
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-label={t('work:picture.add')}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void take(file)
        }}
      />
      <div className="actions">
        <Button kind="primary" onClick={() => void keep()}>
          {t('work:notebook.save')}
        </Button>
        <Button icon={<IconPhotoPlus size={16} stroke={1.75} />} onClick={() => input.current?.click()}>
          {t('work:picture.add')}
        </Button>
      </div>
    </section>
  )
}

interface EntriesProps extends WriteProps {
  readonly entries: readonly NotebookEntry[]
  readonly onShare: (entry: NotebookEntry, shared: boolean) => void
  readonly onRemove: (entry: NotebookEntry) => void
}

/** An open notebook: what is in it, newest first, and a place to write. */
export const OpenNotebook = ({ entries, onWrite, onShare, onRemove }: EntriesProps) => {
  const t = useT()
  return (
    <>
      <Write onWrite={onWrite} />
      {entries.length === 0 ? <p className="quiet">{t('work:notebook.emptyNew')}</p> : null}
      <ul className="notebook-list">
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            onShare={(shared) => onShare(entry, shared)}
            onRemove={() => onRemove(entry)}
          />
        ))}
      </ul>
    </>
  )
}
