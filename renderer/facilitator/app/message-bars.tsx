import { IconAlertTriangle, IconEye, IconInfoCircle } from '@tabler/icons-react'
import type { Notice } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useDismissNotice, useNotices, useReplica, useStatus } from '../../shared/replica/react'
import { NoScreenBar } from '../room/no-screen-bar'
import { runAction } from './actions'
import { MessageBar } from './message-bar'
import { dismissProblem, useProblems } from './problems'

const WARNS: ReadonlySet<Notice['code']> = new Set([
  'edited-outside',
  'previous-used',
  'loss-accepted',
  'sync-folder',
  'projector-unplugged',
])

const NoticeBar = ({ notice }: { readonly notice: Notice }) => {
  const t = useT()
  const dismiss = useDismissNotice()
  const warns = WARNS.has(notice.code)
  return (
    <MessageBar
      tone={warns ? 'warn' : 'plain'}
      icon={warns ? <IconAlertTriangle size={19} stroke={1.75} /> : <IconInfoCircle size={19} stroke={1.75} />}
      title={t(`shell:notice.${notice.code}.title`, notice.params)}
      words={t(`shell:notice.${notice.code}.text`, notice.params)}
      action={notice.code === 'projector-found' ? <ShowThere onDone={() => dismiss(notice)} /> : null}
      onDismiss={() => dismiss(notice)}
    />
  )
}

/** A screen was plugged in: the projector goes there with one click. */
const ShowThere = ({ onDone }: { readonly onDone: () => void }) => {
  const t = useT()
  const open = (): void => {
    runAction('projector.open')
    onDone()
  }
  return (
    <Button size="small" onClick={open}>
      {t('actions:projector.open')}
    </Button>
  )
}

const Offline = () => {
  const t = useT()
  return (
    <MessageBar
      tone="warn"
      icon={<IconAlertTriangle size={19} stroke={1.75} />}
      title={t('shell:offline.title')}
      words={t('shell:offline.text')}
    />
  )
}

/** Between the header and the sheet: what was noticed while opening, refusals, a lost connection, read only. */
export const MessageBars = () => {
  const t = useT()
  const notices = useNotices()
  const problems = useProblems()
  const status = useStatus()
  const readOnly = useReplica().snapshot()?.readOnly ?? false
  const shown = notices.filter((notice) => !(readOnly && notice.code === 'read-only'))
  return (
    <div className="message-bars" role="status">
      {status === 'offline' ? <Offline /> : null}
      {readOnly ? (
        <MessageBar
          tone="plain"
          icon={<IconEye size={19} stroke={1.75} />}
          title={t('shell:readOnly.title')}
          words={t('shell:readOnly.text')}
        />
      ) : null}
      {shown.map((notice) => (
        <NoticeBar key={`${notice.code}-${JSON.stringify(notice.params)}`} notice={notice} />
      ))}
      <NoScreenBar />
      {problems.map(({ id, failure }) => (
        <MessageBar
          key={id}
          tone="bad"
          icon={<IconAlertTriangle size={19} stroke={1.75} />}
          title={t(`errors:${failure.code}.what`, failure.params)}
          words={t(`errors:${failure.code}.do`, failure.params)}
          onDismiss={() => dismissProblem(id)}
        />
      ))}
    </div>
  )
}
