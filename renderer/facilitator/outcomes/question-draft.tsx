import { IconHelpHexagon } from '@tabler/icons-react'
import { useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { useRun } from '../../shared/replica/react'
import { DraftForm, useSuggestion } from './draft-form'
import { endDraft } from './drafts'
import type { OutcomeDraft } from './drafts'
import { OriginNote } from './origin-note'
import { NEW_QUESTION, QuestionFields, questionArgs } from './question-fields'

export const NewQuestion = ({ draft }: { readonly draft: OutcomeDraft }) => {
  const t = useT()
  const run = useRun()
  const suggestion = useSuggestion(draft)
  const [fields, setFields] = useState({ ...NEW_QUESTION, text: suggestion })
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<typeof fields>): void => setFields((now) => ({ ...now, ...part }))
  const submit = async (): Promise<void> => {
    if (fields.text.trim() === '') return setFailure({ code: 'text-empty' })
    const { kind, text, owner, due } = fields
    const args = { ...questionArgs({ owner, due }), kind, text, origin: draft.from }
    const done = await run('question.add', { id: newId(), ...args })
    return done.ok ? endDraft() : setFailure(done.error)
  }
  return (
    <DraftForm
      title={t('outcomes:question.new')}
      mark={<IconHelpHexagon size={20} stroke={1.75} aria-hidden="true" />}
      addWords={t('outcomes:question.add')}
      failure={failure}
      onSubmit={() => void submit()}
    >
      <QuestionFields draft={fields} type={set} choose={set} fresh />
      <OriginNote origin={draft.from} />
    </DraftForm>
  )
}
