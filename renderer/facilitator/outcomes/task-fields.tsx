import type { Owner } from '@core/model/person'
import type { Ref, Task } from '@core/model/outcome'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { EvidenceList } from './evidence-field'
import { DayField, LineField, WordsField } from './fields'
import { OwnerField } from './owner-field'

export type TaskDraft = {
  readonly text: string
  readonly owner: Owner | null
  readonly due: string
  readonly note: string
  readonly progress: string
  readonly origin: Ref | null
}

export const taskDraft = (task: Task): TaskDraft => ({
  text: task.text,
  owner: task.owner ?? null,
  due: task.due ?? '',
  note: task.note ?? '',
  progress: task.progress ?? '',
  origin: task.origin ?? null,
})

export const NEW_TASK: TaskDraft = { text: '', owner: null, due: '', note: '', progress: '', origin: null }

/** Empty fields are cleared. */
export const taskArgs = (draft: Partial<TaskDraft>) => ({
  ...(draft.text === undefined ? {} : { text: draft.text }),
  ...(draft.owner === undefined ? {} : { owner: draft.owner }),
  ...(draft.due === undefined ? {} : { due: draft.due === '' ? null : draft.due }),
  ...(draft.note === undefined ? {} : { note: draft.note.trim() === '' ? null : draft.note }),
  ...(draft.progress === undefined ? {} : { progress: draft.progress.trim() === '' ? null : draft.progress }),
  ...(draft.origin === undefined ? {} : { origin: draft.origin }),
})

interface TaskFieldsProps {
  readonly draft: TaskDraft
  readonly type: (part: Partial<TaskDraft>) => void
  readonly choose: (part: Partial<TaskDraft>) => void
  /** Progress is asked only of tasks that exist. */
  readonly fresh: boolean
}

const WEEKS = [2, 4]

export const TaskFields = ({ draft, type, choose, fresh }: TaskFieldsProps) => {
  const t = useT()
  return (
    <>
      <WordsField
        label={t('outcomes:task.text')}
        value={draft.text}
        onType={(text) => type({ text })}
        required
        first={fresh}
        hint={fresh ? t('outcomes:task.textHint') : undefined}
      />
      <OwnerField label={t('outcomes:task.owner')} owner={draft.owner} onChoose={(owner) => choose({ owner })} />
      <DayField label={t('outcomes:task.due')} day={draft.due} onChoose={(due) => choose({ due })} weeks={WEEKS} />
      {fresh ? null : (
        <LineField
          label={t('outcomes:task.progress')}
          value={draft.progress}
          onType={(progress) => type({ progress })}
          hint={t('outcomes:task.progressHint')}
        />
      )}
      <WordsField
        label={t('outcomes:task.note')}
        value={draft.note}
        onType={(note) => type({ note })}
        rows={2}
        limit={LIMITS.long}
      />
      <EvidenceList
        label={t('outcomes:task.origin')}
        empty={t('outcomes:task.noOrigin')}
        refs={draft.origin === null ? [] : [draft.origin]}
        onChange={(refs) => choose({ origin: refs.at(-1) ?? null })}
        types={['decision', 'card', 'cluster', 'statement', 'vote', 'question', 'project', 'indicator', 'activity']}
        single
      />
    </>
  )
}
