import { IconHelpHexagon, IconPlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { LIMITS } from '@core/model/limits'
import type { Question } from '@core/model/outcome'
import { useT } from '../../shared/i18n/use-t'
import { newId } from '../../shared/lib/new-id'
import { Button } from '../../shared/look/button'
import { EmptyState } from '../../shared/look/empty-state'
import { Segmented } from '../../shared/look/segmented'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useOrdered, useRun } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { reportFailure } from '../app/problems'
import { useSelection } from '../app/selection'
import { useFormat } from '../app/use-format'
import { ClosedNote } from './closed-note'
import { DraftDrawer } from './draft-drawer'
import { openOutcome, useDraft } from './drafts'
import { useOwnerView } from './owner'
import { QuestionDrawer } from './question-drawer'
import { QUESTION_KINDS } from './question-fields'
import { useRefWords } from './refs'
import { RemovedBar } from './removed-bar'
import { useMay } from './use-may'
import './outcomes.css'

type Kind = Question['kind']
const STATES: readonly Question['state'][] = ['open', 'answered', 'dropped']

const QuestionRow = ({ question, chosen }: { readonly question: Question; readonly chosen: boolean }) => {
  const t = useT()
  const { day } = useFormat()
  const owner = useOwnerView()(question.owner)
  const { origin } = useRefWords()
  return (
    <li className="question-row" data-chosen={chosen || undefined} data-question={question.id}>
      <h3>
        <button
          type="button"
          className="decision-open"
          onClick={() => openOutcome({ type: 'question', id: question.id })}
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
        {question.origin === undefined ? null : <span className="quiet">{origin(question.origin)}</span>}
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
        segments={QUESTION_KINDS.map((value) => ({ value, label: t(`outcomes:questionKind.${value}`) }))}
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
  const draft = useDraft()
  const readOnly = !useMay()('question.add')
  return (
    <PlaceFrame
      header={<PlaceHeader title={t('outcomes:questions.title')} lead={t('outcomes:questions.lead')} />}
      drawer={
        <>
          <DraftDrawer />
          {draft === null && open?.type === 'question' ? <QuestionDrawer id={open.id} /> : null}
        </>
      }
    >
      <div className="questions">
        <ClosedNote deed="question.add" />
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
