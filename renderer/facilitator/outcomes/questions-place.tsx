import { IconHelpHexagon, IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import type { Question } from '@core/model/outcome'
import type { Owner } from '@core/model/person'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button } from '../../shared/look/button'
import { EmptyState } from '../../shared/look/empty-state'
import { Segmented } from '../../shared/look/segmented'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useOrdered, useReadOnly, useRecord, useRun } from '../../shared/replica/react'
import { Drawer } from '../app/drawer'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { reportFailure } from '../app/problems'
import { selection, useSelection } from '../app/selection'
import { useFormat } from '../app/use-format'
import { DayField, WordsField } from './fields'
import { OwnerField } from './owner-field'
import { useOwnerView } from './owner'
import { ProblemNote } from './problem-note'
import { RemovedBar } from './removed-bar'
import { useLive } from './use-live'
import { useRemoval } from './use-removal'
import './outcomes.css'

type Kind = Question['kind']
type State = Question['state']
type QuestionDraft = {
  readonly kind: Kind
  readonly text: string
  readonly owner: Owner | null
  readonly due: string
  readonly state: State
  readonly answer: string
}

const KINDS: readonly Kind[] = ['question', 'assumption']
const STATES: readonly State[] = ['open', 'answered', 'dropped']

const draftOf = (question: Question): QuestionDraft => ({
  kind: question.kind,
  text: question.text,
  owner: question.owner ?? null,
  due: question.due ?? '',
  state: question.state,
  answer: question.answer ?? '',
})

const argsOf = ({ due, answer, ...rest }: Partial<QuestionDraft>) => ({
  ...rest,
  ...(due === undefined ? {} : { due: due === '' ? null : due }),
  ...(answer === undefined ? {} : { answer: answer.trim() === '' ? null : answer }),
})

const QuestionForm = ({ question }: { readonly question: Question }) => {
  const t = useT()
  const run = useRun()
  const remove = useRemoval()
  const live = useLive<QuestionDraft>(draftOf(question), async (changes) =>
    run('question.update', { id: question.id, ...argsOf(changes) }),
  )
  const { draft } = live
  return (
    <Drawer
      title={t(`outcomes:questionKind.${draft.kind}`)}
      mark={<IconHelpHexagon size={20} stroke={1.75} aria-hidden="true" />}
      onClose={selection.closeDrawer}
      takesFocus
      actions={
        <Button
          kind="danger"
          size="small"
          icon={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void remove('question', question.id, question.text)}
        >
          {t('outcomes:question.remove')}
        </Button>
      }
    >
      <div className="form outcome-form" onBlur={live.commit}>
        <ProblemNote failure={live.failure} />
        <Segmented<State>
          name={t('outcomes:question.state')}
          value={draft.state}
          segments={STATES.map((value) => ({ value, label: t(`outcomes:questionState.${value}`) }))}
          onChange={(state) => live.choose({ state })}
        />
        <WordsField label={t('outcomes:question.text')} value={draft.text} onType={(text) => live.type({ text })} />
        {draft.state === 'open' ? null : (
          <WordsField
            label={t(draft.state === 'answered' ? 'outcomes:question.answer' : 'outcomes:question.why')}
            value={draft.answer}
            limit={LIMITS.long}
            onType={(answer) => live.type({ answer })}
          />
        )}
        <Segmented<Kind>
          name={t('outcomes:question.kind')}
          value={draft.kind}
          segments={KINDS.map((value) => ({ value, label: t(`outcomes:questionKind.${value}`) }))}
          onChange={(kind) => live.choose({ kind })}
        />
        <OwnerField
          label={t('outcomes:question.owner')}
          owner={draft.owner}
          onChoose={(owner) => live.choose({ owner })}
        />
        <DayField
          label={t('outcomes:question.due')}
          day={draft.due}
          onChoose={(due) => live.choose({ due })}
          weeks={[2, 4]}
        />
      </div>
      <p className="field-hint">{t('outcomes:savesItself')}</p>
    </Drawer>
  )
}

const QuestionDrawer = ({ id }: { readonly id: string }) => {
  const question = useRecord('question', id)
  return question === undefined ? null : <QuestionForm key={id} question={question} />
}

const QuestionRow = ({ question, chosen }: { readonly question: Question; readonly chosen: boolean }) => {
  const t = useT()
  const { day } = useFormat()
  const owner = useOwnerView()(question.owner)
  return (
    <li className="question-row" data-chosen={chosen || undefined} data-question={question.id}>
      <h3>
        <button
          type="button"
          className="decision-open"
          onClick={() => selection.openDrawer({ type: 'question', id: question.id })}
        >
          {question.text}
        </button>
      </h3>
      <p className="signs">
        {question.kind === 'assumption' ? <span className="tag">{t('outcomes:questionKind.assumption')}</span> : null}
        {owner === null ? null : (
          <span>
            {owner.look === null ? null : <VoiceMark voice={owner.look} size={13} />} {owner.name}
          </span>
        )}
        {question.due === undefined ? null : <span className="quiet">{day(question.due, 'short')}</span>}
      </p>
      {question.answer === undefined ? null : <p className="question-answer">{question.answer}</p>}
    </li>
  )
}

/** One line, Enter adds: questions come up while people talk. */
const AddQuestion = ({ fieldId }: { readonly fieldId: string }) => {
  const t = useT()
  const run = useRun()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<Kind>('question')
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '') return
    const done = await run('question.add', { id: newId(), kind, text })
    if (done.ok) setText('')
    else reportFailure(done.error)
  }
  return (
    <form className="question-add" onSubmit={(event) => void add(event)}>
      <Segmented<Kind>
        name={t('outcomes:question.kind')}
        value={kind}
        segments={KINDS.map((value) => ({ value, label: t(`outcomes:questionKind.${value}`) }))}
        onChange={setKind}
      />
      <input
        id={fieldId}
        className="input"
        maxLength={LIMITS.statement}
        aria-label={t(`outcomes:question.write.${kind}`)}
        placeholder={t(`outcomes:question.write.${kind}`)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button kind="primary" type="submit" icon={<IconPlus size={17} stroke={1.9} />}>
        {t('common:add')}
      </Button>
    </form>
  )
}

const Groups = () => {
  const t = useT()
  const questions = useOrdered('question')
  const { open } = useSelection()
  return (
    <>
      {STATES.map((state) => {
        const inState = questions.filter((question) => question.state === state)
        if (inState.length === 0) return null
        return (
          <section key={state} className="question-group" data-state={state}>
            <h2>{t(`outcomes:questionGroup.${state}`, { count: inState.length })}</h2>
            <ul className="question-list">
              {inState.map((question) => (
                <QuestionRow key={question.id} question={question} chosen={open?.id === question.id} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

/** What is not known yet and what is taken for granted: kept in sight until somebody finds out. */
export const QuestionsPlace = () => {
  const t = useT()
  const fieldId = useId()
  const questions = useOrdered('question')
  const { open } = useSelection()
  const readOnly = useReadOnly()
  return (
    <PlaceFrame
      header={<PlaceHeader title={t('outcomes:questions.title')} lead={t('outcomes:questions.lead')} />}
      drawer={open?.type === 'question' ? <QuestionDrawer id={open.id} /> : undefined}
    >
      <div className="questions">
        {readOnly ? null : <AddQuestion fieldId={fieldId} />}
        {questions.length === 0 ? (
          <EmptyState
            title={t('outcomes:questions.emptyTitle')}
            text={t('outcomes:questions.emptyText')}
            actions={
              readOnly ? undefined : (
                <Button onClick={() => document.getElementById(fieldId)?.focus()}>
                  {t('outcomes:questions.first')}
                </Button>
              )
            }
            tip={t('outcomes:questions.tip')}
            tipIcon={<IconHelpHexagon size={18} stroke={1.75} />}
          />
        ) : (
          <Groups />
        )}
        <RemovedBar />
      </div>
    </PlaceFrame>
  )
}
