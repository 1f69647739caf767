import { useCallback } from 'react'
import { sessionOf, ordered } from '@core/model/document'
import { useClient, useReplica, useRequest, useRoom, useRun, useSaveState } from '../../shared/replica/react'
import { nextStep } from './agenda'
import { nav } from './nav'
import type { Place } from './nav'
import { showDialog, showPanel } from './panels'
import { reportFailure } from './problems'
import { useActions } from './use-actions'
import { useSteps } from './use-steps'

const always = (): boolean => true
const EXTRA_MINUTES = 5

const goes = (place: Place) => ({ enabled: always, run: () => nav.go(place) })

const useUndo = (): void => {
  const request = useRequest()
  const step = useCallback(
    async (name: 'history.undo' | 'history.redo'): Promise<void> => {
      const done = await request(name, {})
      if (!done.ok) reportFailure(done.error)
    },
    [request],
  )
  useActions({
    'edit.undo': { enabled: always, run: async () => await step('history.undo') },
    'edit.redo': { enabled: always, run: async () => await step('history.redo') },
  })
}

const useGoing = (): void =>
  useActions({
    'go.boards': goes({ kind: 'boards' }),
    'go.votes': goes({ kind: 'votes' }),
    'go.decisions': goes({ kind: 'decisions' }),
    'go.tasks': goes({ kind: 'tasks' }),
    'go.questions': goes({ kind: 'questions' }),
    'go.agenda': goes({ kind: 'agenda' }),
    'go.dialogue': goes({ kind: 'dialogue' }),
    'go.projects': goes({ kind: 'projects' }),
    'go.indicators': goes({ kind: 'indicators' }),
    'go.activities': goes({ kind: 'activities' }),
    'go.pulse': goes({ kind: 'pulse' }),
    'go.notebook': goes({ kind: 'notebook' }),
    'go.history': goes({ kind: 'history' }),
    'go.people': goes({ kind: 'people' }),
    'go.lab': goes({ kind: 'lab' }),
    'go.report': goes({ kind: 'report' }),
    'file.report': goes({ kind: 'report' }),
  })

const useRunning = (): void => {
  const run = useRun()
  const { view } = useReplica()
  const { start } = useSteps()
  const state = () => sessionOf(view)?.state
  const current = () => view.step.get(sessionOf(view)?.currentStepId ?? '')
  const firstWaiting = () => nextStep(ordered(view, 'step'), undefined)
  useActions({
    'session.start': {
      enabled: () => state() === 'prepared',
      run: async () => {
        const first = firstWaiting()
        if (first !== undefined) return await start(first.id)
        const done = await run('session.start', {})
        if (!done.ok) reportFailure(done.error)
        return undefined
      },
    },
    'session.nextStep': {
      enabled: () => state() === 'running' && nextStep(ordered(view, 'step'), current()?.id) !== undefined,
      run: async () => {
        const next = nextStep(ordered(view, 'step'), current()?.id)
        if (next !== undefined) await start(next.id)
      },
    },
    'session.pause': {
      enabled: () => current()?.state === 'running',
      run: async () => {
        const step = current()
        if (step === undefined) return
        const done = await run('step.pause', { id: step.id, paused: step.pausedAt === undefined })
        if (!done.ok) reportFailure(done.error)
      },
    },
    'session.extend': {
      enabled: () => current()?.state === 'running',
      run: async () => {
        const step = current()
        if (step === undefined) return
        const done = await run('step.extend', { id: step.id, minutes: EXTRA_MINUTES })
        if (!done.ok) reportFailure(done.error)
      },
    },
    'session.finish': { enabled: () => state() === 'running', run: () => showDialog({ kind: 'finish' }) },
    'file.next': { enabled: () => state() !== 'prepared', run: () => showDialog({ kind: 'next-session' }) },
    'file.keepTemplate': { enabled: always, run: () => showDialog({ kind: 'keep-template' }) },
  })
}

/** Where the system has a dialog for it; the browser version offers another place only when saving fails. */
const useSavingElsewhere = (): void => {
  const client = useClient()
  const request = useRequest()
  useActions({
    'file.saveElsewhere': {
      enabled: () => client.welcome()?.capabilities.nativeDialogs === true,
      run: async () => {
        const done = await request('session.save-elsewhere', {})
        if (!done.ok) reportFailure(done.error)
      },
    },
  })
}

/** Leaving asks first only when the room is open or something is not on the disk. */
const useLeaving = (): void => {
  const request = useRequest()
  const room = useRoom()
  const save = useSaveState()
  const mustAsk = room?.open === true || save.state === 'failed'
  useActions({
    'file.leave': {
      enabled: always,
      run: async () => {
        if (mustAsk) return showDialog({ kind: 'leave' })
        const left = await request('session.leave', {})
        if (left.ok) nav.go({ kind: 'home' })
        else reportFailure(left.error)
        return undefined
      },
    },
  })
}

const useRoomDeeds = (): void => {
  const request = useRequest()
  const run = useRun()
  const { view } = useReplica()
  const open = useRoom()?.open ?? false
  const show = async (stage: 'join' | 'blank'): Promise<void> => {
    const done = await run('stage.show', { stage: { view: stage } })
    if (!done.ok) reportFailure(done.error)
  }
  useActions({
    'room.panel': { enabled: always, run: () => showPanel({ kind: 'room', test: false }) },
    'room.test': { enabled: always, run: () => showPanel({ kind: 'room', test: true }) },
    'room.toggle': {
      enabled: always,
      run: async () => {
        showPanel({ kind: 'room', test: false })
        if (open) return
        const opened = await request('room.open', {})
        if (!opened.ok) reportFailure(opened.error)
      },
    },
    'projector.open': {
      enabled: always,
      run: async () => {
        const opened = await request('projector.open', {})
        if (!opened.ok) reportFailure(opened.error)
        else if (opened.value.url !== null) window.open(opened.value.url, 'polyphony-projector')
      },
    },
    'projector.join': { enabled: always, run: async () => await show('join') },
    'projector.blank': {
      enabled: always,
      run: async () => {
        if (sessionOf(view)?.stage.view !== 'blank') return await show('blank')
        const done = await run('stage.show', { stage: { view: 'step' } })
        if (!done.ok) reportFailure(done.error)
        return undefined
      },
    },
  })
}

/** The deeds of an open session that hold in every place of it. */
export const useSessionActions = (): void => {
  useUndo()
  useGoing()
  useRunning()
  useLeaving()
  useSavingElsewhere()
  useRoomDeeds()
}
