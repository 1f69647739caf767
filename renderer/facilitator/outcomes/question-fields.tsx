import type { Question, Ref } from '@core/model/outcome'
import type { Owner } from '@core/model/person'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { Segmented } from '../../shared/look/segmented'
import { DayField, WordsField } from './fields'
import { OwnerField } from './owner-field'

export type QuestionKind = Question['kind']
export type QuestionDraft = {
  readonly kind: QuestionKind
  readonly text: string
  readonly owner: Owner | null
  readonly due: string
  readonly state: Question['state']
  readonly answer: string
}

export const QUESTION_KINDS: readonly QuestionKind[] = ['question', 'assumption']

export const NEW_QUESTION: QuestionDraft & { readonly origin: Ref | null } = {
  kind: 'question',
  text: '',
  owner: null,
  due: '',
  state: 'open',
  answer: '',
  origin: null,
}

export const questionDraft = (question: Question): QuestionDraft => ({
  kind: question.kind,
  text: question.text,
  owner: question.owner ?? null,
  due: question.due ?? '',
  state: question.state,
  answer: question.answer ?? '',
})

/** Empty fields are cleared. */
export const questionArgs = ({ due, answer, ...rest }: Partial<QuestionDraft>) => ({
  ...rest,
  ...(due === undefined ? {} : { due: due === '' ? null : due }),
  ...(answer === undefined ? {} : { answer: answer.trim() === '' ? null : answer }),
})

interface QuestionFieldsProps {
  readonly draft: QuestionDraft
  readonly type: (part: Partial<QuestionDraft>) => void
  readonly choose: (part: Partial<QuestionDraft>) => void
  /** An answer is asked only of questions that exist. */
  readonly fresh: boolean
}

const WEEKS = [2, 4]

export const QuestionFields = ({ draft, type, choose, fresh }: QuestionFieldsProps) => {
  const t = useT()
  return (
    <>
      <WordsField
        label={t('outcomes:question.text')}
        value={draft.text}
        onType={(text) => type({ text })}
        required
        first={fresh}
      />
      {draft.state === 'open' ? null : (
        <WordsField
          label={t(draft.state === 'answered' ? 'outcomes:question.answer' : 'outcomes:question.why')}
          value={draft.answer}
          limit={LIMITS.long}
          onType={(answer) => type({ answer })}
        />
      )}
      <Segmented<QuestionKind>
        name={t('outcomes:question.kind')}
        value={draft.kind}
        segments={QUESTION_KINDS.map((value) => ({ value, label: t(`outcomes:questionKind.${value}`) }))}
        onChange={(kind) => choose({ kind })}
      />
      <OwnerField label={t('outcomes:question.owner')} owner={draft.owner} onChoose={(owner) => choose({ owner })} />
      <DayField label={t('outcomes:question.due')} day={draft.due} onChoose={(due) => choose({ due })} weeks={WEEKS} />
    </>
  )
}
