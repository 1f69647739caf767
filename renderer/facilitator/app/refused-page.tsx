import { IconPlugConnectedX } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { ErrorSheet } from '../../shared/look/error-sheet'
import { Logo } from '../../shared/look/logo'
import { useClient } from '../../shared/replica/react'
import type { Ending } from '../../shared/transport/client'
import { boardRole } from '../../shared/transport/page-client'

/** Which words tell why: the app ended, or the address is not valid any more. */
const reasonOf = (ending: Ending | null): string => {
  if (ending === null) return 'other'
  if (boardRole() === 'co-facilitator') return 'helper'
  if (ending.kind === 'bye') return 'other'
  const { code } = ending.failure
  if (code === 'link-used' || code === 'wrong-token') return 'link'
  return code === 'protocol-too-old' || code === 'protocol-too-new' ? 'version' : 'other'
}

/** The host ended the conversation: why, that the work is safe, and the way back. */
export const RefusedPage = () => {
  const t = useT()
  const client = useClient()
  const reason = reasonOf(client.ending())
  return (
    <main className="alone">
      <Logo size={36} label={t('shell:appName')} />
      <ErrorSheet
        title={t(`shell:refused.${reason}.title`)}
        icon={<IconPlugConnectedX size={28} stroke={1.5} />}
        happened={{ term: t('shell:error.happened'), words: t(`shell:refused.${reason}.what`) }}
        safe={{
          term: t('shell:error.safe'),
          words: t(reason === 'helper' ? 'shell:refused.helper.safe' : 'shell:refused.safe'),
        }}
        todo={{ term: t('shell:error.todo'), words: t(`shell:refused.${reason}.do`) }}
        actions={
          <Button kind="primary" onClick={() => (reason === 'version' ? window.location.reload() : client.retry())}>
            {t(`shell:refused.${reason}.button`)}
          </Button>
        }
      />
    </main>
  )
}
