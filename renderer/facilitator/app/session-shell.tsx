import { lazy, Suspense, useCallback, useEffect } from 'react'
import { assertNever } from '@core/lib/assert-never'
import { ordered } from '@core/model/document'
import { loadWords } from '../../shared/i18n/setup-i18n'
import { useT } from '../../shared/i18n/use-t'
import { useReplica } from '../../shared/replica/react'
import { GuideBar } from '../help/guide-bar'
import { Foot } from './foot'
import { GroupBar } from './group-bar'
import { MessageBars } from './message-bars'
import { FaultBoundary } from './fault-boundary'
import { nav, placeHash } from './nav'
import { showPanel, usePanel } from './panels'
import { PlaceSwitch } from './place-switch'
import type { SessionPlace } from './place-switch'
import { Rail } from './rail'
import { SavePanel } from './save-panel'
import { StepPanel } from './step-panel'
import { TimeUpBar } from './time-up-bar'
import { TopBar } from './top-bar'
import { useSessionActions } from './use-session-actions'
import { useShortcuts } from './use-shortcuts'
import './shell.css'

const RoomPanel = lazy(async () => {
  const [panel] = await Promise.all([import('../room/room-panel'), loadWords('room')])
  return { default: panel.RoomPanel }
})

const ProjectorPanel = lazy(async () => {
  const [panel] = await Promise.all([import('../room/projector-panel'), loadWords('room')])
  return { default: panel.ProjectorPanel }
})

const WriteDownPanel = lazy(async () => {
  const [panel] = await Promise.all([import('../people/write-down'), loadWords('people', 'board')])
  return { default: panel.WriteDownPanel }
})

/** Esc closes the panel wherever the focus is, unless something nearer took the key. */
const useEscape = (open: boolean): void => {
  useEffect(() => {
    if (!open) return undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      const taken = event.defaultPrevented || document.querySelector('[aria-modal="true"], [role="menu"]') !== null
      if (event.key === 'Escape' && !taken) showPanel(null)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [open])
}

const Panels = () => {
  const panel = usePanel()
  useEscape(panel !== null)
  switch (panel?.kind) {
    case undefined:
      return null
    case 'room':
      return <RoomPanel test={panel.test} part={panel.part} />
    case 'step':
      return (
        <StepPanel
          key={panel.id ?? `new ${panel.before ?? ''}`}
          id={panel.id}
          before={panel.before}
          onClose={() => showPanel(null)}
        />
      )
    case 'save':
      return <SavePanel />
    case 'projector':
      return <ProjectorPanel />
    case 'write-down':
      return <WriteDownPanel />
    default:
      return assertNever(panel)
  }
}

/** An open session: bar, rail, sheet, foot. */
export const SessionShell = ({ place }: { readonly place: SessionPlace }) => {
  const t = useT()
  const { view } = useReplica()
  useSessionActions()
  const goToStep = useCallback(
    (number: number): void => {
      const step = ordered(view, 'step')[number - 1]
      if (step !== undefined) nav.go({ kind: 'step', id: step.id })
    },
    [view],
  )
  useShortcuts(goToStep)
  return (
    <div className="shell">
      <a className="skip-link" href="#sheet" onClick={(event) => skipToSheet(event)}>
        {t('shell:areas.skip')}
      </a>
      <TopBar />
      <Rail />
      <main className="shell-sheet" id="sheet" data-area="sheet" tabIndex={-1} aria-label={t('shell:areas.sheet')}>
        <GroupBar />
        <MessageBars />
        <TimeUpBar />
        <GuideBar />
        <FaultBoundary key={placeHash(place)}>
          <PlaceSwitch place={place} />
        </FaultBoundary>
        <FaultBoundary>
          <Suspense fallback={null}>
            <Panels />
          </Suspense>
        </FaultBoundary>
      </main>
      <Foot />
    </div>
  )
}

/** The address holds the place, so the link must not change it. */
const skipToSheet = (event: { readonly preventDefault: () => void }): void => {
  event.preventDefault()
  document.getElementById('sheet')?.focus()
}
