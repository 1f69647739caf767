import { IconClockExclamation, IconFileAlert } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { LabOverview } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useRequest, useTable } from '../../shared/replica/react'
import { nav } from '../app/nav'
import { useFormat } from '../app/use-format'
import { ProblemNote } from '../outcomes/problem-note'
import { Decisions, Indicators, OpenTasks, Projects, PulseOver } from './over-parts'
import { Timeline } from './timeline'

const useOverview = (): { readonly overview: LabOverview | null; readonly failure: Failure | null } => {
  const request = useRequest()
  const [overview, setOverview] = useState<LabOverview | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  // The keep-until day is changed on the other tab of this place.
  const labs = useTable('lab')
  useEffect(() => {
    let gone = false
    void request('lab.overview', {}).then((answer) => {
      if (gone) return
      setFailure(answer.ok ? null : answer.error)
      if (answer.ok) setOverview(answer.value)
    })
    return () => {
      gone = true
    }
  }, [request, labs])
  return { overview, failure }
}

const Keeping = ({ overview }: { readonly overview: LabOverview }) => {
  const t = useT()
  const { day } = useFormat()
  if (overview.keepUntil === undefined) return null
  if (!overview.overdue) return <p className="note">{t('lab:over.keepUntil', { day: day(overview.keepUntil) })}</p>
  return (
    <div className="notice notice-bad">
      <IconClockExclamation size={20} stroke={1.75} aria-hidden="true" />
      <div>
        <p>
          <b>{t('lab:over.overdue', { day: day(overview.keepUntil) })}</b> {t('lab:over.overdueDo')}
        </p>
        <Button size="small" onClick={() => nav.go({ kind: 'home' })}>
          {t('lab:over.goHome')}
        </Button>
      </div>
    </div>
  )
}

const Damaged = ({ files }: { readonly files: LabOverview['damaged'] }) => {
  const t = useT()
  if (files.length === 0) return null
  return (
    <div className="notice notice-warn">
      <IconFileAlert size={20} stroke={1.75} aria-hidden="true" />
      <div>
        <p>
          <b>{t('lab:over.damaged', { count: files.length })}</b> {t('lab:over.damagedText')}
        </p>
        <ul>
          {files.map((file) => (
            <li key={file.fileId}>
              {file.fileName}: {t(`errors:${file.failure.code}.what`, file.failure.params)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

const Statements = ({ statements }: { readonly statements: LabOverview['statements'] }) => {
  const t = useT()
  const { all, unanswered } = statements
  return (
    <section className="panel" aria-labelledby="lab-statements">
      <h2 id="lab-statements">{t('lab:over.statements')}</h2>
      {all === 0 ? (
        <p className="quiet">{t('lab:over.noStatements')}</p>
      ) : unanswered === 0 ? (
        <p>{t('lab:over.allAnswered', { count: all })}</p>
      ) : (
        <p>
          <button type="button" className="btn-link" onClick={() => nav.go({ kind: 'dialogue' })}>
            {t('lab:over.unanswered', { count: unanswered })}
          </button>{' '}
          <span className="quiet">{t('lab:over.statementsOf', { count: all })}</span>
        </p>
      )}
    </section>
  )
}

const Activities = ({ count }: { readonly count: number }) => {
  const t = useT()
  if (count === 0) return null
  return (
    <p className="note">
      <button type="button" className="btn-link" onClick={() => nav.go({ kind: 'activities' })}>
        {t('lab:over.activities', { count })}
      </button>
    </p>
  )
}

/** The lab over all its files: meetings, what stands open, and how the figures went. */
export const OverTab = () => {
  const t = useT()
  const { overview, failure } = useOverview()
  if (overview === null) {
    return (
      <div className="lab-over" aria-busy={failure === null}>
        {failure === null ? <p className="quiet">{t('lab:over.reading')}</p> : <ProblemNote failure={failure} />}
      </div>
    )
  }
  return (
    <div className="lab-over">
      <Keeping overview={overview} />
      <Damaged files={overview.damaged} />
      <div className="lab-column">
        <Timeline sessions={overview.sessions} />
        <Statements statements={overview.statements} />
        <Projects projects={overview.projects} />
        <Activities count={overview.activities.length} />
      </div>
      <div className="lab-column">
        <OpenTasks tasks={overview.tasks} />
        <Decisions decisions={overview.decisions} />
        <Indicators indicators={overview.indicators} />
        <PulseOver pulse={overview.pulse} />
      </div>
    </div>
  )
}
