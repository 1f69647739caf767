import { IconCheck, IconFolderOpen, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import type { FocusEvent } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { JobView } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { Progress } from '../../shared/look/progress'
import { useClient } from '../../shared/replica/react'
import { FolderPick } from './folder-pick'
import type { ExportJob } from './use-export'
import { WrittenFiles } from './written-files'
import './export-state.css'

/** Also before the host has begun: a large report takes a moment to be named. */
const Running = ({ job }: { readonly job: ExportJob }) => {
  const t = useT()
  const { done, total } = job.view ?? { done: 0, total: job.formats.length }
  const format = job.formats[Math.min(done, job.formats.length - 1)] ?? 'html'
  return (
    <Progress
      done={done}
      total={total}
      name={t('reportPlace:state.running')}
      words={t('reportPlace:state.writing', {
        format: t(`reportPlace:format.${format}.name`),
        at: Math.min(done + 1, total),
        count: total,
      })}
      cancel={
        job.view === null ? null : (
          <Button size="small" onClick={() => void job.cancel()}>
            {t('common:cancel')}
          </Button>
        )
      }
    />
  )
}

const Dismiss = ({ job }: { readonly job: ExportJob }) => {
  const t = useT()
  return (
    <IconButton size="small" kind="quiet" name={t('common:close')} icon={<IconX size={16} />} onClick={job.dismiss} />
  )
}

interface DoneProps {
  readonly view: JobView
  readonly job: ExportJob
  /** Beside something that did not work. */
  readonly partly?: boolean
}

const Done = ({ view, job, partly = false }: DoneProps) => {
  const t = useT()
  const canShow = useClient().welcome()?.capabilities.showFiles === true
  const files = view.files ?? []
  return (
    <div className="notice notice-ok report-done">
      <IconCheck size={20} stroke={2} aria-hidden="true" />
      <div className="report-done-words">
        <b>{t(`reportPlace:state.${partly ? 'some' : 'done'}`, { count: files.length })}</b>
        <p className="small">{t('reportPlace:state.folder', { folder: view.folder ?? '' })}</p>
        <WrittenFiles jobId={view.jobId} files={files} onOpen={(file) => void job.openFile(file)} />
        {canShow ? (
          <Button size="small" icon={<IconFolderOpen size={16} stroke={1.75} />} onClick={() => void job.showFiles()}>
            {t('reportPlace:state.show')}
          </Button>
        ) : null}
      </div>
      {partly ? null : <Dismiss job={job} />}
    </div>
  )
}

/** Nothing is replaced unasked; the way that loses nothing has the focus. */
const Exists = ({ job }: { readonly job: ExportJob }) => {
  const t = useT()
  const id = useId()
  const safe = useRef<HTMLButtonElement>(null)
  useEffect(() => safe.current?.focus(), [])
  return (
    <div className="notice notice-warn report-exists" role="group" aria-labelledby={id}>
      <p id={id}>
        <b>{t('reportPlace:exists.title')}</b> {t('reportPlace:exists.text')}
      </p>
      <div className="actions">
        <Button ref={safe} size="small" onClick={() => void job.beside()}>
          {t('reportPlace:exists.beside')}
        </Button>
        <Button size="small" onClick={() => void job.replace()}>
          {t('reportPlace:exists.replace')}
        </Button>
        <Button size="small" kind="quiet" onClick={job.dismiss}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}

interface FailedProps {
  readonly failure: Failure
  readonly job: ExportJob
  readonly onFolder: ((folder: string) => void) | undefined
}

/** What happened, what is safe, and the ways on: again, or to another folder. What was chosen stays chosen. */
const Failed = ({ failure, job, onFolder }: FailedProps) => {
  const t = useT()
  const part = (name: 'what' | 'safe' | 'do'): string => t(`errors:${failure.code}.${name}`, failure.params)
  return (
    <div className="notice notice-bad report-failed">
      <div role="alert">
        <p>
          <b>{part('what')}</b>
        </p>
        <p>{part('safe')}</p>
        <p>{part('do')}</p>
      </div>
      <div className="actions">
        <Button size="small" onClick={() => void job.again()}>
          {t('reportPlace:again')}
        </Button>
        {failure.code === 'target-open' ? (
          <Button size="small" onClick={() => void job.beside()}>
            {t('reportPlace:exists.beside')}
          </Button>
        ) : null}
        <FolderPick
          onFolder={(folder) => {
            onFolder?.(folder)
            void job.again(folder)
          }}
        />
        <Button size="small" kind="quiet" onClick={job.dismiss}>
          {t('common:close')}
        </Button>
      </div>
    </div>
  )
}

interface ExportStateProps {
  readonly job: ExportJob
  /** Another folder was chosen because the first one did not work. */
  readonly onFolder?: (folder: string) => void
}

const Shown = ({ job, onFolder }: ExportStateProps) => {
  const t = useT()
  const { view } = job
  if (job.exists) return <Exists job={job} />
  const some = view !== null && (view.files?.length ?? 0) > 0 ? <Done view={view} job={job} partly /> : null
  if (job.failure !== null) {
    return (
      <>
        <Failed failure={job.failure} job={job} onFolder={onFolder} />
        {some}
      </>
    )
  }
  switch (view?.state) {
    case 'running':
      return <Running job={job} />
    case 'done':
      return <Done view={view} job={job} />
    case 'cancelled':
      return (
        <>
          <div className="note report-stopped">
            <p>{t('reportPlace:state.cancelled')}</p>
            <Dismiss job={job} />
          </div>
          {some}
        </>
      )
    case 'failed':
    case undefined:
      return job.busy ? <Running job={job} /> : null
  }
}

/** What is said aloud; a failure says itself, and what asks has the focus. */
const useSpoken = ({ view, exists, failure }: ExportJob): string => {
  const t = useT()
  if (exists || failure !== null) return ''
  switch (view?.state) {
    case 'running':
      return t('reportPlace:state.running')
    case 'done':
      return t('reportPlace:state.done', { count: view.files?.length ?? 0 })
    case 'cancelled':
      return t('reportPlace:state.cancelled')
    case 'failed':
    case undefined:
      return ''
  }
}

/** A button that was pressed may be gone with what it asked: the focus stays where it was, not at the top of the page. */
const useKeptFocus = (now: string) => {
  const box = useRef<HTMLDivElement>(null)
  const inside = useRef(false)
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) box.current?.focus({ preventScroll: true })
  }, [now])
  return {
    ref: box,
    onFocus: () => {
      inside.current = true
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) inside.current = box.current?.contains(relatedTarget) === true
    },
  }
}

/** How the export goes, and what can be done when it is over. */
export const ExportState = ({ job, onFolder }: ExportStateProps) => {
  const shown = job.exists || job.busy || job.failure !== null || job.view !== null
  const focus = useKeptFocus(`${job.exists} ${job.failure?.code} ${job.view?.jobId} ${job.view?.state}`)
  return (
    <div className="export-state" data-shown={shown || undefined} tabIndex={-1} {...focus}>
      <p className="visually-hidden" role="status">
        {useSpoken(job)}
      </p>
      <Shown job={job} {...(onFolder === undefined ? {} : { onFolder })} />
    </div>
  )
}
