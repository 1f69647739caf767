import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest, useSession } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { reportFailure } from '../app/problems'

/** The open session's frame as a template of one's own; says what goes along and what does not. */
export const KeepTemplate = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const id = useId()
  const request = useRequest()
  const session = useSession()
  const [name, setName] = useState(session?.title ?? '')
  const missing = name.trim() === '' ? t('home:keep.name') : undefined
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (missing !== undefined) return
    const kept = await request('template.save', { name: name.trim() })
    if (kept.ok) onClose()
    else reportFailure(kept.error)
  }
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
