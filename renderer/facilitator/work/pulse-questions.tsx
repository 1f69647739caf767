import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { PULSE_QUESTIONS } from '@core/commands/pulses'
import type { DocumentRequestName, RequestArgs } from '@core/protocol/requests'
import type { Pulse } from '@core/model/work'
import { LIMITS } from '@core/model/limits'
import { answersOf } from '@core/rules/pulse'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button, IconButton } from '../../shared/look/button'
import { useOrdered, useRun } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { useRemoval } from '../outcomes/use-removal'

/** Words of `boards:pulse.*`; what is asked in many labs compares over labs and languages. */
const SUGGESTED = ['heard', 'clear', 'again', 'safe', 'learned'] as const

const useDeed = () => {
  const run = useRun()
  return async <N extends DocumentRequestName>(name: N, args: RequestArgs<N>): Promise<boolean> => {
    const done = await run(name, args)
    if (!done.ok) reportFailure(done.error)
    return done.ok
  }
}

/** Tools of one question: its place, and taking it away while nobody has answered. */
export const QuestionTools = ({ pulse }: { readonly pulse: Pulse }) => {
  const t = useT()
  const deed = useDeed()
  const remove = useRemoval()
  const pulses = useOrdered('pulse')
  const at = pulses.findIndex(({ id }) => id === pulse.id)
  const question = labelText(t, pulse.question)
  const answered = answersOf(pulse).n > 0
  const down = pulses[at + 2]?.id ?? null
  return (
    <div className="pulse-tools">
      <IconButton
        size="small"
        name={t('work:pulse.up', { question })}
        icon={<IconArrowUp size={16} stroke={1.75} />}
        onClick={() => void deed('pulse.move', { id: pulse.id, before: pulses[at - 1]?.id ?? null })}
        {...(at <= 0 ? { unavailable: t('work:pulse.first') } : {})}
      />
      <IconButton
        size="small"
        name={t('work:pulse.down', { question })}
        icon={<IconArrowDown size={16} stroke={1.75} />}
        onClick={() => void deed('pulse.move', { id: pulse.id, before: down })}
        {...(at >= pulses.length - 1 ? { unavailable: t('work:pulse.last') } : {})}
      />
      <IconButton
        size="small"
        name={t('work:pulse.remove', { question })}
        icon={<IconTrash size={16} stroke={1.75} />}
        onClick={() => void remove('pulse', pulse.id, question)}
        {...(answered ? { unavailable: t('work:pulse.answered') } : {})}
      />
    </div>
  )
}

/** The words of a question: to be changed until the first answer, then as they were asked. */
export const QuestionWords = ({ pulse, editable }: { readonly pulse: Pulse; readonly editable: boolean }) => {
  const t = useT()
  const deed = useDeed()
  const [draft, setDraft] = useState<string | null>(null)
  const words = labelText(t, pulse.question)
  const fixed = !editable || answersOf(pulse).n > 0 || (pulse.past ?? []).length > 0
  if (fixed) return <h2 className="pulse-words">{words}</h2>
  const save = (): void => {
    if (draft === null) return
    setDraft(null)
    if (draft.trim() !== '' && draft.trim() !== words) {
      void deed('pulse.update', { id: pulse.id, question: { text: draft.trim() } })
    }
  }
  return (
    <h2 className="pulse-words">
      <input
        className="input"
        aria-label={t('work:pulse.reword', { question: words })}
        maxLength={LIMITS.label}
        value={draft ?? words}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setDraft(null)
        }}
      />
    </h2>
  )
}

/** One line, and what is often asked. */
export const AddPulse = () => {
  const t = useT()
  const id = useId()
  const deed = useDeed()
  const pulses = useOrdered('pulse')
  const [text, setText] = useState('')
  if (pulses.length >= PULSE_QUESTIONS) return <p className="field-hint">{t('work:pulse.full')}</p>
  const taken = new Set(pulses.map(({ question }) => ('key' in question ? question.key : '')))
  const suggestions = SUGGESTED.map((key) => `boards:pulse.${key}`).filter((key) => !taken.has(key))
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '') return
    if (await deed('pulse.add', { id: newId(), question: { text: text.trim() } })) setText('')
  }
  return (
    <section className="panel pulse-add">
      <form className="question-add" onSubmit={(event) => void add(event)}>
        <input
          id={id}
          className="input"
          aria-label={t('work:pulse.write')}
          placeholder={t('work:pulse.write')}
          maxLength={LIMITS.label}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" icon={<IconPlus size={17} stroke={1.9} />}>
          {t('work:pulse.add')}
        </Button>
      </form>
      {suggestions.length === 0 ? null : (
        <>
          <h3 className="small quiet">{t('work:pulse.suggest')}</h3>
          <ul className="chip-row">
            {suggestions.map((key) => (
              <li key={key}>
                <Button
                  size="small"
                  icon={<IconPlus size={15} stroke={1.9} />}
                  onClick={() => void deed('pulse.add', { id: newId(), question: { key } })}
                >
                  {labelText(t, { key })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
