import { IconSeeding } from '@tabler/icons-react'
import { useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { useRun } from '../../shared/replica/react'
import { DraftForm, useSuggestion } from '../outcomes/draft-form'
import { markDraft, openOutcome } from '../outcomes/drafts'
import type { OutcomeDraft } from '../outcomes/drafts'
import { OriginNote } from '../outcomes/origin-note'
import { NEW_PROJECT, ProjectFields, projectArgs } from './project-fields'
import { shortened } from './shortened'
import './work.css'

/** A card becomes the project's card: moving one moves the other. */
export const NewProject = ({ draft }: { readonly draft: OutcomeDraft }) => {
  const t = useT()
  const run = useRun()
  const suggestion = shortened(useSuggestion(draft))
  const [fields, setFields] = useState({ ...NEW_PROJECT, title: suggestion })
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<typeof fields>): void => setFields((now) => ({ ...now, ...part }))
  const submit = async (): Promise<void> => {
    if (fields.title.trim() === '') return setFailure({ code: 'text-empty' })
    const id = newId()
    const from =
      draft.from === null ? {} : draft.from.type === 'card' ? { cardId: draft.from.id } : { origin: draft.from }
    const done = await run('project.add', { id, ...projectArgs(fields), title: fields.title, ...from })
    if (!done.ok) return setFailure(done.error)
    markDraft(false)
    return openOutcome({ type: 'project', id })
  }
  return (
    <DraftForm
      title={t('work:project.new')}
      mark={<IconSeeding size={20} stroke={1.75} aria-hidden="true" />}
      addWords={t('work:project.add')}
      failure={failure}
      onSubmit={() => void submit()}
    >
      <ProjectFields draft={fields} type={set} choose={set} fresh />
      <OriginNote origin={draft.from} />
    </DraftForm>
  )
}
