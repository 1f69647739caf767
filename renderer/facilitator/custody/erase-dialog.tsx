import { useEffect, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { RequestArgs } from '@core/protocol/requests'
import type { ErasePlan } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Progress } from '../../shared/look/progress'
import { useJobs, useRequest } from '../../shared/replica/react'
import { Dialog, DialogActions } from '../app/dialog'
import { useFormat } from '../app/use-format'
import './custody.css'

export type EraseWhat = RequestArgs<'erase.plan'>['what']

interface EraseProps {
  readonly what: EraseWhat
  /** Whose words, as the room calls them; absent for single cards. */
  readonly name?: string
  readonly onClose: () => void
}

/** Before and after: what could not be looked into may hold words all the same. */
const Unreadable = ({ plan }: { readonly plan: ErasePlan }) => {
  const t = useT()
  if (plan.unreadable.length === 0) return null
  return (
    <p className="notice notice-warn">
      {t('custody:erase.unreadable', { count: plan.unreadable.length })}{' '}
      {plan.unreadable.map(({ fileName }) => fileName).join(', ')}
    </p>
  )
}

const Plan = ({ plan }: { readonly plan: ErasePlan }) => {
  const t = useT()
  const { day } = useFormat()
  return (
    <>
      <ul className="erase-plan">
        <li>{t('custody:erase.here', { count: plan.here })}</li>
        {plan.files.map((file) => (
          <li key={`${file.day} ${file.title}`}>
            {t('custody:erase.file', { title: file.title, day: day(file.day), count: file.count })}
          </li>
        ))}
        <li>{t('custody:erase.backups', { count: plan.backups })}</li>
        {plan.touched > 0 ? <li>{t('custody:erase.touched', { count: plan.touched })}</li> : null}
      </ul>
      <Unreadable plan={plan} />
      <p className="small quiet">{t('custody:erase.reports')}</p>
    </>
  )
}

type Running = { readonly plan: ErasePlan | null; readonly failure: Failure | null; readonly jobId: string | null }

/** What would go, and where, before it goes; then how far it is. Cannot be undone, and says so. */
export const EraseDialog = ({ what, name, onClose }: EraseProps) => {
  const t = useT()
  const request = useRequest()
  const jobs = useJobs()
  const [state, setState] = useState<Running>({ plan: null, failure: null, jobId: null })
  useEffect(() => {
    void request('erase.plan', { what }).then((answer) =>
      setState(
        answer.ok
          ? { plan: answer.value, failure: null, jobId: null }
          : { plan: null, failure: answer.error, jobId: null },
      ),
    )
  }, [request, what])
  const job = state.jobId === null ? undefined : jobs.get(state.jobId)
  const erase = async (): Promise<void> => {
    const started = await request('erase.run', { what })
    setState((now) => (started.ok ? { ...now, jobId: started.value.jobId } : { ...now, failure: started.error }))
  }
  const failure = job?.state === 'failed' ? (job.failure ?? null) : state.failure
  const title = name === undefined ? t('custody:erase.title') : t('custody:erase.titleOf', { name })
  return (
    <Dialog title={title} onClose={onClose}>
      {failure === null ? null : (
        <p className="notice notice-bad" role="alert">
          {t(`errors:${failure.code}.what`, failure.params)} {t(`errors:${failure.code}.safe`, failure.params)}{' '}
          {t(`errors:${failure.code}.do`, failure.params)}
        </p>
      )}
      {job?.state === 'done' ? (
        <p className="notice notice-ok" role="status">
          {t('custody:erase.done')}
        </p>
      ) : null}
      {job?.state === 'done' && state.plan !== null ? <Unreadable plan={state.plan} /> : null}
      {state.jobId === null ? <p>{t('custody:erase.text')}</p> : null}
      {state.plan === null || state.jobId !== null ? null : <Plan plan={state.plan} />}
      {state.plan === null && failure === null ? <p aria-busy="true">{t('custody:erase.looking')}</p> : null}
      {job?.state === 'running' ? (
        <Progress
          name={t('custody:erase.running')}
          words={t('custody:erase.progress', { done: job.done, total: job.total })}
          done={job.done}
          total={job.total}
        />
      ) : null}
      <DialogActions>
        <Button onClick={onClose}>{state.jobId === null ? t('common:cancel') : t('common:close')}</Button>
        {job?.state === 'failed' ? <Button onClick={() => void erase()}>{t('common:tryAgain')}</Button> : null}
        {state.plan === null || state.jobId !== null ? null : (
          <Button kind="danger" onClick={() => void erase()}>
            {t('custody:erase.do')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
