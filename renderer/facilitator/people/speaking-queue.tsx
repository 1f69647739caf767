import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import type { Session } from '@core/model/session'
import { newId } from '../../shared/lib/new-id'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useOrdered, useSession } from '../../shared/replica/react'
import { voiceSlot } from '../app/voice-slot'
import { useChange } from './use-change'
import { useClosed } from './use-closed'

type Waiting = NonNullable<Session['queue']>[number]

/** Who it is, as far as it was said: the name, the voice, or somebody. */
const useWho = (): ((entry: Waiting) => string) => {
  const t = useT()
  const voices = useOrdered('voice')
  return ({ name, voiceId }) => {
    const voice = voices.find((one) => one.id === voiceId)
    return name ?? (voice ? labelText(t, voice.label) : t('people:queue.somebody'))
  }
}

const Entry = (props: { readonly entry: Waiting; readonly index: number; readonly queue: readonly Waiting[] }) => {
  const { entry, index, queue } = props
  const t = useT()
  const change = useChange()
  const who = useWho()(entry)
  const voice = useOrdered('voice').find((one) => one.id === entry.voiceId)
  const move = (before: Waiting | undefined): void => change('queue.move', { id: entry.id, before: before?.id ?? null })
  return (
    <li className="queue-entry">
      <b>{index + 1}</b>
      {voice ? <VoiceMark voice={voiceSlot(voice)} size={14} label={labelText(t, voice.label)} /> : null}
      <span className="queue-who" dir="auto">
        {who}
      </span>
      <IconButton
        size="small"
        name={t('people:up', { what: who })}
        icon={<IconArrowUp size={16} stroke={1.9} />}
        onClick={() => move(queue[index - 1])}
        {...(index === 0 ? { unavailable: t('people:isFirst') } : {})}
      />
      <IconButton
        size="small"
        name={t('people:down', { what: who })}
        icon={<IconArrowDown size={16} stroke={1.9} />}
        onClick={() => move(queue[index + 2])}
        {...(index === queue.length - 1 ? { unavailable: t('people:isLast') } : {})}
      />
      <IconButton
        size="small"
        name={t('people:removeWhat', { what: who })}
        icon={<IconX size={16} stroke={1.9} />}
        onClick={() => change('queue.remove', { id: entry.id })}
      />
    </li>
  )
}

const AddToQueue = () => {
  const t = useT()
  const id = useId()
  const change = useChange()
  const voices = useOrdered('voice')
  const [name, setName] = useState('')
  const [voiceId, setVoiceId] = useState('')
  const empty = name.trim() === '' && voiceId === ''
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (empty) return
    change('queue.add', {
      id: newId(),
      ...(voiceId === '' ? {} : { voiceId }),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
    })
    setName('')
    setVoiceId('')
  }
  return (
    <form className="add-row" onSubmit={add}>
      <select
        className="input"
        aria-label={t('people:column.voice')}
        value={voiceId}
        onChange={(event) => setVoiceId(event.target.value)}
      >
        <option value="">{t('people:noVoice')}</option>
        {voices.map((voice) => (
          <option key={voice.id} value={voice.id}>
            {labelText(t, voice.label)}
          </option>
        ))}
      </select>
      <label htmlFor={id} className="visually-hidden">
        {t('people:queue.name')}
      </label>
      <input
        id={id}
        className="input"
        placeholder={t('people:queue.name')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        type="submit"
        icon={<IconPlus size={16} stroke={2} />}
        unavailable={empty ? t('people:queue.needs') : undefined}
      >
        {t('people:queue.add')}
      </Button>
    </form>
  )
}

/** An optional list of who would like to speak. Off, nobody can ask, and nothing of it is on any screen. */
export const SpeakingQueue = () => {
  const t = useT()
  const change = useChange()
  const session = useSession()
  const who = useWho()
  const closed = useClosed()
  const queue = session?.queue
  const [first] = queue ?? []
  if (closed) return null
  return (
    <section className="people-section" aria-labelledby="queue-title">
      <h2 id="queue-title">{t('people:queue.title')}</h2>
      <p className="quiet small">{t('people:queue.lead')}</p>
      <label className="tick">
        <input
          type="checkbox"
          checked={queue !== undefined}
          onChange={(event) => change('queue.switch', { on: event.target.checked })}
        />
        <span>{t('people:queue.on')}</span>
      </label>
      {queue === undefined ? null : (
        <>
          {queue.length === 0 ? (
            <p className="missing people-none">{t('people:queue.empty')}</p>
          ) : (
            <ol className="queue-list" aria-label={t('people:queue.list')}>
              {queue.map((entry, index) => (
                <Entry key={entry.id} entry={entry} index={index} queue={queue} />
              ))}
            </ol>
          )}
          <div className="actions">
            <Button
              kind="primary"
              unavailable={first === undefined ? t('people:queue.empty') : undefined}
              onClick={() => change('queue.next', {})}
            >
              {t('people:queue.next', { who: first === undefined ? t('people:queue.nobody') : who(first) })}
            </Button>
          </div>
          <AddToQueue />
        </>
      )}
    </section>
  )
}
