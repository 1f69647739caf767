import { IconLock } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Result } from '@core/lib/result'
import type { Failure } from '@core/protocol/failures'
import type { NotebookEntry } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button } from '../../shared/look/button'
import { useOrdered, useReadOnly, useRequest } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { useFormat } from '../app/use-format'
import { ProblemNote } from '../outcomes/problem-note'
import { EntryPicture, OpenNotebook } from './notebook-entries'
import { OpenForm } from './notebook-open'
import './work.css'
import './notebook.css'

type Open = { readonly code: string; readonly entries: readonly NotebookEntry[] }

const Kept = () => {
  const t = useT()
  return (
    <section className="note notebook-kept">
      <IconLock size={20} stroke={1.75} aria-hidden="true" />
      <div>
        <h2>{t('work:notebook.whatTitle')}</h2>
        <ul>
          <li>{t('work:notebook.what1')}</li>
          <li>{t('work:notebook.what2')}</li>
          <li>{t('work:notebook.what3')}</li>
        </ul>
      </div>
    </section>
  )
}

/** What owners shared: all that anybody but them ever sees of notebooks. */
const Shared = () => {
  const t = useT()
  const { day } = useFormat()
  const shared = useOrdered('notebook')
  return (
    <section className="panel" aria-labelledby="notebook-shared">
      <h2 id="notebook-shared">{t('work:notebook.sharedTitle')}</h2>
      <p className="field-hint">{t('work:notebook.sharedLead')}</p>
      {shared.length === 0 ? <p className="quiet">{t('work:notebook.sharedNone')}</p> : null}
      <ul className="notebook-list">
        {shared.map((entry) => (
          <li key={entry.id} className="notebook-shared">
            <p className="small quiet">{day(entry.on)}</p>
            <p className="activity-text">{entry.text}</p>
            <EntryPicture data={entry.image} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const newestFirst = (entries: readonly NotebookEntry[]): readonly NotebookEntry[] =>
  entries.toSorted((a, b) => b.on.localeCompare(a.on))

/** Code and entries live in this component alone: closed or left, nothing of them is on the page. */
const useNotebook = () => {
  const request = useRequest()
  const [open, setOpen] = useState<Open | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  // Closing ends a turn: an answer that was still on its way must not bring the notebook back onto the screen.
  const turn = useRef(0)
  const load = async (code: string): Promise<void> => {
    const mine = turn.current
    const answer = await request('notebook.open', { code })
    if (turn.current !== mine) return
    setFailure(answer.ok ? null : answer.error)
    if (answer.ok) setOpen({ code, entries: newestFirst(answer.value.entries) })
  }
  const change = async (work: (code: string) => Promise<Result<unknown, Failure>>): Promise<boolean> => {
    if (open === null) return false
    const mine = turn.current
    const done = await work(open.code)
    if (turn.current !== mine) return done.ok
    if (done.ok) await load(open.code)
    else setFailure(done.error)
    return done.ok
  }
  return {
    open,
    failure,
    load,
    close: () => {
      turn.current += 1
      setOpen(null)
      setFailure(null)
    },
    write: (text: string, image: string | null) =>
      change((code) => request('notebook.write', { id: newId(), code, text, ...(image === null ? {} : { image }) })),
    share: (id: string, shared: boolean) => change((code) => request('notebook.share', { id, code, shared })),
    remove: (id: string) => change((code) => request('notebook.remove', { id, code })),
  }
}

/** Notebooks of families on the laptop: opened by their owner's code, for as long as they are looked at. */
export const NotebookPlace = () => {
  const t = useT()
  const readOnly = useReadOnly()
  const { open, failure, load, close, write, share, remove } = useNotebook()
  const [wasOpen, setWasOpen] = useState(false)
  const shut = (): void => {
    close()
    setWasOpen(true)
  }
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          title={t('work:notebook.title')}
          lead={t('work:notebook.lead')}
          actions={
            open === null ? undefined : (
              <Button kind="primary" icon={<IconLock size={17} stroke={1.75} />} onClick={shut}>
                {t('work:notebook.close')}
              </Button>
            )
          }
        />
      }
    >
      <div className="work-body notebook">
        {open === null ? (
          <>
            <p role="status" className="quiet">
              {wasOpen ? t('work:notebook.closed') : ''}
            </p>
            {readOnly ? null : (
              <section className="panel">
                <h2>{t('work:notebook.open')}</h2>
                <OpenForm failure={failure} onOpen={(code) => void load(code)} />
              </section>
            )}
            <Kept />
            <Shared />
          </>
        ) : (
          <>
            <ProblemNote failure={failure} />
            <OpenNotebook
              entries={open.entries}
              onWrite={write}
              onShare={(entry, shared) => void share(entry.id, shared)}
              onRemove={(entry) => void remove(entry.id)}
            />
          </>
        )}
      </div>
    </PlaceFrame>
  )
}
