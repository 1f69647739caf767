import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { isActionId, runAction, setHelper } from './actions'
import { Dialogs, loadPalette } from './dialogs'
import type { Welcome } from '@core/protocol/envelope'
import type { Snapshot } from '@core/protocol/views'
import { HomePage } from '../home/home-page'
import { setOpening } from '../home/opening'
import { OpeningLayer } from '../home/opening-layer'
import { useClient, useHelper, useSession, useSettings, useStatus } from '../../shared/replica/react'
import { applyTextSize, applyTheme } from '../../shared/look/theme-choice'
import { FaultBoundary } from './fault-boundary'
import { HelperWaits } from './helper-waits'
import { ComparePage } from './lazy-places'
import { nav, useNav } from './nav'
import type { Place } from './nav'
import { showPanel } from './panels'
import { RefusedPage } from './refused-page'
import { AlonePage } from '../settings/settings-page'
import { useAppActions } from './use-app-actions'
import { takeWantedPlace } from './wanted-place'

/** After the home page stands, ms. */
const AHEAD = 1_000

const loadShell = async () => ({ default: (await import('./session-shell')).SessionShell })
const SessionShell = lazy(loadShell)

/** Fetched while home is read, so that a session and the palette open at once. */
const useShellAhead = (): void => {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadShell(), loadPalette()]).catch(() => undefined), AHEAD)
    return () => clearTimeout(timer)
  }, [])
}

const useTheme = (): void => {
  const settings = useSettings()
  const theme = settings?.theme
  const textSize = settings?.textSize
  useEffect(() => {
    if (theme !== undefined) applyTheme(theme, document.documentElement)
  }, [theme])
  useEffect(() => {
    if (textSize !== undefined) applyTextSize(textSize, document.documentElement)
  }, [textSize])
}

/** The native menu and opened files ask for deeds by name. */
const useHostActions = (): void => {
  const client = useClient()
  useEffect(() => client.on('action.run', ({ action }) => void (isActionId(action) && runAction(action))), [client])
}

const currentPlace = ({ records }: Snapshot): Place => {
  const session = records.find((record) => record.type === 'session')
  const steps = records.filter((record) => record.type === 'step')
  const inOrder = steps.toSorted((a, b) => (a.order < b.order ? -1 : 1))
  const first = inOrder.find(({ state }) => state === 'running') ?? inOrder[0]
  const id = session?.currentStepId ?? first?.id
  return id === undefined ? { kind: 'boards' } : { kind: 'step', id }
}

/** A window that was sent nowhere goes where the work is: a file named at the start may be open before the page is. */
const enterOpenSession = ({ session }: Welcome): void => {
  if (session.kind === 'snapshot' && !window.location.hash.startsWith('#/')) nav.replace(currentPlace(session.snapshot))
}

/** Keeps place and session together: no session means home, a fresh one opens at its current step. */
const usePlaceFollowsSession = (): void => {
  const client = useClient()
  useEffect(() => {
    const welcome = client.welcome()
    if (welcome) enterOpenSession(welcome)
    const offs = [
      client.onWelcome(enterOpenSession),
      client.on('session.opened', ({ snapshot }) => nav.go(takeWantedPlace() ?? currentPlace(snapshot))),
      client.on('open.failed', ({ failure }) => {
        setOpening({ kind: 'failed', failure, fileId: null, name: '' })
      }),
      client.on('session.left', () => {
        showPanel(null)
        nav.replace({ kind: 'home' })
      }),
    ]
    return () => {
      for (const off of offs) off()
    }
  }, [client])
}

const Page = () => {
  const { place } = useNav()
  const session = useSession()
  const isHelper = useHelper()
  useEffect(() => setHelper(isHelper), [isHelper])
  if (isHelper && (session === undefined || place.kind === 'home' || place.kind === 'compare')) return <HelperWaits />
  if (place.kind === 'compare')
    return (
      <Suspense fallback={<main className="alone" aria-busy="true" />}>
        <ComparePage />
      </Suspense>
    )
  if (session !== undefined && place.kind !== 'home')
    return (
      <Suspense fallback={<main className="alone" aria-busy="true" />}>
        <SessionShell key={session.id} place={place} />
      </Suspense>
    )
  return place.kind === 'settings' || place.kind === 'help' ? <AlonePage kind={place.kind} /> : <HomePage />
}

/**
 * Until the first answer of the host only the home page can be drawn, without its lists: every other place depends on
 * it. A refusal is told on its own page.
 */
export const App = () => {
  const status = useStatus()
  const client = useClient()
  const { place } = useNav()
  // Not an effect alone: the welcome may come between the first drawing and its effects, and would be missed.
  const welcomed = useSyncExternalStore(client.onWelcome, () => client.welcome() !== null)
  useTheme()
  useShellAhead()
  useHostActions()
  useAppActions()
  usePlaceFollowsSession()
  if (status === 'refused') return <RefusedPage />
  if (!welcomed && place.kind !== 'home') return <main className="alone" aria-busy="true" />
  return (
    <>
      <FaultBoundary>
        <Page />
      </FaultBoundary>
      <FaultBoundary>
        <Dialogs />
        <OpeningLayer />
      </FaultBoundary>
    </>
  )
}
