import { IconArrowLeft, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { keyCaps } from '../app/shortcuts'
import { runAction } from '../app/actions'
import { MessageBars } from '../app/message-bars'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { useShortcuts } from '../app/use-shortcuts'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { KeyCap } from '../../shared/look/key-cap'
import { Logo } from '../../shared/look/logo'
import { CompareFoot } from './compare-foot'
import { CompareRail } from './compare-rail'
import { CompareSheet } from './compare-sheet'
import { comparing, reading } from './comparison'
import type { Comparing } from './comparison'
import { ReadingFiles } from './reading-files'
import { SourcePicker } from './source-picker'
import { useCompareView } from './use-comparison'
import '../app/shell.css'
import '../app/top-bar.css'
import '../app/rail.css'
import '../report/report.css'
import './compare.css'
import './compare-pick.css'
import './heat-map.css'
import './compare-views.css'

const noSteps = (): void => undefined

const TopBar = () => {
  const t = useT()
  const home = t('shell:top.home')
  return (
    <header className="top-bar" data-area="top" tabIndex={-1} aria-label={t('compare:title')}>
      <div className="top-title">
        <button type="button" className="top-home" title={home} onClick={() => nav.go({ kind: 'home' })}>
          <Logo size={28} label={home} />
        </button>
        <div className="top-names">
          <p className="top-lab">{t('shell:appName')}</p>
          <p className="top-session">{t('compare:title')}</p>
        </div>
      </div>
      <div className="top-end">
        <Button kind="quiet" icon={<IconArrowLeft size={18} stroke={1.75} />} onClick={() => nav.go({ kind: 'home' })}>
          {home}
        </Button>
        <Button
          kind="quiet"
          className="top-search"
          title={t('shell:top.search')}
          icon={<IconSearch size={18} stroke={1.75} />}
          onClick={() => void runAction('view.palette')}
        >
          <span className="visually-hidden">{t('shell:top.search')}</span>
          <KeyCap keys={keyCaps('Mod+K', (key) => t(`shell:keys.${key}`))} />
        </Button>
      </div>
    </header>
  )
}

const Sheet = ({ children }: { readonly children: ReactNode }) => {
  const t = useT()
  return (
    <main className="shell-sheet" id="sheet" data-area="sheet" tabIndex={-1} aria-label={t('shell:areas.sheet')}>
      <MessageBars />
      {children}
    </main>
  )
}

const Ready = ({ state }: { readonly state: Extract<Comparing, { readonly kind: 'ready' }> }) => {
  const { by, filter } = useStore(reading)
  const { view, base, failure } = useCompareView(state, by, filter)
  return (
    <>
      <CompareRail view={view} base={base} />
      <Sheet>
        <CompareSheet view={view} base={base} failure={failure} />
      </Sheet>
      <CompareFoot view={view} />
    </>
  )
}

/** Sessions, labs and countries side by side. Beside home: no session needs to be open. */
export const ComparePage = () => {
  const state = useStore(comparing)
  useShortcuts(noSteps)
  return (
    <div className="shell compare" data-state={state.kind}>
      <TopBar />
      {state.kind === 'ready' ? (
        <Ready key={state.compareId} state={state} />
      ) : (
        <Sheet>{state.kind === 'reading' ? <ReadingFiles /> : <SourcePicker failure={state.failure} />}</Sheet>
      )}
    </div>
  )
}
