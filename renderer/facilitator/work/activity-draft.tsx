import { IconActivity } from '@tabler/icons-react'
import { useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { useRun } from '../../shared/replica/react'
import { DraftForm, useSuggestion } from '../outcomes/draft-form'
import { markDraft, openOutcome } from '../outcomes/drafts'
import type { OutcomeDraft } from '../outcomes/drafts'
import { OriginNote } from '../outcomes/origin-note'
import { useToday } from '../outcomes/today'
import { ActivityFields, activityArgs } from './activity-fields'
import type { ActivityDraft } from './activity-fields'
import { shortened } from './shortened'
import './work.css'

export const NewActivity = ({ draft }: { readonly draft: OutcomeDraft }) => {
  const t = useT()
  const run = useRun()
  const today = useToday()
  const suggestion = shortened(useSuggestion(draft))
  const [fields, setFields] = useState<ActivityDraft>({
    title: suggestion,
    kind: '',
    on: today,
    people: null,
    place: '',
    text: '',
  })
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<ActivityDraft>): void => setFields((now) => ({ ...now, ...part }))
  const submit = async (): Promise<void> => {
    if (fields.title.trim() === '') return setFailure({ code: 'text-empty' })
    const id = newId()
    const origin = draft.from === null ? {} : { origin: draft.from }
    const done = await run('activity.add', { id, ...activityArgs(fields), title: fields.title, ...origin })
    if (!done.ok) return setFailure(done.error)
    markDraft(false)
    return openOutcome({ type: 'activity', id })
  }
  return (
    <DraftForm
      title={t('work:activity.new')}
      mark={<IconActivity size={20} stroke={1.75} aria-hidden="true" />}
      addWords={t('work:activity.add')}
      failure={failure}
      onSubmit={() => void submit()}
    >
      <ActivityFields draft={fields} type={set} choose={set} fresh />
      <OriginNote origin={draft.from} />
    </DraftForm>
  )
}
