import { IconChartLine } from '@tabler/icons-react'
import { useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { useRun } from '../../shared/replica/react'
import { DraftForm, useSuggestion } from '../outcomes/draft-form'
import { markDraft, openOutcome } from '../outcomes/drafts'
import type { OutcomeDraft } from '../outcomes/drafts'
import { OriginNote } from '../outcomes/origin-note'
import { IndicatorFields, NEW_INDICATOR, indicatorArgs } from './indicator-fields'
import type { IndicatorDraft } from './indicator-fields'
import { shortened } from './shortened'
import './work.css'

export const NewIndicator = ({ draft }: { readonly draft: OutcomeDraft }) => {
  const t = useT()
  const run = useRun()
  const suggestion = shortened(useSuggestion(draft))
  const [fields, setFields] = useState<IndicatorDraft>({ ...NEW_INDICATOR, name: suggestion })
  const [failure, setFailure] = useState<Failure | null>(null)
  const set = (part: Partial<IndicatorDraft>): void => setFields((now) => ({ ...now, ...part }))
  const submit = async (): Promise<void> => {
    if (fields.name.trim() === '') return setFailure({ code: 'text-empty' })
    const id = newId()
    const origin = draft.from === null ? {} : { origin: draft.from }
    const done = await run('indicator.add', { id, ...indicatorArgs(fields, fields), name: fields.name, ...origin })
    if (!done.ok) return setFailure(done.error)
    markDraft(false)
    return openOutcome({ type: 'indicator', id })
  }
  return (
    <DraftForm
      title={t('work:indicator.new')}
      mark={<IconChartLine size={20} stroke={1.75} aria-hidden="true" />}
      addWords={t('work:indicator.add')}
      failure={failure}
      onSubmit={() => void submit()}
    >
      <IndicatorFields draft={fields} type={set} choose={set} fresh />
      <OriginNote origin={draft.from} />
    </DraftForm>
  )
}
