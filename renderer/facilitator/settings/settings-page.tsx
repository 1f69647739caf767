import { IconArrowLeft } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { loadWords } from '../../shared/i18n/setup-i18n'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { nav } from '../app/nav'
import { useShortcuts } from '../app/use-shortcuts'

const SettingsPlace = lazy(async () => {
  const [place] = await Promise.all([import('./settings-place'), loadWords('settings')])
  return { default: place.SettingsPlace }
})

const noSteps = (): void => undefined

const HelpPlace = lazy(async () => {
  const [place] = await Promise.all([import('../help/help-place'), loadWords('help')])
  return { default: place.HelpPlace }
})

/** Settings or help without a session: the same place on a page of its own. */
export const AlonePage = ({ kind }: { readonly kind: 'settings' | 'help' }) => {
  const t = useT()
  useShortcuts(noSteps)
  return (
    <div className="settings-page">
      <Button kind="quiet" icon={<IconArrowLeft size={18} stroke={1.75} />} onClick={() => nav.go({ kind: 'home' })}>
        {t('shell:top.home')}
      </Button>
      <main className="settings-sheet sheet" data-area="sheet" tabIndex={-1} aria-label={t('shell:areas.sheet')}>
        <Suspense fallback={null}>{kind === 'settings' ? <SettingsPlace /> : <HelpPlace />}</Suspense>
      </main>
    </div>
  )
}
