import { useState } from 'react'
import { LIMITS } from '@core/model/limits'
import { newId } from '../../shared/lib/new-id'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useOrdered, useRun } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { reportFailure } from '../app/problems'
import { readPeople } from './read-people'

/** A list from a mail or a table, one person a line. What will be is said before. */
export const PastePeople = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const run = useRun()
  const voices = useOrdered('voice')
  const there = useOrdered('person')
  const [text, setText] = useState('')
  const [present, setPresent] = useState(true)
  const known = voices.map((voice) => ({ id: voice.id, name: labelText(t, voice.label) }))
  const read = readPeople(
    text,
    known,
    there.map((person) => person.alias),
  )
  const count = read.people.length
  const take = async (): Promise<void> => {
    onClose()
    for (const person of read.people) {
      const added = await run('person.add', { id: newId(), present, ...person })
      if (!added.ok) return reportFailure(added.error)
    }
    return undefined
  }
  return (
    <Dialog title={t('people:paste.title')} onClose={onClose}>
      <div className="paste-people">
        <div className="field">
          <label htmlFor="paste-people">{t('people:paste.label')}</label>
          <textarea
            id="paste-people"
            className="input"
            rows={8}
            dir="auto"
            value={text}
            aria-describedby="paste-people-hint"
            onChange={(event) => setText(event.target.value)}
          />
          <p id="paste-people-hint" className="field-hint">
            {t('people:paste.hint')}
          </p>
        </div>
        <label className="tick">
          <input type="checkbox" checked={present} onChange={(event) => setPresent(event.target.checked)} />
          <span>{t('people:paste.present')}</span>
        </label>
        <p role="status">
          {count === 0 ? t('people:paste.none') : t('people:paste.count', { count })}
          {read.twice > 0 ? ` ${t('people:paste.twice', { count: read.twice })}` : null}
          {read.unknown > 0 ? ` ${t('people:paste.unknown', { count: read.unknown })}` : null}
          {read.over > 0 ? ` ${t('people:paste.over', { limit: LIMITS.people })}` : null}
        </p>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            kind="primary"
            unavailable={count === 0 ? t('people:paste.none') : undefined}
            onClick={() => void take()}
          >
            {t('people:paste.take', { count })}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
