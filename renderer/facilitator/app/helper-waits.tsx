import { ordered, sessionOf } from '@core/model/document'
import { useEffect } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Logo } from '../../shared/look/logo'
import { useReplica, useSession } from '../../shared/replica/react'
import { nav } from './nav'

/** A helper's page has no files of its own: it shows the session that is open on the facilitator's computer. */
export const HelperWaits = () => {
  const t = useT()
  const { view } = useReplica()
  const session = useSession()
  useEffect(() => {
    if (session === undefined) return
    const id = sessionOf(view)?.currentStepId ?? ordered(view, 'step')[0]?.id
    nav.replace(id === undefined ? { kind: 'boards' } : { kind: 'step', id })
  }, [session, view])
  return (
    <main className="alone" aria-busy={session !== undefined}>
      <Logo size={36} label={t('shell:appName')} />
      <h1>{t('shell:helper.title')}</h1>
      <p>{t('shell:helper.text')}</p>
    </main>
  )
}
