import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { IconButton } from '../../shared/look/button'

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
