import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import type { HomeView } from '@core/protocol/views'
import { Dialog, DialogActions } from '../app/dialog'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useReplica, useRequest } from '../../shared/replica/react'
import { setOpening } from './opening'
import { TemplateFacts, TemplateSelect } from './template-select'
import { useHome } from './use-home'

/** Chosen instead of a lab that the folder knows, whose voices and profile come along. */
const NEW_LAB = ''
const LAB_NAME_LIMIT = 200

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

type Draft = {
  readonly template: string
  /** The newest file of a known lab, or `NEW_LAB`. */
  readonly lab: string
  readonly labName: string
  readonly title: string
  readonly day: string
}

interface FieldsProps {
  readonly view: HomeView
  readonly draft: Draft
  readonly set: (part: Partial<Draft>) => void
}

const MeetingFields = ({ view, draft, set }: FieldsProps) => {
  const t = useT()
  const id = useId()
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-title`}>{t('home:new.name')}</label>
        <input
          id={`${id}-title`}
          className="input"
          required
          data-autofocus
          maxLength={LIMITS.title}
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
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
            value={draft.day}
            onChange={(event) => set({ day: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-template`}>{t('home:new.template')}</label>
          <TemplateSelect
            id={`${id}-template`}
            templates={view.templates}
            value={draft.template}
            onChange={(template) => set({ template })}
          />
        </div>
      </div>
      <TemplateFacts template={view.templates.find(({ id: one }) => one === draft.template)} />
    </>
  )
}

const LabFields = ({ view, draft, set }: FieldsProps) => {
  const t = useT()
  const id = useId()
  const isNew = draft.lab === NEW_LAB
  return (
    <>
      <div className="field-row">
        {view.labs.length === 0 ? null : (
          <div className="field">
            <label htmlFor={`${id}-lab`}>{t('home:new.lab')}</label>
            <select
              id={`${id}-lab`}
              className="input"
              value={draft.lab}
              onChange={(event) => set({ lab: event.target.value })}
            >
              {view.labs.map((one) => (
                <option key={one.labId} value={one.newestFileId}>
                  {one.name}
                </option>
              ))}
              <option value={NEW_LAB}>{t('home:newLab')}</option>
            </select>
          </div>
        )}
        {isNew ? (
          <div className="field">
            <label htmlFor={`${id}-labname`}>{t('home:new.labName')}</label>
            <input
              id={`${id}-labname`}
              className="input"
              required
              maxLength={LAB_NAME_LIMIT}
              value={draft.labName}
              onChange={(event) => set({ labName: event.target.value })}
            />
          </div>
        ) : null}
      </div>
      <p className="field-hint">{isNew ? t('home:new.hintNew') : t('home:new.hintKnown')}</p>
    </>
  )
}

const firstDraft = ({ view, templateId, labOf }: FormProps): Draft => ({
  template: templateId ?? view.templates[0]?.id ?? '',
  lab: labOf ?? view.labs[0]?.newestFileId ?? NEW_LAB,
  labName: '',
  title: '',
  day: view.today,
})

const NewSessionForm = (props: FormProps) => {
  const { view, onClose } = props
  const t = useT()
  const create = useCreate(onClose)
  const [draft, setDraft] = useState(() => firstDraft(props))
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const known = view.labs.find((one) => one.newestFileId === draft.lab)
    void create({
      templateId: draft.template === '' ? null : draft.template,
      title: draft.title.trim(),
      labName: known?.name ?? draft.labName.trim(),
      ...(known === undefined ? {} : { labOf: known.newestFileId }),
      day: draft.day,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    })
  }
  return (
    <form className="form" onSubmit={submit}>
      <MeetingFields view={view} draft={draft} set={set} />
      <LabFields view={view} draft={draft} set={set} />
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
