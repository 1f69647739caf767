import { IconChecklist, IconGavel } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { FormEvent, ReactNode, RefObject } from 'react'
import type { Failure } from '@core/protocol/failures'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button } from '../../shared/look/button'
import { useRun } from '../../shared/replica/react'
import { Drawer } from '../app/drawer'
import { DecisionFields, NEW_DECISION, decisionArgs } from './decision-fields'
import { endDraft, hostDrafts, markDraft, openOutcome, useDraft } from './drafts'
import type { OutcomeDraft } from './drafts'
import { ProblemNote } from './problem-note'
import { useRefWords } from './refs'
import { NEW_TASK, TaskFields, taskArgs } from './task-fields'
import './outcomes.css'

interface FormProps {
  readonly title: string
  readonly mark: ReactNode
  readonly addWords: string
  readonly failure: Failure | null
  readonly onSubmit: () => void
  readonly children: ReactNode
}

const useFirstField = (form: RefObject<HTMLFormElement | null>): void => {
  useEffect(() => {
    const first = form.current?.querySelector<HTMLTextAreaElement>('[data-first]')
    first?.focus({ preventScroll: true })
    first?.select()
    markDraft(false)
  }, [form])
}

/** Mod+Enter adds from every field; the words stay when adding is refused. */
const DraftForm = ({ title, mark, addWords, failure, onSubmit, children }: FormProps) => {
  const t = useT()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useFirstField(form)
  return (
    <Drawer
      title={title}
      mark={mark}
      onClose={endDraft}
      actions={
        <>
          <Button kind="primary" type="submit" form={id}>
            {addWords}
          </Button>
          <Button onClick={endDraft}>{t('common:cancel')}</Button>
        </>
      }
    >
      <form
        id={id}
        ref={form}
        className="form outcome-form"
        noValidate
        onInput={() => markDraft(true)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            event.stopPropagation()
            onSubmit()
          }
        }}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <ProblemNote failure={failure} />
        {children}
      </form>
    </Drawer>
  )
}

const useSuggestion = (draft: OutcomeDraft): string => {
  const { text } = useRefWords()
  if (draft.text !== undefined) return draft.text
  // The words of a card are a start for a task; a vote's question and a decision are not a deed.
  return draft.from === null || draft.from.type === 'vote' || draft.from.type === 'decision'
    ? ''
    : (text(draft.from) ?? '')
}

const NewTask = ({ draft }: { readonly draft: OutcomeDraft }) => {
  const t = useT()
  const run = useRun()
  const suggestion = useSuggestion(draft)
  const [fields, setFields] = useState({ ...NEW_TASK, text: suggestion, origin: draft.from })
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<typeof fields>): void => setFields((now) => ({ ...now, ...part }))
  const submit = async (): Promise<void> => {
    if (fields.text.trim() === '') return setFailure({ code: 'text-empty' })
    const id = newId()
    const done = await run('task.add', { id, ...taskArgs(fields), text: fields.text })
    if (!done.ok) return setFailure(done.error)
    return endDraft()
  }
  return (
    <DraftForm
      title={t('outcomes:task.new')}
      mark={<IconChecklist size={20} stroke={1.75} aria-hidden="true" />}
      addWords={t('outcomes:task.add')}
      failure={failure}
      onSubmit={() => void submit()}
    >
      <TaskFields draft={fields} type={set} choose={set} fresh />
    </DraftForm>
  )
}

const NewDecision = ({ draft }: { readonly draft: OutcomeDraft }) => {
  const t = useT()
  const run = useRun()
  const suggestion = useSuggestion(draft)
  const [fields, setFields] = useState({
    ...NEW_DECISION,
    wording: suggestion,
    evidence: draft.from === null ? [] : [draft.from],
  })
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<typeof NEW_DECISION>): void =>
    setFields((now) => ({ ...now, ...part, evidence: [...(part.evidence ?? now.evidence)] }))
  const submit = async (): Promise<void> => {
    if (fields.wording.trim() === '') return setFailure({ code: 'text-empty' })
    const id = newId()
    const { reply: _none, ...args } = decisionArgs(fields, fields)
    const done = await run('decision.add', { id, ...args, wording: fields.wording })
    if (!done.ok) return setFailure(done.error)
    markDraft(false)
    return openOutcome({ type: 'decision', id })
  }
  return (
    <DraftForm
      title={t('outcomes:decision.new')}
      mark={<IconGavel size={20} stroke={1.75} aria-hidden="true" />}
      addWords={t('outcomes:decision.add')}
      failure={failure}
      onSubmit={() => void submit()}
    >
      <DecisionFields draft={fields} type={set} choose={set} fresh />
    </DraftForm>
  )
}

/** The form of what `startTask` or `startDecision` began; nothing while nobody began anything. */
export const DraftDrawer = () => {
  const draft = useDraft()
  useEffect(hostDrafts, [])
  if (draft === null) return null
  const key = `${draft.kind}-${draft.from?.id ?? ''}`
  return draft.kind === 'task' ? <NewTask key={key} draft={draft} /> : <NewDecision key={key} draft={draft} />
}
