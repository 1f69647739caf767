import { IconAlertTriangle, IconEye, IconInfoCircle, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Notice } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { IconButton } from '../../shared/look/button'
import { useDismissNotice, useNotices, useReplica, useStatus } from '../../shared/replica/react'
import { dismissProblem, useProblems } from './problems'

interface BarProps {
  readonly tone: 'plain' | 'ok' | 'warn' | 'bad'
  readonly icon: ReactNode
  readonly title?: string
  readonly words: ReactNode
  readonly action?: ReactNode
  readonly onDismiss?: () => void
}

/** One message across the sheet. It stays until it is read: nothing important vanishes by itself. */
export const MessageBar = ({ tone, icon, title, words, action, onDismiss }: BarProps) => {
  const t = useT()
  return (
    <div className={`message-bar notice${tone === 'plain' ? '' : ` notice-${tone}`}`}>
      {icon}
      <p>
        {title === undefined ? null : <b>{title}</b>} {words}
      </p>
      {action}
      {onDismiss === undefined ? null : (
        <IconButton size="small" name={t('shell:message.read')} icon={<IconX size={17} />} onClick={onDismiss} />
      )}
    </div>
  )
}

const WARNS: ReadonlySet<Notice['code']> = new Set(['edited-outside', 'previous-used', 'loss-accepted', 'sync-folder'])

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
      onDismiss={() => dismiss(notice)}
    />
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
