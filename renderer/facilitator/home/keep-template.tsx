import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest, useSession } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { reportFailure } from '../app/problems'

/** Where the new template is found. */
const Kept = ({ name, onClose }: { readonly name: string; readonly onClose: () => void }) => {
  const t = useT()
  return (
    <Dialog title={t('home:keep.kept')} onClose={onClose}>
      <div className="dialog-body">
        <p role="status">{t('home:keep.where', { name })}</p>
        <DialogActions>
          <Button kind="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

/** The open session's frame as a template of one's own; says what goes along and what does not. */
export const KeepTemplate = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const id = useId()
  const request = useRequest()
  const session = useSession()
  const [name, setName] = useState(session?.title ?? '')
  const [kept, setKept] = useState(false)
  const missing = name.trim() === '' ? t('home:keep.name') : undefined
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (missing !== undefined) return
    const saved = await request('template.save', { name: name.trim() })
    if (saved.ok) setKept(true)
    else reportFailure(saved.error)
  }
  if (kept) return <Kept name={name.trim()} onClose={onClose} />
  return (
    <Dialog title={t('home:keep.title')} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <p>{t('home:keep.text')}</p>
        <div className="field">
          <label htmlFor={`${id}-name`}>{t('home:keep.name')}</label>
          <input
            id={`${id}-name`}
            className="input"
            required
            data-autofocus
            maxLength={LIMITS.title}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <p className="note">{t('home:keep.safe')}</p>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" unavailable={missing}>
            {t('home:keep.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
