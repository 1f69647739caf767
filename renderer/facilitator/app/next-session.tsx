import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import { templateAfter } from '@core/next/template-after'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useOrdered, useRequest, useSession, useTable, useRoom } from '../../shared/replica/react'
import { TemplateFacts, TemplateSelect } from '../home/template-select'
import { useHome } from '../home/use-home'
import { Along, Branches } from './along'
import { Dialog, DialogActions } from './dialog'
import { reportFailure } from './problems'

/** People come along only when ticked: nobody stays on a list by accident. */
const People = (props: { readonly ticked: ReadonlySet<string>; readonly onTick: (id: string) => void }) => {
  const t = useT()
  const people = useOrdered('person')
  const voices = useTable('voice')
  if (people.length === 0) return null
  return (
    <fieldset className="next-people">
      <legend>{t('home:next.people')}</legend>
      {people.map((person) => {
        const voice = voices.get(person.voiceId ?? '')
        return (
          <label key={person.id} className="tick">
            <input type="checkbox" checked={props.ticked.has(person.id)} onChange={() => props.onTick(person.id)} />
            <span>
              {person.alias}
              {voice === undefined ? null : <span className="quiet small"> {labelText(t, voice.label)}</span>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

/** Said before it happens: the room belongs to the session that is left. */
const RoomCloses = () => {
  const t = useT()
  const room = useRoom()
  if (room?.open !== true || room.phones === 0) return null
  return <p className="note">{t('shell:leave.room', { count: room.phones })}</p>
}

/** Until somebody picks one, the template that most likely comes next. */
const useTemplateChoice = () => {
  const { view } = useHome()
  const session = useSession()
  const [picked, setTemplate] = useState<string | null>(null)
  const templates = view?.templates ?? []
  const template = picked ?? templateAfter(templates, session)
  return { templates, template, chosen: templates.find(({ id }) => id === template), setTemplate }
}

/** The next session of the lab, made from this one. */
export const NextSession = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const id = useId()
  const request = useRequest()
  const { templates, template, chosen, setTemplate } = useTemplateChoice()
  const [title, setTitle] = useState('')
  const [day, setDay] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const tick = (personId: string): void => {
    setTicked(new Set([...ticked].filter((one) => one !== personId).concat(ticked.has(personId) ? [] : personId)))
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const what = { title: title.trim(), day, personIds: [...ticked], templateId: template === '' ? null : template }
    const made = await request('session.next', what)
    setBusy(false)
    if (made.ok) onClose()
    else reportFailure(made.error)
  }
  return (
    <Dialog title={t('home:next.title')} onClose={onClose}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <Branches />
        <Along day={day} isRound={chosen?.round !== undefined} />
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
            <TemplateSelect
              id={`${id}-template`}
              templates={templates}
              value={template}
              onChange={setTemplate}
              none={t('home:next.sameAgenda')}
            />
          </div>
        </div>
        <TemplateFacts template={chosen} />
        {chosen?.round === undefined ? (
          <People ticked={ticked} onTick={tick} />
        ) : (
          <p className="note">{t('home:next.nobody')}</p>
        )}
        <RoomCloses />
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind="primary" type="submit" {...(busy ? { unavailable: t('common:loading') } : {})}>
            {t('home:next.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
