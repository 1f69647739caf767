import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import type { HomeView } from '@core/protocol/views'
import { Dialog, DialogActions } from '../app/dialog'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useReplica, useRequest } from '../../shared/replica/react'
import { setOpening } from './opening'
import { useHome } from './use-home'

/** A lab that the folder knows: its voices and profile come along. */
const NEW_LAB = ''

interface NewSessionProps {
  readonly templateId?: string | undefined
  readonly labOf?: string | undefined
  readonly onClose: () => void
}

interface FormProps extends NewSessionProps {
  readonly view: HomeView
}

const useCreate = (onClose: () => void) => {
  const request = useRequest()
  const replica = useReplica()
  return async (args: Parameters<typeof request<'session.create'>>[1]): Promise<void> => {
    setOpening({ kind: 'busy', name: args.title })
    onClose()
    if (replica.snapshot() !== null) await request('session.leave', {})
    const created = await request('session.create', args)
    setOpening(
      created.ok ? { kind: 'idle' } : { kind: 'failed', name: args.title, failure: created.error, fileId: null },
    )
  }
}

const NewSessionForm = ({ view, templateId, labOf, onClose }: FormProps) => {
  const t = useT()
  const id = useId()
  const create = useCreate(onClose)
  const [template, setTemplate] = useState(templateId ?? view.templates[0]?.id ?? '')
  const [lab, setLab] = useState(labOf ?? view.labs[0]?.newestFileId ?? NEW_LAB)
  const [labName, setLabName] = useState('')
  const [title, setTitle] = useState('')
  const [day, setDay] = useState(view.today)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const known = view.labs.find((one) => one.newestFileId === lab)
    void create({
      templateId: template === '' ? null : template,
      title: title.trim(),
      labName: known?.name ?? labName.trim(),
      ...(known === undefined ? {} : { labOf: known.newestFileId }),
      day,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    })
  }
  return (
    <form className="form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-title`}>{t('home:new.name')}</label>
        <input
          id={`${id}-title`}
          className="input"
          required
          data-autofocus
          maxLength={LIMITS.title}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <div className="field-row">
        <div className="field">
          <label htmlFor={`${id}-day`}>{t('home:new.day')}</label>
          <input
            id={`${id}-day`}
            className="input"
            type="date"
            required
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-template`}>{t('home:new.template')}</label>
          <select
            id={`${id}-template`}
            className="input"
            value={template}
            onChange={(event) => setTemplate(event.target.value)}
          >
            {view.templates.map((one) => (
              <option key={one.id} value={one.id}>
                {t(`boards:template.${one.key}.name`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className="field-row">
        {view.labs.length === 0 ? null : (
          <div className="field">
            <label htmlFor={`${id}-lab`}>{t('home:new.lab')}</label>
            <select id={`${id}-lab`} className="input" value={lab} onChange={(event) => setLab(event.target.value)}>
              {view.labs.map((one) => (
                <option key={one.labId} value={one.newestFileId}>
                  {one.name}
                </option>
              ))}
              <option value={NEW_LAB}>{t('home:newLab')}</option>
            </select>
          </div>
        )}
        {lab === NEW_LAB ? (
          <div className="field">
            <label htmlFor={`${id}-labname`}>{t('home:new.labName')}</label>
            <input
              id={`${id}-labname`}
              className="input"
              required
              maxLength={200}
              value={labName}
              onChange={(event) => setLabName(event.target.value)}
            />
          </div>
        ) : null}
      </div>
      <p className="field-hint">{lab === NEW_LAB ? t('home:new.hintNew') : t('home:new.hintKnown')}</p>
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button kind="primary" type="submit">
          {t('home:new.do')}
        </Button>
      </DialogActions>
    </form>
  )
}

/** Title, day, template and lab: all that a session needs to begin. */
export const NewSession = (props: NewSessionProps) => {
  const t = useT()
  const { view } = useHome()
  return (
    <Dialog title={t('home:newSession')} onClose={props.onClose}>
      {view === null ? <p aria-busy="true">{t('common:loading')}</p> : <NewSessionForm {...props} view={view} />}
    </Dialog>
  )
}
