import { IconMoodHappy } from '@tabler/icons-react'
import { useState } from 'react'
import type { Decision, Task } from '@core/model/outcome'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { PageDrawing } from '../../shared/look/drawings'
import { EmptyState } from '../../shared/look/empty-state'
import { Segmented } from '../../shared/look/segmented'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { useOrdered, useRun, useSession } from '../../shared/replica/react'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { reportFailure } from '../app/problems'
import { StepButton, useStepWords } from '../app/step-header'
import { useFormat } from '../app/use-format'
import { DecisionRow, isReviewDue } from './decision-row'
import { openOutcome } from './drafts'
import { OutcomeDrawer, useOutcomeActions } from './outcome-drawer'
import { useOwnerView } from './owner'
import { daysLate } from './task-view'
import { useToday } from './today'
import './outcomes.css'

type Review = NonNullable<Task['review']>
type Answer = Review | 'open'

const REVIEWS: readonly Review[] = ['done', 'going-on', 'stuck', 'dropped']

const AgreedTask = ({ task }: { readonly task: Task }) => {
  const t = useT()
  const run = useRun()
  const { day } = useFormat()
  const today = useToday()
  const owner = useOwnerView()(task.owner)
  const [note, setNote] = useState(task.progress ?? '')
  const [saved, setSaved] = useState(task.progress)
  if (saved !== task.progress) {
    setSaved(task.progress)
    setNote(task.progress ?? '')
  }
  const late = daysLate(task, today)
  const answer = async (review: Answer): Promise<void> => {
    if (review === 'open') return
    const done = await run('task.update', { id: task.id, review })
    if (!done.ok) reportFailure(done.error)
  }
  const keepNote = async (): Promise<void> => {
    if (note.trim() === (task.progress ?? '')) return
    const done = await run('task.update', { id: task.id, progress: note.trim() === '' ? null : note.trim() })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <li
      className={`agreed-task ${owner?.look == null ? '' : `edge ${voiceClass(owner.look)}`}`}
      data-answer={task.review ?? 'open'}
      data-task={task.id}
    >
      <div className="agreed-words">
        <h3>
          <button type="button" className="decision-open" onClick={() => openOutcome({ type: 'task', id: task.id })}>
            {task.text}
          </button>
        </h3>
        <p className="signs">
          <span>
            {owner?.look == null ? null : <VoiceMark voice={owner.look} size={13} />}{' '}
            {owner?.name ?? t('outcomes:owner.nobody')}
          </span>
          {task.due === undefined ? null : (
            <span className={late > 0 ? 'late-words' : 'quiet'}>
              {t('outcomes:agreed.due', { day: day(task.due, 'short') })}
            </span>
          )}
        </p>
      </div>
      <div className="agreed-answer">
        <Segmented<Answer>
          name={t('outcomes:agreed.ask', { task: task.text })}
          value={task.review ?? 'open'}
          segments={REVIEWS.map((value) => ({ value, label: t(`outcomes:reviewed.${value}`) }))}
          onChange={(review) => void answer(review)}
        />
        <input
          className="input"
          maxLength={LIMITS.label}
          aria-label={t('outcomes:agreed.note', { task: task.text })}
          placeholder={t('outcomes:agreed.notePlace')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onBlur={() => void keepNote()}
        />
      </div>
    </li>
  )
}

type Outlook = 'kept' | 'changed' | 'dropped' | 'open'
const OUTLOOKS: readonly Outlook[] = ['kept', 'changed', 'dropped']

const DueDecision = ({ decision }: { readonly decision: Decision }) => {
  const t = useT()
  const run = useRun()
  const value = OUTLOOKS.find((one) => one === decision.status) ?? 'open'
  const answer = async (status: Outlook): Promise<void> => {
    if (status === 'open') return
    const done = await run('decision.update', { id: decision.id, status })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <div className="due-decision">
      <ul className="decision-list">
        <DecisionRow decision={decision} chosen={false} />
      </ul>
      <Segmented<Outlook>
        name={t('outcomes:agreed.askDecision', { decision: decision.wording })}
        value={value}
        segments={OUTLOOKS.map((one) => ({ value: one, label: t(`outcomes:outlook.${one}`) }))}
        onChange={(status) => void answer(status)}
      />
    </div>
  )
}

/** Carried from an earlier session; without any, what this session already has counts as agreed before. */
const useCarried = () => {
  const session = useSession()
  const tasks = useOrdered('task')
  const decisions = useOrdered('decision')
  const today = useToday()
  const carried = tasks.filter((task) => task.fromSession !== undefined && task.fromSession !== session?.id)
  const due = decisions.filter(
    (decision) =>
      decision.fromSession !== undefined &&
      (isReviewDue(decision, today) || isReviewDue(decision, session?.day ?? today) || decision.status === 'kept'),
  )
  const waiting = decisions.filter(
    (decision) =>
      decision.fromSession !== undefined &&
      decision.kind === 'recommendation' &&
      decision.status !== 'dropped' &&
      (decision.reply === undefined || decision.reply.outcome === 'open') &&
      !due.includes(decision),
  )
  return { tasks: carried, decisions: due, recommendations: waiting }
}

/** What those in charge have not answered yet: asked every time, until the reply is written down. */
const Unanswered = ({ decisions }: { readonly decisions: readonly Decision[] }) => {
  const t = useT()
  if (decisions.length === 0) return null
  return (
    <>
      <h2>{t('outcomes:agreed.recommendations')}</h2>
      {decisions.map((decision) => (
        <div key={decision.id} className="due-decision">
          <ul className="decision-list">
            <DecisionRow decision={decision} chosen={false} />
          </ul>
          <Button onClick={() => openOutcome({ type: 'decision', id: decision.id })}>
            {t('outcomes:agreed.writeReply')}
          </Button>
        </div>
      ))}
    </>
  )
}

/** "What we agreed last time": each carried task is asked what came of it, each decision due whether it stands. */
export const AgreedPlace = ({ stepId }: { readonly stepId?: string }) => {
  const t = useT()
  const words = useStepWords(stepId)
  const { tasks, decisions, recommendations } = useCarried()
  useOutcomeActions()
  const answered = tasks.filter((task) => task.review !== undefined).length
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          kicker={words?.kicker}
          title={words?.title ?? t('outcomes:agreed.title')}
          lead={words?.lead ?? t('outcomes:agreed.lead')}
          actions={stepId === undefined ? undefined : <StepButton stepId={stepId} />}
        />
      }
      drawer={<OutcomeDrawer />}
    >
      {tasks.length + decisions.length + recommendations.length === 0 ? (
        <div className="place-centred">
          <EmptyState
            drawing={<PageDrawing />}
            title={t('outcomes:agreed.emptyTitle')}
            text={t('outcomes:agreed.emptyText')}
            tip={t('outcomes:agreed.emptyTip')}
            tipIcon={<IconMoodHappy size={18} stroke={1.75} />}
          />
        </div>
      ) : (
        <div className="agreed">
          <h2>{t('outcomes:agreed.tasks', { answered, total: tasks.length })}</h2>
          <ul className="agreed-list">
            {tasks.map((task) => (
              <AgreedTask key={task.id} task={task} />
            ))}
          </ul>
          {decisions.length === 0 ? null : <h2>{t('outcomes:agreed.decisions')}</h2>}
          {decisions.map((decision) => (
            <DueDecision key={decision.id} decision={decision} />
          ))}
          <Unanswered decisions={recommendations} />
        </div>
      )}
    </PlaceFrame>
  )
}
