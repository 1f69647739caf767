import { IconCalendarEvent, IconChecklist, IconMessageExclamation } from '@tabler/icons-react'
import type { Decision, Objection } from '@core/model/outcome'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { voiceClass } from '../../shared/look/voices'
import { useOrdered, useRecord } from '../../shared/replica/react'
import { useFormat } from '../app/use-format'
import { voiceSlot } from '../app/voice-slot'
import { openOutcome } from './drafts'
import { daysLate } from './task-view'
import { daysBetween, useToday } from './today'

const ICON = { size: 15, stroke: 1.75, 'aria-hidden': true } as const

const Behind = ({ decision }: { readonly decision: Decision }) => {
  const t = useT()
  const voices = useOrdered('voice')
  const behind = voices.filter((voice) => decision.behind.voiceIds.includes(voice.id))
  const { count, of } = decision.behind
  const all = voices.length > 0 && behind.length === voices.length
  if (behind.length === 0 && count === undefined) return null
  return (
    <li>
      <span className="marks">
        {behind.map((voice) => (
          <VoiceMark key={voice.id} voice={voiceSlot(voice)} size={13} label={labelText(t, voice.label)} />
        ))}
      </span>
      {count !== undefined && of !== undefined ? t('outcomes:behind.figure', { count, of }) : null}
      {count === undefined && all ? t('outcomes:behind.all') : null}
    </li>
  )
}

const Review = ({ decision }: { readonly decision: Decision }) => {
  const t = useT()
  const { day } = useFormat()
  const today = useToday()
  if (decision.reviewOn === undefined) return null
  const left = daysBetween(today, decision.reviewOn)
  const due = left <= 0 && isStanding(decision)
  return (
    <li className={due ? 'sign-warn' : undefined}>
      <IconCalendarEvent {...ICON} />
      {due ? t(left === 0 ? 'outcomes:review.today' : 'outcomes:review.due') : null} {day(decision.reviewOn, 'short')}
    </li>
  )
}

/** Still to be looked at again: neither dropped nor changed into another. */
const isStanding = (decision: Decision): boolean =>
  decision.status === 'agreed' || decision.status === 'proposed' || decision.status === 'kept'

export const isReviewDue = (decision: Decision, today: string): boolean =>
  decision.reviewOn !== undefined && decision.reviewOn <= today && isStanding(decision)

const TaskSign = ({ decision }: { readonly decision: Decision }) => {
  const t = useT()
  const today = useToday()
  const tasks = useOrdered('task').filter((task) => task.origin?.id === decision.id && task.state !== 'dropped')
  if (tasks.length === 0) return null
  const late = tasks.filter((task) => daysLate(task, today) > 0).length
  const done = tasks.every((task) => task.state === 'done')
  return (
    <li>
      <IconChecklist {...ICON} />
      {done ? t('outcomes:tasksDone', { count: tasks.length }) : t('outcomes:taskCount', { count: tasks.length })}
      {late > 0 ? <span className="late-words"> {t('outcomes:taskLate', { count: late })}</span> : null}
    </li>
  )
}

const ObjectionQuote = ({ objection }: { readonly objection: Objection }) => {
  const t = useT()
  const voice = useRecord('voice', objection.voiceId)
  return (
    <li className={`objection ${voice === undefined ? '' : `edge ${voiceClass(voiceSlot(voice))}`}`}>
      <blockquote>{t('outcomes:quoted', { text: objection.text })}</blockquote>
      <p className="small quiet">
        {voice === undefined ? null : <VoiceMark voice={voiceSlot(voice)} size={12} />}{' '}
        {t('outcomes:objection.kept', {
          voice: voice === undefined ? t('outcomes:objection.noVoice') : labelText(t, voice.label),
        })}
      </p>
    </li>
  )
}

/** One decision in the list; its objections stand under it as large as everything else. */
export const DecisionRow = ({ decision, chosen }: { readonly decision: Decision; readonly chosen: boolean }) => {
  const t = useT()
  const { kind, status, addressee, level } = decision
  const objections = decision.objections.length
  return (
    <li className="decision-row" data-chosen={chosen || undefined} data-decision={decision.id}>
      <span className="decision-number">{t('outcomes:number', { number: decision.number })}</span>
      <div className="decision-words">
        <h3>
          <button
            type="button"
            className="decision-open"
            aria-current={chosen || undefined}
            onClick={() => openOutcome({ type: 'decision', id: decision.id })}
          >
            {decision.wording}
          </button>
        </h3>
        <ul className="signs">
          {kind === 'recommendation' ? (
            <li>
              <span className="tag">
                {addressee === undefined
                  ? t('outcomes:decisionKind.recommendation')
                  : t('outcomes:recommendationTo', { name: addressee })}
              </span>
              {level === undefined ? null : <span className="quiet">{t(`outcomes:level.${level}`)}</span>}
            </li>
          ) : null}
          {status === 'agreed' ? null : (
            <li>
              <span className="tag">{t(`outcomes:status.${status}`)}</span>
            </li>
          )}
          <Behind decision={decision} />
          {objections === 0 ? null : (
            <li className="sign-warn">
              <IconMessageExclamation {...ICON} />
              {t('outcomes:objection.count', { count: objections })}
            </li>
          )}
          <Review decision={decision} />
          <TaskSign decision={decision} />
        </ul>
        {objections === 0 ? null : (
          <ul className="objections">
            {decision.objections.map((objection) => (
              <ObjectionQuote key={objection.id} objection={objection} />
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
