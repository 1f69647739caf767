import { lazy, Suspense } from 'react'
import type { LabOverview } from '@core/protocol/views'
import type { Indicator } from '@core/model/work'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useFormat } from '../app/use-format'
import { useOwnerView } from '../outcomes/owner'
import { daysLate, isOpen } from '../outcomes/task-view'
import { useToday } from '../outcomes/today'
import { TakePicture } from '../report/take-picture'
import { useIndicatorLine, useReadingWords } from '../work/indicator-words'
import { PROJECT_STATES } from '../work/project-view'

const LineChart = lazy(async () => ({ default: (await import('../../shared/charts/line-chart')).LineChart }))
const Waiting = () => <div className="line-wait" aria-busy="true" />
/** The report that the charts of this place stand in. */
const LAB = { kind: 'lab' } as const
const PULSE_RANGE = [0.6, 5.4] as const

type Task = LabOverview['tasks'][number]
type Decision = LabOverview['decisions'][number]

const TaskRow = ({ task }: { readonly task: Task }) => {
  const t = useT()
  const { day } = useFormat()
  const today = useToday()
  const owner = useOwnerView()(task.owner)
  const late = daysLate(task, today) > 0
  return (
    <li>
      <p className="lab-item">{task.text}</p>
      <p className="signs">
        <span>
          {owner?.look == null ? null : <VoiceMark voice={owner.look} size={13} />}
          {owner?.name ?? t('outcomes:owner.nobody')}
        </span>
        {task.due === undefined ? null : (
          <span className={late ? 'late-words' : 'quiet'}>
            {t(late ? 'lab:over.lateSince' : 'lab:over.due', { day: day(task.due, 'short') })}
          </span>
        )}
        <span className="quiet">{t('lab:over.taskFrom', { day: day(task.day, 'short') })}</span>
      </p>
    </li>
  )
}

/** Late ones first, then by the day they are due. */
export const OpenTasks = ({ tasks }: { readonly tasks: readonly Task[] }) => {
  const t = useT()
  const today = useToday()
  const open = tasks.filter(isOpen).toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
  const late = open.filter((task) => daysLate(task, today) > 0).length
  return (
    <section className="panel" aria-labelledby="lab-tasks">
      <h2 id="lab-tasks">
        {open.length === 0 ? t('lab:over.noTasks') : t('lab:over.tasks', { count: open.length })}
        {late === 0 ? null : <span className="late-words"> {t('lab:over.late', { count: late })}</span>}
      </h2>
      <ul className="lab-list">
        {open.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </section>
  )
}

const Reply = ({ decision }: { readonly decision: Decision }) => {
  const t = useT()
  const { day } = useFormat()
  if (decision.kind !== 'recommendation') return null
  const { reply } = decision
  if (reply === undefined) return <p className="missing lab-reply">{t('lab:over.noReply')}</p>
  return (
    <p className="lab-reply">
      {t('lab:over.reply', {
        outcome: t(`outcomes:replyOutcome.${reply.outcome}`),
        day: day(reply.on, 'medium'),
        text: reply.text,
      })}
    </p>
  )
}

const Signs = ({ decision: { addressee, status } }: { readonly decision: Decision }) => {
  const t = useT()
  if (addressee === undefined && status === 'agreed') return null
  return (
    <p className="signs">
      {addressee === undefined ? null : <span className="tag">{t('lab:over.to', { name: addressee })}</span>}
      {status === 'agreed' ? null : <span className="tag">{t(`outcomes:status.${status}`)}</span>}
    </p>
  )
}

/** Newest first, with what was answered to recommendations, and which still wait. */
export const Decisions = ({ decisions }: { readonly decisions: readonly Decision[] }) => {
  const t = useT()
  const awaiting = decisions.filter(
    ({ kind, reply, status }) => kind === 'recommendation' && reply === undefined && status !== 'dropped',
  ).length
  return (
    <section className="panel" aria-labelledby="lab-decisions">
      <h2 id="lab-decisions">{t('lab:over.decisions')}</h2>
      {awaiting === 0 ? null : <p className="sign-warn">{t('lab:over.awaiting', { count: awaiting })}</p>}
      {decisions.length === 0 ? <p className="quiet">{t('lab:over.noDecisions')}</p> : null}
      <ul className="lab-list">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <p>
              <span className="decision-number">{t('outcomes:number', { number: decision.number })}</span>{' '}
              <span className="lab-item">{decision.wording}</span>
            </p>
            <Signs decision={decision} />
            <Reply decision={decision} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export const Projects = ({ projects }: { readonly projects: LabOverview['projects'] }) => {
  const t = useT()
  return (
    <section className="panel" aria-labelledby="lab-projects">
      <h2 id="lab-projects">{t('lab:over.projects')}</h2>
      {projects.length === 0 ? <p className="quiet">{t('lab:over.noProjects')}</p> : null}
      <ul className="lab-list">
        {PROJECT_STATES.flatMap((state) => projects.filter((project) => project.state === state)).map((project) => (
          <li key={project.id}>
            <p className="lab-item">{project.title}</p>
            <p className="signs">
              <span className="tag">{t(`work:projectState.${project.state}`)}</span>
            </p>
            {project.results === undefined ? null : <p className="small">{project.results}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const IndicatorRow = ({ indicator }: { readonly indicator: Indicator }) => {
  const reading = useReadingWords()(indicator)
  const line = useIndicatorLine()(indicator)
  return (
    <li>
      <p className="lab-item">{indicator.name}</p>
      <p>{reading}</p>
      {line.points.length < 2 ? null : (
        <Suspense fallback={<Waiting />}>
          <LineChart line={line} label={`${indicator.name}. ${reading}`} />
          <TakePicture what={LAB} chartId={`indicator-${indicator.id}-line`} of={indicator.name} />
        </Suspense>
      )}
    </li>
  )
}

export const Indicators = ({ indicators }: { readonly indicators: readonly Indicator[] }) => {
  const t = useT()
  return (
    <section className="panel" aria-labelledby="lab-indicators">
      <h2 id="lab-indicators">{t('lab:over.indicators')}</h2>
      {indicators.length === 0 ? <p className="quiet">{t('lab:over.noIndicators')}</p> : null}
      <ul className="lab-list">
        {indicators.map((indicator) => (
          <IndicatorRow key={indicator.id} indicator={indicator} />
        ))}
      </ul>
    </section>
  )
}

/** Each question over the meetings; meetings with too few answers have no point. */
export const PulseOver = ({ pulse }: { readonly pulse: LabOverview['pulse'] }) => {
  const t = useT()
  const { day, number } = useFormat()
  // The report counts the questions that were answered.
  const answered = pulse.filter(({ points }) => points.length > 0)
  return (
    <section className="panel" aria-labelledby="lab-pulse">
      <h2 id="lab-pulse">{t('lab:over.pulse')}</h2>
      {pulse.length === 0 ? <p className="quiet">{t('lab:over.noPulse')}</p> : null}
      <ul className="lab-list">
        {pulse.map((trend) => {
          const asked = answered.indexOf(trend)
          const question = labelText(t, trend.question)
          const points = trend.points.flatMap(({ day: on, mean, answers }) =>
            mean === null ? [] : [{ day: on, value: mean, shown: number(mean, 1), name: day(on, 'medium'), answers }],
          )
          const spoken = points.map(({ name, shown, answers }) =>
            t('work:pulse.point', { day: name, mean: shown, answers }),
          )
          return (
            <li key={question}>
              <p className="lab-item">{question}</p>
              {points.length === 0 ? <p className="quiet">{t('lab:over.few')}</p> : null}
              {points.length === 1 ? <p>{spoken[0]}</p> : null}
              {points.length < 2 ? null : (
                <Suspense fallback={<Waiting />}>
                  <LineChart line={{ points, range: PULSE_RANGE }} label={`${question} ${spoken.join('; ')}`} />
                  <TakePicture what={LAB} chartId={`lab-pulse-${asked}-line`} of={question} />
                </Suspense>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
