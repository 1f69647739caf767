import { IconCheck, IconFolderOpen } from '@tabler/icons-react'
import type { JobView } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Progress } from '../../shared/look/progress'
import { useClient } from '../../shared/replica/react'
import { ProblemNote } from '../outcomes/problem-note'
import type { ExportJob } from './use-export'

interface RunningProps {
  readonly view: JobView
  readonly formats: ExportJob['formats']
  readonly onCancel: () => void
}

const Running = ({ view, formats, onCancel }: RunningProps) => {
  const t = useT()
  const format = formats[Math.min(view.done, formats.length - 1)] ?? 'html'
  return (
    <Progress
      done={view.done}
      total={view.total}
      name={t('reportPlace:state.running')}
      words={t('reportPlace:state.writing', {
        format: t(`reportPlace:format.${format}.name`),
        at: Math.min(view.done + 1, view.total),
        count: view.total,
      })}
      cancel={
        <Button size="small" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      }
    />
  )
}

interface DoneProps {
  readonly view: JobView
  /** Beside something that did not work. */
  readonly partly?: boolean
  readonly onShow: () => void
}

const Done = ({ view, partly = false, onShow }: DoneProps) => {
  const t = useT()
  const canShow = useClient().welcome()?.capabilities.showFiles === true
  const files = view.files ?? []
  return (
    <div className="notice notice-ok report-done">
      <IconCheck size={20} stroke={2} aria-hidden="true" />
      <div>
        <b>{t(`reportPlace:state.${partly ? 'some' : 'done'}`, { count: files.length })}</b>
        <ul>
          {files.map((file) => (
            <li key={file}>{file}</li>
          ))}
        </ul>
        <p className="small">{t('reportPlace:state.folder', { folder: view.folder ?? '' })}</p>
        {canShow ? (
          <Button size="small" icon={<IconFolderOpen size={16} stroke={1.75} />} onClick={onShow}>
            {t('reportPlace:state.show')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

const Exists = ({ job }: { readonly job: ExportJob }) => {
  const t = useT()
  return (
    <div className="notice notice-warn report-exists" role="alertdialog" aria-labelledby="report-exists">
      <p id="report-exists">
        <b>{t('reportPlace:exists.title')}</b> {t('reportPlace:exists.text')}
      </p>
      <div className="actions">
        <Button size="small" onClick={job.keep}>
          {t('reportPlace:exists.keep')}
        </Button>
        <Button size="small" onClick={() => void job.replace()}>
          {t('reportPlace:exists.replace')}
        </Button>
      </div>
    </div>
  )
}

const Shown = ({ job }: { readonly job: ExportJob }) => {
  const t = useT()
  if (job.exists) return <Exists job={job} />
  const show = (): void => void job.showFiles()
  if (job.failure !== null) {
    return (
      <>
        <ProblemNote failure={job.failure} />
        {(job.view?.files?.length ?? 0) > 0 && job.view ? <Done view={job.view} partly onShow={show} /> : null}
      </>
    )
  }
  switch (job.view?.state) {
    case 'running':
      return <Running view={job.view} formats={job.formats} onCancel={() => void job.cancel()} />
    case 'done':
      return <Done view={job.view} onShow={show} />
    case 'cancelled':
      return <p className="note">{t('reportPlace:state.cancelled')}</p>
    case 'failed':
    case undefined:
      return null
  }
}

/** How the export goes; said aloud as it changes. */
export const ExportState = ({ job }: { readonly job: ExportJob }) => (
  <div className="export-state" role="status">
    <Shown job={job} />
  </div>
)
