import { IconChecklist, IconGavel } from '@tabler/icons-react'
import { Suspense, lazy, useEffect, useState } from 'react'
import { assertNever } from '@core/lib/assert-never'
import type { Failure } from '@core/protocol/failures'
import { loadWords } from '../../shared/i18n/setup-i18n'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { useRun } from '../../shared/replica/react'
import { DecisionFields, NEW_DECISION, decisionArgs } from './decision-fields'
import { DraftForm, useSuggestion } from './draft-form'
import { endDraft, hostDrafts, markDraft, openOutcome, useDraft } from './drafts'
import type { OutcomeDraft } from './drafts'
import { NewQuestion } from './question-draft'
import { NEW_TASK, TaskFields, taskArgs } from './task-fields'
import './outcomes.css'

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

type WorkKind = 'project' | 'indicator' | 'activity'

const loadDraft = async (kind: WorkKind) => {
  switch (kind) {
    case 'project':
      return (await import('../work/project-draft')).NewProject
    case 'indicator':
      return (await import('../work/indicator-draft')).NewIndicator
    case 'activity':
      return (await import('../work/activity-draft')).NewActivity
  }
}

/** Code and words of these come when one first begins one. */
const lazyDraft = (kind: WorkKind) =>
  lazy(async () => {
    const [component] = await Promise.all([loadDraft(kind), loadWords('work', 'outcomes')])
    return { default: component }
  })

const NewProject = lazyDraft('project')
const NewIndicator = lazyDraft('indicator')
const NewActivity = lazyDraft('activity')

const Form = ({ draft }: { readonly draft: OutcomeDraft }) => {
  switch (draft.kind) {
    case 'task':
      return <NewTask draft={draft} />
    case 'decision':
      return <NewDecision draft={draft} />
    case 'question':
      return <NewQuestion draft={draft} />
    case 'project':
      return <NewProject draft={draft} />
    case 'indicator':
      return <NewIndicator draft={draft} />
    case 'activity':
      return <NewActivity draft={draft} />
    default:
      return assertNever(draft.kind)
  }
}

/** The form of what `startTask` and the like began; nothing while nobody began anything. */
export const DraftDrawer = () => {
  const draft = useDraft()
  useEffect(hostDrafts, [])
  if (draft === null) return null
  return (
    <Suspense fallback={null}>
      <Form key={`${draft.kind}-${draft.from?.id ?? ''}`} draft={draft} />
    </Suspense>
  )
}
